using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Judges a reply while it is being said, whoever says it. What the plan itself asked to say (own words, deflections, answers) is held
/// against the content floor only. One instance serves one reply.
/// </summary>
internal sealed class ReplyLint
{
    // Replies in which one thanks is rare enough: human clients thank in 1.4 % of turns.
    private const int ThanksApart = 20;

    // Of gestures that no author wrote; authored ones may be longer ("reaches for the glass and finds it on the second try").
    private const int MostCueWords = 7;

    // An asterisk that is not closed within this many characters does not begin a gesture.
    private const int LongestOpenCue = 120;

    private readonly VoiceRequest request;
    private readonly KeptBack closed;
    private readonly string planned;

    // Read seldom, and as long as the conversation: put together when it is asked for.
    private readonly Lazy<string> ownLanguage;
    private readonly int mostWords;
    private readonly bool mayGreet;
    private readonly bool mayThank;

    public ReplyLint(VoiceRequest request)
    {
        this.request = request;
        var (turn, plan) = (request.Turn, request.Plan);
        closed = KeptBack.Closed(turn.Persona, plan.Opening.Concat(plan.Known).Select(d => d.Id));
        var texts = Planned(plan).ToList();
        planned = Bare(string.Join(" / ", texts));
        // A client may use the word that is in their own description, and the one that the worker brought.
        ownLanguage = new Lazy<string>(() => OwnLanguage(turn, texts));
        mostWords = MostOf(plan.Length) + texts.Sum(t => WordRuns.Words(t).Length);

        var replies = turn.History.Where(u => u.Speaker == Speaker.Client).TakeLast(ThanksApart).Select(u => PlainText.Normalize(u.Text));
        mayGreet = MayGreet(turn, request.Signals);
        mayThank =
            request.Signals.Has(LabelCode.Closing)
            || plan.Affect is Affect.Warm or Affect.Relieved && !replies.Any(r => LintPatterns.Thanks().IsMatch(r));
    }

    /// <summary>Words after which a reply is too long: half as much again as planned, and what the plan asked to say on top.</summary>
    public int MostWords => mostWords;

