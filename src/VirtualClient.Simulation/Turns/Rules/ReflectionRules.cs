using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Reflections, simple and complex, and summaries. One reflection code a turn, in doubt simple (MITI 4.2.1). A reflection needs no stem:
/// a statement about the client, or a piece of what they said, is one when it is tied to their last two turns.
/// </summary>
internal static class ReflectionRules
{
    private static readonly LabelCode[] Excluding =
    [
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.Confronting,
        LabelCode.Warning,
        LabelCode.Minimizing,
        LabelCode.Introduction,
        LabelCode.ExplainsRole,
        LabelCode.LimitsOfConfidentiality,
        LabelCode.PromisesSecrecy,
        LabelCode.Referral,
        LabelCode.PracticalHelp,
        LabelCode.Closing,
        LabelCode.Repair,
        LabelCode.BoundaryBreach,
        LabelCode.OffTopic,
        LabelCode.DutyToReport,
        LabelCode.AboutTheStudent,
        LabelCode.SafetyQuestion,
        LabelCode.SelfDisclosure,
        LabelCode.Affirmation,
        LabelCode.Autonomy,
        LabelCode.Permission,
        LabelCode.AgreesPurpose,
        LabelCode.BringsSupervision,
    ];

    private static readonly LabelCode[] ExcludingInSpeech =
    [
        LabelCode.Closing,
        LabelCode.Introduction,
        LabelCode.Permission,
        LabelCode.ExplainsRole,
    ];

    private const int LongCheck = 10;

    /// <summary>"You quit?" wants to know; it gives nothing back.</summary>
    private const int ShortCheck = 5;

    public static void Apply(Reading reading)
    {
        if (Summarize(reading))
        {
            return;
        }

        var found = new List<(Sentence Sentence, string Rule)>();
        var complex = false;
        foreach (var sentence in reading.Text.Sentences)
        {
            if (RuleFor(reading, sentence) is not { } rule)
            {
                continue;
            }

            found.Add((sentence, rule));
            complex |= IsComplex(reading, sentence);
            StandsAsReflection(reading, sentence);
        }

        var code = complex ? LabelCode.ComplexReflection : LabelCode.SimpleReflection;
        foreach (var (sentence, rule) in found)
        {
            reading.AddSentence(code, sentence, (complex ? "reflections.complex-" : "reflections.") + rule);
        }
    }

    /// <summary>Whether another family has the sentence, so that it is no reflection.</summary>
    public static bool IsClaimed(Reading reading, int sentence) =>
        reading.HasAny(sentence, reading.IsSpeech ? ExcludingInSpeech : Excluding);

    /// <summary>Whether a core opens with a stem of reflection.</summary>
    public static bool StartsWithStem(Stretch core) => StemPattern.IsMatch(core);

    /// <summary>A check that opens with a stem, or gathers much into "so ...", is said as a reflection and asks nothing new.</summary>
    private static void StandsAsReflection(Reading reading, Sentence sentence)
    {
        var stands =
            Statements.HasStem(reading, sentence) || (sentence.CoreWords >= LongCheck && Statements.OpensWithSo(reading, sentence));
        if (reading.Questions[sentence.Index] == QuestionKind.Checking && stands)
        {
            reading.Questions[sentence.Index] = QuestionKind.Reflecting;
        }
    }

    /// <summary>The stem a sentence opens with ("sounds like"), or null when it opens with none.</summary>
    public static string? StemOf(string core)
    {
        return StemPattern.First(core) is { } stem
            ? core.Substring(stem.Index, stem.Length).Replace("it ", "", StringComparison.Ordinal).Trim()
            : null;
    }

    /// <summary>The words of a sentence's core after its stem.</summary>
    public static List<string> AfterStem(TurnText text, Sentence sentence)
    {
        var core = text.Normal.AsSpan(sentence.Core, Math.Max(0, sentence.End - sentence.Core));
        var from = sentence.Core + (StemPattern.First(core)?.Length ?? 0);
        return [.. text.WordsOf(sentence).Where(word => word.Start >= from).Select(word => word.Form)];
    }

