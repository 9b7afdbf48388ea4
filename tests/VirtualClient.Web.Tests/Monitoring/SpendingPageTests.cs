using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Spending;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class SpendingPageTests
{
    [Fact]
    public async Task What_was_spent_is_shown_by_day_and_by_student_and_taken_along_as_a_file()
    {
        await using var money = await MoneyHost.StartAsync();
        await (await Talk.StartAsync(await money.Host.NewStudentAsync("Noor Haddad"))).SayAsync(Talk.Lines[0]);
        await (await Talk.StartAsync(await money.Host.NewStudentAsync("Sam Weiss"))).SayAsync(Talk.Lines[0]);
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var students = (await admin.GetAsync("/api/v1/admin/usage?by=student")).Is(200);
        Assert.Equal(2, students.Items.Count);
        Assert.DoesNotContain("Noor", students.Content, StringComparison.Ordinal);
        Assert.Equal(
            (await money.LedgerAsync()).Sum(r => r.CostNanoUsd),
            students.Items.Sum(row => Money.Nano(row!["usage"]!["costUsd"]!.GetValue<decimal>()))
        );
        var file = (await admin.GetAsync("/api/v1/admin/usage.csv?by=model")).Is(200).Content;
        Assert.Contains("\ntotal,,2,", file, StringComparison.Ordinal);
        Assert.Contains($"\n{MoneyHost.Model},,2,", file, StringComparison.Ordinal);

        var browser = await AdminAsync(money.Host);
        foreach (var by in new[] { "day", "hour", "section", "teacher", "model", "purpose" })
        {
            var page = await browser.GetAsync($"/admin/spending?by={by}");
            Assert.Equal(200, page.Status);
            Assert.NotEmpty(page.Document.QuerySelectorAll("svg .bar"));
        }

        Assert.Contains(
            "That span cannot be shown",
            (await browser.GetAsync("/admin/spending?from=2030-02-01&to=2026-01-01")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_a_student_of_the_spending_is_has_to_be_asked_and_asking_is_kept()
    {
        await using var money = await MoneyHost.StartAsync();
        var student = await money.Host.NewStudentAsync("Noor Haddad");
        await (await Talk.StartAsync(student)).SayAsync(Talk.Lines[0]);
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var id = (await admin.GetAsync("/api/v1/admin/usage?by=student")).Items.Single()!["key"]!.GetValue<string>();
        Assert.DoesNotContain(
            "Noor",
            (await admin.GetAsync("/api/v1/admin/usage.csv?by=student")).Is(200).Content,
            StringComparison.Ordinal
        );
        await using var db = money.Host.OpenDatabase();
        Assert.False(await db.Set<AuditEntry>().AnyAsync(e => e.Action == "student.shown"));

        Assert.Equal("Noor Haddad", (await admin.PostAsync($"/api/v1/admin/students/{id}/show")).Is(200).Text("name"));
        // Who is in no line of the ledger is not looked up here.
        var me = (await admin.GetAsync("/api/v1/me")).Text("id");
        (await admin.PostAsync($"/api/v1/admin/students/{me}/show")).Is(404);

        var browser = await AdminAsync(money.Host);
        var page = await browser.GetAsync("/admin/spending?by=student");
        Assert.DoesNotContain("Noor", page.Html, StringComparison.Ordinal);
        var form = page.Document.QuerySelector("form[action^='/admin/students/']")!;
        var answer = await browser.PostAsync(
            form.GetAttribute("action")!,
            ("returnTo", form.QuerySelector("input[name=returnTo]")!.GetAttribute("value")!)
        );
        Assert.StartsWith("/admin/spending?by=student", answer.Location, StringComparison.Ordinal);
        Assert.Contains("is Noor Haddad", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(e => e.Action == "student.shown" && e.SubjectId == Guid.Parse(id)));
        Assert.Contains("student.shown", (await student.GetAsync("/api/v1/me/export")).Is(200).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budgets_limits_and_prices_are_changed_on_their_pages_and_what_was_before_is_kept()
    {
        await using var money = await MoneyHost.StartAsync();
        var browser = await AdminAsync(money.Host);
        await browser.GetAsync("/admin/spending/budgets");
        await browser.PostAsync(
            "/admin/spending/budgets/save",
            ("version", "1"),
            ("day", "25"),
            ("warning", "0.1"),
            ("critical", "nothing")
        );
        Assert.Contains("Enter amounts in dollars", (await browser.GetAsync("/admin/spending/budgets")).Text, StringComparison.Ordinal);
        await browser.PostAsync("/admin/spending/budgets/save", ("version", "1"), ("day", "$25"), ("warning", "0.1"), ("critical", "0.5"));
        var saved = await browser.GetAsync("/admin/spending/budgets");
        Assert.Equal("25", saved.Document.QuerySelector("#day")!.GetAttribute("value"));
        await browser.PostAsync("/admin/spending/budgets/save", ("version", "1"), ("day", "30"), ("warning", "0.1"), ("critical", "0.5"));
        Assert.Contains("Somebody changed this", (await browser.GetAsync("/admin/spending/budgets")).Text, StringComparison.Ordinal);

        await browser.PostAsync(
            "/admin/spending/limits/save",
            ("version", "0"),
            ("minute", "12"),
            ("tests", "30"),
            ("hour", "150000"),
            ("live", "1500")
        );
        Assert.Equal("12", (await browser.GetAsync("/admin/spending/budgets")).Document.QuerySelector("#minute")!.GetAttribute("value"));
        await browser.GetAsync("/admin/spending/prices");
        await browser.PostAsync(
            "/admin/spending/prices/save",
            ("version", "0"),
            ("model", MoneyHost.Model),
            ("input", "0.2"),
            ("output", "1")
        );
        var prices = await browser.GetAsync("/admin/spending/prices");
        Assert.Contains("$0.20", prices.Text, StringComparison.Ordinal);
        Assert.Single(prices.Document.QuerySelectorAll("#history tbody tr"));
        await using var db = money.Host.OpenDatabase();
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "budgets.changed");
        Assert.Contains("day 10", entry.Before!, StringComparison.Ordinal);
        Assert.Contains("day 25", entry.After!, StringComparison.Ordinal);
        var price = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "price.changed");
        Assert.Contains("0.1", price.Before!, StringComparison.Ordinal);
        Assert.Contains("0.2", price.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_is_projected_from_what_replies_took_here_against_the_budget_and_other_models()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        const string path = "/api/v1/admin/projection";
        var rehearsed = (await admin.PostAsync(path, new { students = 10, conversations = 2 })).Is(200);
        Assert.Equal(0, rehearsed.Json!["perReply"]!["measuredReplies"]!.GetValue<int>());
        for (var i = 0; i < 20; i++)
        {
            await RecordAsync(money);
        }

        // Of 1,000 tokens read 800 come from the cache and 100 go to it; 50 are written.
        var body = new
        {
            students = 1000,
            conversations = 10,
            messages = 30,
            model = MoneyHost.Model,
        };
        var term = (await admin.PostAsync(path, body)).Is(200).Json!;
        Assert.Equal(20, term["perReply"]!["measuredReplies"]!.GetValue<int>());
        // 100 × 0.10 + 100 × 0.125 + 800 × 0.01 + 50 × 0.50 = 55.5 dollars a million replies; 15 replies × 10,000 conversations.
        Assert.Equal(8.325m, term["chosen"]!["costUsd"]!.GetValue<decimal>());
        Assert.True(term["withinBudget"]!.GetValue<bool>());
        Assert.True(term["models"]!.AsArray().Count >= 3);
        var plain = (
            await admin.PostAsync(
                path,
                new
                {
                    students = 1000,
                    conversations = 10,
                    messages = 30,
                    model = MoneyHost.Model,
                    caching = false,
                }
            )
        ).Is(200);
        Assert.Equal(18.75m, plain.Json!["chosen"]!["costUsd"]!.GetValue<decimal>());
        (await admin.PostAsync(path, new { students = 0, conversations = 1 })).Is(422, "invalid");
        (
            await admin.PostAsync(
                path,
                new
                {
                    students = 1,
                    conversations = 1,
                    model = "no-such-model",
                }
            )
        ).Is(409, "unknown-model");
        var browser = await AdminAsync(money.Host);
        var page = await browser.GetAsync("/admin/spending/projection?students=1000&conversations=10&messages=30");
        Assert.Contains("$8.3", page.Text, StringComparison.Ordinal);
        Assert.Contains("measured here from 20 replies", page.Text, StringComparison.Ordinal);
    }

    private static async Task RecordAsync(MoneyHost money)
    {
        var before = (await money.LedgerAsync()).Count;
        var call = new ModelCall(
            "haiku",
            "anthropic",
            MoneyHost.Model,
            "reply",
            "ok",
            new Usage(100, 50, 100, 800),
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(2)
        )
        {
            CostNanoUsd = 1_000,
        };
        await money.Host.Services.GetRequiredService<IUsageSink>().RecordAsync(call, null, CancellationToken.None);
        for (var tries = 0; (await money.LedgerAsync()).Count == before; tries++)
        {
            Assert.True(tries < 600, "the line did not come");
            await Task.Delay(20);
        }
    }

    private static async Task<BrowserClient> AdminAsync(WebHost host)
    {
        var (email, password) = await host.NewAccountAsync(Roles.Admin);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        return browser;
    }
}
