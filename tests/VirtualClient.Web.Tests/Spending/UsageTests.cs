using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

public sealed class UsageTests
{
    private const string Path = "/api/v1/admin/usage";

    [Fact]
    public async Task However_it_is_added_up_the_sum_is_that_of_the_ledger()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        await InSectionAsync(money, Talk.Lines[0]);
        await (await Talk.StartAsync(await money.Host.NewStudentAsync())).SayAsync(Talk.Lines[1]);
        await RecordAsync(money, "assessment");
        var ledger = await money.LedgerAsync();
        Assert.Equal(3, ledger.Count);
        foreach (var by in new[] { "hour", "day", "model", "purpose", "section", "teacher" })
        {
            var usage = (await admin.GetAsync($"{Path}?by={by}")).Is(200);
            Assert.Equal(ledger.Sum(r => r.CostNanoUsd), Nano(usage.Json!["total"]!));
            Assert.Equal(ledger.Sum(r => r.CostNanoUsd), usage.Items.Sum(row => Nano(row!["usage"]!)));
            Assert.Equal(3, usage.Items.Sum(row => row!["usage"]!["calls"]!.GetValue<int>()));
        }

        Assert.Equal(24, (await admin.GetAsync(Path + "?by=hour")).Items.Count);
        Assert.Equal(["assessment", "reply"], Keys(await admin.GetAsync(Path + "?by=purpose")).Order(StringComparer.Ordinal));
        var sections = (await admin.GetAsync(Path + "?by=section")).Items;
        Assert.Equal(["Practice II", null], sections.Select(row => row!["name"]?.GetValue<string>()).OrderByDescending(n => n));
        var teachers = (await admin.GetAsync(Path + "?by=teacher")).Items;
        Assert.Contains(teachers, row => row!["name"]?.GetValue<string>() == "Ms. Field");
    }

    [Fact]
    public async Task A_span_that_makes_no_sense_is_refused()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        (await admin.GetAsync(Path + "?by=color")).Is(400, "bad-filter");
        (await admin.GetAsync(Path + "?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")).Is(400, "bad-range");
        (await admin.GetAsync(Path + "?by=hour&from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z")).Is(400, "bad-range");
        var november = (await admin.GetAsync(Path + "?by=day&from=2026-11-01T05:00:00Z&to=2026-12-01T06:00:00Z")).Is(200);
        // A month with a day of 25 hours has thirty days all the same.
        Assert.Equal(30, november.Items.Count);
        Assert.Equal("2026-11-30", Keys(november)[^1]);
    }

    [Fact]
    public async Task A_teacher_is_told_of_a_section_that_has_used_up_its_month_and_its_students_are_stopped()
    {
        await using var money = await MoneyHost.StartAsync();
        await LimitTests.PutAsync(money, new { sectionMonthUsd = 0.0005 });
        var (talk, teacher) = await InSectionAsync(money, Talk.Lines[0]);
        for (var turn = 1; turn < Talk.Lines.Length; turn++)
        {
            if ((await talk.SendAsync(Talk.Lines[turn])) is { Status: 202 } sent)
            {
                await talk.ReadAsync(sent);
            }
        }

        (await talk.SendAsync(Talk.Lines[0])).Is(409, "budget-used");
        var mine = (await teacher.GetAsync("/api/v1/spending/alerts")).Is(200);
        var full = mine.Items.First(a => a!["mark"]!.GetValue<string>() == "100 %")!;
        Assert.Equal("section-month", full["budget"]!.GetValue<string>());
        Assert.True(full["until"]!.GetValue<DateTimeOffset>() > TimeProvider.System.GetUtcNow());
        Assert.Empty((await (await money.Host.NewPersonAsync(Roles.Teacher)).GetAsync("/api/v1/spending/alerts")).Items);
        // Another student, in no section, goes on.
        Assert.Equal("reply-completed", (await (await Talk.StartAsync(await money.Host.NewStudentAsync())).SayAsync(Talk.Lines[0])).Type);
    }

    [Fact]
    public async Task The_admins_choice_of_a_route_holds_for_students_and_not_for_tests()
    {
        await using var money = await MoneyHost.StartAsync();
        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        const string models = "/api/v1/admin/models";
        var before = (await admin.GetAsync(models)).Is(200);
        Assert.Equal("haiku", before.Text("default"));
        (await admin.PutAsync(models, new { version = 1, students = "no-such-route" })).Is(409, "unknown-route");
        (await admin.PutAsync(models, new { version = 1, students = "built-in" })).Is(200);
        (await admin.PutAsync(models, new { version = 1, students = "haiku" })).Is(409, "stale");
        await (await Talk.StartAsync(await money.Host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal(0, money.Stub.RequestCount);

        var teacher = await money.Host.NewPersonAsync(Roles.Teacher);
        var clientId = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var test = (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(201).Text("id");
        await new Talk(teacher, test).SayAsync(Talk.Lines[0]);
        Assert.True(Assert.Single(await money.LedgerAsync()).IsTest);
    }

    private static async Task<(Talk Talk, ApiClient Teacher)> InSectionAsync(MoneyHost money, string line)
    {
        var teacher = await money.Host.NewPersonAsync(Roles.Teacher, "Ms. Field");
        var student = await money.Host.NewStudentAsync();
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = money.Host.OpenDatabase())
        {
            var section = new CourseSection { Name = "Practice II", CreatedAt = now };
            db.Add(section);
            foreach (var (person, role) in new[] { (teacher, SectionRole.Teacher), (student, SectionRole.Student) })
            {
                db.Add(
                    new Enrollment
                    {
                        SectionId = section.Id,
                        UserId = Guid.Parse((await person.GetAsync("/api/v1/me")).Text("id")),
                        Role = role,
                        EnrolledAt = now,
                    }
                );
            }

            await db.SaveChangesAsync();
        }

        var talk = await Talk.StartAsync(student);
        await talk.SayAsync(line);
        return (talk, teacher);
    }

    /// <summary>A call that belongs to no reply comes by itself.</summary>
    private static async Task RecordAsync(MoneyHost money, string purpose)
    {
        var before = (await money.LedgerAsync()).Count;
        var call = new ModelCall(
            "haiku",
            "anthropic",
            MoneyHost.Model,
            purpose,
            "ok",
            new Usage(100, 20, 0, 0),
            "request-1",
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(2)
        )
        {
            CostNanoUsd = 20_000,
        };
        await money.Host.Services.GetRequiredService<IUsageSink>().RecordAsync(call, null, CancellationToken.None);
        for (var tries = 0; (await money.LedgerAsync()).Count == before; tries++)
        {
            Assert.True(tries < 300, "the line did not come");
            await Task.Delay(100);
        }
    }

    private static List<string?> Keys(Answer usage) => [.. usage.Items.Select(row => row!["key"]?.GetValue<string>())];

    private static long Nano(JsonNode sum) => Money.Nano(sum["costUsd"]!.GetValue<decimal>());
}
