using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What the student said before: the stems used lately, what was promised, whether leave was asked.</summary>
internal sealed class StudentSide
{
    private const int StemWindow = 5;

    private readonly List<HashSet<string>> _reflections = [];

    public StudentSide(IReadOnlyList<Utterance> history)
    {
        var turns = 0;
        for (var i = history.Count - 1; i >= Math.Max(0, history.Count - 12); i--)
        {
            if (history[i].Speaker != Speaker.Student)
            {
                continue;
            }

            var text = TurnText.Parse(history[i].Text);
            if (turns == 0)
            {
                AskedLeave = PermissionRules.AsksAnywhere(text);
            }

            if (turns < StemWindow)
            {
                Keep(text, i > 0 && history[i - 1].Speaker == Speaker.Client ? history[i - 1].Text : null);
            }

            Promised |= Promise.IsMatch(text.Unquoted);
            SpokeOfSuicide |= SafetyRules.Suicide.IsMatch(text.Normal);
            turns++;
        }
    }

    /// <summary>Stems of reflections in the last five turns, oldest last ("sounds like"; "echo" for a short piece of the client's words).</summary>
    public List<string> Stems { get; } = [];

    /// <summary>The turn before asked leave to say or ask something.</summary>
    public bool AskedLeave { get; private set; }

    /// <summary>In the last turns the student said they would do something.</summary>
    public bool Promised { get; private set; }

    public bool SpokeOfSuicide { get; private set; }

    /// <summary>Whether nearly the same content words were given back in one of the last turns.</summary>
    public bool SaidBefore(IReadOnlySet<string> content) =>
        content.Count >= 2
        && _reflections.Exists(before => before.Count(content.Contains) * 5 >= Math.Max(before.Count, content.Count) * 4);

    private void Keep(TurnText text, string? client)
    {
        foreach (var sentence in text.Sentences)
        {
            if (sentence.CoreWords == 0)
            {
                continue;
            }

            var stem = ReflectionRules.StemOf(sentence.Text);
            if (stem is not null)
            {
                Stems.Add(stem);
            }
            else if (client is not null && !sentence.Asks && Echo.IsEcho(text, sentence, TurnText.Parse(client)))
            {
                Stems.Add(Echo.Stem);
            }

            if (!sentence.Asks)
            {
                _reflections.Add(ReflectionRules.Content(text, sentence));
            }

            if (stem is not null)
            {
                break;
            }
        }
    }

    private static Regex Promise { get; } =
        Pattern.Of(
            @"\b(?:i (?:will|am going to|can) (?:(?:definitely|also|try to|go and|have to|just) )*(?:find out|call|check|look into|ask|bring|send|email|get back|print|talk to|follow up|look up|find|get (?:you|that|the|a)|see if|see what|let you know|make (?:a|some|the) call|arrange|set up|write)|let me (?:find out|check|call|look into|look that up|ask|get back))\b"
        );
}