    /// <summary>The first fault in the reply so far, looking at what follows <paramref name="from"/> (where a sentence begins).</summary>
    public LintFault? Check(string reply, int from = 0)
    {
        var text = PlainText.Normalize(reply[from..]);
        if (LintPatterns.Marker().IsMatch(text))
        {
            return new LintFault(LintRule.RoleBreak, "It spoke of the direction.");
        }

        if (
            from == 0 && (LintPatterns.Label().IsMatch(text) || NamedLabel(text))
            || from > 0 && LintPatterns.Label().IsMatch("\n" + text.TrimStart())
        )
        {
            return new LintFault(LintRule.Label, "It put a speaker's name in front of words. Say only your own words.");
        }

        if (LintPatterns.Markdown().IsMatch(from > 0 ? text.TrimStart() : text))
        {
            return new LintFault(LintRule.Markdown, "It was laid out as text. Speak, without lists or markup.");
        }

        if (BadCue(text))
        {
            return new LintFault(LintRule.Cue, "Show a gesture only as *a few words* between single asterisks.");
        }

        if (closed.FindTellingIn(text) is not null)
        {
            return new LintFault(LintRule.GivesAway, "It said something you are not ready to say.");
        }

        var floor = ContentFloor.Check(reply[Before(reply, from)..], request.Turn.Persona.Age);
        if (floor.Count > 0)
        {
            return new LintFault(LintRule.Floor, floor[0].Sentence);
        }

        var sentences = Sentences.Split(text);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!IsPlanned(sentences[i]) && Sentence(sentences[i], from == 0 && i == 0) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Whether a sentence in the making may still become a fault, so that nothing of it may be shown yet.</summary>
    public static bool MustWait(string sentence)
    {
        var text = PlainText.Normalize(sentence).TrimStart();
        return LintPatterns.MayTurnBad().IsMatch(text) || FloorPatterns.All.Any(p => p.Words.IsMatch(text));
    }

    private LintFault? Sentence(string sentence, bool first)
    {
        if (LintPatterns.Refusal().IsMatch(sentence))
        {
            return new LintFault(
                LintRule.Refusal,
                "It declined to answer in the role. Answer as this person; nothing more is asked of you."
            );
        }

        if (LintPatterns.RoleBreak().IsMatch(sentence))
        {
            return new LintFault(
                LintRule.RoleBreak,
                "It spoke as a program or about the conversation as an exercise. You are this person."
            );
        }

        var plan = request.Plan;
        if (first && plan.PartialAnswers.Count > 0 && plan.CleanAnswers.Count == 0 && LintPatterns.CleanDenial().IsMatch(sentence))
        {
            return new LintFault(LintRule.Denial, "It denied what is not to be denied. Stay with the partial answer you were given.");
        }

        if (LintPatterns.Bookkeeping().IsMatch(sentence))
        {
            return new LintFault(LintRule.Bookkeeping, "It named how the conversation is kept track of.");
        }

        if (LintPatterns.Counseling().IsMatch(sentence))
        {
            return new LintFault(LintRule.Counseling, "It spoke like a counselor to the worker. You are the one who came for help.");
        }

        if (first && !mayGreet && LintPatterns.Greeting().IsMatch(sentence))
        {
            return new LintFault(LintRule.Greeting, "You greeted already.");
        }

        if (!mayThank && LintPatterns.Thanks().IsMatch(sentence))
        {
            return new LintFault(LintRule.Thanks, "Do not thank or praise the worker.");
        }

        var clinical = LintPatterns.Clinical().Match(sentence);
        return clinical.Success && !ownLanguage.Value.Contains($" {Bare(clinical.Value).Trim()} ", StringComparison.Ordinal)
            ? new LintFault(LintRule.Clinical, $"\u201C{clinical.Value}\u201D is no word of yours. Say it in everyday words.")
            : null;
    }

    private bool NamedLabel(string text)
    {
        var colon = text.IndexOf(':');
        return colon is > 0 and < 60
            && request.Turn.Persona.Name.StartsWith(text[..colon].Trim().Trim('*'), StringComparison.OrdinalIgnoreCase);
    }

    private bool BadCue(string text)
    {
        if (LintPatterns.Stage().IsMatch(text))
        {
            return true;
        }

        var parts = text.Split('*');
        // Odd parts stand between asterisks; the last one may still be open.
        for (var i = 1; i < parts.Length; i += 2)
        {
            var open = i == parts.Length - 1;
            var tooLong =
                WordRuns.Words(parts[i]).Length > MostCueWords && !ownLanguage.Value.Contains(Bare(parts[i]), StringComparison.Ordinal);
            if (parts[i].Contains('\n') || (open ? parts[i].Length > LongestOpenCue : tooLong || string.IsNullOrWhiteSpace(parts[i])))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPlanned(string sentence) => Bare(sentence) is { Length: > 2 } bare && planned.Contains(bare, StringComparison.Ordinal);

    /// <summary>Where the sentence before a position begins: a dose is a fault beside the sentence before it.</summary>
    private static int Before(string reply, int from)
    {
        var before = Sentences.Split(reply[..from]);
        return before.Count == 0 ? 0 : Math.Max(0, reply[..from].LastIndexOf(before[^1], StringComparison.Ordinal));
    }

    private static IEnumerable<string> Planned(ReplyPlan plan) =>
        new[] { plan.PlainAnswer, plan.OwnQuestion, plan.Foothold }
            .OfType<string>()
            .Concat(plan.Opening.SelectMany(d => d.OwnWords.Take(1)))
            .Concat(plan.PartialAnswers)
            .Concat(plan.CleanAnswers)
            .Concat(plan.Deflections.Take(1));

    /// <summary>The words that are the client's own, and those that the worker brought.</summary>
    private static string OwnLanguage(TurnRequest turn, List<string> planned) =>
        Bare(
            string.Join(' ', PersonaText.AlwaysSayable(turn.Persona).Select(t => t.Text).Concat(planned))
                + " / "
                + string.Join(" / ", turn.History.Select(u => u.Text).Append(turn.Text))
        );

    /// <summary>In the first two replies: who has not greeted yet, and who is greeted or told a name, greets.</summary>
    private static bool MayGreet(TurnRequest turn, TurnSignals signals)
    {
        var replies = turn.History.Where(u => u.Speaker == Speaker.Client).Take(2).Select(u => PlainText.Normalize(u.Text)).ToList();
        return replies.Count < 2
            && (
                !replies.Exists(r => LintPatterns.Greeting().IsMatch(r))
                || signals.Has(LabelCode.Introduction)
                || LintPatterns.Greeting().IsMatch(PlainText.Normalize(turn.Text))
            );
    }

    private static int MostOf(LengthBand band) =>
        band switch
        {
            LengthBand.Minimal => 14,
            LengthBand.Short => 25,
            LengthBand.Medium => 60,
            _ => 120,
        };

    private static string Bare(string text) => $" {string.Join(' ', WordRuns.Words(PlainText.Normalize(text)))} ";
}
