using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Monitoring.Dashboard;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Bench.Scale;

/// <summary>One query's times at one size, in milliseconds.</summary>
internal sealed record QueryTimes(string Name, double BarMs, double P50, double P95);

/// <summary>Times the product's own queries as pages ask them, with the mapper's work in it, on conversations drawn with a fixed seed.</summary>
internal sealed class ScaleQueries(ScaleDatabase database, ScaleData data)
{
    private const int Warm = 400;
    private const int Measured = 400;
    private const int Appends = Conversation.MaxTurns;

    private ConversationCount before = null!;

    private readonly Random random = new(20261101);

    public async Task<List<QueryTimes>> RunAsync(CancellationToken cancellationToken)
    {
        before = new ConversationCount(database, TimeProvider.System);
        return
        [
            await TimeAsync("transcript page", 2, TranscriptAsync, cancellationToken),
            await TimeAsync("list of conversations, one page", 2, ListAsync, cancellationToken),
            await TimeAsync("24-hour chart", 5, ChartAsync, cancellationToken),
            await TimeAsync("admin's board, all figures", 5, OverviewAsync, cancellationToken),
            await TimeAsync("admin's board, conversations under way", 5, ActiveAsync, cancellationToken),
        ];
    }

    /// <summary>Turns stored in a second, each in a transaction of its own, one after the other.</summary>
    public async Task<double> AppendsPerSecondAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var profile = await db.Set<ClientProfile>().FirstAsync(cancellationToken);
        var (conversation, opening) = Conversation.Start(
            ScaleData.Student(random.Next(ScaleData.Students)),
            profile,
            true,
            null,
            null,
            1,
            "Hi.",
            TimeProvider.System.GetUtcNow()
        );
        db.AddRange(conversation, opening);
        await db.SaveChangesAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Appends; i++)
        {
            var now = TimeProvider.System.GetUtcNow();
            var (said, reply) = conversation.Say(Guid.CreateVersion7(), "And then?", null, now);
            reply.CompleteWith("I went home.", "{}", now);
            db.AddRange(said, reply);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(said).State = EntityState.Detached;
            db.Entry(reply).State = EntityState.Detached;
        }

        var rate = Appends / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await db.Set<Conversation>().Where(c => c.Id == conversation.Id).ExecuteDeleteAsync(cancellationToken);
        return rate;
    }

    private async Task TranscriptAsync(CancellationToken cancellationToken)
    {
        var number = random.Next(1, data.Conversations + 1);
        await using var db = database.Open();
        var page = await Reader(db).MessagesAsync(Owner(number), ScaleData.Conversation(number), 50, null, cancellationToken);
        Require(page.Items.Count == ScaleData.PerConversation);
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var number = random.Next(1, data.Conversations + 1);
        await using var db = database.Open();
        var page = await Reader(db).ListAsync(Owner(number), null, null, null, 20, null, cancellationToken);
        Require(page.Items.Count > 0);
    }

    private async Task ChartAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var to = data.Hour.AddHours(-random.Next(24));
        var from = to.AddHours(-24);
        var hours = await db.Set<UsageHour>()
            .Where(h => h.Hour >= from && h.Hour < to)
            .GroupBy(h => h.Hour)
            .Select(g => new
            {
                g.Key,
                Tokens = g.Sum(h => h.InputTokens + h.OutputTokens + h.CacheReadTokens + h.CacheWriteTokens),
                Cost = g.Sum(h => h.CostNanoUsd),
            })
            .ToListAsync(cancellationToken);
        Require(hours.Count == 24);
    }

    private async Task OverviewAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var calendar = new SpendingCalendar(TimeZoneInfo.Utc);
        var view = await new ReadOverview(db, before, calendar, new FixedClock(data.Now)).HandleAsync(cancellationToken);
        Require(view.ConversationsTotal >= data.Conversations && view.ActiveConversations > 0 && view.FirstTextMs > 0);
    }

    private async Task ActiveAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var page = await new ReadActiveConversations(db, new FixedClock(data.Now)).HandleAsync(20, null, cancellationToken);
        Require(page.Items.Count == 20 && page.Items[0].Tokens > 0);
    }

    private static async Task<QueryTimes> TimeAsync(
        string name,
        double bar,
        Func<CancellationToken, Task> query,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < Warm; i++)
        {
            await query(cancellationToken);
        }

        var times = new double[Measured];
        for (var i = 0; i < Measured; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await query(cancellationToken);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return new QueryTimes(name, bar, times[Measured / 2], times[Measured * 95 / 100]);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static CurrentUser Owner(int conversation) =>
        new(ScaleData.Student(conversation % ScaleData.Students), "", IsStudent: true, IsTeacher: false, IsAdmin: false);

    /// <summary>For somebody who reads their own, which writes nothing: neither the gate nor the log is asked.</summary>
    private static ReadConversations Reader(Web.Data.AppDbContext db) => new(db, null!, new LiveReplies(), null!, TimeProvider.System);

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The bench's data is not what its query expects.");
        }
    }
}
