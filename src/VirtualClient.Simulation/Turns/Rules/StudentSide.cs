using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What the student said before: the stems used lately, what was promised, whether leave was asked.</summary>
internal sealed class StudentSide
{
    private const int StemWindow = 5;

    private readonly List<(string Text, string? Client)> _turns = [];
    private readonly TurnText?[] _read;
    private readonly Lazy<(List<string> Stems, List<HashSet<string>> Reflections)> _given;
    private readonly Lazy<bool> _askedLeave;
    private readonly Lazy<bool> _promised;
    private readonly Lazy<bool> _spokeOfSuicide;

    /// <summary>Reads nothing yet: most turns need none of it.</summary>
    public StudentSide(IReadOnlyList<Utterance> history)
    {
        for (var i = history.Count - 1; i >= Math.Max(0, history.Count - 12); i--)
        {
            if (history[i].Speaker == Speaker.Student)
            {
                _turns.Add((history[i].Text, i > 0 && history[i - 1].Speaker == Speaker.Client ? history[i - 1].Text : null));
            }
        }

        _read = new TurnText?[_turns.Count];
        _given = new(Given);
        _askedLeave = new(() => _turns.Count > 0 && PermissionRules.AsksAnywhere(Read(0)));
        _promised = new(() => AnyTurn(turn => Promise.IsMatch(turn.Unquoted)));
        _spokeOfSuicide = new(() => AnyTurn(turn => SafetyRules.Suicide.IsMatch(turn.Normal)));
    }

    /// <summary>The meeting has only begun: the student has spoken at most once before.</summary>
    public bool IsBeginning => _turns.Count < 2;

    /// <summary>Stems of reflections in the last five turns ("sounds like"; "echo" for a short piece of the client's words).</summary>
    public List<string> Stems => _given.Value.Stems;

    /// <summary>The turn before asked leave to say or ask something.</summary>
    public bool AskedLeave => _askedLeave.Value;

    /// <summary>In the last turns the student said they would do something.</summary>
    public bool Promised => _promised.Value;

    /// <summary>One of the last turns is speech put on paper.</summary>
    public bool Speaks => _turns.Exists(turn => SpeechMarks.In(turn.Text));

    public bool SpokeOfSuicide => _spokeOfSuicide.Value;

    /// <summary>Whether nearly the same content words were given back in one of the last turns.</summary>
    public bool SaidBefore(IReadOnlySet<string> content) =>
        content.Count >= 2
        && _given.Value.Reflections.Exists(before => before.Count(content.Contains) * 5 >= Math.Max(before.Count, content.Count) * 4);

    /// <summary>Each turn is read once, and only when something of it is asked for.</summary>
    private TurnText Read(int turn) => _read[turn] ??= TurnText.Parse(_turns[turn].Text);

    private bool AnyTurn(Predicate<TurnText> holds)
    {
        for (var turn = 0; turn < _turns.Count; turn++)
        {
            if (holds(Read(turn)))
            {
                return true;
            }
        }

        return false;
    }

    private (List<string> Stems, List<HashSet<string>> Reflections) Given()
    {
        var stems = new List<string>();
        var reflections = new List<HashSet<string>>();
        for (var turn = 0; turn < Math.Min(StemWindow, _turns.Count); turn++)
        {
            var text = Read(turn);
            var client = _turns[turn].Client;
            TurnText? heard = null;
            foreach (var sentence in text.Sentences.Where(sentence => sentence.CoreWords > 0))
            {
                var stem = ReflectionRules.StemOf(sentence.Text);
                var echoes =
                    stem is null && client is not null && !sentence.Asks && Echo.IsEcho(text, sentence, heard ??= TurnText.Parse(client));
                if (stem is not null || echoes)
                {
                    stems.Add(stem ?? Echo.Stem);
                }

                if (!sentence.Asks)
                {
                    reflections.Add(ReflectionRules.Content(text, sentence));
                }

                if (stem is not null)
                {
                    break;
                }
            }
        }

        return (stems, reflections);
    }

    private static Pattern Promise { get; } =
        Pattern.Of(
            @"\b(?:i (?:will|am going to|can) (?:(?:definitely|also|try to|go and|have to|just) )*(?:find out|call|check|look into|"
                + @"ask|bring|send|email|get back|print|talk to|follow up|look up|find|get (?:you|that|the|a)|see if|see what|"
                + @"let you know|make (?:a|some|the) call|arrange|set up|write)|let me (?:find out|check|call|look into|look that up|ask|"
                + @"get back))\b"
        );
}
