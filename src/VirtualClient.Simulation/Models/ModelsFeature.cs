using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VirtualClient.Simulation.Models;

/// <summary>Adds the models to a host.</summary>
public static class ModelsFeature
{
    /// <summary>
    /// Reads and checks the section "Models" at once, so that a mistake stops the program before it starts, and adds <see cref="ModelCatalog"/>,
    /// <see cref="ModelPipeline"/>, <see cref="RouteBoard"/> and <see cref="IModelRoutes"/>. A registered <see cref="IBudget"/>,
    /// <see cref="IUsageSink"/>, <see cref="ICircuitStore"/> and <see cref="TimeProvider"/> is used; all have to be singletons.
    /// </summary>
    /// <exception cref="ModelConfigurationException">The message is one sentence that says what to set.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(new ModelCatalog(ModelOptionsReader.Read(configuration)));
        services.AddSingleton(provider => new ModelPipeline(
            provider.GetRequiredService<ModelCatalog>(),
            new ModelPorts(provider.GetService<IBudget>(), provider.GetService<IUsageSink>(), provider.GetService<ICircuitStore>()),
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        ));
        services.AddSingleton<IModelRoutes>(provider => provider.GetRequiredService<ModelPipeline>());
        services.AddSingleton(provider => provider.GetRequiredService<ModelPipeline>().Board);
        return services;
    }
}
