using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations.Testing;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>An event of a conversation as it goes over the wire.</summary>
internal sealed record StreamEvent(string Id, string Type, object Data);

/// <summary>
/// Follows one conversation for one page: what it has not seen of what is stored, then what is being said. Batches what one look
/// delivered. A page on another server than the reply's follows its checkpoints.
/// </summary>
internal sealed class ConversationEvents(
    IDbContextFactory<AppDbContext> factory,
    LiveReplies live,
    ConversationFeeds feeds,
    ConnectedClock connected,
    IHostApplicationLifetime lifetime
)
{
    private sealed record Standing(ConversationStatus Status, EndReason? EndReason, bool IsTest);

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15);

    /// <summary>Of one's own conversation only, as <see cref="ConversationQueries.VisibleTo"/>.</summary>
    private static readonly Func<AppDbContext, Guid, Guid, CancellationToken, Task<Standing?>> StandingOf = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id, Guid ownerId, CancellationToken cancellationToken) =>
            db.Set<Conversation>()
                .Where(c => c.Id == id && c.OwnerId == ownerId)
                .Select(c => new Standing(c.Status, c.EndReason, c.IsTest))
                .FirstOrDefault()
    );

    private static readonly Func<AppDbContext, Guid, int, IAsyncEnumerable<Message>> RowsFrom = EF.CompileAsyncQuery<
        AppDbContext,
        Guid,
        int,
        Message
    >(
        (AppDbContext db, Guid id, int sequence) =>
            db.Set<Message>().AsNoTracking().Where(m => m.ConversationId == id && m.Sequence >= sequence).OrderBy(m => m.Sequence)
    );

    /// <exception cref="DomainException">Not there or not yours; thrown before the first batch.</exception>
    public async IAsyncEnumerable<IReadOnlyList<StreamEvent>> FollowAsync(
        CurrentUser user,
        Guid conversationId,
        StreamPosition? from,
        bool whole,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var feed = feeds.Subscribe(conversationId);
        await using var presence = connected.Enter(conversationId);
        var position = from;
        var storedSeen = -1L;
        int? placeTold = null;
        List<Message> rows = [];
        var tellState = false;
        while (true)
        {
            var version = feed.Version;
            var stored = feed.StoredVersion;
            var batch = new List<StreamEvent>();
            if (stored != storedSeen)
            {
                var (conversation, messages) = await ReadAsync(user, conversationId, position, either.Token);
                rows = messages;
                tellState = conversation.IsTest && user.IsTeacher;
                if (position is null)
                {
                    position = Snapshot(batch, user, rows, tellState);
                }

                position = Tell(batch, user, rows, position.Value, whole, tellState);
                if (conversation.Status != ConversationStatus.Active && !rows.Exists(m => m.IsActive) && !position.Value.Ended)
                {
                    position = StreamPosition.AfterEnd;
                    var reason = JsonNamingPolicy.KebabCaseLower.ConvertName(conversation.EndReason.ToString()!);
                    batch.Add(new StreamEvent("ended", "conversation-ended", new { reason }));
                }

                storedSeen = stored;
            }
            else
            {
                position = Tell(batch, user, rows, position!.Value, whole, tellState);
            }

            placeTold = TellPlace(batch, conversationId, position.Value, placeTold);
            yield return batch;
            // Somebody else's server makes this reply: look at its checkpoints.
            var elsewhere = rows.Exists(m => m.IsActive) && live.Of(conversationId) is null;
            if (!await WaitAsync(feed, version, elsewhere ? TimeSpan.FromSeconds(1) : PingEvery, either.Token))
            {
                if (either.IsCancellationRequested)
                {
                    yield break;
                }

                storedSeen = elsewhere ? -1 : storedSeen;
                yield return elsewhere ? [] : [new StreamEvent(position.Value.ToString(), "ping", new { })];
            }
        }
    }

    private static async Task<bool> WaitAsync(
        ConversationFeeds.Subscription feed,
        long version,
        TimeSpan atMost,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await feed.WaitAsync(version, atMost, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<(Standing Conversation, List<Message> Rows)> ReadAsync(
        CurrentUser user,
        Guid conversationId,
        StreamPosition? position,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var conversation = await StandingOf(db, conversationId, user.Id, cancellationToken) ?? throw DomainException.NotFound();
        var rows = await RowsFrom(db, conversationId, position?.Sequence ?? 0).ToListAsync(cancellationToken);
        return (conversation, rows);
    }

    private StreamPosition Snapshot(List<StreamEvent> batch, CurrentUser user, List<Message> rows, bool tellState)
    {
        var active = rows.Find(m => m.IsActive);
        var text = active is null ? "" : TextOf(active);
        var position = new StreamPosition(rows.Count == 0 ? 0 : rows[^1].Sequence, active is null ? null : text.Length);
        batch.Add(
            new StreamEvent(
                position.ToString(),
                "snapshot",
                new
                {
                    Messages = rows.Select(m => MessageView.Of(m, user, m.IsActive ? text : null)).ToArray(),
                    ActiveReply = active is null ? null : new ActiveReply(active.Id, text, live.Of(active.ConversationId)?.Place),
                }
            )
        );
        if (tellState && rows.FindLast(m => m.Turn is not null) is { } last)
        {
            batch.Add(new StreamEvent(position.ToString(), "state", TestState.Of(last)!));
        }

        return position;
    }

    /// <summary>Adds what comes after <paramref name="position"/> and gives the new one.</summary>
    private StreamPosition Tell(
        List<StreamEvent> batch,
        CurrentUser user,
        List<Message> rows,
        StreamPosition position,
        bool whole,
        bool tellState
    )
    {
        foreach (var row in rows)
        {
            var begun = row.Sequence == position.Sequence && position.Offset is not null;
            if (position.Ended || (row.Sequence <= position.Sequence && !begun))
            {
                continue;
            }

            if (row.InReplyTo is null)
            {
                position = new StreamPosition(row.Sequence, null);
                batch.Add(new StreamEvent(position.ToString(), "message", MessageView.Of(row, user)));
                continue;
            }

            position = TellReply(batch, user, row, begun ? position : null, whole, tellState);
            if (position.Offset is not null)
            {
                break;
            }
        }

        return position;
    }

    private StreamPosition TellReply(
        List<StreamEvent> batch,
        CurrentUser user,
        Message row,
        StreamPosition? begun,
        bool whole,
        bool tellState
    )
    {
        var position = begun ?? new StreamPosition(row.Sequence, 0);
        if (begun is null)
        {
            batch.Add(new StreamEvent(position.ToString(), "reply-started", new { ReplyId = row.Id, row.InReplyTo }));
        }

        var text = TextOf(row);
        if (!whole && text.Length > position.Offset && row.Status != MessageStatus.Failed)
        {
            var delta = text[position.Offset!.Value..];
            position = position with { Offset = text.Length };
            batch.Add(new StreamEvent(position.ToString(), "delta", new { ReplyId = row.Id, Text = delta }));
        }

        if (row.IsActive)
        {
            return position;
        }

        // Before the end of the reply, so that whoever has heard the end has the state too; told again it is the same.
        if (tellState && TestState.Of(row) is { } state)
        {
            batch.Add(new StreamEvent(position.ToString(), "state", state));
        }

        position = new StreamPosition(row.Sequence, null);
        batch.Add(
            row.Status is MessageStatus.Complete or MessageStatus.Stopped
                ? new StreamEvent(position.ToString(), "reply-completed", new { ReplyId = row.Id, Message = MessageView.Of(row, user) })
                : new StreamEvent(
                    position.ToString(),
                    "reply-failed",
                    new
                    {
                        ReplyId = row.Id,
                        Kind = row.FailureKind ?? "interrupted",
                        row.Retryable,
                        Partial = row.Text,
                        row.Status,
                        Sentence = row.FailureKind is { } kind ? FailureWords.Of(kind) : null,
                    }
                )
        );
        return position;
    }

    /// <summary>Adds the place in line when it is another than was told, and gives what is told now; place 0: its turn has come.</summary>
    private int? TellPlace(List<StreamEvent> batch, Guid conversationId, StreamPosition position, int? told)
    {
        var here = position.Offset is null ? null : live.Of(conversationId);
        var place = here?.Place;
        if (here is not null && place != told && here.Text.Length == 0)
        {
            batch.Add(new StreamEvent(position.ToString(), "reply-queued", new { here.Ticket.ReplyId, Place = place ?? 0 }));
        }

        return place;
    }

    private string TextOf(Message row) =>
        row.IsActive && live.Of(row.ConversationId) is { } here && here.Ticket.ReplyId == row.Id ? here.Text : row.Text;
}
