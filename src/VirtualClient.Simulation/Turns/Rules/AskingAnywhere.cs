namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What asks wherever it stands in a sentence, however long that is and whatever ends it.</summary>
internal static class AskingAnywhere
{
    public static QuestionKind? KindOf(Stretch core)
    {
        if (Invites.IsMatch(core) || Turned.IsMatch(core))
        {
            return QuestionKind.Open;
        }

        if (Wondering.IsMatch(core))
        {
            return WonderingWhether.IsMatch(core) ? QuestionKind.Closed : QuestionKind.Open;
        }

        return Scale.IsMatch(core) ? QuestionKind.Closed : null;
    }

    /// <summary>Asks for a number on a scale.</summary>
    public static bool Scales(Stretch core) => Scale.IsMatch(core);

    /// <summary>"I need you to tell me a little more about ...", "say something more about that".</summary>
    private static Pattern Invites { get; } =
        Pattern.Of(
            @"\b(?:tell (?:me|us) (?:just )?(?:a (?:little|bit)|some|something|more)\b|say (?:something|a (?:little|bit)|some) more\b|"
                + @"i am (?:really |just |very |most )*interested in (?:how|what|why)\b|wanted to (?:check in with you|hear|see) "
                + @"(?:and see )?how\b)"
        );

    /// <summary>A question turned round inside a sentence ("..., so how would you see that").</summary>
    private static Pattern Turned { get; } =
        Pattern.Of(
            @"(?:, ?|\b(?:so|and|but) )(?:what|how) (?:would|do|did|will|could) (?:you|it|that) (?:be|feel|think|say|like|want|make|see)\b"
        );

    /// <summary>"I wonder whether ..." asks wherever it stands, and however long the sentence is.</summary>
    private static Pattern Wondering { get; } =
        Pattern.Of(
            @"(?:\bi (?:(?:am|was) (?:just |really |kind of |sort of |also )*wondering|(?:just |also )*wonder)|^wondering)\b"
                + @"(?:,? (?:about|if|whether|what|how|why|where)\b|, .{1,60}\b(?:if|whether|what|how|why|where)\b)(?! (?:it|that) (?:is|was)$)"
        );

    private static Pattern WonderingWhether { get; } = Pattern.Of(@"\bwonder(?:ing)?,? (?:if|whether)\b");

    /// <summary>"On a scale of one to ten ... what number", with or without its question mark.</summary>
    private static Pattern Scale { get; } =
        Pattern.Of(@"\b(?:scale (?:of|from)|from (?:one|zero|1|0) to (?:ten|10))\b.*\b(?:what|where|how) ");

    /// <summary>"Am I right in thinking ..." asks whether the student understood, and nothing new.</summary>
    public static Pattern OwnGrasp { get; } =
        Pattern.Of(
            @"^(?:am i (?:hearing|right|understanding|getting|reading|picking up)|have i (?:got|understood)|do i (?:hear|understand))\b"
        );

    /// <summary>"I wonder whether it would be a good idea", with no question mark and not of the client, suggests or muses.</summary>
    public static Pattern ThinksAloud { get; } =
        Pattern.Of(
            @"^i (?:am |was |just |guess )*(?:i (?:am )?)?(?:just |sort of |kind of )*wonder(?:ing|ed)? (?:if|whether)\b(?! (?:\w+ ){0,2}(?:you|your|we|something)\b)"
        );
}
