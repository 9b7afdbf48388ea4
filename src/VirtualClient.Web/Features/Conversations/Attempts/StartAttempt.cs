using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>What an attempt is held under.</summary>
/// <param name="DueAt">Everybody's due date, or the student's own where that is later.</param>
/// <param name="LongestMs">Connected time after which any conversation ends; null: never.</param>
public sealed record AttemptTerms(
    Guid SectionId,
    Guid AssignmentId,
    Guid PairId,
    string? ModelRoute,
    RubricDefinition? Rubric,
    AttemptRules Rules,
    DateTimeOffset? DueAt,
    long? TimeLimitMs,
    long? LongestMs
)
{
    /// <summary>An extension beats the date, also one that everybody's date has passed meanwhile.</summary>
    public static DateTimeOffset? DueOf(DateTimeOffset? everybody, DateTimeOffset? own) =>
        everybody is null || own is null ? everybody : (own > everybody ? own : everybody);

    public static long? LimitOf(int? minutes, ExtraTime extra) =>
        minutes is { } limit ? (long?)extra.Stretch(TimeSpan.FromMinutes(limit))?.TotalMilliseconds : null;

    public static long? LongestOf(ExtraTime extra) => (long?)extra.Stretch(Conversation.LongestConnected)?.TotalMilliseconds;
}

/// <summary>
/// Begins an attempt: enrollment, publication, window and attempts are looked at and the conversation is stored in one transaction. Starting
/// again resumes; two clicks are one attempt.
/// </summary>
internal sealed class StartAttempt(AppDbContext db, WriteGate gate, NewSeed newSeed, TimeProvider clock)
{
    private sealed record Found(Assignment Assignment, Enrollment Enrollment, AssignmentExtension? Extension, bool Archived);

    public async Task<(Conversation Conversation, bool IsNew)> HandleAsync(
        CurrentUser user,
        Guid assignmentId,
        Guid clientId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await gate.CommitAsync(db, () => TryAsync(user, assignmentId, clientId, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks: the other one was first.
            db.ChangeTracker.Clear();
            return await TryAsync(user, assignmentId, clientId, cancellationToken);
        }
    }

    /// <summary>The longest time of a practice conversation: access settings of any section hold there too.</summary>
    public async Task<long?> LongestOfAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var extras = await db.Set<Enrollment>()
            .Where(e => e.UserId == user.Id && e.RemovedAt == null && e.ExtraTime != ExtraTime.Standard)
            .Select(e => e.ExtraTime)
            .ToListAsync(cancellationToken);
        return AttemptTerms.LongestOf(extras.DefaultIfEmpty(ExtraTime.Standard).Max());
    }

    public Task<bool> HidesClockAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken) =>
        db.Set<Enrollment>().AnyAsync(e => e.SectionId == sectionId && e.UserId == user.Id && e.ClockHidden, cancellationToken);

    private async Task<(Conversation Conversation, bool IsNew)> TryAsync(
        CurrentUser user,
        Guid assignmentId,
        Guid clientId,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(user, assignmentId, cancellationToken);
        var pair = found.Assignment.ActivePairs.FirstOrDefault(p => p.ClientProfileId == clientId) ?? throw DomainException.NotFound();
        var before = await db.Set<Conversation>()
            .AsNoTracking()
            .Where(c => c.PairId == pair.Id && c.OwnerId == user.Id)
            .ToListAsync(cancellationToken);
        if (before.Find(c => c.Status == ConversationStatus.Active) is { } active)
        {
            return (active, false);
        }

        var now = clock.GetUtcNow();
        RequireOpen(found, before, now);
        var client = await db.Set<ClientProfile>().AsNoTracking().SingleAsync(c => c.Id == clientId, cancellationToken);
        var rubric = pair.RubricId is { } id
            ? await db.Set<Rubric>().AsNoTracking().Where(r => r.Id == id).Select(r => r.Definition).SingleAsync(cancellationToken)
            : null;
        var seed = newSeed();
        var line = client.Persona.OpeningLine is { Length: > 0 } written ? written : Greeting.For(client.Persona, seed);
        var (conversation, opening) = Conversation.Start(user.Id, client, isTest: false, null, null, seed, line, now);
        var settings = found.Assignment.Settings;
        conversation.Count(
            new AttemptTerms(
                found.Assignment.SectionId,
                assignmentId,
                pair.Id,
                settings.ModelRoute,
                rubric,
                AttemptRules.Of(found.Assignment),
                AttemptTerms.DueOf(found.Assignment.DueAt, found.Extension?.DueAt),
                AttemptTerms.LimitOf(settings.TimeLimitMinutes, found.Enrollment.ExtraTime),
                AttemptTerms.LongestOf(found.Enrollment.ExtraTime)
            ),
            before.Count + 1
        );
        db.AddRange(conversation, opening);
        await db.SaveChangesAsync(cancellationToken);
        return (conversation, true);
    }

    /// <summary>Missing, foreign and draft look alike.</summary>
    private async Task<Found> FindAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Assignment>()
            .AsNoTracking()
            .Include(a => a.Pairs)
            .Where(a => a.Id == assignmentId && a.PublishedAt != null)
            .Join(
                db.Set<Enrollment>().Where(e => e.UserId == user.Id && e.Role == SectionRole.Student && e.RemovedAt == null),
                a => a.SectionId,
                e => e.SectionId,
                (a, e) => new { Assignment = a, Enrollment = e }
            )
            .Select(r => new
            {
                r.Assignment,
                r.Enrollment,
                Extension = db.Set<AssignmentExtension>().FirstOrDefault(x => x.AssignmentId == r.Assignment.Id && x.StudentId == user.Id),
                Archived = db.Set<CourseSection>().Any(s => s.Id == r.Assignment.SectionId && s.ArchivedAt != null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? throw DomainException.NotFound()
            : new Found(found.Assignment, found.Enrollment, found.Extension, found.Archived);
    }

    private static void RequireOpen(Found found, List<Conversation> before, DateTimeOffset now)
    {
        if (found.Archived)
        {
            throw new DomainException("section-archived", "This section is over. What you did in it stays in your history.");
        }

        var due = AttemptTerms.DueOf(found.Assignment.DueAt, found.Extension?.DueAt);
        switch (Assignment.StateOf(found.Assignment.AvailableFrom, due, now))
        {
            case WindowState.Upcoming:
                throw new DomainException("not-open-yet", "This assignment is not open yet.")
                {
                    Details = new Dictionary<string, object?> { ["availableFrom"] = found.Assignment.AvailableFrom },
                };
            case WindowState.Closed:
                throw new DomainException("closed", "This assignment is closed. What you did in it stays in your history.")
                {
                    Details = new Dictionary<string, object?> { ["dueAt"] = due },
                };
        }

        var most = found.Assignment.MaxAttempts + (found.Extension?.ExtraAttempts ?? 0);
        var used = before.Count(c => c.UsesAttempt);
        if (used >= most)
        {
            throw new DomainException(
                "attempts-used",
                $"You have used {(most == 1 ? "your one attempt" : $"all {most} attempts")} with this client."
            )
            {
                Details = new Dictionary<string, object?> { ["used"] = used, ["attempts"] = most },
            };
        }
    }
}
