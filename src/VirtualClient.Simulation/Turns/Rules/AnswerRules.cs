using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Whether the turn answers what the client asked ("I don't know, I will find out" is an honest answer).</summary>
internal static class AnswerRules
{
    private static readonly LabelCode[] Answering =
    [
        LabelCode.Information,
        LabelCode.LimitsOfConfidentiality,
        LabelCode.ExplainsRole,
        LabelCode.PracticalHelp,
        LabelCode.Referral,
        LabelCode.DutyToReport,
        LabelCode.AdviceWithPermission,
        LabelCode.AgreesPurpose,
        LabelCode.Agenda,
        LabelCode.BringsSupervision,
        LabelCode.Introduction,
    ];

    private static readonly LabelCode[] Listening = [LabelCode.SimpleReflection, LabelCode.ComplexReflection, LabelCode.Validation];

    public static void Apply(Reading reading)
    {
        if (!reading.Client.Asked || reading.Client.Last is null)
        {
            return;
        }

        foreach (var sentence in reading.Text.Sentences)
        {
            var core = reading.Span(sentence);
            var states = reading.Questions[sentence.Index] is QuestionKind.None or QuestionKind.Tag;
            if (!states || reading.HasAny(sentence.Index, Listening) || Evades.IsMatch(core))
            {
                continue;
            }

            if (
                Direct.IsMatch(core)
                || Owns.IsMatch(core)
                || reading.HasAny(sentence.Index, Answering)
                || SharesQuestion(reading, sentence)
            )
            {
                reading.AddSentence(LabelCode.AnswersQuestion, sentence, "answers.client-question");
                return;
            }
        }
    }

    /// <summary>A statement in the worker's own voice that takes up words of the client's question.</summary>
    private static bool SharesQuestion(Reading reading, Sentence sentence)
    {
        if (!OwnVoice.IsMatch(reading.Core(sentence)))
        {
            return false;
        }

        var last = reading.Client.LastConcepts;
        return reading.Text.WordsOf(sentence).Any(word => !PlainWords.Contains(word) && last.Contains(Concepts.Of(word.Stem)));
    }

    private static Pattern Direct { get; } =
        Pattern.Of(
            @"^(?:(?:well|okay|oh|honestly|so|good question|that is a (?:good|fair) question|fair question),? ?)*(?:yes|no|yeah|"
                + @"nope|not (?:at all|exactly|right now|today|yet|unless|without|from me)|of course|absolutely|sure|i do not|i do|i am|"
                + @"i can|i can not|i will|i would|i have|it depends|maybe|probably|sometimes|never|it is|it does|that is (?:right|true|"
                + @"up to)|we (?:can|do|will|are)|you (?:can|will|do not))\b"
        );

    private static Pattern Owns { get; } =
        Pattern.Of(
            @"\b(?:i (?:honestly |really |just )*(?:do not|am not) (?:know|sure|certain|able)|i (?:will|can) (?:find out|ask|check|"
                + @"look)|let me (?:find out|check|ask|explain|answer)|to (?:answer|be honest|answer your)|good question|fair question|"
                + @"what (?:i|that|this) (?:can|means|is)|the (?:honest )?answer|my (?:job|role))\b"
        );

    private static Pattern Evades { get; } =
        Pattern.Of(
            @"\b(?:why do you ask|what do you think|that is not (?:important|the point|what we|something i)|we are not here|"
                + @"let us (?:not|focus|get back|talk about you|stay)|i (?:am|will be) (?:the one )?asking|(?:we|i) will get to|"
                + @"never mind|do not worry about)\b"
        );

    private static Pattern OwnVoice { get; } =
        Pattern.Of(@"^(?:i|we|it|this|that|the|they|there|what|when|if|you|nobody|no one|only|my|our|anything|everything)\b");
}
