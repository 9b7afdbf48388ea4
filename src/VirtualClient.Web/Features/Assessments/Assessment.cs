using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>
/// One ended attempt by its rubric: for each criterion what was drafted and what a person decided, beside each other. Students see what was
/// released and nothing else. The rules of deciding and releasing are here.
/// </summary>
public sealed partial class Assessment
{
    public const int MostTries = 5;
    public const int TextMax = 4_000;
    public const int FaultMax = 200;

    private readonly List<AssessedCriterion> criteria = [];
    private readonly List<LineComment> comments = [];

    private Assessment() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConversationId { get; private set; }

    public Guid SectionId { get; private set; }

    public Guid AssignmentId { get; private set; }

    public Guid StudentId { get; private set; }

    public DraftState State { get; private set; }

    /// <summary>Tries that failed since it was asked for.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Why the last try failed, for the teacher.</summary>
    public string? Fault { get; private set; }

    public DraftSource? Source { get; private set; }

    public DateTimeOffset? DraftedAt { get; private set; }

    /// <summary>What the draft found strong and what to improve; proposals that no student sees.</summary>
    public DraftNotes Notes { get; private set; } = DraftNotes.None;

    /// <summary>How often each label was given in this attempt.</summary>
    public LabelCounts Labels { get; private set; } = LabelCounts.None;

    public string Overall { get; private set; } = "";

    /// <summary>What the reviewer suggests to try next.</summary>
    public string Next { get; private set; } = "";

    /// <summary>The attempt that counts, where the assignment lets a teacher choose.</summary>
    public bool Counts { get; private set; }

    /// <summary>Criteria that no person has decided yet.</summary>
    public int Undecided { get; private set; }

    /// <summary>0 to 1 by the rubric's weights; null while a criterion is undecided or when none could be scored. Never 0 for that.</summary>
    public decimal? Share { get; private set; }

    public decimal? Points { get; private set; }

