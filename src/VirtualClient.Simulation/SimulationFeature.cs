using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Coaching;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation;

/// <summary>The public door of this project.</summary>
public static class SimulationFeature
{
    /// <summary>
    /// Adds <see cref="ClientSimulator"/>, <see cref="RubricAssessor"/> and <see cref="Coach"/>. Models speak when an <see cref="IModelRoutes"/> with a route is registered; otherwise, and for the
    /// route <see cref="Turns.TurnRequest.BuiltInRoute"/>, the built-in voice does.
    /// </summary>
    /// <param name="configure">Sets the pace of the built-in voice.</param>
    public static IServiceCollection AddSimulation(this IServiceCollection services, Action<BuiltInVoiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var pace = new BuiltInVoiceOptions();
        configure?.Invoke(pace);
        services.AddSingleton(provider => new RubricAssessor(provider.GetService<IModelRoutes>()));
        services.AddSingleton(provider => new Coach(
            provider.GetService<IModelRoutes>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        ));
        return services.AddSingleton(provider =>
        {
            var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            var routes = provider.GetService<IModelRoutes>();
            return new ClientSimulator(new BuiltInVoice(pace, time), routes is null ? null : new ModelVoice(routes), routes);
        });
    }
}
