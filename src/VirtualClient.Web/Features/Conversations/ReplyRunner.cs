using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// Makes replies in the background, whether or not anybody is watching, and is their only writer. A reply is leased to this server for
/// four seconds at a time; if the server dies, the lease runs out and another labels the reply interrupted.
/// </summary>
internal sealed partial class ReplyRunner(
    IDbContextFactory<AppDbContext> factory,
    ClientSimulator simulator,
    ReplyWriter writer,
    BudgetBook book,
    LiveReplies live,
    RecentTalk recent,
    ReplyLine line,
    LimitSettings limits,
    ConversationFeeds feeds,
    TimeProvider clock,
    ILogger<ReplyRunner> logger
) : BackgroundService
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    /// <summary>How often what was said so far is saved, for pages on other servers and for the time after a crash.</summary>
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping server lets its replies finish.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<Guid, Task> running = new();

    /// <summary>This server's name on leases; new with every start.</summary>
    public Guid ServerId => writer.ServerId;

    /// <summary>Takes a reply whose lease this server got in the transaction that made it.</summary>
    public void Enqueue(ReplyTicket ticket)
    {
        var reply = new LiveReply(ticket);
        // Alive from now on, so that its lease is renewed while it waits.
        live.Add(reply);
        running[ticket.ReplyId] = RunAsync(reply);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await DrainAsync();
        }
    }

    private async Task DrainAsync()
    {
        var all = Task.WhenAll(running.Values);
        if (await Task.WhenAny(all, Task.Delay(Grace, clock)) != all)
        {
            foreach (var reply in live.All)
            {
                reply.End();
            }

            await all;
        }
    }

    private async Task RunAsync(LiveReply reply)
    {
        await Task.Yield();
        using var activity = ReplyTelemetry.Start(reply.Ticket);
        try
        {
            await MakeAsync(reply);
        }
        catch (Exception e)
        {
            // The end of a worker: the reply must be labelled whatever happened.
            LogFailed(e, reply.Ticket.ReplyId);
            await writer.FailAsync(reply, FailureKind.Unexpected, retryable: true);
        }
        finally
        {
            live.Remove(reply);
            running.TryRemove(reply.Ticket.ReplyId, out _);
            feeds.Signal(reply.Ticket.ConversationId);
            reply.Dispose();
        }
    }

    private async Task MakeAsync(LiveReply reply)
    {
        TurnRecord? turn = null;
        try
        {
            using var turnToTalk = await line.EnterAsync(reply, reply.Ending);
            var request = await LoadAsync(reply);
            var saved = clock.GetTimestamp();
            await foreach (var update in simulator.RespondAsync(request, reply.Ending).WithCancellation(reply.Ending))
            {
                switch (update)
                {
                    case ReplyUpdate.Planned planned:
                        turn = TurnRecord.Of(planned.Signals, planned.Step, planned.Plan);
                        break;
                    case ReplyUpdate.Text text:
                        reply.Append(text.Delta);
                        feeds.Signal(reply.Ticket.ConversationId, stored: false);
                        if (clock.GetElapsedTime(saved) >= CheckpointEvery)
                        {
                            saved = clock.GetTimestamp();
                            await writer.CheckpointAsync(reply, turn);
                        }

                        break;
                    case ReplyUpdate.Completed completed:
                        // A test's client may get other principles between two turns, so nothing of it is remembered.
                        if (await writer.CompleteAsync(reply, completed, turn!) && !reply.Context!.Conversation.IsTest)
                        {
                            recent.Keep(reply.Ticket, reply.Context, completed.Whole, turn!.Step.State);
                        }

                        return;
                    case ReplyUpdate.EndedForBreach:
                        await writer.EndForBreachAsync(reply, turn!);
                        return;
                    case ReplyUpdate.Failed failed:
                        await writer.FailAsync(reply, failed.Kind, failed.Retryable, turn);
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (reply.Ending.IsCancellationRequested)
        {
            await writer.EndEarlyAsync(reply, turn);
        }
    }

    private async Task<Simulation.Turns.TurnRequest> LoadAsync(LiveReply reply)
    {
        await using var db = await factory.CreateDbContextAsync(reply.Ending);
        var context =
            recent.Take(reply.Ticket)
            ?? await ReplyContext.LoadAsync(db, reply.Ticket, reply.Ending)
            ?? throw new InvalidOperationException("The conversation of this reply is gone.");
        var conversation = context.Conversation;
        var owner = await ReplyOwner.OfAsync(db, conversation, reply.Ending);
        var payer = owner.PayerOf(conversation, reply.Ticket.ReplyId);
        reply.Context = context;
        reply.Account = new Account(payer, clock);
        var defaults = await book.DefaultsAsync(reply.Ending);
        return new Simulation.Turns.TurnRequest
        {
            Persona = conversation.Persona,
            State = context.State,
            History = context.Heard,
            Text = context.Said,
            Route = conversation.Route ?? defaults.RouteFor(payer.IsTest),
            PromptOverride = conversation.PromptOverride,
            Pseudonym = conversation.OwnerId.ToString("N"),
            StudentNames = owner.Names,
            Payer = payer.ToText(),
            OnCall = reply.Account.Hear,
            BuiltInVoiceIfRoutesFail = conversation.Rules?.BuiltInVoice ?? limits.Now.BuiltInVoiceWhenModelsFail,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {ReplyId} failed")]
    private partial void LogFailed(Exception exception, Guid replyId);
}