    public decimal? MostPoints { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? ReleasedBy { get; private set; }

    /// <summary>Something was changed that the student does not see yet.</summary>
    public bool ChangedSinceRelease { get; private set; }

    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>Counts changes by people; a draft that comes in is none.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>In the rubric's order.</summary>
    public IEnumerable<AssessedCriterion> InOrder => criteria.OrderBy(c => c.Position);

    public IReadOnlyList<AssessedCriterion> Criteria => criteria;

    public IReadOnlyList<LineComment> Comments => comments;

    /// <summary>A draft or a reviewer has said something of it.</summary>
    public bool TellsSomething => criteria.Exists(c => c.IsDecided || c.SaysSomething);

    public bool IsComplete => Undecided == 0;

    /// <summary>For an attempt that has ended and has a rubric.</summary>
    public static Assessment Of(Conversation attempt, DateTimeOffset now)
    {
        var assessment = new Assessment
        {
            ConversationId = attempt.Id,
            SectionId = attempt.SectionId!.Value,
            AssignmentId = attempt.AssignmentId!.Value,
            StudentId = attempt.OwnerId,
            CreatedAt = now,
            NextTryAt = now,
            Undecided = attempt.Rubric!.Criteria.Count,
        };
        assessment.criteria.AddRange(attempt.Rubric.Criteria.Select((c, place) => new AssessedCriterion(assessment.Id, c, place)));
        return assessment;
    }

    /// <summary>Keeps a draft. What a person decided keeps the draft that was beside it then.</summary>
    public void Take(AssessmentDraft draft, RubricDefinition rubric, DateTimeOffset now)
    {
        foreach (var drafted in draft.Criteria)
        {
            if (criteria.Find(c => c.Key == drafted.Key) is { IsDecided: false } criterion)
            {
                criterion.Take(drafted, rubric.Find(drafted.Key)!);
            }
        }

        (State, Tries, Fault, Source, DraftedAt) = (DraftState.Drafted, 0, null, draft.Source, now);
        (LeaseOwner, LeaseUntil) = (null, null);
        Notes = new DraftNotes(draft.Strengths, draft.AreasToImprove);
    }

    public void Hear(LabelCounts labels) => Labels = labels;

    /// <summary>A try failed: again later, each time later, and after the last one it waits for a person.</summary>
    public void Fail(string fault, bool worthAnother, DateTimeOffset now)
    {
        Tries++;
        Fault = fault.Length > FaultMax ? fault[..FaultMax] : fault;
        State = worthAnother && Tries < MostTries ? DraftState.Waiting : DraftState.Parked;
        NextTryAt = now + Pause(Tries);
        (LeaseOwner, LeaseUntil) = (null, null);
    }

    /// <summary>30 seconds, 2 minutes, 8 minutes, half an hour.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromSeconds(30 * Math.Pow(4, Math.Clamp(tries, 1, MostTries) - 1));

    /// <summary>Asks for a draft, or for another one; what was decided stays.</summary>
    public void Ask(DateTimeOffset now) => (State, Tries, Fault, NextTryAt) = (DraftState.Waiting, 0, null, now);

    /// <param name="sawDraft">What the draft says was on the reviewer's page.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="DomainException">Not a criterion or level of this rubric; or a released level is changed without a reason.</exception>
    public bool Decide(RubricDefinition rubric, string key, Decision decision, bool sawDraft, Guid by, DateTimeOffset now)
    {
        var criterion = criteria.Find(c => c.Key == key);
        if (criterion is null || rubric.Find(key) is not { } asked)
        {
            throw new DomainException(
                "criterion-unknown",
                $"The rubric of this attempt has: {string.Join(", ", rubric.Criteria.Select(c => c.Key))}.",
                422
            );
        }

        if (decision.LevelKey is { } level && asked.FindLevel(level) is null)
        {
            throw new DomainException(
                "level-unknown",
                $"{asked.Name} has the levels {string.Join(", ", asked.Levels.Select(l => l.Key))}.",
                422
            );
        }

        if (criterion.IsDecided && criterion.LevelKey == decision.LevelKey && criterion.Reason == decision.Reason)
        {
            return false;
        }

        var told = Told(key);
        if (told is not null && told.LevelKey != decision.LevelKey && decision.Reason.Length == 0)
        {
            throw new DomainException(
                "reason-needed",
                $"{asked.Name} was released. Say why its level changes; the student reads the reason.",
                422
            );
        }

        criterion.Decide(decision, asked, sawDraft, by, now);
        Undecided = criteria.Count(c => !c.IsDecided);
        var score = Feedback.ScoreOf(this, rubric);
        (Share, Points, MostPoints) = (score?.Share, score?.Points, score?.MostPoints);
        Touch();
        return true;
    }

    public bool Say(string overall, string next)
    {
        if (Overall == overall && Next == next)
        {
            return false;
        }

        (Overall, Next) = (overall, next);
        Touch();
        return true;
    }

    public LineComment Comment(int line, string text, Guid by, string byName, DateTimeOffset now)
    {
        var comment = new LineComment(Id, line, text, by, byName, now);
        comments.Add(comment);
        Touch();
        return comment;
    }

    public void Remove(LineComment comment)
    {
        comments.Remove(comment);
        Touch();
    }

    public void Choose(bool counts)
    {
        Counts = counts;
        Version++;
    }

    /// <summary>What was quoted of the conversation goes with its words; levels, reasons of people and scores stay.</summary>
    public void ForgetWords()
    {
        criteria.ForEach(criterion => criterion.ForgetWords());
        Notes = DraftNotes.None;
        Released = Released is null ? null : Released with { Criteria = [.. Released.Criteria.Select(c => c with { Evidence = [] })] };
        TakenBack = TakenBack is null ? null : TakenBack with { Criteria = [.. TakenBack.Criteria.Select(c => c with { Evidence = [] })] };
    }

    public void RequireVersion(int? basedOn)
    {
        if (basedOn != Version)
        {
            throw new DomainException(
                "stale",
                "Somebody changed this assessment in the meantime. Load it again; their decisions are there."
            )
            {
                Details = new Dictionary<string, object?>
                {
                    ["version"] = Version,
                    ["criteria"] = InOrder
                        .Where(c => c.IsDecided)
                        .Select(c => new
                        {
                            c.Key,
                            Level = c.LevelKey,
                            c.NoOpportunity,
                        }),
                },
            };
        }
    }

    private void Touch()
    {
        Version++;
        ChangedSinceRelease = ReleasedAt is not null;
    }
}
