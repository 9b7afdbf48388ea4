using System.Globalization;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>How codes are put to whoever writes a client. Students never see these.</summary>
internal static class AuthorWords
{
    public static string Of(Trait trait) =>
        trait switch
        {
            Trait.Defensive => "On guard when judged",
            Trait.Aggressive => "Quick to anger",
            Trait.Manipulative => "Asks sideways, bargains",
            Trait.Honest => "Plain-spoken",
            Trait.Confused => "Loses the thread",
            _ => Sentence(Codes.Of(trait)),
        };

    public static string Of(CommunicationStyle style) =>
        style switch
        {
            CommunicationStyle.Direct => "Direct: says what is meant",
            CommunicationStyle.Indirect => "Indirect: hints and waits",
            CommunicationStyle.Formal => "Formal: careful and polite",
            CommunicationStyle.Casual => "Casual: talks as at home",
            CommunicationStyle.Verbose => "Wordy: one thing leads to another",
            CommunicationStyle.Brief => "Brief: few words",
            CommunicationStyle.Emotional => "Emotional: feelings first",
            CommunicationStyle.Logical => "Logical: facts and order",
            CommunicationStyle.Confrontational => "Confrontational: pushes back",
            _ => "Avoidant: changes the subject",
        };

    public static string Of(Difficulty difficulty) =>
        difficulty switch
        {
            Difficulty.Easy => "Gentle",
            Difficulty.Moderate => "Moderate",
            _ => "Demanding",
        };

    public static string Of(TrustBuilder builder) =>
        builder switch
        {
            TrustBuilder.PracticalHelp => "Practical help",
            TrustBuilder.PlainDirectness => "Plain, direct words",
            TrustBuilder.Patience => "Patience",
            TrustBuilder.Formality => "Formality and respect",
            TrustBuilder.FamilyIncluded => "Family included",
            TrustBuilder.NamingFeelings => "Naming feelings",
            TrustBuilder.Humor => "Humor",
            TrustBuilder.Silence => "Silence",
            _ => "Explaining what happens next",
        };

    public static string Of(Importance importance) =>
        importance switch
        {
            Importance.Core => "Core: the heart of the matter",
            Importance.Supporting => "Supporting: helps to understand",
            _ => "Background: good to know",
        };

    public static string Of(RiskItem risk) =>
        risk switch
        {
            RiskItem.WishToBeDead => "A wish to be dead",
            RiskItem.SuicidalThoughts => "Thoughts of suicide",
            RiskItem.Method => "Thoughts of how",
            RiskItem.Intent => "An intention",
            RiskItem.Plan => "A plan",
            RiskItem.Behavior => "Something done before",
            RiskItem.Violence => "Violence",
            _ => "A child at risk",
        };

    /// <summary>Levels of trust, each with what it takes.</summary>
    public static IReadOnlyList<(string Code, string Label)> Levels { get; } =
    [
        ("1.0", "1.0 · to anybody"),
        ("1.5", "1.5 · after a friendly start"),
        ("2.0", "2.0 · after some good listening"),
        ("2.5", "2.5 · when they feel understood"),
        ("3.0", "3.0 · when they trust this worker"),
        ("3.5", "3.5 · at the end of a very good meeting"),
    ];

    /// <summary>What opens a disclosure, in a sentence.</summary>
    public static string Gate(Disclosure fact, IReadOnlyList<Disclosure> all)
    {
        if (fact.Pace == Pace.NotToday)
        {
            return "Stays closed in this meeting, whatever is done. Students are not told that they missed it.";
        }

        var level = fact.Level.ToString("0.0", CultureInfo.InvariantCulture);
        var effort = Levels.FirstOrDefault(known => known.Code == level).Label is { } label ? label.Split(" · ")[1] : "";
        var first = all.Where(other => fact.Requires.Contains(other.Id)).Select(other => $"“{other.Title}”").ToList();
        return $"Opens at trust {level} ({effort})"
            + (first.Count == 0 ? "" : $", once {string.Join(" and ", first)} {(first.Count == 1 ? "has" : "have")} been told")
            + (fact.DirectQuestion ? ", and only to a direct question that is not leading." : ", when the talk comes near it.");
    }

    public static IReadOnlyList<(string Code, string Label)> Options<T>(Func<T, string> label)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (Codes.Of(value), label(value)))];

    public static IReadOnlyList<(string Code, string Label)> Options(IEnumerable<string> words) => [.. words.Select(word => (word, word))];

    private static string Sentence(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');
}
