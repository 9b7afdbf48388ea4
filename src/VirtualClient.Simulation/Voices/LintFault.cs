using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Voices;

/// <summary>What a reply must not be or do.</summary>
internal enum LintRule
{
    Refusal,
    RoleBreak,
    Floor,
    GivesAway,
    Denial,
    Label,
    Markdown,
    Cue,
    Bookkeeping,
    Counseling,
    Greeting,
    Thanks,
    Clinical,
    TooLong,
    Empty,
}

/// <summary>A fault of a reply.</summary>
/// <param name="Reason">Told to the model for its corrected try; never shown to a student.</param>
internal sealed record LintFault(LintRule Rule, string Reason)
{
    /// <summary>
    /// Faults of manner: the sentence can be left out on the second try and the rest is still the client. The others are no client's words at
    /// all, or what nobody may be shown.
    /// </summary>
    public bool OfManner =>
        Rule
            is LintRule.Counseling
                or LintRule.Greeting
                or LintRule.Thanks
                or LintRule.Clinical
                or LintRule.Bookkeeping
                or LintRule.Markdown
                or LintRule.Cue;

    /// <summary>The kind of failed turn when nothing of the reply can be shown.</summary>
    public FailureKind Kind =>
        Rule switch
        {
            LintRule.Refusal => FailureKind.Refused,
            LintRule.Empty => FailureKind.Empty,
            _ => FailureKind.RoleBreak,
        };
}
