using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>What the list of problems is narrowed to; null: not by this.</summary>
public sealed record ProblemFilter(string? Severity, string? Source, string? Code, bool? Acknowledged, string? Search)
{
    /// <exception cref="DomainException">400: not a severity.</exception>
    internal IQueryable<Problem> Apply(IQueryable<Problem> problems)
    {
        if (Severity is not null)
        {
            if (
                !Enum.TryParse<Severity>(Severity, ignoreCase: true, out var severity)
                || !Enum.IsDefined(severity)
                || char.IsDigit(Severity[0])
            )
            {
                throw new DomainException("bad-filter", "\"severity\" is low, medium, high or critical.", 400);
            }

            problems = problems.Where(p => p.Severity == severity);
        }

        problems = Source is null ? problems : problems.Where(p => p.Source == Source);
        problems = Code is null ? problems : problems.Where(p => p.Code == Code);
        problems = Acknowledged is null ? problems : problems.Where(p => p.AcknowledgedAt != null == Acknowledged);
        if (string.IsNullOrWhiteSpace(Search))
        {
            return problems;
        }

        // Lower case on both sides, because the databases differ in what they take for the same letter.
        var like = LikePattern.Holding(Search.Trim());
        return problems.Where(p =>
            EF.Functions.Like(p.Sentence.ToLower(), like, "\\")
            || EF.Functions.Like(p.Source.ToLower(), like, "\\")
            || EF.Functions.Like(p.Code, like, "\\")
            || (p.Details != null && EF.Functions.Like(p.Details.ToLower(), like, "\\"))
        );
    }
}

public sealed record ProblemView(
    Guid Id,
    string Code,
    string Source,
    Severity Severity,
    string Sentence,
    string? Details,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    int Count,
    DateTimeOffset? AcknowledgedAt,
    Guid? AcknowledgedBy,
    string? AcknowledgedByName,
    string? Note
)
{
    internal static ProblemView Of(Problem problem, string? acknowledgedByName) =>
        new(
            problem.Id,
            problem.Code,
            problem.Source,
            problem.Severity,
            problem.Sentence,
            problem.Details,
            problem.FirstSeenAt,
            problem.LastSeenAt,
            problem.Count,
            problem.AcknowledgedAt,
            problem.AcknowledgedBy,
            acknowledgedByName,
            problem.Note
        );
}

/// <summary>Errors and alerts, the one that was seen last first.</summary>
internal sealed class ListProblems(AppDbContext db)
{
    public async Task<KeysetPage<ProblemView>> HandleAsync(
        ProblemFilter filter,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var problems = filter.Apply(db.Set<Problem>().AsNoTracking());
        if (KeysetPosition.Decode(after) is { } position)
        {
            problems = problems.Where(p => p.LastSeenAt < position.At || (p.LastSeenAt == position.At && p.Id.CompareTo(position.Id) < 0));
        }

        var rows = await problems
            .OrderByDescending(p => p.LastSeenAt)
            .ThenByDescending(p => p.Id)
            .Take(take + 1)
            .Select(p => new
            {
                Problem = p,
                By = db.Users.Where(u => u.Id == p.AcknowledgedBy).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var items = rows.Take(take).Select(row => ProblemView.Of(row.Problem, row.By)).ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].LastSeenAt, items[^1].Id).Encode() : null;
        return new KeysetPage<ProblemView>(items, next);
    }
}
