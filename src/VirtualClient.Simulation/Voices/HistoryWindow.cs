using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>The part of the conversation that a prompt shows word for word, and a summary of what came before it.</summary>
/// <param name="Earlier">What was said before the window, or empty.</param>
/// <param name="Recent">The newest utterances, oldest first, always including the last ones.</param>
internal sealed record HistoryWindow(string Earlier, IReadOnlyList<Utterance> Recent)
{
    // The window moves in steps of this many utterances, so that the prompt stays the same from turn to turn and caches hold.
    private const int Step = 24;

    // Whatever the budget, the last exchanges go in.
    private const int AlwaysIn = 8;

    private const int MostSummary = 1_600;
    private const int MostQuote = 160;

    /// <param name="history">Complete, oldest first.</param>
    /// <param name="budget">Characters of history that may go in word for word.</param>
    /// <param name="told">Facts that are open; those told before the window are named in the summary.</param>
    public static HistoryWindow Of(IReadOnlyList<Utterance> history, int budget, IReadOnlyList<Disclosure> told)
    {
        var size = 0L;
        var first = history.Count;
        while (first > 0 && (history.Count - first < AlwaysIn || size + history[first - 1].Text.Length <= budget))
        {
            size += history[--first].Text.Length;
        }

        if (first == 0)
        {
            return new HistoryWindow("", history);
        }

        first = Math.Min((first + Step - 1) / Step * Step, Math.Max(0, history.Count - AlwaysIn));
        return new HistoryWindow(Summarize(history.Take(first).ToList(), told), [.. history.Skip(first)]);
    }

    /// <summary>From what was said only: the client's sentences that told a fact, then what the worker asked and said most recently.</summary>
    private static string Summarize(List<Utterance> before, IReadOnlyList<Disclosure> told)
    {
        var spoken = before.Where(u => u.Speaker == Speaker.Client).Select(u => u.Text).ToList();
        var parts = new List<string>();
        var length = 0;
        foreach (var words in told.SelectMany(d => d.OwnWords))
        {
            if (
                spoken.Exists(text =>
                    WordRuns.Shared(text, words, Math.Min(KeptBack.Run, Math.Max(1, WordRuns.Words(words).Length))) is not null
                )
            )
            {
                Add($"You told the worker: \u201C{words}\u201D");
            }
        }

        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Speaker == Speaker.Student && Topic(before[i].Text) is { } topic)
            {
                Add($"The worker: \u201C{topic}\u201D");
            }
        }

        return string.Join(' ', parts);

        void Add(string part)
        {
            part = part.Length > MostQuote ? part[..MostQuote] + "\u2026\u201D" : part;
            if (length + part.Length <= MostSummary && !parts.Contains(part))
            {
                parts.Add(part);
                length += part.Length + 1;
            }
        }
    }

    /// <summary>The sentence of a worker's turn that says most what it was about: the last question, or the last sentence of some length.</summary>
    private static string? Topic(string text)
    {
        var sentences = Sentences.Split(text);
        return sentences.LastOrDefault(s => s.EndsWith('?')) ?? sentences.LastOrDefault(s => WordRuns.Words(s).Length >= KeptBack.Run);
    }
}
