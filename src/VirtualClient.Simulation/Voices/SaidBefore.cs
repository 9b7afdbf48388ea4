using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>What the client said before, so that nothing is said twice within eight turns and no story is told twice at all.</summary>
internal sealed class SaidBefore
{
    private const int Window = 8;

    private readonly List<string> recent = [];
    private readonly List<string> ever = [];
    private readonly Lazy<bool> thanked;

    public SaidBefore(IReadOnlyList<Utterance> history)
    {
        var turns = 0;
        for (var i = history.Count - 1; i >= 0; i--)
        {
            if (history[i].Speaker != Speaker.Client)
            {
                continue;
            }

            Remember(history[i].Text, turns < Window ? recent : null);
            Last = turns == 0 ? history[i].Text : Last;
            turns++;
        }

        Turns = turns;
        thanked = new Lazy<bool>(() => history.Any(line => line.Speaker == Speaker.Client && LintPatterns.Thanks().IsMatch(line.Text)));
    }

    /// <summary>The client's last words, or empty.</summary>
    public string Last { get; } = "";

    /// <summary>Replies so far, the opening line included.</summary>
    public int Turns { get; }

    /// <summary>Whether any reply thanked the student.</summary>
    public bool HasThanked => thanked.Value;

    /// <summary>Whether a sentence of the text, or one very like it, was said in the last eight replies or earlier in this one.</summary>
    public bool Recently(string text) => Any(text, recent);

    /// <summary>What of an authored text was not said lately, sentence by sentence; a lone "No." may be said again. Null: nothing is left.</summary>
    public string? Rest(string text)
    {
        var rest = SpokenText.Sentences(text).Where(sentence => SpokenText.Words(sentence) == 1 || !Recently(sentence)).ToList();
        return rest.Exists(sentence => !Recently(sentence)) ? string.Join(' ', rest) : null;
    }

    /// <summary>Whether an authored text was said lately, in whole or in a sentence that would be known again.</summary>
    public bool Told(string text) => Rest(text) != string.Join(' ', SpokenText.Sentences(text));

    /// <summary>Whether a sentence of the text was said at any time.</summary>
    public bool Ever(string text) => Any(text, ever);

    /// <summary>Whether one of the last eight replies, or this one, has a sentence that begins so.</summary>
    public bool LatelyBegan(string opener) =>
        SpokenText.Bare(opener) is var bare && recent.Exists(said => said.StartsWith(bare, StringComparison.Ordinal));

    /// <summary>Counts a part of the reply in the making as said.</summary>
    public void Say(string text) => Remember(text, recent);

    private static bool Any(string text, List<string> said)
    {
        foreach (var sentence in SpokenText.Sentences(text))
        {
            var bare = SpokenText.Bare(sentence);
            if (bare.Length > 0 && said.Exists(other => Same(bare, other)))
            {
                return true;
            }
        }

        return false;
    }

    private void Remember(string text, List<string>? also)
    {
        foreach (var sentence in SpokenText.Sentences(text))
        {
            var bare = SpokenText.Bare(sentence);
            if (bare.Length > 0)
            {
                ever.Add(bare);
                also?.Add(bare);
            }
        }
    }

    /// <summary>Equal, or one of three or more words inside the other.</summary>
    private static bool Same(string one, string other)
    {
        if (one.Length == other.Length)
        {
            return string.Equals(one, other, StringComparison.Ordinal);
        }

        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        return SpokenText.Words(shorter) >= 3 && $" {longer} ".Contains($" {shorter} ", StringComparison.Ordinal);
    }
}
