using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What a debrief may show and ask; decided by what the conversation was held for.</summary>
/// <param name="MayReveal">Closed facts may be read, each behind "Show me"; otherwise themes only.</param>
/// <param name="MaySkip">The questions before the figures may be skipped.</param>
/// <param name="MustRate">A rating of oneself is asked for, and the section's teachers and assistants read it.</param>
/// <param name="MayTryAgain">A turn may be tried again on a branch.</param>
/// <param name="ForWhom">Who reads it, in a sentence.</param>
public sealed record DebriefTerms(bool MayReveal, bool MaySkip, bool MustRate, bool MayTryAgain, string ForWhom)
{
    private static readonly DebriefTerms Practice = new(true, true, false, true, "Only you can read this.");

    private static readonly DebriefTerms Test = new(true, true, false, false, "A test: it counts in nobody’s figures.");

    /// <summary>The section's teachers and assistants read an attempt too, so nothing of it is tried again.</summary>
    private static readonly DebriefTerms Attempt = new(
        false,
        false,
        false,
        false,
        "An attempt: the teachers and assistants of your section can read it. Your private notes are yours alone."
    );

    /// <param name="clientIsMetAgain">Somebody of the section can still be judged by how they meet this client.</param>
    /// <summary>Of an attempt that counts for nothing nobody reads anything.</summary>
    private static readonly DebriefTerms SteppedOut = new(false, true, false, false, "You stepped out of this one. Only you can read it.");

    public static DebriefTerms Of(Conversation conversation, bool clientIsMetAgain) =>
        conversation.IsTest ? Test
        : conversation.IsPractice ? Practice
        : conversation.EndReason == EndReason.SteppedOut ? SteppedOut
        : conversation.Rules is { } rules
            ? Attempt with
            {
                MustRate = rules.SelfRating,
                MayReveal = rules.RevealsFacts && !(rules.Graded && clientIsMetAgain),
            }
        : Attempt;
}
