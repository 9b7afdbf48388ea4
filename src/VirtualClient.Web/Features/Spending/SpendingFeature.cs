using VirtualClient.Simulation.Models;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What models cost, and what may be spent.</summary>
internal static class SpendingFeature
{
    public static void AddSpending(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SpendingCalendar>();
        services.AddSingleton<BudgetBook>();
        services.AddSingleton<OpenHolds>();
        services.AddSingleton<SpendWatch>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<HoldBook>();
        services.AddSingleton<UsedUp>();
        services.AddSingleton<Settlements>();
        services.AddSingleton<IUsageSink>(provider => provider.GetRequiredService<Settlements>());
        services.AddSingleton<IBudget, BudgetDesk>();
        services.AddSingleton<PriceBook>();
        services.AddHostedService(provider => provider.GetRequiredService<PriceBook>());
        services.AddHostedService<HoldSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<Settlements>());
        services.AddScoped<ReadBudgets>();
        services.AddScoped<SetBudgets>();
    }

    public static void MapSpending(this IEndpointRouteBuilder app)
    {
        var admin = app.MapApi("/admin", Policies.Admin).WithTags("spending");
        admin.MapGet("/budgets", (ReadBudgets read, CancellationToken ct) => read.HandleAsync(ct));
        admin.MapPut(
            "/budgets",
            async (SetBudgetsInput input, CurrentUser user, SetBudgets set, ReadBudgets read, CancellationToken ct) =>
                await read.ViewAsync(await set.HandleAsync(user, input, ct), ct)
        );
    }
}
