using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Bench.Analyzer;

/// <summary>
/// Our labels in the four classes of the coded transcripts. The scheme has no class for affirmation and empathy and counts them as
/// reflection; role, purpose and choice count as input. The main behaviour is what most of the turn does, a question weighing more.
/// </summary>
internal sealed class MainBehaviour
{
    private const double QuestionWeight = 2.5;

    private static readonly LabelCode[] Questions =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
    ];

    private static readonly LabelCode[] Reflections =
    [
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Summary,
        LabelCode.Validation,
        LabelCode.Affirmation,
    ];

    private static readonly LabelCode[] Inputs =
    [
        LabelCode.Information,
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.Referral,
        LabelCode.PracticalHelp,
        LabelCode.Warning,
        LabelCode.Autonomy,
        LabelCode.ExplainsRole,
    ];

    public MainBehaviour(Reading reading)
    {
        double question = 0;
        double reflection = 0;
        double input = 0;
        foreach (var sentence in reading.Text.Sentences)
        {
            var words = sentence.WordCount;
            var asks = reading.Questions[sentence.Index] is not (QuestionKind.None or QuestionKind.Tag or QuestionKind.Reflecting);
            var checks = reading.Questions[sentence.Index] == QuestionKind.Checking;
            if (asks && !checks)
            {
                question += words;
            }
            else if (reading.HasAny(sentence.Index, Reflections) || reading.Has(LabelCode.Summary))
            {
                reflection += words;
                question += checks ? words : 0;
            }
            else if (asks)
            {
                question += words;
            }
            else if (reading.HasAny(sentence.Index, Inputs) || (Unclaimed(reading, sentence) && Statements.Informs(reading, sentence)))
            {
                input += words;
            }
        }

        Asks = AsksSomething(reading);
        Reflects = reflection > 0;
        Informs = input > 0;
        IsOpen = Array.IndexOf(reading.Questions, QuestionKind.Open) >= 0 || reading.Has(LabelCode.OpenQuestion) || AsksOpenly(reading);
        question = Asks ? question * QuestionWeight : 0;
        Name =
            question >= reflection && question >= input && question > 0 ? "question"
            : reflection >= input && reflection > 0 ? "reflection"
            : input > 0 ? "therapist_input"
            : "other";
    }

    /// <summary>
    /// The scheme has no code for confronting or warning that would take a question's place, as MITI has: what is asked by its form counts.
    /// It counts most statements that end a turn with a question mark, half of the reflections that do, and "Is that right?".
    /// </summary>
    private static bool AsksSomething(Reading reading) =>
        reading.Text.Sentences.Any(sentence =>
            reading.Questions[sentence.Index] switch
            {
                QuestionKind.Open or QuestionKind.Closed or QuestionKind.Leading or QuestionKind.Permission => true,
                QuestionKind.Checking or QuestionKind.Reflecting => sentence.Index == reading.Text.Sentences.Count - 1,
                QuestionKind.Tag => QuestionRules.IsInverted(reading.Core(sentence)),
                _ => false,
            }
        );

    /// <summary>Statements about the matter at hand count as input there, also where they are no information by our definition.</summary>
    private static bool Unclaimed(Reading reading, Sentence sentence) =>
        sentence.CoreWords >= 4
        && !reading.Marks.Any(mark => mark.Sentence == sentence.Index && mark.Code is not LabelCode.AnswersQuestion);

    public string Name { get; }

    public bool Asks { get; }

    public bool Reflects { get; }

    public bool Informs { get; }

    public bool IsOpen { get; }

    /// <summary>A permission question that opens with how or what ("How does that sound?") is coded open.</summary>
    private static bool AsksOpenly(Reading reading) =>
        reading.Text.Sentences.Any(sentence =>
            reading.Questions[sentence.Index] == QuestionKind.Permission
            && sentence.Text is ['h', 'o', 'w', ..] or ['w', 'h', 'a', 't', ..] or ['w', 'h', 'e', 'r', 'e', ..]
        );
}
