using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>How the students of one section stand in one competency.</summary>
/// <param name="Students">Those with at least one released level in a criterion of it.</param>
/// <param name="Share">0 to 1.</param>
public sealed record CompetencyRow(
    int Competency,
    string Name,
    Guid SectionId,
    string Section,
    string CourseCode,
    string Term,
    int Students,
    int AtOrAbove,
    decimal Share
);

/// <param name="Benchmark">0 to 1 of the points that a criterion can give.</param>
public sealed record CompetencyReport(decimal Benchmark, string? Term, IReadOnlyList<string> Terms, IReadOnlyList<CompetencyRow> Rows);

/// <summary>
/// Evidence for the nine competencies of CSWE EPAS 2022, from released levels alone: a teacher's sections, or all of them for an admin. A student's
/// newest released level counts for each criterion, and their mean over the criteria of a competency is held against the benchmark.
/// </summary>
internal sealed class ReadCompetencies(AppDbContext db, IOptions<InstallationOptions> installation)
{
    public async Task<CompetencyReport> HandleAsync(CurrentUser user, int? benchmark, string? term, CancellationToken cancellationToken)
    {
        if (benchmark is < 1 or > 100)
        {
            throw new DomainException("bad-benchmark", "A benchmark is 1 to 100 percent of the points.", 400);
        }

        var sections = user.IsAdmin ? db.Set<CourseSection>() : db.Set<CourseSection>().TaughtBy(db, user);
        var rows = await db.Set<Assessment>()
            .Where(a => a.ReleasedAt != null)
            .Join(sections, a => a.SectionId, s => s.Id, (a, s) => new { a, s })
            .Join(
                db.Set<AssessedCriterion>().Where(c => c.Competency != null && c.Points != null),
                r => r.a.Id,
                c => c.AssessmentId,
                (r, c) =>
                    new
                    {
                        r.s.Id,
                        r.s.Name,
                        r.s.CourseCode,
                        r.s.Term,
                        r.a.StudentId,
                        r.a.ReleasedAt,
                        c.DecidedAt,
                        c.Key,
                        Competency = c.Competency!.Value,
                        Points = c.Points!.Value,
                        c.MostPoints,
                    }
            )
            .ToListAsync(cancellationToken);
        var least = (benchmark ?? installation.Value.CompetencyBenchmark) / 100m;
        return new CompetencyReport(
            least,
            string.IsNullOrWhiteSpace(term) ? null : term.Trim(),
            [
                .. rows.Select(r => r.Term)
                    .Where(t => t.Length > 0)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Order(StringComparer.OrdinalIgnoreCase),
            ],
            [
                // What was decided after the release is not released.
                .. rows.Where(r => r.DecidedAt <= r.ReleasedAt)
                    .Where(r => string.IsNullOrWhiteSpace(term) || string.Equals(r.Term, term.Trim(), StringComparison.OrdinalIgnoreCase))
                    .GroupBy(r => (r.Competency, r.Id))
                    .Select(g =>
                    {
                        var means = g.GroupBy(r => r.StudentId)
                            .Select(s =>
                                s.GroupBy(r => r.Key).Select(k => k.MaxBy(r => r.ReleasedAt)!).Average(r => r.Points / r.MostPoints)
                            )
                            .ToList();
                        var reached = means.Count(m => m >= least);
                        var one = g.First();
                        return new CompetencyRow(
                            one.Competency,
                            Competencies.NameOf(one.Competency)!,
                            one.Id,
                            one.Name,
                            one.CourseCode,
                            one.Term,
                            means.Count,
                            reached,
                            (decimal)reached / means.Count
                        );
                    })
                    .OrderBy(r => r.Competency)
                    .ThenBy(r => r.Term, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(r => r.Section, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(r => r.SectionId),
            ]
        );
    }

    public static byte[] File(CompetencyReport report) =>
        CsvFile.Write(
            report
                .Rows.Select(r =>
                    (IReadOnlyList<string?>)
                        [
                            r.Name,
                            r.Section,
                            r.CourseCode,
                            r.Term,
                            r.Students.ToString(CultureInfo.InvariantCulture),
                            r.AtOrAbove.ToString(CultureInfo.InvariantCulture),
                            GradebookTable.Percent(r.Share),
                            GradebookTable.Percent(report.Benchmark),
                        ]
                )
                .Prepend([
                    "Competency",
                    "Section",
                    "Course code",
                    "Term",
                    "Students with released levels",
                    "At or above the benchmark",
                    "Share in percent",
                    "Benchmark in percent",
                ])
        );
}
