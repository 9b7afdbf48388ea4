using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>What a conversation goes on from when something in it went wrong.</summary>
public sealed class BrokenOffTests(EveryTest every)
{
    private static readonly string[] StrangeTexts = ["A word\0 and another.", "\0\0Hello."];

    [Fact]
    public async Task A_reply_that_broke_off_does_not_make_the_client_begin_anew()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        for (var i = 0; i < 3; i++)
        {
            await talk.SayAsync(Talk.Lines[i]);
        }

        await using var scope = every.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var id = Guid.Parse(talk.Id, CultureInfo.InvariantCulture);
        var replies = await db.Set<Message>()
            .Where(m => m.ConversationId == id && m.InReplyTo != null)
            .OrderBy(m => m.Sequence)
            .ToListAsync();
        var broken = replies[1].Id;
        await db.Set<Message>()
            .Where(m => m.Id == broken)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Interrupted).SetProperty(m => m.Turn, (string?)null));
        var next = replies[2];
        var context = await ReplyContext.LoadAsync(db, new ReplyTicket(id, next.Id, next.Sequence, Talk.Lines[2]), default);
        Assert.Equal(1, context!.State.Turn);
    }

    [Fact]
    public async Task Nothing_is_added_to_what_was_ended_at_the_same_moment()
    {
        var student = await every.Host.NewStudentAsync();
        var talk = await Talk.StartAsync(student);
        await using var scope = every.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var id = Guid.Parse(talk.Id, CultureInfo.InvariantCulture);
        var read = await db.Set<Conversation>().SingleAsync(c => c.Id == id);
        await talk.EndAsync();
        var (said, reply) = read.Say(Guid.CreateVersion7(), "One more thing.", null, TimeProvider.System.GetUtcNow());
        db.AddRange(said, reply);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_character_that_one_database_refuses_is_left_out_on_both()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        foreach (var text in StrangeTexts)
        {
            await talk.SayAsync(text);
        }

        (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = "n\0otes", version = 1 })).Is(200);
        (await talk.Api.GetAsync("/api/v1/conversations?q=%00a")).Is(200);
        var said = (await talk.MessagesAsync()).Select(m => m["text"]!.GetValue<string>()).ToList();
        Assert.Contains("A word and another.", said);
        Assert.Contains("Hello.", said);
    }
}
