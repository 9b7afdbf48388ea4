namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What asks wherever it stands in a sentence, however long that is and whatever ends it.</summary>
internal static class AskingAnywhere
{
    public static QuestionKind? KindOf(ReadOnlySpan<char> core) =>
        Wondering.IsMatch(core)
            ? WonderingWhether.IsMatch(core)
                ? QuestionKind.Closed
                : QuestionKind.Open
            : Scale.IsMatch(core)
                ? QuestionKind.Closed
                : null;

    /// <summary>"I wonder whether ..." asks wherever it stands, and however long the sentence is.</summary>
    private static Pattern Wondering { get; } =
        Pattern.Of(
            @"\bi (?:(?:am|was) (?:just |really |kind of |sort of |also )*wondering|(?:just |also )*wonder)(?:,? (?:about|if|whether|what|how|"
                + @"why|where)\b)(?! (?:it|that) (?:is|was)$)"
        );

    private static Pattern WonderingWhether { get; } = Pattern.Of(@"\bwonder(?:ing)?,? (?:if|whether)\b");

    /// <summary>"On a scale of one to ten ... what number", with or without its question mark.</summary>
    private static Pattern Scale { get; } =
        Pattern.Of(@"\b(?:scale (?:of|from)|from (?:one|zero|1|0) to (?:ten|10))\b.*\b(?:what|where|how) ");
}
