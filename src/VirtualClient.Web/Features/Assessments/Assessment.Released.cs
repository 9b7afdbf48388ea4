using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What students were told, and what was taken back.</summary>
public sealed partial class Assessment
{
    /// <summary>Exactly what the student sees; null while nothing is released.</summary>
    public FeedbackView? Released { get; private set; }

    /// <summary>What students had been told before it was taken back: a level in it changes only with a reason. Null: nothing is taken back.</summary>
    public FeedbackView? TakenBack { get; private set; }

    /// <summary>What students know or knew of a criterion; null: nothing.</summary>
    public FeedbackCriterion? Told(string key) => (Released ?? TakenBack)?.Criteria.FirstOrDefault(c => c.Key == key);

    /// <summary>Makes visible what a person decided and nothing else.</summary>
    /// <exception cref="DomainException">Nothing is decided.</exception>
    public FeedbackView Release(RubricDefinition rubric, Guid? by, string byName, DateTimeOffset now)
    {
        if (criteria.TrueForAll(c => !c.IsDecided))
        {
            throw new DomainException("nothing-decided", "Nobody has decided a level here yet. Drafts are never released.");
        }

        Released = Feedback.Of(this, rubric, byName, now);
        (ReleasedAt, ReleasedBy, ReopenedAt, ChangedSinceRelease, TakenBack) = (now, by, null, false, null);
        Version++;
        return Released;
    }

    /// <summary>Takes back what was released; the student is told that it is being looked at again.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (ReleasedAt is null)
        {
            throw new DomainException("not-released", "This feedback is not released, so there is nothing to reopen.");
        }

        (TakenBack, Released, ReleasedAt, ReleasedBy, ReopenedAt, ChangedSinceRelease) = (Released, null, null, null, now, false);
        Version++;
    }
}
