using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>A client of an assignment as its students see it, with what they did.</summary>
/// <param name="AttemptsLeft">Null: as many as they like.</param>
/// <param name="Status">not_started, in_progress or done.</param>
/// <param name="FeedbackOn">Those of the conversations whose feedback is released.</param>
public sealed record StudentPair(
    StudentClient Client,
    int AttemptsUsed,
    int? AttemptsLeft,
    string Status,
    Guid? ActiveConversationId,
    IReadOnlyList<Guid> ConversationIds,
    IReadOnlyList<Guid> FeedbackOn,
    RubricDefinition? Rubric
);

/// <summary>An assignment as a student sees it: own dates, own attempts, nothing of anybody else.</summary>
/// <param name="Window">upcoming, open or closed, by the student's own due date.</param>
/// <param name="FeedbackAt">When feedback was released last; null: there is none.</param>
public sealed record StudentAssignment(
    Guid Id,
    Guid SectionId,
    string SectionName,
    string Title,
    string Description,
    AssignmentKind Kind,
    string Window,
    DateTimeOffset? AvailableFrom,
    DateTimeOffset? DueAt,
    bool Extended,
    int? MaxAttempts,
    double? TimeLimitMinutes,
    bool NotesAllowed,
    bool RubricShown,
    CoachMode Coach,
    bool SelfRating,
    bool Scribe,
    string Status,
    DateTimeOffset? FeedbackAt,
    IReadOnlyList<StudentPair> Clients
);

/// <summary>What a student is to do: three queries, however many sections and assignments there are.</summary>
internal sealed class StudentAssignments(AppDbContext db, IAttemptFeedback feedback, TimeProvider clock)
{
    private sealed record Row(
        Assignment Assignment,
        string SectionName,
        bool IsArchived,
        ExtraTime Extra,
        bool Scribe,
        AssignmentExtension? Extension,
        IReadOnlyList<Held> Held
    );

    private sealed record Held(
        Guid Id,
        Guid? PairId,
        ConversationStatus Status,
        EndReason? EndReason,
        DateTimeOffset? GivenBackAt,
        DateTimeOffset? FeedbackAt
    );

    public async Task<IReadOnlyList<StudentAssignment>> ListAsync(
        CurrentUser user,
        Guid? sectionId,
        Guid? only,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsAsync(user, sectionId, only, cancellationToken);
        var pairs = rows.SelectMany(r => r.Assignment.ActivePairs).ToList();
        var ids = pairs.Select(p => p.ClientProfileId).Distinct().ToArray();
        var clients =
            ids.Length == 0
                ? []
                : await db.Set<ClientProfile>()
                    .AsNoTracking()
                    .Where(c => ids.Contains(c.Id))
                    .ToDictionaryAsync(c => c.Id, cancellationToken);
        var shown = rows.Where(r => r.Assignment.Settings.RubricShown && only is not null)
            .SelectMany(r => r.Assignment.ActivePairs)
            .Select(p => p.RubricId)
            .OfType<Guid>()
            .Distinct()
            .ToArray();
        var rubrics =
            shown.Length == 0
                ? []
                : await db.Set<Rubric>()
                    .AsNoTracking()
                    .Where(r => shown.Contains(r.Id))
                    .ToDictionaryAsync(r => r.Id, r => r.Definition, cancellationToken);
        var byPair = rows.SelectMany(r => r.Held).ToLookup(h => h.PairId);
        var now = clock.GetUtcNow();
        return [.. rows.Select(r => View(r, user, clients, rubrics, byPair, now))];
    }

    /// <exception cref="DomainException">Missing, foreign and draft look alike.</exception>
    public async Task<StudentAssignment> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await ListAsync(user, null, id, cancellationToken) is [var one, ..] ? one : throw DomainException.NotFound();

