using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Bench.Crash;

/// <param name="Lost">Acknowledged messages that are not stored as they were acknowledged.</param>
/// <param name="Doubled">Messages stored twice or never sent, and messages answered twice.</param>
/// <param name="Gaps">Conversations whose sequence is not 1, 2, 3 and so on.</param>
/// <param name="Stuck">Replies that still claim to be in the making.</param>
/// <param name="LedgerFaults">Lines of the ledger that are twice there or differ from what the provider reported, and whole replies without one.</param>
/// <param name="Unsettled">Calls the provider answered whose server was killed before it could store them; money that no program can see.</param>
/// <param name="Held">Nano-dollars still held back for calls that ended.</param>
internal sealed record CrashFindings(
    int Acknowledged,
    int Replies,
    int Interrupted,
    int Lost,
    int Doubled,
    int Gaps,
    int Stuck,
    int LedgerLines,
    int LedgerFaults,
    int Unsettled,
    long Held
)
{
    public bool Good => Lost + Doubled + Gaps + Stuck + LedgerFaults == 0;
}

/// <summary>Compares what the clients were promised and what the provider reported with what is stored.</summary>
internal static class CrashCheck
{
    private sealed record Row(
        Guid Id,
        Guid Conversation,
        int Sequence,
        Guid? ClientMessageId,
        string Text,
        MessageStatus Status,
        Guid? InReplyTo
    );

    public static async Task<CrashFindings> CompareAsync(
        AppDbContext db,
        CrashLog log,
        IReadOnlyDictionary<string, ReportedUsage> reported,
        CancellationToken cancellationToken
    )
    {
        var rows = await db.Set<Message>()
            .Select(m => new Row(m.Id, m.ConversationId, m.Sequence, m.ClientMessageId, m.Text, m.Status, m.InReplyTo))
            .ToListAsync(cancellationToken);
        var said = rows.Where(r => r.ClientMessageId is not null).ToLookup(r => r.ClientMessageId!.Value);
        var lost = log.All.Count(a =>
            !said[a.ClientMessageId]
                .Any(r => (r.Id, r.Conversation, r.Sequence, r.Text) == (a.MessageId, a.Conversation, a.Sequence, a.Text))
        );
        var doubled =
            said.Count(group => group.Count() > 1)
            + said.Count(group => !log.Attempts.TryGetValue(group.Key, out var text) || group.Any(r => r.Text != text))
            + rows.Where(r => r is { InReplyTo: not null, Status: MessageStatus.Complete })
                .GroupBy(r => r.InReplyTo)
                .Count(g => g.Count() > 1)
            + log.Broken.Count;
        var gaps = rows.GroupBy(r => r.Conversation)
            .Count(g => !g.Select(r => r.Sequence).Order().SequenceEqual(Enumerable.Range(1, g.Count())));
        var replies = rows.Where(r => r.InReplyTo is not null).ToList();
        var ledger = await db.Set<UsageRecord>().AsNoTracking().ToListAsync(cancellationToken);
        return new CrashFindings(
            log.All.Count,
            replies.Count,
            replies.Count(r => r.Status == MessageStatus.Interrupted),
            lost,
            doubled,
            gaps,
            replies.Count(r => r.Status is MessageStatus.Waiting or MessageStatus.Streaming),
            ledger.Count,
            LedgerFaults(ledger, replies, reported),
            reported.Keys.Except(ledger.Select(l => l.RequestId ?? "")).Count(),
            await db.Set<BudgetHold>().SumAsync(h => h.AmountNanoUsd, cancellationToken)
        );
    }

    private static int LedgerFaults(List<UsageRecord> ledger, List<Row> replies, IReadOnlyDictionary<string, ReportedUsage> reported)
    {
        var twice = ledger.Where(l => l.RequestId is not null).GroupBy(l => l.RequestId).Count(g => g.Count() > 1);
        var different = ledger.Count(l => l is { Estimated: false, Outcome: "ok" } && !Same(l, reported));
        var accounted = ledger.Where(l => l.Outcome == "ok").Select(l => l.ReplyId).ToHashSet();
        var without = replies.Count(r => r.Status == MessageStatus.Complete && !accounted.Contains(r.Id));
        return twice + different + without;
    }

    private static bool Same(UsageRecord line, IReadOnlyDictionary<string, ReportedUsage> reported) =>
        line.RequestId is { } id
        && reported.TryGetValue(id, out var told)
        && (line.InputTokens, line.CacheReadTokens, line.CacheWriteTokens, line.OutputTokens)
            == (told.Fresh, told.CacheRead, told.CacheWrite5Minutes + told.CacheWrite1Hour, told.Output);
}
