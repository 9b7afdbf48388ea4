using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

/// <param name="Search">Part of an action, of what was before or after, or the name or email of who did it or whom it concerns.</param>
public sealed record AuditFilter(string? Search, DateTimeOffset? From, DateTimeOffset? To);

/// <param name="Actor">Null: the system, or somebody who is gone.</param>
/// <param name="Subject">Whom it concerns, where it concerns somebody.</param>
public sealed record AuditView(
    Guid Id,
    DateTimeOffset At,
    Guid? ActorId,
    string? Actor,
    string Action,
    string? TargetType,
    Guid? TargetId,
    string? Subject,
    string? Before,
    string? After,
    string? From
);

/// <summary>Who did what to what, the newest first. There is no way to change or remove an entry.</summary>
internal sealed class ReadAudit(AppDbContext db)
{
    private const int MostInFile = 50_000;

    public async Task<KeysetPage<AuditView>> HandleAsync(AuditFilter filter, int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        var entries = Apply(filter);
        if (KeysetPosition.Decode(after) is { } position)
        {
            entries = entries.Where(e => e.At < position.At || (e.At == position.At && e.Id.CompareTo(position.Id) < 0));
        }

        var rows = await View(entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take + 1))
            .ToListAsync(cancellationToken);
        var items = rows.Take(take).ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].At, items[^1].Id).Encode() : null;
        return new KeysetPage<AuditView>(items, next);
    }

    /// <summary>All that fits, oldest first.</summary>
    /// <exception cref="DomainException">More than a file may hold.</exception>
    public async Task<byte[]> ToCsvAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var rows = await View(Apply(filter).OrderBy(e => e.At).ThenBy(e => e.Id).Take(MostInFile + 1)).ToListAsync(cancellationToken);
        if (rows.Count > MostInFile)
        {
            throw new DomainException(
                "too-much",
                $"A file holds at most {MostInFile:N0} entries. Ask for a shorter span with \"from\" and \"to\"."
            );
        }

        return CsvFile.Write(
            rows.Select(e =>
                    (IReadOnlyList<string?>)
                        [
                            e.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
                            e.Actor,
                            e.ActorId?.ToString(),
                            e.Action,
                            e.TargetType,
                            e.TargetId?.ToString(),
                            e.Subject,
                            e.Before,
                            e.After,
                            e.From,
                        ]
                )
                .Prepend(["at", "who", "who id", "what", "target", "target id", "about", "before", "after", "from address"])
        );
    }

    private IQueryable<AuditEntry> Apply(AuditFilter filter)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        entries = filter.From is { } from ? entries.Where(e => e.At >= from) : entries;
        entries = filter.To is { } to ? entries.Where(e => e.At < to) : entries;
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return entries;
        }

        var like = LikePattern.Holding(filter.Search.Trim());
        var people = db
            .Users.Where(u => EF.Functions.Like(u.DisplayName.ToLower(), like, "\\") || EF.Functions.Like(u.Email!.ToLower(), like, "\\"))
            .Select(u => (Guid?)u.Id);
        return entries.Where(e =>
            EF.Functions.Like(e.Action, like, "\\")
            || (e.Before != null && EF.Functions.Like(e.Before.ToLower(), like, "\\"))
            || (e.After != null && EF.Functions.Like(e.After.ToLower(), like, "\\"))
            || people.Contains(e.ActorId)
            || people.Contains(e.SubjectId)
        );
    }

    private IQueryable<AuditView> View(IQueryable<AuditEntry> entries) =>
        entries.Select(e => new AuditView(
            e.Id,
            e.At,
            e.ActorId,
            db.Users.Where(u => u.Id == e.ActorId).Select(u => u.DisplayName).FirstOrDefault(),
            e.Action,
            e.TargetType,
            e.TargetId,
            db.Users.Where(u => u.Id == e.SubjectId).Select(u => u.DisplayName).FirstOrDefault(),
            e.Before,
            e.After,
            e.FromAddress
        ));
}
