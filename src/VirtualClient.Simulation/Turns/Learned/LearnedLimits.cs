using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>What the model may and may not do against what the rules found.</summary>
internal static class LearnedLimits
{
    /// <summary>One question code a turn (MITI 4.2.1).</summary>
    public static readonly LabelCode[] Questions =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
    ];

    /// <summary>One reflection code a turn.</summary>
    public static readonly LabelCode[] Reflections = [LabelCode.SimpleReflection, LabelCode.ComplexReflection, LabelCode.Summary];

    /// <summary>So much above what it takes a label is sure.</summary>
    private const int Sure = 50;

    /// <summary>So much above it, it is more than chance.</summary>
    private const int Clear = 10;

    /// <summary>So much more it takes to take away a question that is known by its form.</summary>
    private const int Form = 120;

    /// <summary>Most training turns are typed: in speech put on paper it takes more to add a label, and nothing found is taken away.</summary>
    private const int SpeechMore = 30;

    /// <summary>A label so far above what it takes stands by a rule's word.</summary>
    public const int Unweighed = 100_000;

    private static readonly string[] QuestionForms =
    [
        "questions.open-stem",
        "questions.closed-stem",
        "questions.double-open",
        "questions.double-closed",
    ];

    private static readonly LabelCode[] Listening =
    [
        .. Reflections,
        LabelCode.Validation,
        LabelCode.Affirmation,
        LabelCode.Permission,
        LabelCode.Autonomy,
    ];

    private static readonly LabelCode[] Advice = [LabelCode.AdviceWithoutPermission, LabelCode.AdviceWithPermission];

    /// <summary>What one sentence says to the client is one of these: in the training turns two of them hardly ever stand together.</summary>
    private static readonly LabelCode[] Stances =
    [
        LabelCode.Confronting,
        LabelCode.Warning,
        LabelCode.Minimizing,
        LabelCode.Validation,
        LabelCode.Affirmation,
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Information,
    ];

    private static readonly LabelCode[] Hurting = [LabelCode.Confronting, LabelCode.Warning, LabelCode.Minimizing];

    private static readonly LabelCode[] Respecting =
    [
        LabelCode.Autonomy,
        LabelCode.Permission,
        LabelCode.PracticalHelp,
        LabelCode.Repair,
        LabelCode.LeadingQuestion,
    ];

    /// <summary>Of each of these a sentence is one.</summary>
    private static readonly LabelCode[][] OneOf =
    [
        Stances,
        [LabelCode.AgreesPurpose, LabelCode.Closing],
        [LabelCode.AgreesPurpose, LabelCode.AdviceWithoutPermission],
        [LabelCode.Information, LabelCode.DutyToReport],
    ];

    /// <summary>Whether one sentence cannot earn both.</summary>
    public static bool Opposed(LabelCode one, LabelCode other) =>
        Array.Exists(OneOf, codes => codes.Contains(one) && codes.Contains(other))
        || (Hurting.Contains(one) && Respecting.Contains(other))
        || (Respecting.Contains(one) && Hurting.Contains(other));

    public static bool OneOfMany(LabelCode code) => Questions.Contains(code) || Reflections.Contains(code);

    /// <summary>The score from which on a label is given, or stands where a rule gave it.</summary>
    public static int Least(Reading reading, Target target, LabelCode code)
    {
        if (!reading.Has(code))
        {
            return target.Add + (reading.IsSpeech ? SpeechMore : 0);
        }

        if (reading.IsSpeech || (Reflections.Contains(code) && ReflectsByForm(reading, code)))
        {
            return -2 * Unweighed;
        }

        return target.Keep - (reading.Marks.Any(mark => mark.Code == code && QuestionForms.Contains(mark.Rule)) ? Form : 0);
    }

    /// <summary>Whether a label that no rule gave goes with what the rules know of its sentence.</summary>
    public static bool Fits(Reading reading, LabelCode code, Sentence sentence, int margin) =>
        !Echoes(reading, sentence)
        && code switch
        {
            // What is advice or asks plainly is blame only where that is sure, what a rule takes for a reflection where it is clear; what leads is
            // coded as leading, and what opens as a reflection is no blame.
            LabelCode.Confronting => reading.Questions[sentence.Index] != QuestionKind.Leading
                && !ReflectionRules.StartsWithStem(reading.Core(sentence))
                && !SpeaksOfOneself.IsMatch(reading.Core(sentence))
                && (margin >= Sure || !SeesTheEffort.IsMatch(reading.Core(sentence)))
                && (margin >= Sure || !(AsksByForm(reading, sentence) || reading.HasAny(sentence.Index, Advice)))
                && (margin >= Clear || !reading.HasAny(sentence.Index, Reflections)),
            // What opens as a reflection does gives back, and neither tells nor threatens nor takes leave.
            LabelCode.Warning or LabelCode.Information => !ReflectionRules.StartsWithStem(reading.Core(sentence)),
            // So does what is told with a full stop.
            LabelCode.OpenQuestion => !ReflectionRules.StartsWithStem(reading.Core(sentence))
                && (margin >= Sure || !sentence.Stops || reading.Questions[sentence.Index] != QuestionKind.None),
            // Thanks open a meeting, and only later close it; who offers to come back to something stays.
            LabelCode.Closing => !ReflectionRules.StartsWithStem(reading.Core(sentence))
                && !reading.Span(sentence).Text.Contains("come back to", StringComparison.Ordinal)
                && (!reading.Student.IsBeginning || !reading.Span(sentence).Text.Contains("thank", StringComparison.Ordinal)),
            LabelCode.SafetyQuestion => reading.Questions[sentence.Index]
                is not (QuestionKind.None or QuestionKind.Reflecting or QuestionKind.Tag),
            LabelCode.AdviceWithoutPermission or LabelCode.AdviceWithPermission => !AdviceRules.TellsOfClient(reading.Span(sentence)),
            LabelCode.AnswersQuestion => reading.Client.Asked && !reading.HasAny(sentence.Index, Listening),
            _ => true,
        };

    /// <summary>Who says what they themselves did or want, and nothing of the client, blames nobody.</summary>
    private static Pattern SpeaksOfOneself { get; } =
        Pattern.Of(@"^i (?!(?:think|guess|bet|know|see|suppose|believe)\b)(?!.*\b(?:you|your|yours|yourself|she|he|they)\b)");

    /// <summary>"You are trying, and you still come up wrong" sides with the client.</summary>
    private static Pattern SeesTheEffort { get; } =
        Pattern.Of(
            @"^(?:so |and |but )?you (?:are|have been|were|have) (?:\w+ )?(?:trying|tried|working|carrying|holding|doing (?:your|all|everything))\b"
        );

    private static bool AsksByForm(Reading reading, Sentence sentence) =>
        reading.Marks.Any(mark => mark.Sentence == sentence.Index && QuestionForms.Contains(mark.Rule));

    /// <summary>Opens with a stem, or is the client's own words: what that earns is the engine's matter.</summary>
    private static bool ReflectsByForm(Reading reading, LabelCode code)
    {
        foreach (var mark in reading.Marks)
        {
            var stem = mark.Rule is "reflections.stem" or "reflections.complex-stem" or "reflections.summary";
            if (mark.Code == code && (stem || Echoes(reading, reading.Text.Sentences[mark.Sentence])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Echoes(Reading reading, Sentence sentence) =>
        reading.Client.Last is { } last && (Echo.IsEcho(reading.Text, sentence, last) || Echo.IsParrot(reading.Text, sentence, last));
}
