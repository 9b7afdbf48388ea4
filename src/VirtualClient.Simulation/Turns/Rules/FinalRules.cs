using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Moves too rare in the training turns for their wording to be weighed, read after the model: orders about how the client sits, looks or
/// answers, somebody else's shame held against the client, cheer by command, guilt lifted, sorrow for a loss, which is no apology, and a
/// name asked for with "what".
/// </summary>
internal static class FinalRules
{
    /// <summary>Words of a turn that only lets the client go on.</summary>
    private const int ShortTurn = 12;

    private static readonly LabelCode[] NotBesideBlame =
    [
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Affirmation,
        LabelCode.Minimizing,
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.Information,
    ];

    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            var core = reading.Core(sentence);
            if (Orders.IsMatch(core) || Shames.IsMatch(core))
            {
                Instead(reading, sentence, LabelCode.Confronting, "confronting.order", NotBesideBlame);
            }
            else if (Condoles.IsMatch(core) && reading.Marks.Any(IsGuessedRepair))
            {
                reading.Remove(LabelCode.Repair);
                Instead(reading, sentence, LabelCode.Validation, "validation.condolence");
            }
            else if (MustTell.IsMatch(core) && !Conditional.IsMatch(core))
            {
                Instead(
                    reading,
                    sentence,
                    LabelCode.DutyToReport,
                    "duty.cannot-keep",
                    LabelCode.LimitsOfConfidentiality,
                    LabelCode.Warning
                );
            }
            else if (LiftsGuilt.IsMatch(core))
            {
                Instead(reading, sentence, LabelCode.Validation, "validation.no-fault", LabelCode.Minimizing, LabelCode.Confronting);
            }
            else if (Cheers.IsMatch(core))
            {
                Instead(reading, sentence, LabelCode.Minimizing, "minimizing.orders-cheer", LabelCode.AdviceWithoutPermission);
            }
            else if (reading.Has(LabelCode.OpenQuestion, sentence.Index) && PlainFact.IsMatch(core))
            {
                reading.Remove(LabelCode.OpenQuestion);
                Instead(reading, sentence, LabelCode.ClosedQuestion, "questions.plain-fact");
            }
        }
    }

    /// <summary>"No pamphlet. I'm listening": a turn that says nothing but that the client may go on.</summary>
    public static void Encourages(Reading reading)
    {
        if (reading.Marks.Count == 0 && reading.Text.Words.Count <= ShortTurn && reading.Matches(Listens))
        {
            reading.AddSentence(LabelCode.Encourager, reading.Text.Sentences[^1], "encourager.listens");
        }
    }

    private static Pattern Listens { get; } =
        Pattern.Of(
            @"\b(?:i am (?:still )?(?:listening|all ears)|go (?:ahead|on)|take your time|in your own time|no (?:rush|hurry)|there is no (?:rush|hurry)|i would like to hear it|whenever you are ready)\b"
        );

    /// <summary>
    /// A statement that no other family has gives back: "so ..." with one of the client's details and "you", or with two; "you said ..." with one. Read
    /// last, when it is known that nothing else has the sentence.
    /// </summary>
    public static void GivesBack(Reading reading)
    {
        if (reading.Client.Last is null || reading.IsSpeech || LearnedLimits.Reflections.Any(reading.Has))
        {
            return;
        }

        foreach (var sentence in reading.Text.Sentences)
        {
            var states = sentence.Stops && reading.Questions[sentence.Index] is QuestionKind.None or QuestionKind.Reflecting;
            if (states && !reading.Marks.Any(mark => mark.Sentence == sentence.Index) && GivesBack(reading, sentence))
            {
                reading.AddSentence(LabelCode.SimpleReflection, sentence, "reflections.gives-back");
                return;
            }
        }
    }

    private static bool GivesBack(Reading reading, Sentence sentence)
    {
        var shared = Tie.Shared(reading.Client, reading.Text, sentence).Shared;
        var so = Statements.OpensWithSo(reading, sentence) && (shared > 1 || AboutYou.IsMatch(reading.Span(sentence)));
        return shared > 0 && (so || YouSaid.IsMatch(reading.Core(sentence)));
    }

    private static Pattern AboutYou { get; } = Pattern.Of(@"\byour?\b");

    private static Pattern YouSaid { get; } = Pattern.Of(@"\byou (?:said|told me|mentioned)\b|\bsounds like$");

    private static bool IsGuessedRepair(Mark mark) => mark.Code == LabelCode.Repair && LearnedLabels.Gave(mark);

    private static void Instead(Reading reading, Sentence sentence, LabelCode code, string rule, params ReadOnlySpan<LabelCode> of)
    {
        foreach (var other in of)
        {
            reading.Remove(other, sentence.Index);
        }

        if (!reading.Has(code, sentence.Index))
        {
            reading.AddSentence(code, sentence, rule);
        }
    }

    /// <summary>How a person sits, looks or speaks, and that they answer, is no worker's to order.</summary>
    private static Pattern Orders { get; } =
        Pattern.Of(
            @"^(?:(?:please|now|okay|hey|first|just|so|and|sir|come on|listen)[, ]+)*(?:sit (?:up|straight|still|properly)\b|stand up straight|"
                + @"eyes (?:up|on me|front)|look (?:at me|me in the eye)(?: when| while| please|,|$)|pay attention|speak up\b|"
                + @"(?:lower your|keep your) voice\b|stop (?:looking (?:at (?:the|your|my)|around|away|out)|staring|fidgeting|mumbling|"
                + @"slouching|texting(?: while|,|$)|rolling your|shrugging|interrupting|sulking|pouting|playing with|wasting my)|do not look (?:at (?:the|your)|"
                + @"away)\b|put (?:your|that|the) (?:phone|bag|backpack) (?:away|down)(?: please| now|,|$)|take (?:your|that|those) (?:hood|hat|cap|headphones|earbuds|"
                + @"sunglasses) (?:off|down|out)|take off (?:your|that|those) (?:hood|hat|cap|headphones|sunglasses)|do not (?:roll your|take that tone|"
                + @"use that tone|talk (?:back|to me like)|look at me like|interrupt me|walk away from me|shrug|give me that)|watch your (?:tone|"
                + @"language|mouth|attitude)|mind your (?:tone|language|manners)|lose the attitude|answer (?:me|the question|my question)(?: please| now|,|$)|"
                + @"show some respect|behave (?:yourself|please|,|$)|there is no need (?:for that (?:attitude|tone|language)|to (?:raise|shout|be rude)))|"
                + @"\bwhen i am (?:talking|speaking) to you\b|\byou (?:really |just )?(?:need to|have to|must|should|ought to) (?:really |just )?(?:lower your voice|calm yourself|"
                + @"answer (?:me|the questions?|my questions?)|be more specific|speak up|pay attention|look at me|sit up|sit still)\b"
        );

    /// <summary>"Your mother must be so disappointed in you."</summary>
    private static Pattern Shames { get; } =
        Pattern.Of(
            @"\b(?:your|the) (?:\w+ ){1,3}(?:must|has to|have to|would|will) be (?:\w+ ){0,2}(?:disappointed|ashamed|embarrassed) (?:in|of|by|with) "
                + @"you\b|\bbecause (?:he|she|they|you) (?:is|are|was|were) (?:just |too |so )?(?:lazy|spoiled|bad|stupid|slow)\b|\bi am (?:\w+ ){0,2}(?:disappointed|ashamed) (?:in|of|by|with) you\b"
        );

    /// <summary>Sorry for somebody's death or loss, whichever comes first.</summary>
    private static Pattern Condoles { get; } =
        Pattern.Of(
            @"\b(?:died|passed(?: away)?|lost (?:your|her|him|them)|death|loss|funeral|was (?:killed|buried))\b.{0,60}\bsorry$"
                + @"|\bsorry\b.{0,12}\b(?:your (?:\w+ ){1,3}(?:died|passed|is gone)|for (?:your|the) loss|(?:he|she|they) (?:died|passed))"
        );

    /// <summary>"This is one of those things I can't keep to myself", of what was told and not of what might be.</summary>
    private static Pattern MustTell { get; } =
        Pattern.Of(
            @"\b(?:this|that|it) is (?:\w+ ){0,5}i (?:can not keep|have to (?:tell|pass|report|bring)|must (?:tell|pass|report))\b"
                + @"|\bi (?:can not|will not be able to|am not allowed to) keep (?:this|that|it)(?: one)? (?:to myself|between us|private|secret|quiet)\b"
        );

    private static Pattern Conditional { get; } =
        Pattern.Of(@"\b(?:if|unless|when|whenever|would|might|anything|something|whatever|except|in case)\b");

    /// <summary>"None of that is your fault."</summary>
    private static Pattern LiftsGuilt { get; } =
        Pattern.Of(
            @"\b(?:(?:none|nothing) (?:of (?:that|this|it) |about (?:that|this|it) |he did |she did |they did )?(?:is|was) (?:your fault|on you|because of you)"
                + @"|you did nothing wrong|you did not (?:cause|bring on) (?:that|this|it|any of (?:that|this|it)))\b"
        );

    private static Pattern Cheers { get; } =
        Pattern.Of(
            @"\b(?:just|and|so|please|then) (?:(?:pay|do|call|go|get)(?: \w+){1,4} and )?(?:stay|be|think|keep) positive\b|^(?:stay|think|be) positive\b|^(?:and |so |just )?(?:chin up|cheer up|smile)\b"
        );

    /// <summary>Whoever asks for a name or a year asks for nothing else, whatever the sentence begins with.</summary>
    private static Pattern PlainFact { get; } =
        Pattern.Of(
            @"^(?:(?:and|so|but|okay|now|well|oh)[, ]+)*(?:what (?:is|was|are|were) (?:your|his|her|their|the|its) (?:\w+(?:'s)? ){0,3}(?:names?|age|"
                + @"address|phone number|date of birth|birthday|last name|job title)|what (?:grade|year|school|class|team|town|city|country) (?:is|are|was|"
                + @"were|do|does|did) (?:you|he|she|they)\b.{0,20})$"
        );
}
