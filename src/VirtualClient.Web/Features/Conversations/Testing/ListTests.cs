using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>The seven figures of a teacher's tests, over the whole filtered list and not only the part that is shown.</summary>
/// <param name="MeanResponseMs">From a message to its whole reply; null when no reply was whole.</param>
public sealed record TestFigures(
    int Conversations,
    decimal TotalCostUsd,
    decimal? MeanCostUsd,
    decimal? MeanResponseMs,
    long TotalTokens,
    decimal? MeanTokens,
    decimal? MeanMessages
);

public sealed record TestListItem(
    Guid Id,
    Guid ClientId,
    string ClientName,
    ConversationStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    int Turns,
    int Messages,
    long Tokens,
    decimal CostUsd,
    string? Model,
    string? ModelRoute,
    bool PromptEdited
);

public sealed record TestList(TestFigures Figures, IReadOnlyList<TestListItem> Items, string? Next);

/// <summary>A client that this teacher has tested, for the filter.</summary>
public sealed record TestedClient(Guid Id, string Name, int Tests);

/// <summary>A teacher's tests, newest first. Only their own, and never anything of a student's.</summary>
internal sealed class ListTests(AppDbContext db)
{
    public async Task<TestList> HandleAsync(
        CurrentUser user,
        Guid? clientId,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var position = KeysetPosition.Decode(after);
        var tests = Of(user, clientId);
        var figures = await FiguresAsync(tests, cancellationToken);
        var query = position is null
            ? tests
            : tests.Where(c => c.StartedAt < position.At || (c.StartedAt == position.At && c.Id.CompareTo(position.Id) < 0));
        var rows = await query
            .OrderByDescending(c => c.StartedAt)
            .ThenByDescending(c => c.Id)
            .Take(take + 1)
            .Select(c => new
            {
                c.Id,
                c.ClientProfileId,
                c.ClientName,
                c.Status,
                c.StartedAt,
                c.EndedAt,
                c.Turns,
                c.LastSequence,
                c.Route,
                PromptEdited = c.PromptOverride != null,
            })
            .ToListAsync(cancellationToken);
        var shown = rows.Take(take).ToList();
        var ids = shown.Select(c => c.Id).ToList();
        var used = await db.Set<Message>()
            .Where(m => ids.Contains(m.ConversationId) && m.Speaker == Speaker.Client)
            .GroupBy(m => m.ConversationId)
            .Select(g => new
            {
                g.Key,
                Tokens = g.Sum(m => m.InputTokens + m.OutputTokens + m.CacheWriteTokens + m.CacheReadTokens),
                Cost = g.Sum(m => m.CostNanoUsd),
                Model = g.Max(m => m.Model),
            })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        return new TestList(
            figures,
            [
                .. shown.Select(c => new TestListItem(
                    c.Id,
                    c.ClientProfileId,
                    c.ClientName,
                    c.Status,
                    c.StartedAt,
                    c.EndedAt,
                    c.Turns,
                    c.LastSequence,
                    used.GetValueOrDefault(c.Id)?.Tokens ?? 0,
                    (used.GetValueOrDefault(c.Id)?.Cost ?? 0) / 1_000_000_000m,
                    used.GetValueOrDefault(c.Id)?.Model,
                    c.Route,
                    c.PromptEdited
                )),
            ],
            rows.Count > take ? new KeysetPosition(shown[^1].StartedAt, shown[^1].Id).Encode() : null
        );
    }

    public async Task<IReadOnlyList<TestedClient>> ClientsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var clients = await Of(user, null)
            .GroupBy(c => c.ClientProfileId)
            .Select(g => new
            {
                Id = g.Key,
                Name = g.Max(c => c.ClientName)!,
                Tests = g.Count(),
            })
            .OrderBy(c => c.Name)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return [.. clients.Select(c => new TestedClient(c.Id, c.Name, c.Tests))];
    }

    /// <summary>Other tests of a client to compare one with, newest first.</summary>
    public async Task<IReadOnlyList<(Guid Id, DateTimeOffset StartedAt, int Turns)>> OthersAsync(
        CurrentUser user,
        Conversation test,
        CancellationToken cancellationToken
    )
    {
        var others = await Of(user, test.ClientProfileId)
            .Where(c => c.Id != test.Id)
            .OrderByDescending(c => c.StartedAt)
            .Take(50)
            .Select(c => new
            {
                c.Id,
                c.StartedAt,
                c.Turns,
            })
            .ToListAsync(cancellationToken);
        return [.. others.Select(c => (c.Id, c.StartedAt, c.Turns))];
    }

    private IQueryable<Conversation> Of(CurrentUser user, Guid? clientId)
    {
        var tests = db.Set<Conversation>().AsNoTracking().VisibleTo(user).Where(c => c.IsTest);
        return clientId is { } client ? tests.Where(c => c.ClientProfileId == client) : tests;
    }

    private async Task<TestFigures> FiguresAsync(IQueryable<Conversation> tests, CancellationToken cancellationToken)
    {
        var messages = db.Set<Message>().Where(m => tests.Any(c => c.Id == m.ConversationId));
        // Every test has its opening line, so those that have messages are all there are.
        var sums = await messages
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Tests = g.Select(m => m.ConversationId).Distinct().Count(),
                Messages = g.Count(),
                Tokens = g.Sum(m => m.InputTokens + m.OutputTokens + m.CacheWriteTokens + m.CacheReadTokens),
                Cost = g.Sum(m => m.CostNanoUsd),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (sums is null)
        {
            return new TestFigures(0, 0, null, null, 0, null, null);
        }

        // How long each reply took is a difference of times, which the databases do not count alike.
        var times = await messages
            .Where(m => m.InReplyTo != null && m.Status == MessageStatus.Complete && m.CompletedAt != null)
            .Select(m => new { m.SentAt, m.CompletedAt })
            .ToListAsync(cancellationToken);
        decimal n = sums.Tests;
        var cost = sums.Cost / 1_000_000_000m;
        return new TestFigures(
            sums.Tests,
            cost,
            Math.Round(cost / n, 9),
            times.Count == 0 ? null : Math.Round((decimal)times.Average(t => (t.CompletedAt!.Value - t.SentAt).TotalMilliseconds), 1),
            sums.Tokens,
            Math.Round(sums.Tokens / n, 1),
            Math.Round(sums.Messages / n, 1)
        );
    }
}
