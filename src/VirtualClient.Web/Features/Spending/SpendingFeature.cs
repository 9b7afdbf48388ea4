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
        services.AddSingleton<HoldLine>();
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
        services.AddScoped<ReadPrices>();
        services.AddScoped<SetPrices>();
        services.AddScoped<ReadUsage>();
        services.AddScoped<ProjectCost>();
        services.AddScoped<SetModelDefaults>();
        services.AddScoped<ListAlerts>();
    }

    public static void MapSpending(this IEndpointRouteBuilder app)
    {
        var admin = app.MapApi("/admin", Policies.Admin).WithTags("spending");
        admin
            .MapGet("/budgets", (ReadBudgets read, CancellationToken ct) => read.HandleAsync(ct))
            .WithSummary("The budgets, and what of them is spent, for admins");
        admin
            .MapPut(
                "/budgets",
                async (SetBudgetsInput input, CurrentUser user, SetBudgets set, ReadBudgets read, CancellationToken ct) =>
                    await read.ViewAsync(await set.HandleAsync(user, input, ct), ct)
            )
            .WithSummary("Replace the budgets; models stop when one is used up")
            .WithDescription("Send what `GET` gave, changed. Null is no limit.");
        admin.MapGet("/prices", (ReadPrices read, CancellationToken ct) => read.NowAsync(ct)).WithSummary("What each model costs now");
        admin
            .MapGet(
                "/prices/history",
                (int? limit, string? after, ReadPrices read, CancellationToken ct) => read.HistoryAsync(limit, after, ct)
            )
            .WithSummary("Every change of a price, newest first, for admins");
        admin
            .MapPut(
                "/prices",
                async (SetPricesInput input, CurrentUser user, SetPrices set, ReadPrices read, CancellationToken ct) =>
                {
                    await set.HandleAsync(user, input, ct);
                    return await read.NowAsync(ct);
                }
            )
            .WithSummary("Set the prices of the models that are named; the others keep theirs");
        admin
            .MapGet("/models", (SetModelDefaults models, CancellationToken ct) => models.ReadAsync(ct))
            .WithSummary("The models that speak for students, speak in tests and draft assessments");
        admin
            .MapPut(
                "/models",
                (SetModelDefaultsInput input, CurrentUser user, SetModelDefaults models, CancellationToken ct) =>
                    models.HandleAsync(user, input, ct)
            )
            .WithSummary("Choose the models for students, tests and assessments");
        admin
            .MapGet(
                "/usage",
                (DateTimeOffset? from, DateTimeOffset? to, string? by, ReadUsage read, CancellationToken ct) =>
                    read.HandleAsync(from, to, by, ct)
            )
            .WithSummary("What models were used for and what that cost, added up over a span of time");
        admin
            .MapGet(
                "/usage.csv",
                async (DateTimeOffset? from, DateTimeOffset? to, string? by, ReadUsage read, CancellationToken ct) =>
                    TypedResults.File(
                        UsageCsv.Of(await read.HandleAsync(from, to, by, ct)),
                        CsvFile.ContentType,
                        $"usage-by-{by ?? "day"}.csv"
                    )
            )
            .WithSummary("What models were used for and what that cost, as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
        admin
            .MapPost("/projection", (ProjectionInput input, ProjectCost project, CancellationToken ct) => project.HandleAsync(input, ct))
            .WithSummary("Estimate what a number of students and conversations will cost");
        app.MapApi("/spending/alerts", Policies.Staff)
            .WithTags("spending")
            .MapGet(
                "",
                (int? limit, string? after, CurrentUser user, ListAlerts list, CancellationToken ct) =>
                    list.HandleAsync(user, limit, after, ct)
            )
            .WithSummary("Warnings about money, newest first, for teachers and admins");
    }
}
