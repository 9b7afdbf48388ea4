using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <param name="Search">Words in the name, in any case.</param>
/// <param name="Archived">The archived ones instead of the others.</param>
public sealed record RubricFilter(string? Search, bool Archived);

/// <summary>A teacher's own rubrics, newest change first, and the built-in ones.</summary>
internal sealed class ListRubrics(AppDbContext db)
{
    /// <summary>Characters that LIKE reads in a way of its own.</summary>
    public async Task<KeysetPage<RubricView>> OwnAsync(
        CurrentUser user,
        RubricFilter filter,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var query = Matching(db.Set<Rubric>().AsNoTracking().Where(r => r.OwnerId == user.Id), filter.Search);
        query = filter.Archived ? query.Where(r => r.ArchivedAt != null) : query.Where(r => r.ArchivedAt == null);
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(r => r.UpdatedAt < position.At || (r.UpdatedAt == position.At && r.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .OrderByDescending(r => r.UpdatedAt)
            .ThenByDescending(r => r.Id)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        return new KeysetPage<RubricView>(
            [.. rows.Take(take).Select(RubricView.Of)],
            rows.Count > take ? new KeysetPosition(rows[take - 1].UpdatedAt, rows[take - 1].Id).Encode() : null
        );
    }

    public async Task<KeysetPage<RubricView>> TemplatesAsync(string? search, CancellationToken cancellationToken)
    {
        var rows = await Matching(db.Set<Rubric>().AsNoTracking().Where(r => r.TemplateKey != null), search)
            .OrderBy(r => r.SortOrder)
            .ToListAsync(cancellationToken);
        return new KeysetPage<RubricView>([.. rows.Select(RubricView.Of)], null);
    }

    public async Task<RubricView> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        RubricView.Of(await db.Set<Rubric>().AsNoTracking().VisibleTo(user).OneAsync(id, cancellationToken));

    /// <summary>The row itself, for a page that shows or edits it.</summary>
    public Task<Rubric> RowAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        db.Set<Rubric>().AsNoTracking().VisibleTo(user).OneAsync(id, cancellationToken);

    private static IQueryable<Rubric> Matching(IQueryable<Rubric> rubrics, string? search)
    {
        foreach (var word in (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
        {
            var like = LikePattern.Holding(word);
            rubrics = rubrics.Where(r => EF.Functions.Like(r.Name.ToLower(), like, "\\"));
        }

        return rubrics;
    }
}
