using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>The newest level a person decided for one student and criterion, and the attempt it was decided for.</summary>
/// <param name="Place">0 for the lowest of <paramref name="Levels"/>.</param>
public sealed record HeatCell(string Level, decimal Points, int Place, int Levels, Guid AssignmentId, Guid ConversationId);

/// <param name="Cells">In the order of the criteria; null: not scored yet, or no opportunity.</param>
public sealed record HeatRow(Guid StudentId, string Name, IReadOnlyList<HeatCell?> Cells);

/// <param name="Mean">0 to 1 from the lowest to the highest level; null: nobody was scored.</param>
public sealed record HeatCriterion(string Name, int Scored, decimal? Mean);

public sealed record HeatAttempt(Guid AssignmentId, Guid ConversationId, string Student, int Times);

/// <param name="PerTenTurns">Over all attempts of the section.</param>
/// <param name="Most">Where it was heard most.</param>
public sealed record HeatLabel(string Code, string Name, int Attempts, decimal PerTenTurns, IReadOnlyList<HeatAttempt> Most);

/// <summary>Where a class finds it hard, from attempts only; practice is private and not in it.</summary>
public sealed record HeatView(
    Guid SectionId,
    int Attempts,
    IReadOnlyList<HeatCriterion> Criteria,
    IReadOnlyList<HeatRow> Rows,
    IReadOnlyList<HeatLabel> Labels
);

internal sealed class ReadHeat(AppDbContext db, SectionDoor door)
{
    private const int MostAttempts = 3;

    public async Task<HeatView> HandleAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        await door.StaffAsync(user, sectionId, cancellationToken);
        return await OfAsync(sectionId, cancellationToken);
    }

    /// <summary>Of a section that was found to be theirs.</summary>
    public async Task<HeatView> OfAsync(Guid sectionId, CancellationToken cancellationToken)
    {
        var students = await db.Set<Enrollment>()
            .Where(e => e.SectionId == sectionId && e.Role == SectionRole.Student && e.RemovedAt == null)
            .Join(db.Users, e => e.UserId, u => u.Id, (_, u) => new { u.Id, u.DisplayName })
            .ToListAsync(cancellationToken);
        var names = students.ToDictionary(s => s.Id, s => s.DisplayName);
        var all = await db.Set<Assessment>()
            .AsNoTracking()
            .Include(a => a.Criteria)
            .Where(a => a.SectionId == sectionId)
            .OrderBy(a => a.CreatedAt)
            .ToListAsync(cancellationToken);
        var held = all.Where(a => names.ContainsKey(a.StudentId)).ToList();
        var criteria = held.SelectMany(a => a.InOrder).Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        var cells = held.SelectMany(a => a.Criteria.Where(c => c.Place is not null).Select(c => (Attempt: a, Criterion: c)))
            .GroupBy(c => (c.Attempt.StudentId, c.Criterion.Name))
            .ToDictionary(g => g.Key, g => Cell(g.Last().Attempt, g.Last().Criterion));
        List<HeatRow> rows =
        [
            .. students
                .OrderBy(s => s.DisplayName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(s => s.Id)
                .Select(s => new HeatRow(s.Id, s.DisplayName, [.. criteria.Select(c => cells.GetValueOrDefault((s.Id, c)))])),
        ];
        return new HeatView(
            sectionId,
            held.Count,
            [.. criteria.Index().Select(c => Mean(c.Item, rows.Select(r => r.Cells[c.Index])))],
            rows,
            LabelsOf(held, names)
        );
    }

    private static HeatCell Cell(Assessment attempt, AssessedCriterion c) =>
        new(c.LevelName!, c.Points!.Value, c.Place!.Value, c.LevelCount, attempt.AssignmentId, attempt.ConversationId);

    private static HeatCriterion Mean(string name, IEnumerable<HeatCell?> cells)
    {
        var scored = cells.OfType<HeatCell>().ToList();
        return new HeatCriterion(
            name,
            scored.Count,
            scored.Count == 0 ? null : scored.Average(c => c.Levels < 2 ? 0 : (decimal)c.Place / (c.Levels - 1))
        );
    }

    private static List<HeatLabel> LabelsOf(List<Assessment> held, Dictionary<Guid, string> names)
    {
        var turns = held.Sum(a => a.Labels.Turns);
        return
        [
            .. held.SelectMany(a => a.Labels.Of.Select(l => (Attempt: a, Code: l.Key, Times: l.Value)))
                .GroupBy(l => l.Code)
                .Select(g => new HeatLabel(
                    g.Key,
                    Codes.Find<LabelCode>(g.Key) is { } label ? LabelNames.Of(label).Student : g.Key,
                    g.Count(),
                    turns == 0 ? 0 : Math.Round(10m * g.Sum(l => l.Times) / turns, 1),
                    [
                        .. g.OrderByDescending(l => l.Times)
                            .ThenBy(l => names[l.Attempt.StudentId], StringComparer.OrdinalIgnoreCase)
                            .Take(MostAttempts)
                            .Select(l => new HeatAttempt(
                                l.Attempt.AssignmentId,
                                l.Attempt.ConversationId,
                                names[l.Attempt.StudentId],
                                l.Times
                            )),
                    ]
                ))
                .OrderByDescending(l => l.PerTenTurns)
                .ThenBy(l => l.Name, StringComparer.Ordinal),
        ];
    }
}
