using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// How a turn lands on the person who hears it: which family of phrases meets what the student did (<see cref="Landed"/>), and which
/// answers what was asked (<see cref="Asked"/>). Labels come from the analyzer; only the shape of a question is read here.
/// </summary>
internal sealed partial class HeardTurn
{
    /// <summary>Labels that a person meets before anything else, the sharpest first, with the family that does it.</summary>
    private static readonly (LabelCode Code, string Family)[] Moves =
    [
        (LabelCode.BoundaryBreach, "insulted"),
        (LabelCode.Repair, "apology"),
        (LabelCode.Warning, "warned"),
        (LabelCode.Confronting, "judged"),
        (LabelCode.DutyToReport, "duty"),
        (LabelCode.PromisesSecrecy, "secrecy"),
        (LabelCode.LimitsOfConfidentiality, "confidentiality"),
        (LabelCode.BringsSupervision, "supervisor"),
        (LabelCode.AdviceWithoutPermission, "advice"),
        (LabelCode.Minimizing, "made-small"),
        (LabelCode.AnswersQuestion, "answered"),
        (LabelCode.Closing, "goodbye"),
        (LabelCode.Introduction, "introduced"),
        (LabelCode.Permission, "asked-permission"),
        (LabelCode.AgreesPurpose, "purpose"),
        (LabelCode.Agenda, "purpose"),
        (LabelCode.ExplainsRole, "role"),
        (LabelCode.Referral, "referral"),
        (LabelCode.PracticalHelp, "help"),
        (LabelCode.AdviceWithPermission, "advice-asked"),
        (LabelCode.Summary, "summed-up"),
        (LabelCode.Affirmation, "praised"),
        (LabelCode.Autonomy, "own-choice"),
        (LabelCode.ComplexReflection, "heard"),
        (LabelCode.Validation, "heard"),
        (LabelCode.SimpleReflection, "heard"),
        (LabelCode.SelfDisclosure, "about-you"),
        (LabelCode.Jargon, "jargon"),
        (LabelCode.Information, "informed"),
        (LabelCode.OffTopic, "off-topic"),
        (LabelCode.AboutTheStudent, "about-you"),
    ];

    private static readonly HashSet<string> Rough = ["insulted", "warned", "judged", "advice", "made-small", "told-to-calm"];

    private HeardTurn(string? odd, string? landed, string? asked, bool byWord = false)
    {
        AsksByWord = byWord;
        Odd = odd;
        Landed = landed;
        Asked = asked;
    }

    /// <summary>A turn nobody says in an interview: an instruction to a machine, signs without words, another language. Met before all else.</summary>
    public string? Odd { get; }

    public string? Landed { get; }

    public string? Asked { get; }

    /// <summary>The question begins with who, what, when or the like: neither yes nor no is an answer.</summary>
    public bool AsksByWord { get; }

    /// <summary>"What else": what was told already is no answer.</summary>
    public bool AsksForMore { get; private init; }

    /// <summary>The move was rough: a person answers that, and not the question behind it.</summary>
    public bool Hurts => Landed is not null && Rough.Contains(Landed);

    public static HeardTurn Of(string text, TurnSignals signals)
    {
        var trimmed = text.Trim();
        if (signals.Has(LabelCode.Silence) || trimmed.Length == 0 || trimmed.Equals("(waits)", StringComparison.OrdinalIgnoreCase))
        {
            return new HeardTurn(null, "silence", null);
        }

        if (OddTurn(trimmed, signals) is { } odd)
        {
            return new HeardTurn(odd, null, null);
        }

        var asked = Question(trimmed, signals);
        var byWord = LastQuestion(trimmed) is { } question && ByWord().IsMatch(question);
        return new HeardTurn(null, Fitting(Move(trimmed, signals, asked), asked, trimmed, signals), asked, byWord)
        {
            AsksForMore = LastQuestion(trimmed)?.Contains(" else", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    /// <summary>
    /// A label that a question earned is met by answering the question: "what would be useful to talk about" asks no leave, and "is there
    /// something I should have asked" is no apology.
    /// </summary>
    private static string? Fitting(string? landed, string? asked, string text, TurnSignals signals) =>
        landed switch
        {
            "asked-permission" when asked is "asked-understood" or "asked-check" or "asked-offer" or "asked-all-right" => signals.Has(
                LabelCode.PracticalHelp
            )
                ? "help"
                : null,
            "asked-permission" or "purpose" when asked is not (null or "asked-permission") => null,
            "apology" when asked is not null && !Sorry().IsMatch(text) => null,
            "goodbye" when asked is "asked-how-was-this" or "asked-anything-else" or "asked-questions" => null,
            "off-topic" or "about-you" or "informed" or "praised" when asked is "asked-how-are-you" or "asked-travel" => null,
            _ => landed,
        };

    private static string? OddTurn(string text, TurnSignals signals)
    {
        if (ToAMachine().IsMatch(text))
        {
            return "puzzled";
        }

        if (!text.Any(char.IsLetterOrDigit))
        {
            return "signs";
        }

        if (Keyboard().IsMatch(text))
        {
            return "garbled";
        }

        return signals.Has(LabelCode.NotAnalyzed) ? "other-language" : null;
    }

    private static string? Move(string text, TurnSignals signals, string? asked)
    {
        foreach (var (code, family) in Moves)
        {
            // What misses is not met as if it had hit.
            if (signals.Has(code) && (family != "heard" || signals.Tied))
            {
                return code == LabelCode.Minimizing && ToldToCalm().IsMatch(text) ? "told-to-calm" : family;
            }
        }

        if (Thanks().IsMatch(text))
        {
            return "thanked";
        }

        return asked is null && (signals.Has(LabelCode.Encourager) || text.StartsWith('*')) ? "encouraged" : null;
    }

    private static string? Question(string text, TurnSignals signals)
    {
        var question = LastQuestion(text);
        if (question is not null && signals.Labels.Any(label => label is { Code: LabelCode.SafetyQuestion, Rule: "safety.direct" }))
        {
            return "asked-danger";
        }

        if (question is null)
        {
            return signals.Has(LabelCode.OpenQuestion) ? "asked-more"
                : signals.Has(LabelCode.ClosedQuestion) ? "asked-yes-no"
                : null;
        }

        foreach (var (shape, family) in Shapes)
        {
            if (shape.IsMatch(question))
            {
                return family;
            }
        }

        return signals.Has(LabelCode.OpenQuestion) ? "asked-more"
            : Habit().IsMatch(question) ? "asked-habit"
            : "asked-yes-no";
    }

    /// <summary>The last sentence that asks: with a question mark, or an invitation to tell.</summary>
    private static string? LastQuestion(string text)
    {
        var sentences = SpokenText.Sentences(text);
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            if (
                sentences[i].EndsWith('?') && !CallsByName().IsMatch(sentences[i])
                || Invites().IsMatch(sentences[i])
                || AnyQuestions().IsMatch(sentences[i])
            )
            {
                return sentences[i];
            }
        }

        return null;
    }
}
