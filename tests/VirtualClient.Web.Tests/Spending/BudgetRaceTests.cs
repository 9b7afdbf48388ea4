using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>Many calls want the last cents at once.</summary>
public sealed class BudgetRaceTests
{
    private const int Calls = 1_000;

    /// <summary>The default cap of $10 a day, and calls that may cost four cents: 250 of them fit.</summary>
    private const long WorstCase = 40_000_000;
    private const int Fit = 250;

    [Fact]
    public async Task A_thousand_calls_at_once_never_pass_the_cap()
    {
        await using var money = await MoneyHost.StartAsync();
        var budget = money.Host.Services.GetRequiredService<IBudget>();
        var holds = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => Task.Run(() => TakeAsync(budget, i))));
        var taken = holds.OfType<IBudgetHold>().ToList();
        Assert.Equal(Fit, taken.Count);
        var full = Assert.Single(await money.PeriodsAsync(BudgetScope.Day));
        Assert.Equal((0L, 10 * Budgets.Usd), (full.SpentNanoUsd, full.HeldNanoUsd));
        // Nothing is spent yet, so nobody is told that the day is used up.
        await using (var db = money.Host.OpenDatabase())
        {
            Assert.Equal(0, await db.Set<CostAlert>().CountAsync());
        }

        // Each comes to half of its worst case, so that half of the cap is free again, for exactly as many more.
        await Task.WhenAll(taken.Select(hold => Task.Run(() => EndAsync(hold, WorstCase / 2))));
        await SettledAsync(money, Fit * WorstCase / 2);
        var second = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => Task.Run(() => TakeAsync(budget, i))));
        Assert.Equal(Fit / 2, second.OfType<IBudgetHold>().Count());
        var again = Assert.Single(await money.PeriodsAsync(BudgetScope.Day));
        Assert.Equal(10 * Budgets.Usd, again.SpentNanoUsd + again.HeldNanoUsd);
    }

    [Fact]
    public async Task A_call_that_fits_the_day_but_not_the_student_holds_nothing_anywhere()
    {
        await using var money = await MoneyHost.StartAsync();
        await LimitTests.PutAsync(money, new { studentMonthUsd = 0.05 });
        var budget = money.Host.Services.GetRequiredService<IBudget>();
        var payer = new Payer { StudentId = Guid.CreateVersion7() }.ToText();
        var first = await budget.ReserveAsync(new BudgetClaim("coach", payer, WorstCase), CancellationToken.None);
        var refused = await Assert.ThrowsAsync<ModelException>(async () =>
            await budget.ReserveAsync(new BudgetClaim("coach", payer, WorstCase), CancellationToken.None)
        );
        Assert.Equal(FailureKind.Budget, refused.Kind);
        Assert.Equal(WorstCase, Assert.Single(await money.PeriodsAsync(BudgetScope.Day)).HeldNanoUsd);
        await EndAsync(first, 1_000);
        await SettledAsync(money, 1_000);
        Assert.Equal((1_000L, 0L), Sums(Assert.Single(await money.PeriodsAsync(BudgetScope.StudentMonth))));
    }

    private static async Task<IBudgetHold?> TakeAsync(IBudget budget, int student)
    {
        try
        {
            var payer = new Payer { StudentId = new Guid(student + 1, 0, 0, new byte[8]), ConversationId = null };
            return await budget.ReserveAsync(new BudgetClaim("coach", payer.ToText(), WorstCase), CancellationToken.None);
        }
        catch (ModelException e) when (e.Kind == FailureKind.Budget)
        {
            return null;
        }
    }

    private static async Task EndAsync(IBudgetHold hold, long cost)
    {
        await hold.SettleAsync(cost, CancellationToken.None);
        await hold.DisposeAsync();
    }

    /// <summary>Settling goes on behind the calls.</summary>
    private static async Task SettledAsync(MoneyHost money, long spent)
    {
        for (var tries = 0; Sums(Assert.Single(await money.PeriodsAsync(BudgetScope.Day))) != (spent, 0); tries++)
        {
            Assert.True(tries < 300, $"{Sums((await money.PeriodsAsync(BudgetScope.Day))[0])} is not ({spent}, 0)");
            await Task.Delay(100);
        }
    }

    private static (long, long) Sums(BudgetPeriod period) => (period.SpentNanoUsd, period.HeldNanoUsd);
}