    private async Task<List<Row>> RowsAsync(CurrentUser user, Guid? sectionId, Guid? only, CancellationToken cancellationToken)
    {
        var released = feedback.Released;
        var rows = await db.Set<Assignment>()
            .AsNoTracking()
            .Include(a => a.Pairs)
            .AsSingleQuery()
            .Where(a => a.PublishedAt != null && (sectionId == null || a.SectionId == sectionId) && (only == null || a.Id == only))
            .Join(
                db.Set<Enrollment>().Where(e => e.UserId == user.Id && e.Role == SectionRole.Student && e.RemovedAt == null),
                a => a.SectionId,
                e => e.SectionId,
                (a, e) =>
                    new
                    {
                        Assignment = a,
                        e.ExtraTime,
                        e.Scribe,
                    }
            )
            .Join(
                db.Set<CourseSection>(),
                r => r.Assignment.SectionId,
                s => s.Id,
                (r, s) =>
                    new
                    {
                        r.Assignment,
                        r.ExtraTime,
                        r.Scribe,
                        s.Name,
                        s.ArchivedAt,
                    }
            )
            .Select(r => new
            {
                r.Assignment,
                r.ExtraTime,
                r.Scribe,
                r.Name,
                r.ArchivedAt,
                Extension = db.Set<AssignmentExtension>().FirstOrDefault(x => x.AssignmentId == r.Assignment.Id && x.StudentId == user.Id),
                Held = db.Set<Conversation>()
                    .Where(c => c.AssignmentId == r.Assignment.Id && c.OwnerId == user.Id)
                    .OrderBy(c => c.AttemptNumber)
                    .Select(c => new Held(
                        c.Id,
                        c.PairId,
                        c.Status,
                        c.EndReason,
                        c.GivenBackAt,
                        released.Where(f => f.ConversationId == c.Id).Select(f => (DateTimeOffset?)f.ReleasedAt).FirstOrDefault()
                    ))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new Row(r.Assignment, r.Name, r.ArchivedAt != null, r.ExtraTime, r.Scribe, r.Extension, r.Held))
                .OrderBy(r => AttemptTerms.DueOf(r.Assignment.DueAt, r.Extension?.DueAt) ?? DateTimeOffset.MaxValue)
                .ThenBy(r => r.Assignment.CreatedAt)
                .ThenBy(r => r.Assignment.Id),
        ];
    }

    private static StudentAssignment View(
        Row row,
        CurrentUser user,
        Dictionary<Guid, ClientProfile> clients,
        Dictionary<Guid, RubricDefinition> rubrics,
        ILookup<Guid?, Held> held,
        DateTimeOffset now
    )
    {
        var a = row.Assignment;
        var most = a.MaxAttempts + (row.Extension?.ExtraAttempts ?? 0);
        var due = AttemptTerms.DueOf(a.DueAt, row.Extension?.DueAt);
        var order = a.Settings.ClientOrder == PairOrder.Shuffled ? a.ActivePairs.OrderBy(p => HashCode(p.Id, user.Id)) : a.ActivePairs;
        var pairs = order
            .Select(p =>
            {
                var mine = held[p.Id].ToList();
                var active = mine.Find(h => h.Status == ConversationStatus.Active)?.Id;
                var used = mine.Count(h => Conversation.Uses(h.Status, h.EndReason, h.GivenBackAt));
                return new StudentPair(
                    StudentClient.Of(clients[p.ClientProfileId], active),
                    used,
                    most is { } all ? Math.Max(0, all - used) : null,
                    active is not null ? "in_progress"
                        : used > 0 ? "done"
                        : "not_started",
                    active,
                    [.. mine.Select(h => h.Id)],
                    [.. mine.Where(h => h.FeedbackAt is not null).Select(h => h.Id)],
                    p.RubricId is { } rubric ? rubrics.GetValueOrDefault(rubric) : null
                );
            })
            .ToList();
        return new StudentAssignment(
            a.Id,
            a.SectionId,
            row.SectionName,
            a.Title,
            a.Description,
            a.Kind,
            (row.IsArchived ? WindowState.Closed : Assignment.StateOf(a.AvailableFrom, due, now)).ToString().ToLowerInvariant(),
            a.AvailableFrom,
            due,
            due != a.DueAt || row.Extension?.ExtraAttempts > 0,
            most,
            AttemptTerms.LimitOf(a.Settings.TimeLimitMinutes, row.Extra) / 60_000.0,
            a.Settings.NotesAllowed,
            a.Settings.RubricShown,
            a.Settings.Coach,
            a.Settings.SelfRating,
            row.Scribe,
            pairs.Exists(p => p.Status == "in_progress") ? "in_progress"
                : pairs.TrueForAll(p => p.Status == "done") ? "done"
                : pairs.Exists(p => p.Status == "done") ? "in_progress"
                : "not_started",
            row.Held.Max(h => h.FeedbackAt),
            pairs
        );
    }

    /// <summary>The same order for one student each time, another for the next.</summary>
    private static ulong HashCode(Guid pair, Guid student) =>
        BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData([.. pair.ToByteArray(), .. student.ToByteArray()]));
}
