using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

public enum GradeStatus
{
    NoAttempt,

    /// <summary>There are several attempts and nobody chose the one that counts.</summary>
    NotChosen,

    /// <summary>A criterion is undecided: no number.</summary>
    NotScored,

    /// <summary>Everything was decided, and nothing could be scored.</summary>
    NoOpportunity,
    Scored,
}

/// <param name="Level">Null with <paramref name="Decided"/>: no opportunity; no zero.</param>
public sealed record GradeCriterion(string Key, string Name, decimal Weight, bool Decided, string? Level, decimal? Points);

/// <summary>What one student has with one client: the attempt that counts.</summary>
public sealed record GradeCell(
    Guid PairId,
    GradeStatus Status,
    Guid? ConversationId,
    int? Attempt,
    int Attempts,
    decimal? Share,
    decimal? Points,
    decimal? MostPoints,
    bool Released,
    IReadOnlyList<GradeCriterion> Criteria
);

/// <param name="Share">0 to 1, the mean over clients that could be scored; null while one of them is not scored.</param>
public sealed record GradeRow(
    Guid StudentId,
    string? ExternalId,
    string Name,
    string Email,
    IReadOnlyList<GradeCell> Cells,
    decimal? Share
);

public sealed record GradeColumn(Guid PairId, string Client, IReadOnlyList<GradeCriterion> Criteria);

public sealed record GradebookView(
    Guid AssignmentId,
    Guid SectionId,
    string Title,
    CountingAttempt Counting,
    IReadOnlyList<GradeColumn> Columns,
    IReadOnlyList<GradeRow> Rows
);

/// <summary>One row for each student, with the attempt that counts by the assignment's setting.</summary>
internal sealed class ReadGradebook(AppDbContext db, AssignmentDoor door)
{
    private sealed record Held(Guid Id, Guid OwnerId, Guid PairId, string ClientName, int Attempt, Assessment? Assessment);

    public async Task<GradebookView> HandleAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken) =>
        await OfAsync((await door.StaffAsync(user, assignmentId, cancellationToken)).Assignment, cancellationToken);

    /// <summary>Of an assignment that was found to be theirs.</summary>
    public async Task<GradebookView> OfAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var students = await db.Set<Enrollment>()
            .Where(e => e.SectionId == assignment.SectionId && e.Role == SectionRole.Student && e.RemovedAt == null)
            .Join(
                db.Users,
                e => e.UserId,
                u => u.Id,
                (_, u) =>
                    new
                    {
                        u.Id,
                        u.ExternalId,
                        u.DisplayName,
                        u.Email,
                    }
            )
            .ToListAsync(cancellationToken);
        var held = await HeldAsync(assignment, cancellationToken);
        var clients = await db.Set<AssignmentClient>()
            .Where(p => p.AssignmentId == assignment.Id && (p.RemovedAt == null || db.Set<Conversation>().Any(c => c.PairId == p.Id)))
            .OrderBy(p => p.Position)
            .ThenBy(p => p.Id)
            .Join(
                db.Set<ClientProfiles.ClientProfile>(),
                p => p.ClientProfileId,
                c => c.Id,
                (p, c) =>
                    new
                    {
                        p.Id,
                        c.Name,
                        p.Position,
                    }
            )
            .OrderBy(p => p.Position)
            .ThenBy(p => p.Id)
            .ToListAsync(cancellationToken);
        var byStudent = held.ToLookup(h => (h.OwnerId, h.PairId));
        var columns = clients.ConvertAll(c => new GradeColumn(
            c.Id,
            held.Find(h => h.PairId == c.Id)?.ClientName ?? c.Name,
            CriteriaOf(held.Where(h => h.PairId == c.Id).Select(h => h.Assessment))
        ));
        return new GradebookView(
            assignment.Id,
            assignment.SectionId,
            assignment.Title,
            assignment.Settings.CountingAttempt,
            columns,
            [
                .. students
                    .OrderBy(s => s.DisplayName, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(s => s.Id)
                    .Select(s =>
                    {
                        var cells = columns.ConvertAll(c =>
                            Cell(c.PairId, [.. byStudent[(s.Id, c.PairId)]], assignment.Settings.CountingAttempt)
                        );
                        return new GradeRow(s.Id, s.ExternalId, s.DisplayName, s.Email!, cells, ShareOf(cells));
                    }),
            ]
        );
    }

    private async Task<List<Held>> HeldAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Conversation>()
            .Where(c =>
                c.AssignmentId == assignment.Id
                && c.Status != ConversationStatus.Active
                && c.EndReason != EndReason.SteppedOut
                && c.GivenBackAt == null
            )
            .Select(c => new
            {
                c.Id,
                c.OwnerId,
                PairId = c.PairId!.Value,
                c.ClientName,
                Attempt = c.AttemptNumber!.Value,
            })
            .ToListAsync(cancellationToken);
        var assessments = await db.Set<Assessment>()
            .AsNoTracking()
            .Include(a => a.Criteria)
            .Where(a => a.AssignmentId == assignment.Id)
            .ToDictionaryAsync(a => a.ConversationId, cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.Attempt)
                .Select(r => new Held(r.Id, r.OwnerId, r.PairId, r.ClientName, r.Attempt, assessments.GetValueOrDefault(r.Id))),
        ];
    }

    /// <summary>Criteria of all copies of the rubric that were used, the first in their order.</summary>
    private static List<GradeCriterion> CriteriaOf(IEnumerable<Assessment?> assessments) =>
        [
            .. assessments
                .OfType<Assessment>()
                .SelectMany(a => a.InOrder)
                .DistinctBy(c => c.Key)
                .Select(c => new GradeCriterion(c.Key, c.Name, c.Weight, false, null, null)),
        ];

    private static GradeCell Cell(Guid pairId, List<Held> attempts, CountingAttempt counting)
    {
        var one = Counting(attempts, counting);
        var a = one?.Assessment;
        var status =
            attempts.Count == 0 ? GradeStatus.NoAttempt
            : one is null ? GradeStatus.NotChosen
            : a is null || !a.IsComplete ? GradeStatus.NotScored
            : a.Share is null ? GradeStatus.NoOpportunity
            : GradeStatus.Scored;
        return new GradeCell(
            pairId,
            status,
            one?.Id,
            one?.Attempt,
            attempts.Count,
            a?.Share,
            a?.Points,
            a?.MostPoints,
            a?.ReleasedAt is not null,
            [.. (a?.InOrder ?? []).Select(c => new GradeCriterion(c.Key, c.Name, c.Weight, c.IsDecided, c.LevelName, c.Points))]
        );
    }

    /// <summary>Best: the highest that is scored in full, else the last. Chosen: the teacher's choice; a single attempt needs none.</summary>
    private static Held? Counting(List<Held> attempts, CountingAttempt counting) =>
        counting switch
        {
            CountingAttempt.Last => attempts.LastOrDefault(),
            CountingAttempt.Chosen => attempts.Find(h => h.Assessment?.Counts == true) ?? (attempts.Count == 1 ? attempts[0] : null),
            _ => attempts.Where(h => h.Assessment?.Share is not null).MaxBy(h => h.Assessment!.Share) ?? attempts.LastOrDefault(),
        };

    private static decimal? ShareOf(IReadOnlyList<GradeCell> cells)
    {
        var counted = cells.Where(c => c.Status != GradeStatus.NoOpportunity).ToList();
        return counted.Count == 0 || counted.Exists(c => c.Share is null) ? null : counted.Average(c => c.Share!.Value);
    }
}
