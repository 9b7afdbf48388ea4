using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Monitoring.Settings;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class SettingsTests
{
    private const string Installation = "/api/v1/admin/installation";

    [Fact]
    public async Task A_banner_stands_on_every_page_and_closed_registration_lets_nobody_in()
    {
        await using var host = await WebHost.StartAsync();
        var browser = await AdminAsync(host);
        await browser.GetAsync("/admin/settings");
        await browser.PostAsync(
            "/admin/settings/save",
            ("version", "0"),
            ("banner", "Away <b>tonight</b>."),
            ("closed", "true"),
            ("days", "")
        );
        var nobody = await host.Browser().GetAsync("/sign-in");
        Assert.Equal("Away <b>tonight</b>.", nobody.Document.QuerySelector(".banner p")!.TextContent);
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var code = (await teacher.PostAsync($"/api/v1/sections/{section}/join-code", new { days = 7 })).Is(200).Text("code");
        var student = await host.NewStudentAsync();
        (await student.PostAsync("/api/v1/sections/join", new { code })).Is(409, "registration-closed");

        var admin = await host.NewPersonAsync(Roles.Admin);
        (await admin.PutAsync(Installation, new { version = 0 })).Is(409, "stale");
        (await admin.PutAsync(Installation, new { version = 1, keepWordsDays = 3 })).Is(422, "invalid");
        (await admin.PutAsync(Installation, new { version = 1 })).Is(200);
        (await student.PostAsync("/api/v1/sections/join", new { code })).Is(201);
        Assert.Null((await host.Browser().GetAsync("/sign-in")).Document.QuerySelector(".banner"));
        await using var db = host.OpenDatabase();
        var entry = await db.Set<AuditEntry>().OrderBy(e => e.At).FirstAsync(e => e.Action == "installation.changed");
        Assert.Contains("registration closed", entry.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_old_enough_go_and_dates_turns_and_costs_stay()
    {
        var clock = new MovableClock();
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock), StubRoute.To(stub));
        var account = await host.NewAccountAsync(Roles.Student);
        var student = await host.SignInAsync(account.Email, account.Password);
        var old = await Talk.StartAsync(student);
        await old.SayAsync("My aunt lives in Duluth and nobody else knows that.");
        await old.EndAsync();
        clock.Move(TimeSpan.FromDays(40));
        student = await host.SignInAsync(account.Email, account.Password);
        var fresh = await Talk.StartAsync(student, 1);
        await fresh.SayAsync(Talk.Lines[0]);
        await fresh.EndAsync();

        var admin = await host.NewPersonAsync(Roles.Admin);
        // Those of the class that demonstrates are as old.
        var due = (await admin.GetAsync(Installation + "/old-words?days=30")).Is(200).Number("conversations");
        Assert.True(due >= 1);
        var job = host.Services.GetRequiredService<RemoveOldWords>();
        Assert.Equal(0, await job.RemoveAsync(CancellationToken.None));
        (await admin.PutAsync(Installation, new { version = 0, keepWordsDays = 30 })).Is(200);
        Assert.Equal(due, await job.RemoveAsync(CancellationToken.None));
        Assert.Equal(0, await job.RemoveAsync(CancellationToken.None));

        await using var db = host.OpenDatabase();
        var id = Guid.Parse(old.Id);
        Assert.All(
            await db.Set<Message>().Where(m => m.ConversationId == id).ToListAsync(),
            m => Assert.True(m.Text.Length == 0 && m.Turn is null)
        );
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == id);
        Assert.Equal((1, ""), (conversation.Turns, conversation.Notes));
        // As both databases keep it.
        Assert.Equal(clock.GetUtcNow(), conversation.ScrubbedAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.True(await db.Set<UsageRecord>().AnyAsync(r => r.ConversationId == id && r.CostNanoUsd > 0));
        var kept = Guid.Parse(fresh.Id);
        Assert.All(await db.Set<Message>().Where(m => m.ConversationId == kept).ToListAsync(), m => Assert.NotEmpty(m.Text));
        Assert.DoesNotContain("Duluth", (await student.GetAsync("/api/v1/me/export")).Is(200).Content, StringComparison.Ordinal);
        // Its pages still open, and say why they are empty.
        var browser = host.Browser();
        await browser.SignInAsync(account.Email, account.Password);
        foreach (var page in new[] { "record", "debrief" })
        {
            var read = await browser.GetAsync($"/conversations/{old.Id}/{page}");
            Assert.Equal(200, read.Status);
            Assert.Contains("The words of this conversation were removed", read.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_model_is_stopped_by_one_switch_and_settings_tell_where_they_come_from_without_secrets()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(
            StubRoute.To(stub, "Models:Routes:0:ApiKey=very-secret", "Telemetry:Headers=very-secret", "SignIn:TriesPerMinute=777")
        );
        var browser = await AdminAsync(host);
        var page = await browser.GetAsync("/admin/settings");
        Assert.Contains("SignIn:TriesPerMinute", page.Text, StringComparison.Ordinal);
        Assert.Contains("777", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", page.Html, StringComparison.Ordinal);
        await browser.PostAsync("/admin/settings/model", ("model", StubRoute.Model), ("reason", "It costs too much."), ("on", "false"));
        var failed = await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal("not-available", failed.Data["kind"]!.GetValue<string>());
        await browser.GetAsync("/admin/settings");
        await browser.PostAsync("/admin/settings/model", ("model", StubRoute.Model), ("reason", "It is cheaper now."), ("on", "true"));
        Assert.Equal("reply-completed", (await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0])).Type);
        await browser.GetAsync("/admin/settings");
        await browser.PostAsync("/admin/settings/preview", ("days", "5"));
        Assert.Contains("at least 30 days", (await browser.GetAsync("/admin/settings")).Text, StringComparison.Ordinal);
    }

    private static async Task<BrowserClient> AdminAsync(WebHost host)
    {
        var (email, password) = await host.NewAccountAsync(Roles.Admin);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        return browser;
    }
}
