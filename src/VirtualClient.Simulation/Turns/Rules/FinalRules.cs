using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Moves too rare in the training turns for their wording to be weighed, read after the model: orders about how the client sits or looks,
/// somebody else's shame held against the client, sorrow for a loss, which is no apology, and a name asked for with "what".
/// </summary>
internal static class FinalRules
{
    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            if (Orders.IsMatch(reading.Core(sentence)) || Shames.IsMatch(reading.Span(sentence)))
            {
                Blame(reading, sentence);
            }
            else if (Condoles.IsMatch(reading.Core(sentence)) && reading.Marks.Any(IsGuessedRepair))
            {
                reading.Remove(LabelCode.Repair);
                reading.AddSentence(LabelCode.Validation, sentence, "validation.condolence");
            }
            else if (reading.Has(LabelCode.OpenQuestion, sentence.Index) && PlainFact.IsMatch(reading.Core(sentence)))
            {
                Close(reading, sentence);
            }
        }
    }

    private static bool IsGuessedRepair(Mark mark) => mark.Code == LabelCode.Repair && LearnedLabels.Gave(mark);

    private static void Blame(Reading reading, Sentence sentence)
    {
        LabelCode[] others =
        [
            LabelCode.SimpleReflection,
            LabelCode.ComplexReflection,
            LabelCode.Minimizing,
            LabelCode.AdviceWithoutPermission,
            LabelCode.AdviceWithPermission,
            LabelCode.Information,
        ];
        foreach (var code in others)
        {
            reading.Remove(code, sentence.Index);
        }

        if (!reading.Has(LabelCode.Confronting, sentence.Index))
        {
            reading.AddSentence(LabelCode.Confronting, sentence, "confronting.order");
        }
    }

    /// <summary>Whoever asks for a name or a year asks for nothing else, whatever the sentence begins with.</summary>
    private static void Close(Reading reading, Sentence sentence)
    {
        reading.Remove(LabelCode.OpenQuestion);
        reading.AddSentence(LabelCode.ClosedQuestion, sentence, "questions.plain-fact");
    }

    private static Pattern PlainFact { get; } =
        Pattern.Of(
            @"^(?:(?:and|so|but|okay|now|well|oh)[, ]+)*(?:what (?:is|was|are|were) (?:your|his|her|their|the|its) (?:\w+(?:'s)? ){0,3}(?:names?|age|address|"
                + @"phone number|date of birth|birthday|last name|job title)|what (?:grade|year|school|class|team|town|city|country) (?:is|are|was|were|do|does|did) "
                + @"(?:you|he|she|they)\b.{0,20})$"
        );

    /// <summary>How a person sits, looks or speaks is no worker's to order.</summary>
    private static Pattern Orders { get; } =
        Pattern.Of(
            @"^(?:(?:please|now|okay|hey|first|just|so|and|come on|listen)[, ]+)*(?:sit (?:up|straight|still|properly)\b|stand up straight|"
                + @"eyes (?:up|on me|front)|look (?:at me|me in the eye|up)(?: when| while| please|,|$)|pay attention|speak up|stop (?:looking (?:at (?:the|your|my)|"
                + @"around|away|out)|staring|fidgeting|mumbling|slouching|texting|rolling your|shrugging|interrupting|sulking|pouting|"
                + @"playing with|wasting)|put (?:your|that|the) phone (?:away|down)(?: please| now|,|$)|take (?:your|that|those) (?:hood|hat|cap|headphones|"
                + @"earbuds|sunglasses) (?:off|down|out)|take off (?:your|that|those) (?:hood|hat|cap|headphones|sunglasses)|do not (?:roll your|"
                + @"take that tone|use that tone|talk (?:back|to me like)|look at me like|interrupt me|walk away from me|shrug|give me that)|"
                + @"watch your (?:tone|language|mouth|attitude)|mind your (?:tone|language|manners)|lose the attitude|answer (?:me|the question|my question)(?: please| now|,|$)|"
                + @"show some respect|behave (?:yourself|please|,|$))|\bwhen i am (?:talking|speaking) to you\b"
        );

    /// <summary>"Your mother must be so disappointed in you."</summary>
    private static Pattern Shames { get; } =
        Pattern.Of(
            @"\b(?:your|the) (?:\w+ ){1,3}(?:must|has to|have to|would|will) be (?:\w+ ){0,2}(?:disappointed|ashamed|embarrassed) (?:in|of|by|with) "
                + @"you\b|\bi am (?:\w+ ){0,2}(?:disappointed|ashamed) (?:in|of|by|with) you\b"
        );

    /// <summary>Sorry for somebody's death or loss, whichever comes first.</summary>
    private static Pattern Condoles { get; } =
        Pattern.Of(
            @"\b(?:died|passed(?: away)?|lost (?:your|her|him|them)|death|loss|funeral|was (?:killed|buried))\b.{0,60}\bsorry$"
                + @"|\bsorry\b.{0,12}\b(?:your (?:\w+ ){1,3}(?:died|passed|is gone)|for (?:your|the) loss|(?:he|she|they) (?:died|passed))"
        );
}
