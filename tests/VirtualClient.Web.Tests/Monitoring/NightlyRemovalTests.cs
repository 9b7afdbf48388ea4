using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>What is too old to be kept goes by itself, at night where the school is.</summary>
public sealed class NightlyRemovalTests
{
    private const string Installation = "/api/v1/admin/installation";

    // Half a day from UTC's night, and without summer time.
    private static readonly TimeZoneInfo School = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    private static readonly TimeOnly Night = new(3, 0);

    [Fact]
    public async Task Old_words_go_at_night_by_themselves_and_the_figures_stay()
    {
        var clock = new NightClock();
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            StubRoute.To(stub, "Installation:TimeZone=Asia/Kolkata")
        );
        var account = await host.NewAccountAsync(Roles.Student);
        var old = await EndedAsync(await host.SignInAsync(account.Email, account.Password), 0);
        var before = await FiguresAsync(host, old);

        // Nobody has said how long words are kept.
        clock.MoveTo(School, 40, Night);
        var fresh = await EndedAsync(await host.SignInAsync(account.Email, account.Password), 1);
        await StaysAsync(host, clock, old);

        // Set by day: it waits for the night, and that of the school, not that of the machine.
        clock.MoveTo(School, 0, new TimeOnly(8, 30));
        Assert.Equal(3, clock.GetUtcNow().Hour);
        var admin = await host.NewPersonAsync(Roles.Admin);
        (await admin.PutAsync(Installation, new { version = 0, keepWordsDays = 30 })).Is(200);
        await StaysAsync(host, clock, old);
        foreach (var time in new[] { new TimeOnly(1, 59), new TimeOnly(5, 0) })
        {
            clock.MoveTo(School, 1, time);
            await StaysAsync(host, clock, old);
        }

        clock.MoveTo(School, 1, Night);
        clock.Ring();
        var id = Guid.Parse(old);
        for (var tries = 0; await WordsAsync(host, old) > 0; tries++)
        {
            Assert.True(tries < 300, "the words are still there");
            await Task.Delay(100);
        }

        Assert.Equal(before, await FiguresAsync(host, old));
        Assert.True(await WordsAsync(host, fresh) > 0, "what is not old enough stays");
        await using var db = host.OpenDatabase();
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == id);
        Assert.Equal("", conversation.Notes);
        Assert.Equal(clock.GetUtcNow(), conversation.ScrubbedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    private static async Task<string> EndedAsync(ApiClient student, int client)
    {
        var talk = await Talk.StartAsync(student, client);
        await talk.SayAsync("My aunt lives in Duluth and nobody else knows that.");
        await talk.EndAsync("What I think of it.");
        return talk.Id;
    }

    private static async Task StaysAsync(WebHost host, NightClock clock, string conversation)
    {
        clock.Ring();
        // Time for what must not happen.
        await Task.Delay(500);
        Assert.True(await WordsAsync(host, conversation) > 0, $"the words are gone at {clock.GetUtcNow():u}");
    }

    /// <summary>How many characters are left of what was said.</summary>
    private static async Task<int> WordsAsync(WebHost host, string conversation)
    {
        var id = Guid.Parse(conversation);
        await using var db = host.OpenDatabase();
        return await db.Set<Message>().Where(m => m.ConversationId == id).SumAsync(m => m.Text.Length);
    }

    private static async Task<string> FiguresAsync(WebHost host, string conversation)
    {
        var id = Guid.Parse(conversation);
        await using var db = host.OpenDatabase();
        var held = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == id);
        var usage = await db.Set<UsageRecord>().AsNoTracking().Where(r => r.ConversationId == id).ToListAsync();
        Assert.NotEmpty(usage);
        Assert.True(usage.Sum(r => r.CostNanoUsd) > 0, "the stub's words cost something");
        var messages = await db.Set<Message>().CountAsync(m => m.ConversationId == id);
        return $"{held.Turns} {held.StartedAt:O} {held.EndedAt:O} {held.Status} {messages} {usage.Count} {usage.Sum(r => r.CostNanoUsd)}";
    }
}
