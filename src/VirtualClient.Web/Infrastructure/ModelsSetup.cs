using VirtualClient.Simulation;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Web.Infrastructure;

/// <summary>The simulation and the way to its models, as configured in the sections "Models" and "BuiltInVoice".</summary>
internal static class ModelsSetup
{
    public static void AddModels(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddModels(builder.Configuration);
        services.AddSimulation(pace =>
            builder.Configuration.GetSection("BuiltInVoice").Bind(pace, binder => binder.ErrorOnUnknownConfiguration = true)
        );
    }
}
