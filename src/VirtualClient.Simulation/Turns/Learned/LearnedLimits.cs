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

    /// <summary>So much more it takes to take away a question that is known by its form.</summary>
    private const int Form = 60;

    /// <summary>Speech put on paper is not what the model was trained on: it takes more to add a label there, and nothing found is taken away.</summary>
    private const int SpeechAdd = 40;
    private const int SpeechListen = 60;

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

    public static bool OneOfMany(LabelCode code) => Questions.Contains(code) || Reflections.Contains(code);

    /// <summary>The score from which on a label is given, or stands where a rule gave it.</summary>
    public static int Least(Reading reading, Target target, LabelCode code)
    {
        if (!reading.Has(code))
        {
            var more = OneOfMany(code) ? SpeechListen : SpeechAdd;
            return target.Add + (reading.IsSpeech ? more : 0);
        }

        if (reading.IsSpeech || (Reflections.Contains(code) && ReflectsByForm(reading, code)))
        {
            return int.MinValue / 2;
        }

        return target.Keep - (reading.Marks.Any(mark => mark.Code == code && QuestionForms.Contains(mark.Rule)) ? Form : 0);
    }

    /// <summary>Whether a label that no rule gave goes with what the rules know of its sentence.</summary>
    public static bool Fits(Reading reading, LabelCode code, Sentence sentence, int margin) =>
        !Echoes(reading, sentence)
        && code switch
        {
            // What is advice is blame only where that is sure, what leads is coded as leading, and what gives back is no blame.
            LabelCode.Confronting => reading.Questions[sentence.Index] != QuestionKind.Leading
                && !ReflectionRules.StartsWithStem(reading.Core(sentence))
                && (margin >= Sure || !reading.HasAny(sentence.Index, LabelCode.AdviceWithoutPermission, LabelCode.AdviceWithPermission)),
            // What opens as a reflection does gives back, and neither tells nor threatens nor takes leave.
            LabelCode.Warning or LabelCode.Information or LabelCode.OpenQuestion => !ReflectionRules.StartsWithStem(reading.Core(sentence)),
            // Thanks open a meeting, and only later close it.
            LabelCode.Closing => !ReflectionRules.StartsWithStem(reading.Core(sentence))
                && (!reading.Student.IsBeginning || !reading.Span(sentence).Text.Contains("thank", StringComparison.Ordinal)),
            LabelCode.SafetyQuestion => reading.Questions[sentence.Index]
                is not (QuestionKind.None or QuestionKind.Reflecting or QuestionKind.Tag),
            LabelCode.AdviceWithoutPermission or LabelCode.AdviceWithPermission => !AdviceRules.TellsOfClient(reading.Span(sentence)),
            LabelCode.AnswersQuestion => reading.Client.Asked && !reading.HasAny(sentence.Index, Listening),
            _ => true,
        };

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