    /// <summary>Concepts of the words that carry content.</summary>
    public static HashSet<string> Content(TurnText text, Sentence sentence) =>
        text.WordsOf(sentence)
            .Where(word => !PlainWords.Contains(word))
            .Select(word => Concepts.Of(word.Stem))
            .ToHashSet(StringComparer.Ordinal);

    private static bool Summarize(Reading reading)
    {
        foreach (var match in SummaryStem.All(reading.Whole))
        {
            // "To sum up" is a summary when something is summed up: a sentence or more after it.
            var rest = reading.Text.Unquoted.Length - match.Index;
            if (rest > 50)
            {
                reading.Add(LabelCode.Summary, match.Index, rest, "reflections.summary");
                return true;
            }
        }

        return false;
    }

    private static string? RuleFor(Reading reading, Sentence sentence)
    {
        var kind = reading.Questions[sentence.Index];
        if (
            kind is not (QuestionKind.None or QuestionKind.Checking or QuestionKind.Reflecting)
            || sentence.CoreWords == 0
            || IsClaimed(reading, sentence.Index)
        )
        {
            return null;
        }

        var core = reading.Core(sentence);
        var checksOnly = kind == QuestionKind.Checking && sentence.CoreWords <= ShortCheck;
        if (checksOnly || NoReflection.IsMatch(core))
        {
            return null;
        }

        var weight = Statements.Reflects(reading, sentence);
        var least = Least(reading, kind);
        if (weight < least || (reading.Has(LabelCode.Validation, sentence.Index) && sentence.CoreWords < 9))
        {
            return null;
        }

        return StemPattern.IsMatch(core) ? "stem"
            : Client.IsMatch(core) ? "about-client"
            : "their-words";
    }

    /// <summary>Speech goes on past a full stop and says several things in one sentence: less shows in each, and less is asked of it.</summary>
    private static int Least(Reading reading, QuestionKind kind)
    {
        if (reading.IsSpeech)
        {
            return AsksOther(reading) ? Statements.Enough : Statements.Enough - 1;
        }

        return (AsksToo(reading) ? Statements.Clearly : Statements.Enough) - (kind == QuestionKind.Checking ? 1 : 0);
    }

    private static bool AsksOther(Reading reading) =>
        Array.Exists(
            reading.Questions,
            kind => kind is QuestionKind.Open or QuestionKind.Closed or QuestionKind.Leading or QuestionKind.Permission
        );

    /// <summary>A check counts too.</summary>
    private static bool AsksToo(Reading reading) => AsksOther(reading) || Array.IndexOf(reading.Questions, QuestionKind.Checking) >= 0;

    private static bool IsComplex(Reading reading, Sentence sentence)
    {
        var core = reading.Core(sentence);
        if (Deeper.IsMatch(core))
        {
            return true;
        }

        foreach (var word in reading.Text.WordsOf(sentence))
        {
            if (FeelingWords.FamilyOf(word.Stem) is { } family && !reading.Client.Feelings.Contains(family))
            {
                return true;
            }
        }

        return false;
    }

    private static Pattern StemPattern { get; } =
        Pattern.Of(
            @"^(?:(?:and |so |but |yeah |okay )*(?:(?:it|that|this) (?:really |kind of |almost |also )*)?(?:sounds|seems|looks|"
                + @"feels|sounded|seemed|appears)(?: to me)? (?:like|as if|as though|that|to me|kind of like|almost like|a (?:bit|"
                + @"little) like)\b|(?:it|that) (?:seems|appears|sounds)\b|(?:what |so )?(?:i (?:am |think i am )?(?:hear(?:ing)?|"
                + @"sens(?:e|ing)|gather(?:ing)?|pick(?:ing)? up|understand(?:ing)?|get(?:ting)? (?:the|a) (?:sense|feeling|impression)|"
                + @"get(?:ting)?))(?: (?:you|is|that|from you|you say(?:ing)?|say|saying|tell me|telling me|like|what|correctly|a|some|"
                + @"the|in your voice))*\b|what you are (?:saying|telling me|describing)(?: is)?(?: that)?|you are (?:saying|"
                + @"telling me)(?: that)?|if i (?:am )?(?:understand(?:ing)?|hear(?:d|ing)?|follow(?:ing)?|got|get)(?: you| this| that|"
                + @" it)?(?: right| correctly)?|in other words|i (?:guess|imagine|would imagine|would guess|wonder if|am wondering if|"
                + @"can imagine)(?: that)? (?:it|you|part|that|there|for you)|i (?:hear|notice|noticed|get|see)(?: that)? (?:you|it|"
                + @"there)|on (?:the )?(?:one|other) hand|(?:a )?part of you|(?:some|one) part of you|deep down|for you)\b"
        );

