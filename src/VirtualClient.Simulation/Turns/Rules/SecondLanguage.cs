using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Moves in the grammar of English learned as an adult: leave asked without turning the verb round ("you permit that I ask"), present
/// tense for what one will do ("I bring you the form"), tags of other languages ("you won't go back, no?").
/// </summary>
internal static class SecondLanguage
{
    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            var core = reading.Core(sentence);
            if (sentence.Asks && AsksLeave.IsMatch(core))
            {
                reading.AddSentence(LabelCode.Permission, sentence, "permission.uninverted");
            }
            else if (sentence.Asks && LeadingTag.IsMatch(core) && !reading.HasAny(sentence.Index, LabelCode.SafetyQuestion))
            {
                Lead(reading, sentence);
            }
        }

        reading.Try(LabelCode.PracticalHelp, Helps, "help.present-tense");
        reading.Try(LabelCode.Autonomy, LeavesChoice, "autonomy.leaves-choice");
        reading.Try(LabelCode.Closing, Parts, "closing.parts");
    }

    private static void Lead(Reading reading, Sentence sentence)
    {
        LabelCode[] others = [LabelCode.OpenQuestion, LabelCode.ClosedQuestion, LabelCode.DoubleQuestion, LabelCode.Confronting];
        foreach (var code in others)
        {
            reading.Remove(code, sentence.Index);
        }

        if (!reading.HasAny(sentence.Index, LabelCode.LeadingQuestion))
        {
            reading.AddSentence(LabelCode.LeadingQuestion, sentence, "questions.tag");
        }
    }

    /// <summary>Only where the sentence asks: with a full stop these give back what the client wants.</summary>
    private static Pattern AsksLeave { get; } =
        Pattern.Of(
            @"^(?:(?:so|then|now|and|please|first|before) )*(?:(?:you|do you) (?:permit|allow)\b|(?:do )?you want (?:that )?(?:i|we)\b|"
                + @"you (?:would like|prefer|wish) (?:that )?(?:i|we)\b|(?:it )?(?:is|would be) (?:it )?(?:okay|all right|good|acceptable|"
                + @"agreeable|possible|more comfortable)(?: for you)?(?: now)? (?:if|that|when|to)\b|(?:is|would) (?:it|this) (?:be )?"
                + @"(?:acceptable|agreeable|more comfortable)\b|i (?:may|can) (?:ask|come|sit|stay|tell|show|see|take|look)\b|(?:would you "
                + @"be|you are|are you|would you) (?:agree|in agreement)\b|i have (?:your )?permission\b)"
                + @"|\b(?:it )?is okay for you(?: now)?$|\bif you (?:permit|allow) me\b|\bis okay for you\b|\byou want to hear$"
        );

    /// <summary>A statement about the client that ends in a tag of another language; it asks only where the sentence does.</summary>
    private static Pattern LeadingTag { get; } =
        Pattern.Of(
            @"^(?!(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|may|what|how|why|when|where|who|which)\b).*\byour?\b"
                + @".{3,90}, ?(?:no|or no|or not|not true|is not true|is not it)$"
        );

    /// <summary>What one will do, in the present tense, for or with the client.</summary>
    private static Pattern Helps { get; } =
        Pattern.Of(
            @"\b(?:(?:i|we) (?:now |today |tomorrow |also |then |will |go and )*(?:(?:bring|order|search|find|make|keep|prepare|print|read|"
                + @"translate|write|dial|send|look) (?:it |this |that |them )?(?:up )?(?:for|to) you\b|bring you\b|go with you\b|"
                + @"fill (?:it|what|this)\b|(?:call|telephone|ring|phone) (?:there|them|him|her|today|now|you (?:tomorrow|tonight|today))\b|"
                + @"(?:speak|talk) with (?:him|her|them|the)\b(?! (?:every|each|a lot))|ask (?:in the|him|her|to (?:the|her|him))\b(?! (?:every|"
                + @"why))|come with (?:the|a|two|three) )|(?:now|today|tomorrow|this (?:afternoon|evening)) i (?:call|telephone|go|bring|ask|"
                + @"speak|write|send|prepare)\b|you (?:speak|talk|tell)(?: \w+){0,2} and i write\b)"
        );

    /// <summary>Who decides.</summary>
    private static Pattern LeavesChoice { get; } =
        Pattern.Of(
            @"\b(?:(?:it|this|that) is (?:only )?you(?: two)? who (?:decides?|chooses?|knows?|will (?:decide|choose|sign|say))\b|who (?:decides|chooses)(?: it)? is you\b|you are who (?:knows|decides)\b|"
                + @"(?:depends|stays) (?:only |alone )?(?:of|from|with) you\b|nobody (?:can |will )?(?:obliges?|obligates?) you\b|(?:this|that|it) "
                + @"(?:you (?:choose|decide)|decides? (?:only|nobody except) you)\b|you (?:alone|only) decide\b|it is not me who\b|to \w+(?: \w+)? or "
                + @"(?:to )?not(?: to)? \w+,? (?:this|that|it|you)\b)"
        );

    private static Pattern Parts { get; } =
        Pattern.Of(
            @"\b(?:(?:so|then|yes|okay|now) we (?:finish|stop|must stop|go)\b|for today (?:we leave|it is enough)|we (?:finish|leave it) (?:here|"
                + @"now|for today)\b|we (?:continue|see us)(?: again)?(?: here)? (?:on|next|after|here|again)\b|we see us again\b)"
        );
}
