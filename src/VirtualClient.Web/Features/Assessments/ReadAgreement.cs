using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

public sealed record CriterionAgreement(string Criterion, int Pairs, decimal? Percent, decimal? Kappa);

/// <summary>
/// How far the drafts of a section agree with what its reviewers decided before they saw them. Who decides with the draft in view tends to agree with
/// it, so those decisions say nothing about it.
/// </summary>
/// <param name="Known">False: fewer decisions than <see cref="ReadAgreement.Least"/>; then nothing is said about it.</param>
public sealed record AgreementView(bool Known, int Pairs, decimal? Percent, decimal? Kappa, IReadOnlyList<CriterionAgreement> Criteria)
{
    /// <summary>The same for first and second reviewers who scored without seeing each other.</summary>
    public AgreementView? Reviewers { get; init; }
}

/// <summary>Draft against teacher over a whole section, for whoever is about to ask for more drafts.</summary>
internal sealed class ReadAgreement(AppDbContext db, AssignmentDoor door)
{
    /// <summary>Below this, agreement is a matter of luck and is not told.</summary>
    public const int Least = 10;

    public async Task<AgreementView> OfAssignmentAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken) =>
        await OfSectionAsync((await door.StaffAsync(user, assignmentId, cancellationToken)).Section.Id, cancellationToken);

    /// <summary>Of a section that was found to be theirs.</summary>
    public async Task<AgreementView> OfSectionAsync(Guid sectionId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Assessment>()
            .Where(a => a.SectionId == sectionId)
            .Join(
                db.Set<AssessedCriterion>().Where(c => c.FirstPlace != null && c.DecidedAlone == true && c.DraftPlace != null),
                a => a.Id,
                c => c.AssessmentId,
                (_, c) => c
            )
            .Select(c => new
            {
                c.Name,
                One = c.DraftPlace!.Value,
                Other = c.FirstPlace!.Value,
                c.LevelCount,
            })
            .ToListAsync(cancellationToken);
        var drafts = View([.. rows.Select(r => (r.Name, r.One, r.Other, r.LevelCount))]);
        return drafts with { Reviewers = await ReviewersAsync(sectionId, cancellationToken) };
    }

    private async Task<AgreementView> ReviewersAsync(Guid sectionId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SecondReview>()
            .Join(db.Set<Assessment>().Where(a => a.SectionId == sectionId), s => s.AssessmentId, a => a.Id, (s, _) => s)
            .Join(
                db.Set<AssessedCriterion>().Where(c => c.Place != null),
                s => s.AssessmentId,
                c => c.AssessmentId,
                (s, c) =>
                    new
                    {
                        s.Levels,
                        c.Key,
                        c.Name,
                        Place = c.Place!.Value,
                        c.LevelCount,
                    }
            )
            .ToListAsync(cancellationToken);
        return View([
            .. rows.Select(r => (r.Name, Second: r.Levels.FirstOrDefault(l => l.Key == r.Key)?.Place, r.Place, r.LevelCount))
                .Where(r => r.Second is not null)
                .Select(r => (r.Name, r.Second!.Value, r.Place, r.LevelCount)),
        ]);
    }

    private static AgreementView View(IReadOnlyList<(string Name, int One, int Other, int Levels)> rows)
    {
        var all = Agreement.Of([.. rows.Select(r => (r.One, r.Other, r.Levels))]);
        var known = all.Pairs >= Least;
        return new AgreementView(
            known,
            all.Pairs,
            known ? all.Percent : null,
            known ? all.Kappa : null,
            [
                .. rows.GroupBy(r => r.Name)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g =>
                    {
                        var one = Agreement.Of([.. g.Select(r => (r.One, r.Other, r.Levels))]);
                        return one.Pairs >= Least
                            ? new CriterionAgreement(g.Key, one.Pairs, one.Percent, one.Kappa)
                            : new CriterionAgreement(g.Key, one.Pairs, null, null);
                    }),
            ]
        );
    }
}
