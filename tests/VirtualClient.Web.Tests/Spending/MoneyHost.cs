using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>The program with a provider that reports what it used.</summary>
internal sealed class MoneyHost : IAsyncDisposable
{
    public const string Model = "claude-haiku-5-5";

    public required StubProvider Stub { get; init; }

    public required WebHost Host { get; init; }

    public static async Task<MoneyHost> StartAsync(StubSettings? stubSettings = null, params string[] settings)
    {
        var stub = await StubProvider.StartAsync(stubSettings);
        return new MoneyHost { Stub = stub, Host = await WebHost.StartAsync([.. RouteTo(stub), .. settings]) };
    }

    public static string[] RouteTo(StubProvider stub) =>
        [
            "Models:Routes:0:Name=haiku",
            "Models:Routes:0:Provider=anthropic",
            "Models:Routes:0:Client=small",
            "Models:Routes:0:ApiKey=test-key",
            $"Models:Routes:0:Model={Model}",
            $"Models:Routes:0:BaseUrl={stub.Address}",
            "Models:Limits:Retries=1",
            "Models:Limits:RetryBase=00:00:00.010",
        ];

    public async Task<List<UsageRecord>> LedgerAsync(string? conversationId = null)
    {
        await using var db = Host.OpenDatabase();
        var records = await db.Set<UsageRecord>().AsNoTracking().OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync();
        return [.. records.Where(r => conversationId is null || r.ConversationId == Guid.Parse(conversationId))];
    }

    public async Task<List<BudgetPeriod>> PeriodsAsync(BudgetScope scope)
    {
        await using var db = Host.OpenDatabase();
        return await db.Set<BudgetPeriod>().AsNoTracking().Where(p => p.Scope == scope).ToListAsync();
    }

    /// <summary>As an admin chooses who speaks with students.</summary>
    public static async Task ChooseAsync(MoneyHost money, string? students)
    {
        const string path = "/api/v1/admin/models";
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var version = (await admin.GetAsync(path)).Is(200).Number("version");
        (await admin.PutAsync(path, new { version, students })).Is(200);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
