using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>What people meet when money runs short.</summary>
public sealed class LimitTests
{
    private const string Path = "/api/v1/admin/budgets";

    [Fact]
    public async Task A_student_is_told_kindly_that_the_day_is_used_up_and_nothing_more_is_called()
    {
        await using var money = await MoneyHost.StartAsync();
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[0])).Type);
        await PutAsync(money, new { dayUsd = 0.0001 });
        var first = await talk.SayAsync(Talk.Lines[1]);
        Assert.Equal(("reply-failed", "budget"), (first.Type, first.Data["kind"]!.GetValue<string>()));
        // From now on the text is not even taken, so that it stays in its box.
        var refused = (await talk.SendAsync(Talk.Lines[2])).Is(409, "budget-used");
        Assert.Contains("your text is still in its box", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Null(refused.Json!["spentUsd"]);
        Assert.Equal(5, (await talk.MessagesAsync()).Count);
        Assert.Equal(1, money.Stub.RequestCount);

        var until = refused.Json!["until"]!.GetValue<DateTimeOffset>();
        var today = (await AdminAsync(money)).Json!["today"]!;
        Assert.Equal(until, today["until"]!.GetValue<DateTimeOffset>());
        Assert.Equal(0, today["heldUsd"]!.GetValue<decimal>());

        // The built-in voice costs nothing and goes on.
        await MoneyHost.ChooseAsync(money, "built-in");
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[2])).Type);
        await MoneyHost.ChooseAsync(money, null);
        (await talk.SendAsync(Talk.Lines[3])).Is(409, "budget-used");

        await PutAsync(money, new { dayUsd = 10 });
        var again = await talk.SayAsync(Talk.Lines[3]);
        Assert.True(again.Type == "reply-completed", again.Data.ToJsonString());
    }

    [Fact]
    public async Task A_teacher_in_a_test_sees_how_much_was_spent_and_until_when()
    {
        await using var money = await MoneyHost.StartAsync();
        var teacher = await money.Host.NewPersonAsync(Roles.Teacher);
        var clientId = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var talk = new Talk(teacher, (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(201).Text("id"));
        await PutAsync(money, new { dayUsd = 0.0001 });
        await talk.SayAsync(Talk.Lines[0]);
        var refused = (await talk.SendAsync(Talk.Lines[1])).Is(409, "budget-used");
        Assert.Equal(("day", 0.0001m), (refused.Text("budget"), refused.Json!["limitUsd"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Each_mark_of_the_day_and_of_a_conversation_is_told_once()
    {
        await using var money = await MoneyHost.StartAsync();
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        var cost = (await money.LedgerAsync()).Sum(r => r.CostNanoUsd) / 1e9m;
        // The next call passes both marks of the conversation; the one after it nothing.
        await PutAsync(money, new { conversationWarningUsd = cost * 1.01m, conversationCriticalUsd = cost * 1.02m });
        await talk.SayAsync(Talk.Lines[1]);
        await talk.SayAsync(Talk.Lines[2]);
        Assert.Equal(["conversation-budget", "conversation-budget"], await CodesAsync(money));

        foreach (var (mark, turn) in new[] { (5m, 3), (8m, 4), (10m, 5) })
        {
            await SpendAsync(money, mark - 0.00001m);
            var passing = await talk.SayAsync(Talk.Lines[turn]);
            Assert.Equal(mark == 10 ? "reply-failed" : "reply-completed", passing.Type);
        }

        (await talk.SendAsync(Talk.Lines[0])).Is(409, "budget-used");
        await using var db = money.Host.OpenDatabase();
        Assert.Equal([1, 2, 50, 80, 100], await db.Set<CostAlert>().Select(a => a.Mark).OrderBy(m => m).ToListAsync());
        var told = await db.Set<Problem>().Where(p => p.Code == "day-budget").OrderBy(p => p.FirstSeenAt).ToListAsync();
        Assert.Equal([Severity.Medium, Severity.High, Severity.Critical], told.Select(p => p.Severity));
        Assert.All(told, p => Assert.Equal(1, p.Count));
    }

    [Fact]
    public async Task A_limit_of_the_provider_is_told_to_the_admin_and_is_none_of_our_budgets()
    {
        await using var money = await MoneyHost.StartAsync();
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        money.Stub.Faults.Add("429");
        Assert.Equal("budget", (await talk.SayAsync(Talk.Lines[0])).Data["kind"]!.GetValue<string>());
        await using (var db = money.Host.OpenDatabase())
        {
            var told = await db.Set<Problem>().SingleAsync(p => p.Code == "reply-budget");
            Assert.Equal(("haiku", Severity.Critical), (told.Source, told.Severity));
        }

        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[1])).Type);
    }

    [Fact]
    public async Task Budgets_are_changed_by_their_version_and_checked()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var defaults = (await admin.GetAsync(Path)).Is(200);
        Assert.Equal(
            (0.10m, 0.50m, 10m),
            (
                defaults.Json!["conversationWarningUsd"]!.GetValue<decimal>(),
                defaults.Json["conversationCriticalUsd"]!.GetValue<decimal>(),
                defaults.Json["dayUsd"]!.GetValue<decimal>()
            )
        );
        var changed = await PutAsync(money, new { dayUsd = 3, exceptions = new[] { Exception() } });
        Assert.Equal(2, changed.Number("version"));
        Assert.Equal("student-month", changed.Json!["exceptions"]![0]!["budget"]!.GetValue<string>());
        (await admin.PutAsync(Path, defaults.Json!)).Is(409, "stale");
        (await admin.PutAsync(Path, Merge(changed, new { dayUsd = -1 }))).Is(422);
        (await admin.PutAsync(Path, Merge(changed, new { conversationWarningUsd = 1 }))).Is(422);
        (await admin.PutAsync(Path, Merge(changed, new { exceptions = new[] { Exception(), new { budget = "day" } } }))).Is(422);
        Assert.Equal(3, (await admin.GetAsync(Path)).Json!["dayUsd"]!.GetValue<decimal>());
        await using var db = money.Host.OpenDatabase();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "budgets.changed"));
    }

    /// <summary>Changes some budgets and leaves the others as they are.</summary>
    internal static async Task<Answer> PutAsync(MoneyHost money, object changes)
    {
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        return (await admin.PutAsync(Path, Merge((await admin.GetAsync(Path)).Is(200), changes))).Is(200);
    }

    private static async Task<Answer> AdminAsync(MoneyHost money) =>
        (await (await money.Host.NewPersonAsync(Roles.Admin)).GetAsync(Path)).Is(200);

    private static object Exception() =>
        new
        {
            budget = "student-month",
            id = Guid.CreateVersion7(),
            limitUsd = 1,
        };

    private static JsonObject Merge(Answer answer, object changes)
    {
        var merged = answer.Json!.DeepClone().AsObject();
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(changes)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    /// <summary>As if other conversations had spent this much today.</summary>
    private static async Task SpendAsync(MoneyHost money, decimal usd)
    {
        await using var db = money.Host.OpenDatabase();
        var day = db.Set<BudgetPeriod>().Where(p => p.Scope == BudgetScope.Day);
        Assert.Equal(1, await day.ExecuteUpdateAsync(set => set.SetProperty(p => p.SpentNanoUsd, Money.Nano(usd))));
    }

    private static async Task<List<string>> CodesAsync(MoneyHost money)
    {
        await using var db = money.Host.OpenDatabase();
        return await db.Set<Problem>().Where(p => p.Source == "budget").OrderBy(p => p.FirstSeenAt).Select(p => p.Code).ToListAsync();
    }
}
