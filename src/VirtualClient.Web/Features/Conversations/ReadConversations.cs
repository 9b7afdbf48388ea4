using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Own conversations: the list, one of them, and what was said.</summary>
internal sealed class ReadConversations(AppDbContext db, WriteGate gate, LiveReplies live, AuditLog audit, TimeProvider clock)
{
    public Task<KeysetPage<ConversationView>> ListAsync(
        CurrentUser user,
        ConversationStatus? status,
        Guid? clientId,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    ) => ListAsync(user, status, clientId, null, limit, after, cancellationToken);

    /// <param name="search">Words of the client's name or of what was said.</param>
    public async Task<KeysetPage<ConversationView>> ListAsync(
        CurrentUser user,
        ConversationStatus? status,
        Guid? clientId,
        string? search,
        int? limit,
        string? after,
        CancellationToken cancellationToken,
        bool? test = null
    )
    {
        var take = KeysetPosition.Limit(limit);
        var query = db.Set<Conversation>().AsNoTracking().VisibleTo(user);
        query = status is { } wanted ? query.Where(c => c.Status == wanted) : query;
        query = clientId is { } client ? query.Where(c => c.ClientProfileId == client) : query;
        query = test is { } tests ? query.Where(c => c.IsTest == tests) : query;
        if (search?.Trim() is { Length: > 0 } words)
        {
            var pattern = LikePattern.Holding(words);
            query = query.Where(c =>
                EF.Functions.Like(c.ClientName.ToLower(), pattern, "\\")
                || db.Set<Message>().Any(m => m.ConversationId == c.Id && EF.Functions.Like(m.Text.ToLower(), pattern, "\\"))
            );
        }

        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(c => c.StartedAt < position.At || (c.StartedAt == position.At && c.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .OrderByDescending(c => c.StartedAt)
            .ThenByDescending(c => c.Id)
            .Take(take + 1)
            .Select(Conversation.Listed)
            .ToListAsync(cancellationToken);
        var page = rows.Take(take).ToList();
        var totals = user.SeesCost ? await TotalsAsync([.. page.Select(c => c.Id)], cancellationToken) : [];
        var now = clock.GetUtcNow();
        return new KeysetPage<ConversationView>(
            [.. page.Select(c => ConversationView.Of(c, user, now, null, totals.GetValueOrDefault(c.Id, ConversationTotals.None)))],
            rows.Count > take ? new KeysetPosition(page[^1].StartedAt, page[^1].Id).Encode() : null
        );
    }

    /// <exception cref="DomainException">Not there or not yours.</exception>
    public async Task<Conversation> FindAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
        ?? throw DomainException.NotFound();

    /// <summary>Own, or an attempt in a section that this person teaches or assists; then the reading is kept in the audit log.</summary>
    /// <exception cref="DomainException">Not there or not for this person.</exception>
    public async Task<Conversation> OpenAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().AsNoTracking().ReadableBy(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        await NoteAsync(user, id, conversation.OwnerId, cancellationToken);
        return conversation;
    }

    /// <summary>As <see cref="OpenAsync"/>, without reading the conversation itself.</summary>
    private async Task RequireReadableAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var owner =
            await db.Set<Conversation>()
                .ReadableBy(db, user)
                .Where(c => c.Id == id)
                .Select(c => (Guid?)c.OwnerId)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        await NoteAsync(user, id, owner, cancellationToken);
    }

    private async Task NoteAsync(CurrentUser user, Guid id, Guid owner, CancellationToken cancellationToken)
    {
        if (owner != user.Id)
        {
            audit.Add(db, user.Id, "conversation.read", "conversation", id, owner);
            await gate.SaveAsync(db, cancellationToken);
        }
    }

    public async Task<ConversationView> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var conversation = await OpenAsync(user, id, cancellationToken);
        var active = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == id && (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming))
            .Select(m => new ActiveReply(m.Id, m.Text, null))
            .FirstOrDefaultAsync(cancellationToken);
        if (active is not null && live.Of(id) is { } here && here.Ticket.ReplyId == active.ReplyId)
        {
            active = active with { Text = here.Text, Place = here.Place };
        }

        var totals = user.SeesCost ? await TotalsAsync([id], cancellationToken) : [];
        return ConversationView.Of(conversation, user, clock.GetUtcNow(), active, totals.GetValueOrDefault(id, ConversationTotals.None));
    }

    public async Task<KeysetPage<MessageView>> MessagesAsync(
        CurrentUser user,
        Guid id,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        await RequireReadableAsync(user, id, cancellationToken);
        var take = KeysetPosition.Limit(limit);
        if (!int.TryParse(after ?? "0", out var from))
        {
            throw new DomainException("bad-key", "The key in \"after\" is not one that this list gave out.", 400);
        }

        var rows = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == id && m.Sequence > from)
            .OrderBy(m => m.Sequence)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        return new KeysetPage<MessageView>(
            [.. rows.Take(take).Select(m => View(m, user))],
            rows.Count > take ? rows[take - 1].Sequence.ToString() : null
        );
    }

    /// <summary>The notes of the coach that this person asked for on the way, in order.</summary>
    public async Task<IReadOnlyList<CoachedTurn>> CoachNotesAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await db.Set<CoachedTurn>()
            .AsNoTracking()
            .Where(n => n.ConversationId == id && db.Set<Conversation>().Any(c => c.Id == id && c.OwnerId == user.Id))
            .OrderBy(n => n.AfterTurn)
            .ToListAsync(cancellationToken);

    /// <summary>Everything that was said, for pages and exports; a conversation has at most a few hundred messages.</summary>
    public async Task<IReadOnlyList<MessageView>> AllMessagesAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        [.. (await AllRowsAsync(id, cancellationToken)).Select(m => View(m, user))];

    /// <summary>The same with all that is stored of it, of a conversation that was found to be this person's.</summary>
    public async Task<IReadOnlyList<Message>> AllRowsAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Message>().AsNoTracking().Where(m => m.ConversationId == id).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);

    public MessageView View(Message message, CurrentUser user)
    {
        var here = message.IsActive && live.Of(message.ConversationId) is { } found && found.Ticket.ReplyId == message.Id ? found : null;
        return MessageView.Of(message, user, here?.Text, here?.Place);
    }

    private async Task<Dictionary<Guid, ConversationTotals>> TotalsAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Set<Message>()
            .Where(m => ids.Contains(m.ConversationId) && m.Speaker == Speaker.Client)
            .GroupBy(m => m.ConversationId)
            .Select(group => new
            {
                group.Key,
                Tokens = group.Sum(m => m.InputTokens + m.OutputTokens + m.CacheWriteTokens + m.CacheReadTokens),
                Cost = group.Sum(m => m.CostNanoUsd),
                Model = group.Max(m => m.Model),
            })
            .ToDictionaryAsync(g => g.Key, g => new ConversationTotals(g.Tokens, g.Cost, g.Model), cancellationToken);
}
