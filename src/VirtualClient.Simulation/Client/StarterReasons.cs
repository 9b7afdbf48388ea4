namespace VirtualClient.Simulation.Client;

/// <summary>A first reason for each trait, so that no behavior of a client is without one. A teacher's own reason is better.</summary>
internal static class StarterReasons
{
    public static string For(Trait trait) =>
        trait switch
        {
            Trait.Defensive => "They have been judged before they had finished speaking, and they have learned to answer first.",
            Trait.Anxious => "Small mistakes have had large consequences for them, so they watch for the next one.",
            Trait.Withdrawn => "Being noticed has seldom done them any good.",
            Trait.Aggressive => "They were only ever listened to when they were loud.",
            Trait.Cooperative => "They have been helped at the right moment before and expect that it can happen again.",
            Trait.Suspicious => "What they told one office has come back to them from another.",
            Trait.Optimistic => "Hoping aloud is how they have kept other people going.",
            Trait.Pessimistic => "They have been promised things, and they remember each of them.",
            Trait.Talkative => "Silence at home meant that something was wrong, so they fill it.",
            Trait.Reserved => "In their family, troubles were not for strangers.",
            Trait.Emotional => "They feel things at once and have never seen the use of hiding it.",
            Trait.Stoic => "Others have always depended on them to stay calm.",
            Trait.Manipulative => "Asking outright has mostly been met with no, so they have learned to come at it sideways.",
            Trait.Honest => "They have paid for other people's lies and do not care to add to them.",
            Trait.Confused => "Too much has happened too quickly, and they have not slept.",
            _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "Not a trait."),
        };
}
