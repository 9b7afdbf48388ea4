namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Finds words and phrases in all their forms: the words of a phrase follow one another, each by its stem. Immutable once built.</summary>
internal sealed class PhraseIndex<T>
    where T : notnull
{
    private readonly Dictionary<string, List<(string[] Stems, T Value)>> _byFirst = new(StringComparer.Ordinal);

    public void Add(string phrase, T value)
    {
        var stems = TurnText.Parse(phrase.Replace('_', ' ').Replace('-', ' ')).Words.Select(word => word.Stem).ToArray();
        if (stems.Length == 0)
        {
            return;
        }

        if (!_byFirst.TryGetValue(stems[0], out var phrases))
        {
            _byFirst[stems[0]] = phrases = [];
        }

        phrases.Add((stems, value));
    }

    public void Find(IReadOnlyList<Word> words, int first, int count, HashSet<T> found)
    {
        var end = first + count;
        for (var i = first; i < end; i++)
        {
            if (!_byFirst.TryGetValue(words[i].Stem, out var phrases))
            {
                continue;
            }

            foreach (var (stems, value) in phrases)
            {
                if (i + stems.Length <= end && Follows(words, i, stems))
                {
                    found.Add(value);
                }
            }
        }
    }

    private static bool Follows(IReadOnlyList<Word> words, int at, string[] stems)
    {
        for (var i = 1; i < stems.Length; i++)
        {
            if (!string.Equals(words[at + i].Stem, stems[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
