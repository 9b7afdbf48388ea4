using Microsoft.EntityFrameworkCore;
using VirtualClient.Bench.Load;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>SIGTERM while many replies are being made, some of them waiting in line.</summary>
public sealed class StoppingTests
{
    private const int ClientsOfOne = 12;
    private const int Replies = 200;

    [Fact]
    public async Task Two_hundred_replies_finish_or_can_be_resumed_when_the_server_is_asked_to_stop()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using (var db = database.Open())
        {
            await BenchPeople.AddAsync(db, (Replies + ClientsOfOne - 1) / ClientsOfOne, CancellationToken.None);
        }

        await using var server = await ServerProcess.StartAsync(
            database.Connection,
            "Development",
            "--Limits:LiveReplies=150",
            "--BuiltInVoice:MinDuration=00:00:05",
            "--BuiltInVoice:MaxDuration=00:00:05"
        );
        var talks = new List<Talk>();
        for (var i = 0; i < Replies; i += ClientsOfOne)
        {
            var student = await server.SignInAsync(BenchPeople.Email(i / ClientsOfOne), BenchPeople.Password);
            for (var client = 0; client < ClientsOfOne && talks.Count < Replies; client++)
            {
                talks.Add(await Talk.StartAsync(student, client));
            }
        }

        var sent = await Task.WhenAll(talks.Select(talk => talk.SendAsync(Talk.Lines[0])));
        Assert.All(sent, answer => answer.Is(202));
        // The program promises thirty seconds; a machine under load may be late to count them.
        await server.TerminateAsync(TimeSpan.FromSeconds(45));
        await using var stored = database.Open();
        var replies = await RepliesAsync(stored, sent);
        if (replies.Any(reply => reply.IsActive))
        {
            // Too slow to label every one before it had to go: the next server does that.
            await using var next = await ServerProcess.StartAsync(database.Connection, "Development");
            for (var second = 0; second < 60 && replies.Any(reply => reply.IsActive); second++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
                replies = await RepliesAsync(stored, sent);
            }
        }

        Assert.Equal(Replies, replies.Count);
        Assert.All(
            replies,
            reply =>
                Assert.True(
                    reply.Status == MessageStatus.Complete || reply is { Status: MessageStatus.Interrupted, Retryable: true },
                    $"{reply.Status}"
                )
        );
        Assert.Contains(replies, reply => reply.Status == MessageStatus.Complete);
    }

    private static Task<List<Message>> RepliesAsync(AppDbContext db, Answer[] sent)
    {
        var ids = sent.Select(answer => Guid.Parse(answer.Text("replyId"))).ToList();
        return db.Set<Message>().AsNoTracking().Where(m => m.InReplyTo != null && ids.Contains(m.Id)).ToListAsync();
    }
}
