using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>Money that is held comes back, whatever happens to the call and to its server, and never twice.</summary>
public sealed class HoldTests
{
    private const long Worst = 5_000_000;

    [Fact]
    public async Task A_killed_servers_money_is_free_again_when_the_next_has_started()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var stub = await StubProvider.StartAsync(new StubSettings { PerPiece = TimeSpan.FromSeconds(5) });
        string[] route = [.. MoneyHost.RouteTo(stub).Select(setting => "--" + setting)];
        string path;
        string replyId;
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development", route))
        {
            var talk = await Talk.StartAsync(await first.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password));
            path = talk.Id;
            replyId = (await talk.SendAsync(Talk.Lines[0])).Is(202).Text("replyId");
            await WaitAsync(() => Task.FromResult(stub.RequestCount == 1));
            await first.KillAsync();
        }

        await using (var db = database.Open())
        {
            Assert.Equal(Guid.Parse(replyId), (await db.Set<BudgetHold>().AsNoTracking().SingleAsync()).Id);
            Assert.True((await db.Set<BudgetPeriod>().SingleAsync(p => p.Scope == BudgetScope.Day)).HeldNanoUsd > 0);
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development", route);
        var after = new Talk(await second.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password), path);
        await after.ReplyAsync(replyId, status => status == "interrupted");
        await using var then = database.Open();
        Assert.Equal(0, await then.Set<BudgetHold>().CountAsync());
        Assert.All(await then.Set<BudgetPeriod>().ToListAsync(), p => Assert.Equal(0, p.HeldNanoUsd));
    }

    [Fact]
    public async Task Only_holds_that_are_older_than_any_call_are_given_back_while_servers_run()
    {
        await using var money = await MoneyHost.StartAsync();
        var (budget, book) = Services(money);
        var student = Guid.CreateVersion7();
        await budget.ReserveAsync(Claim(student), CancellationToken.None);
        await budget.ReserveAsync(Claim(student), CancellationToken.None);
        Assert.Equal(0, await book.ReleaseLeftAsync(all: false, CancellationToken.None));
        Assert.Equal(2 * Worst, await HeldAsync(money));

        await using (var db = money.Host.OpenDatabase())
        {
            var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
            var oldest = db.Set<BudgetHold>().OrderBy(h => h.Id).Select(h => h.Id).First();
            await db.Set<BudgetHold>().Where(h => h.Id == oldest).ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresAt, past));
        }

        Assert.Equal(1, await book.ReleaseLeftAsync(all: false, CancellationToken.None));
        Assert.Equal(Worst, await HeldAsync(money));
        Assert.Equal(Worst, Assert.Single(await money.PeriodsAsync(BudgetScope.StudentMonth)).HeldNanoUsd);
        Assert.Equal(1, await book.ReleaseLeftAsync(all: true, CancellationToken.None));
        Assert.Equal(0, await HeldAsync(money));
    }

    [Fact]
    public async Task A_reply_that_ends_after_its_money_was_given_back_is_paid_and_gives_nothing_back_again()
    {
        await using var money = await MoneyHost.StartAsync(new StubSettings { PerPiece = TimeSpan.FromMilliseconds(300) });
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        Assert.Equal(1, await Services(money).Book.ReleaseLeftAsync(all: true, CancellationToken.None));
        (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);
        await talk.ReplyAsync(sent.Text("replyId"), status => status == "stopped");
        var day = Assert.Single(await money.PeriodsAsync(BudgetScope.Day));
        Assert.Equal(((await money.LedgerAsync()).Sum(r => r.CostNanoUsd), 0L), (day.SpentNanoUsd, day.HeldNanoUsd));
        Assert.True(day.SpentNanoUsd > 0);
    }

    /// <summary>The day the clocks go back in Chicago; the second one in the morning is still that day.</summary>
    [Fact]
    public async Task Money_held_before_midnight_is_spent_in_the_day_it_was_held_in_and_the_new_day_has_all_of_its_own()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 2, 5, 59, 0, TimeSpan.Zero));
        await using var host = await WebHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var budget = host.Services.GetRequiredService<IBudget>();
        const long all = 10 * Budgets.Usd;
        var hold = await budget.ReserveAsync(new BudgetClaim("coach", null, all), CancellationToken.None);
        await Assert.ThrowsAsync<ModelException>(async () => await budget.ReserveAsync(Claim(null), CancellationToken.None));

        clock.Move(TimeSpan.FromMinutes(2));
        await using (await budget.ReserveAsync(Claim(null), CancellationToken.None))
        {
            await hold.SettleAsync(7 * Budgets.Usd, CancellationToken.None);
            await hold.DisposeAsync();
        }

        await using var db = host.OpenDatabase();
        await WaitAsync(async () => await db.Set<BudgetPeriod>().AllAsync(p => p.HeldNanoUsd == 0));
        var days = await db.Set<BudgetPeriod>().AsNoTracking().OrderBy(p => p.Period).ToListAsync();
        Assert.Equal([("2026-11-01", 7 * Budgets.Usd), ("2026-11-02", 0L)], days.Select(d => (d.Period, d.SpentNanoUsd)));
    }

    private static (IBudget Budget, HoldBook Book) Services(MoneyHost money) =>
        (money.Host.Services.GetRequiredService<IBudget>(), money.Host.Services.GetRequiredService<HoldBook>());

    private static BudgetClaim Claim(Guid? student) => new("coach", new Payer { StudentId = student }.ToText(), Worst);

    private static async Task<long> HeldAsync(MoneyHost money) => Assert.Single(await money.PeriodsAsync(BudgetScope.Day)).HeldNanoUsd;

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        for (var tries = 0; !await done(); tries++)
        {
            Assert.True(tries < 300, "it did not come");
            await Task.Delay(100);
        }
    }

    /// <summary>The system's clock, somewhere else.</summary>
    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan offset = start - System.GetUtcNow();
        private TimeSpan moved;

        public void Move(TimeSpan by) => moved += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset + moved;
    }
}