    private static Pattern SummaryStem { get; } =
        Pattern.Of(
            @"\b(?:(?:let me|i (?:want|would like) to|can i|i am going to|to)(?: \w+){0,4} (?:sum(?:marize)?(?: up)?|recap|"
                + @"make sure (?:i|we) (?:understand|understood|got|get|have|heard|am)|see if i (?:have|got|understand|understood|heard|"
                + @"can (?:sum|put|pull))|check (?:that |if |whether )?i (?:have|got|understand|heard|am)|pull (?:this|that|it|some|"
                + @"things)(?: \w+){0,3} together|put (?:this|that|it|things)(?: \w+){0,3} together|go back over)|to sum(?:marize| up|"
                + @" it up)|in summary|so far (?:you have|i have heard|we have|what i have)|what i have heard (?:so far|today|you say)|"
                + @"(?:you have|we have) (?:told me|talked about|shared|covered|touched on|said)(?: \w+){0,6} (?:about|and|,)|"
                + @"here is what i (?:have )?(?:heard|understand|am hearing))\b"
        );

    private static Pattern NoReflection { get; } =
        Pattern.Of(
            @"^(?:(?:yes|yeah|okay|no|right|sure|great|good|exactly|absolutely|definitely|all right|that is (?:right|true|great|"
                + @"good|fine|okay|all right|fair|correct|awesome|wonderful|excellent|cool|fantastic)|i see|of course|thank you|thanks|mm|"
                + @"hmm|welcome|you are (?:very |so )?welcome|me too|my pleasure|you bet|you know(?: what)?|you are right|that is it|"
                + @"very good|it is (?:okay|fine|all right)|perfect|sounds (?:good|great|fine|like a (?:good )?plan)|it sounds (?:good|"
                + @"great|fine)|fair enough|i understand(?: that)?|i hear you|that is (?:a )?(?:good|great|interesting|fair) (?:point|"
                + @"question|idea|plan)|that makes sense)$|(?:thank you|thanks|nice to|good to|hi|hello|my name|i am (?:a|the|from|glad|"
                + @"happy|here|going|sorry)|i will\b|we (?:will|can|are going|have|could)|let us|let me|tell me|sounds (?:good|great)|"
                + @"i have (?:a|some|your|the)|i (?:want|would like|am hoping) to))"
        );

    private static Pattern Client { get; } = Pattern.Of(@"^(?:\w+ ){0,3}(?:you|your)\b");

    private static Pattern Deeper { get; } =
        Pattern.Of(
            @"\b(?:(?:like|as if) (?:a|an|you are (?:carrying|drowning|walking|stuck|trapped|fighting|on|in|being|the only|always|"
                + @"constantly)|the|there is|everything|nothing|no matter|nobody|no one|someone|being|walking|living)\b|"
                + @"on (?:the )?(?:one|other) hand|at the same time|part of you|torn\b|(?:important|matters?|means a lot|precious|"
                + @"dear)(?: \w+)? (?:to|for) you|you (?:value|long|wish|yearn|hope|would (?:like|love|rather|want|prefer)|"
                + @"want (?:to (?:be|feel)|him|her|them|someone|people)|are (?:hoping|longing|wondering|ready|determined|beginning|"
                + @"starting|tired of|afraid|worried|proud|not sure|looking for|caught|being pulled|trying to (?:protect|hold|keep|be|"
                + @"make sense))|feel|felt|care|deserve|miss|do not want|need(?:ed)? (?:someone|him|her|them|people|to (?:feel|know|be)))|"
                + @"deep down|underneath|what (?:really )?(?:matters|hurts|scares|worries|bothers|gets)|must (?:be|have|feel)|even though|"
                + @"and yet|in spite of|more than|not just|no longer|as much as|almost like|kind of like|it is like|so much so|(?:would|"
                + @"could) mean|weigh(?:s|ing)|burden|heart|hope|meaning)\b"
        );
}
