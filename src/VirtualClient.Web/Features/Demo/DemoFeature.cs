using VirtualClient.Web.Features.Accounts;

namespace VirtualClient.Web.Features.Demo;

/// <summary>Invented people and work to look around in.</summary>
internal static class DemoFeature
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var on = builder.Configuration.GetValue<bool?>("Installation:Demo") ?? builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(new DemoMode(on));
        builder.Services.AddSingleton<DemoSeed>();
    }
}
