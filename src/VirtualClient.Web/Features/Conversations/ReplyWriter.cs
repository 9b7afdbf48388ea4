using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// Writes what becomes of a reply. Every statement names the lease: a server that lost it writes nothing. Saving what was said must not
/// be lost to a caller who went away or a database that is away for a moment, so nothing here is cancelled and all of it is tried again.
/// </summary>
internal sealed partial class ReplyWriter(
    WriteGate gate,
    Settlements settlements,
    ProblemLog problems,
    TimeProvider clock,
    ILogger<ReplyWriter> logger
)
{
    private static readonly TimeSpan KeepTryingFor = TimeSpan.FromSeconds(60);

    public Guid ServerId { get; } = Guid.CreateVersion7();

    /// <summary>What was said so far, and the state it comes from: should the server die now, the client goes on from there.</summary>
    public Task CheckpointAsync(LiveReply reply, TurnRecord? turn)
    {
        var text = reply.Text;
        var json = text.Length > 0 ? turn?.ToJson() : null;
        return UpdateAsync(
            reply,
            once: true,
            (db, _, now) =>
                db.RunAsync(
                    $"""
                    update messages set "Status" = 'streaming', "Text" = {text}, "Turn" = {json}, "LeaseUntil" = {now + ReplyRunner.Lease}
                    where "Id" = {reply.Ticket.ReplyId} and "LeaseOwner" = {ServerId}
                    """,
                    CancellationToken.None
                )
        );
    }

    /// <returns>Whether it is stored; not when the lease was lost or the database stays away.</returns>
    public Task<bool> CompleteAsync(LiveReply reply, ReplyUpdate.Completed completed, TurnRecord turn)
    {
        var calls = reply.Account.Calls;
        var usage = Total(calls);
        var last = calls.Count > 0 ? calls[^1] : null;
        var cost = reply.Account.CostNanoUsd;
        var json = turn.ToJson();
        var flags = MessageFlags.Join(completed.Flags);
        return UpdateAsync(
            reply,
            once: false,
            async (db, _, now) =>
            {
                var written = await db.RunAsync(
                    $"""
                    update messages set "Status" = 'complete', "Text" = {completed.Whole}, "Flags" = {flags}, "Cut" = {completed.Cut},
                      "Turn" = {json}, "CompletedAt" = {now}, "LeaseOwner" = null, "LeaseUntil" = null, "Route" = {last?.Route},
                      "Model" = {last?.Model}, "InputTokens" = {usage.InputTokens}, "OutputTokens" = {usage.OutputTokens},
                      "CacheWriteTokens" = {usage.CacheWriteTokens}, "CacheReadTokens" = {usage.CacheReadTokens},
                      "UsageEstimated" = {usage.Estimated}, "CostNanoUsd" = {cost}
                    where "Id" = {reply.Ticket.ReplyId} and "LeaseOwner" = {ServerId}
                    """,
                    CancellationToken.None
                );
                if (written > 0 && turn.Step.ClientLeaves)
                {
                    await EndAsync(db, reply.Ticket.ConversationId, EndReason.ClientLeft, now);
                }
                else if (written > 0 && reply.Ticket.MayBeLast)
                {
                    await EndAfterLastTurnAsync(db, reply.Ticket.ConversationId, now);
                }

                return written;
            }
        );
    }

    /// <summary>A line was crossed for the second time: the platform ends the meeting, and the client says nothing.</summary>
    public Task EndForBreachAsync(LiveReply reply, TurnRecord turn)
    {
        var json = turn.ToJson();
        return UpdateAsync(
            reply,
            once: false,
            async (db, rows, now) =>
            {
                var written = await rows.ExecuteUpdateAsync(set =>
                    set.SetProperty(m => m.Status, MessageStatus.Failed)
                        .SetProperty(m => m.FailureKind, "breach")
                        .SetProperty(m => m.Retryable, false)
                        .SetProperty(m => m.Turn, json)
                        .SetProperty(m => m.CompletedAt, now)
                        .SetProperty(m => m.LeaseOwner, (Guid?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                );
                if (written > 0)
                {
                    await EndAsync(db, reply.Ticket.ConversationId, EndReason.Breach, now);
                }

                return written;
            }
        );
    }

    private static Task<int> EndAsync(AppDbContext db, Guid conversationId, EndReason reason, DateTimeOffset now) =>
        EndAsync(db.Set<Conversation>().Where(c => c.Id == conversationId), reason, now);

    private static Task<int> EndAfterLastTurnAsync(AppDbContext db, Guid conversationId, DateTimeOffset now) =>
        EndAsync(db.Set<Conversation>().Where(c => c.Id == conversationId && c.Turns >= Conversation.MaxTurns), EndReason.Turns, now);

    private static Task<int> EndAsync(IQueryable<Conversation> which, EndReason reason, DateTimeOffset now) =>
        which
            .Where(c => c.Status == ConversationStatus.Active)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(c => c.Status, ConversationStatus.Completed)
                    .SetProperty(c => c.EndReason, reason)
                    .SetProperty(c => c.EndedAt, now)
                    .SetProperty(c => c.LastActivityAt, now)
            );

    /// <summary>Stopped by the student, or interrupted because the server goes down: what was said stays.</summary>
    public Task EndEarlyAsync(LiveReply reply, TurnRecord? turn) =>
        EndAsync(reply, reply.StopRequested ? MessageStatus.Stopped : MessageStatus.Interrupted, null, true, turn);

    /// <summary>No reply; or, when text was already shown, an interrupted one: never a silent new start.</summary>
    public async Task FailAsync(LiveReply reply, FailureKind kind, bool retryable, TurnRecord? turn = null)
    {
        var calls = reply.Account.Calls;
        var status = reply.Text.Length > 0 ? MessageStatus.Interrupted : MessageStatus.Failed;
        await EndAsync(reply, status, Word(kind), retryable, turn);
        if (Report(kind, calls) is { } report)
        {
            await problems.ReportAsync(
                "reply-" + Word(kind),
                calls.Count > 0 ? calls[^1].Route : "replies",
                report.Severity,
                report.Sentence,
                null,
                CancellationToken.None
            );
        }
    }

    private Task<bool> EndAsync(LiveReply reply, MessageStatus status, string? kind, bool retryable, TurnRecord? turn)
    {
        var text = reply.Text;
        var json = text.Length > 0 ? turn?.ToJson() : null;
        var usage = Total(reply.Account.Calls);
        var cost = reply.Account.CostNanoUsd;
        return UpdateAsync(
            reply,
            once: false,
            async (db, rows, now) =>
            {
                var written = await rows.ExecuteUpdateAsync(set =>
                    set.SetProperty(m => m.Text, text)
                        .SetProperty(m => m.CostNanoUsd, cost)
                        .SetProperty(m => m.Status, status)
                        .SetProperty(m => m.FailureKind, kind)
                        .SetProperty(m => m.Retryable, retryable)
                        .SetProperty(m => m.Turn, json)
                        .SetProperty(m => m.CompletedAt, now)
                        .SetProperty(m => m.LeaseOwner, (Guid?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(m => m.InputTokens, usage.InputTokens)
                        .SetProperty(m => m.OutputTokens, usage.OutputTokens)
                        .SetProperty(m => m.CacheWriteTokens, usage.CacheWriteTokens)
                        .SetProperty(m => m.CacheReadTokens, usage.CacheReadTokens)
                );
                // What broke off or failed may be asked for again; the conversation waits for that.
                if (written > 0 && reply.Ticket.MayBeLast && (status == MessageStatus.Stopped || !retryable))
                {
                    await EndAfterLastTurnAsync(db, reply.Ticket.ConversationId, now);
                }

                return written;
            }
        );
    }

    /// <param name="once">A checkpoint; otherwise this is the end of the reply, and what it cost is stored with it.</param>
    private async Task<bool> UpdateAsync(
        LiveReply reply,
        bool once,
        Func<AppDbContext, IQueryable<Message>, DateTimeOffset, Task<int>> write
    )
    {
        var started = clock.GetTimestamp();
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait = wait * 2 > TimeSpan.FromSeconds(5) ? wait : wait * 2)
        {
            try
            {
                var written = await gate.CommitSharedAsync(WriteAsync);
                if (written == 0)
                {
                    LogLeaseLost(reply.Ticket.ReplyId);
                    reply.End();
                }

                if (!once)
                {
                    settlements.Done(reply.Account);
                }

                return written > 0;
            }
            catch (Exception e) when (e.IsTransient() || e is DbUpdateException)
            {
                LogTryAgain(e, reply.Ticket.ReplyId);
                if (once)
                {
                    return false;
                }

                if (clock.GetElapsedTime(started) > KeepTryingFor)
                {
                    settlements.Keep(reply.Account);
                    return false;
                }

                await Task.Delay(wait, clock);
            }
        }

        async Task<int> WriteAsync(AppDbContext db)
        {
            var rows = db.Set<Message>().Where(m => m.Id == reply.Ticket.ReplyId && m.LeaseOwner == ServerId);
            var written = await write(db, rows, clock.GetUtcNow());
            if (!once)
            {
                // Used is used, also when the lease was lost and the text belongs to nobody.
                await settlements.CloseAsync(db, reply.Account);
            }

            return written;
        }
    }

    private static Usage Total(IReadOnlyList<ModelCall> calls) =>
        calls
            .Select(call => call.Usage)
            .OfType<Usage>()
            .Aggregate(
                new Usage(0, 0, 0, 0),
                (sum, next) =>
                    new Usage(
                        sum.InputTokens + next.InputTokens,
                        sum.OutputTokens + next.OutputTokens,
                        sum.CacheWriteTokens + next.CacheWriteTokens,
                        sum.CacheReadTokens + next.CacheReadTokens,
                        sum.Estimated || next.Estimated
                    )
            );

    private static string Word(FailureKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Our own budgets tell of themselves; here it is the provider's limit that was met.</summary>
    private static (Severity Severity, string Sentence)? Report(FailureKind kind, IReadOnlyList<ModelCall> calls) =>
        kind switch
        {
            FailureKind.Budget when calls.Any(call => call.StatusCode is not null) => (
                Severity.Critical,
                "The provider's spending limit is reached: raise it there, or wait until it begins anew."
            ),
            FailureKind.NotAvailable => (Severity.High, "A model route refuses our calls: check its key, model and billing."),
            FailureKind.Overloaded => (Severity.Medium, "The model is overloaded and replies fail."),
            FailureKind.Busy => (Severity.Medium, "The model asks us to slow down."),
            FailureKind.Timeout => (Severity.Medium, "The model did not answer in time."),
            FailureKind.Unexpected => (Severity.High, "A reply failed for a reason the program did not expect."),
            FailureKind.RoleBreak or FailureKind.Refused or FailureKind.Empty => (
                Severity.Low,
                "The model gave an answer that is not the client's."
            ),
            _ => null,
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of reply {ReplyId} was lost; what it says is not saved here")]
    private partial void LogLeaseLost(Guid replyId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Saving reply {ReplyId} failed for the moment")]
    private partial void LogTryAgain(Exception exception, Guid replyId);
}
