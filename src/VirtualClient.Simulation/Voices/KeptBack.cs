using System.Runtime.CompilerServices;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// What is kept back: facts and own words of disclosures that must not show. Tells whether a text gives any of it away, by the same measure
/// as publishing does (a run of five words; a shorter fact or sentence of own words as a whole).
/// </summary>
internal sealed class KeptBack
{
    /// <summary>Words in a row that two texts may not share.</summary>
    public const int Run = 5;

    // One or two words ("My dad.") stand in any text without telling anything.
    private const int ShortestWhole = 3;

    // A sentence of the story that shares this many telling words with a fact is most likely the fact in other words.
    private const int TellingWords = 3;

    // What one disclosure keeps, worked out once: every turn asks for most of them, in another choice.
    private static readonly ConditionalWeakTable<Disclosure, Kept> Known = new();

    private readonly Kept[] kept;

    private KeptBack(IEnumerable<Disclosure> disclosures) => kept = [.. disclosures.Select(d => Known.GetValue(d, Kept.Of))];

    /// <summary>Everything the persona could disclose, open or not: what the unchanging part of a prompt must not hold.</summary>
    public static KeptBack All(Persona persona) => new(persona.Disclosures);

    /// <summary>What is closed when these facts are open.</summary>
    public static KeptBack Closed(Persona persona, IEnumerable<string> open)
    {
        var ids = open.ToHashSet(StringComparer.Ordinal);
        return new KeptBack(persona.Disclosures.Where(d => !ids.Contains(d.Id)));
    }

    /// <summary>The first run of words in the text that is kept back, or null.</summary>
    public string? FindIn(string text) => Find(text, all: true);

    /// <summary>The same for what is said: a run of everyday words alone ("I don't know what to") tells nothing.</summary>
    public string? FindTellingIn(string text) => Find(text, all: false);

    /// <summary>Whether a sentence of the story may be the same thing in other words.</summary>
    public bool MayBeToldBy(string sentence)
    {
        if (FindIn(sentence) is not null)
        {
            return true;
        }

        var words = Telling(WordRuns.Words(sentence));
        return kept.SelectMany(one => one.Telling)
            .Any(fact =>
            {
                var common = words.Count(fact.Contains);
                return common >= TellingWords || common >= 2 && 2 * common >= words.Count;
            });
    }

    /// <summary>The text, or only the sentences of it that give nothing away.</summary>
    public string Without(string text)
    {
        if (FindIn(text) is null)
        {
            return text;
        }

        var rest = string.Join(' ', Sentences.Split(text).Where(s => FindIn(s) is null));
        // A run can also lie across two sentences.
        return FindIn(rest) is null ? rest : "";
    }

    private string? Find(string text, bool all)
    {
        if (kept.Length == 0 || text.Length == 0)
        {
            return null;
        }

        var words = WordRuns.Words(text);
        for (var start = 0; start < words.Length; start++)
        {
            foreach (var one in kept)
            {
                if (one.RunAt(words.AsSpan(start), all) is { } run)
                {
                    return string.Join(' ', run);
                }
            }
        }

        return null;
    }

    private static HashSet<string> Telling(string[] words) =>
        [.. words.Where(w => w.Length > 3 && !WordRuns.IsCommon(w)).Select(w => w.Length > 5 ? w[..5] : w)];

    private sealed class Kept
    {
        // By their first word: most words of a text begin no run, and are done with after one look.
        private readonly Dictionary<string, List<string[]>> runs = new(StringComparer.Ordinal);

        public List<HashSet<string>> Telling { get; } = [];

        public static Kept Of(Disclosure disclosure)
        {
            var kept = new Kept();
            foreach (var text in disclosure.OwnWords.Prepend(disclosure.Fact))
            {
                var words = WordRuns.Words(text);
                for (var start = 0; start + Run <= words.Length; start++)
                {
                    kept.Add(words[start..(start + Run)]);
                }

                if (words.Length is >= ShortestWhole and < Run && !words.All(WordRuns.IsCommon))
                {
                    kept.Add(words);
                }

                kept.Telling.Add(KeptBack.Telling(words));
            }

            return kept;
        }

        /// <summary>The run that these words begin with, or null.</summary>
        public string[]? RunAt(ReadOnlySpan<string> words, bool all)
        {
            foreach (var run in runs.GetValueOrDefault(words[0]) ?? [])
            {
                if (words.StartsWith(run) && (all || !run.All(WordRuns.IsCommon)))
                {
                    return run;
                }
            }

            return null;
        }

        private void Add(string[] run)
        {
            if (!runs.TryGetValue(run[0], out var beginning))
            {
                runs[run[0]] = beginning = [];
            }

            beginning.Add(run);
        }
    }
}
