using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

public sealed class PriceTests
{
    private const string Path = "/api/v1/admin/prices";

    [Fact]
    public async Task A_new_price_holds_for_the_next_call_and_changes_nothing_that_was_counted()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin, "Ada");
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        var first = Assert.Single(await money.LedgerAsync());

        (
            await admin.PutAsync(
                Path,
                Prices(
                    0,
                    new
                    {
                        model = MoneyHost.Model,
                        inputUsd = 0,
                        outputUsd = 2_000,
                    }
                )
            )
        ).Is(200);
        await talk.SayAsync(Talk.Lines[1]);
        var ledger = await money.LedgerAsync();
        Assert.Equal(first.CostNanoUsd, ledger[0].CostNanoUsd);
        // Two thousand dollars a million tokens are two million nano-dollars a token.
        Assert.Equal(ledger[1].OutputTokens * 2_000_000, ledger[1].CostNanoUsd);

        var prices = (await admin.GetAsync(Path)).Is(200);
        var haiku = prices.Items.Single(p => p!["model"]!.GetValue<string>() == MoneyHost.Model)!;
        Assert.Equal(("admin", 2_000m), (haiku["source"]!.GetValue<string>(), haiku["outputUsd"]!.GetValue<decimal>()));
        Assert.Contains(prices.Items, p => p!["source"]!.GetValue<string>() == "configuration");
        var change = Assert.Single((await admin.GetAsync(Path + "/history")).Is(200).Items)!;
        Assert.Equal("Ada", change["changedByName"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_planned_price_waits_for_its_moment()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var later = TimeProvider.System.GetUtcNow().AddHours(1);
        var price = new
        {
            model = MoneyHost.Model,
            inputUsd = 3,
            outputUsd = 4,
            effectiveAt = later,
        };
        var planned = (await admin.PutAsync(Path, Prices(0, price))).Is(200);
        Assert.Single(planned.Json!["planned"]!.AsArray());
        Assert.Equal(0.1m, await InputUsdAsync(admin));
        await using (var db = money.Host.OpenDatabase())
        {
            var past = later.AddHours(-2);
            await db.Set<PriceChange>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EffectiveAt, past));
        }

        await money.Host.Services.GetRequiredService<PriceBook>().RefreshAsync(CancellationToken.None);
        Assert.Equal(3m, await InputUsdAsync(admin));
        Assert.Empty((await admin.GetAsync(Path)).Json!["planned"]!.AsArray());
    }

    [Fact]
    public async Task Prices_are_checked_and_changed_by_their_version()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var free = new
        {
            model = "a-model-of-our-own",
            inputUsd = 0,
            outputUsd = 0,
        };
        (await admin.PutAsync(Path, Prices(0, free))).Is(200);
        (await admin.PutAsync(Path, Prices(0, free))).Is(409, "stale");
        (await admin.PutAsync(Path, new { version = 1, prices = Array.Empty<object>() })).Is(422);
        var wrong = (await admin.PutAsync(Path, Prices(1, new { model = "", inputUsd = -1 }))).Is(422);
        Assert.Equal(
            ["prices[0].inputUsd", "prices[0].model", "prices[0].outputUsd"],
            wrong.Json!["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)
        );
        var past = new
        {
            model = "m",
            inputUsd = 1,
            outputUsd = 1,
            effectiveAt = TimeProvider.System.GetUtcNow().AddDays(-1),
        };
        (await admin.PutAsync(Path, Prices(1, past))).Is(409, "price-in-the-past");
        Assert.Equal(1, (await admin.GetAsync(Path)).Number("version"));
    }

    private static object Prices(int version, object price) => new { version, prices = new[] { price } };

    private static async Task<decimal> InputUsdAsync(ApiClient admin) =>
        (await admin.GetAsync(Path)).Items.Single(p => p!["model"]!.GetValue<string>() == MoneyHost.Model)![
            "inputUsd"
        ]!.GetValue<decimal>();
}
