using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What a debrief may show and ask; decided by what the conversation was held for.</summary>
/// <param name="MayReveal">Closed facts may be read, each behind "Show me"; otherwise themes only.</param>
/// <param name="MaySkip">The questions before the figures may be skipped.</param>
/// <param name="MayTryAgain">A turn may be tried again on a branch.</param>
/// <param name="ForWhom">Who reads it, in a sentence.</param>
public sealed record DebriefTerms(bool MayReveal, bool MaySkip, bool MayTryAgain, string ForWhom)
{
    private static readonly DebriefTerms Practice = new(true, true, true, "Only you can read this.");

    private static readonly DebriefTerms Test = new(true, true, false, "A test: it counts in nobody’s figures.");

    /// <summary>The section's teachers and assistants read an attempt too, so nothing of it is tried again or told before it is released.</summary>
    private static readonly DebriefTerms Attempt = new(
        false,
        false,
        false,
        "An attempt: the teachers and assistants of your section can read it. Your private notes are yours alone."
    );

    public static DebriefTerms Of(Conversation conversation) =>
        conversation.IsTest ? Test
        : conversation.IsPractice ? Practice
        : Attempt;
}
