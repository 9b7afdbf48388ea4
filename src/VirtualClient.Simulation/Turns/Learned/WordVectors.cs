using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// What a word means from outside our turns: words used alike in a large body of text point the same way, so a word no training turn holds
/// still says something. 100 whole numbers from -31 to 31 a word, from GloVe (Pennington, Socher and Manning, 2014; public domain) without
/// the two directions all words share (Mu and Viswanath, 2018). The bench makes the file.
/// </summary>
internal static class WordVectors
{
    public const int Dimensions = 100;

    /// <summary>Numbers go from -Largest to Largest; each is one character of the file, from <see cref="Zero"/> on.</summary>
    public const int Largest = 31;
    public const char Zero = (char)('0' + Largest);
    private const string File = "word-vectors.txt";

    /// <summary>Words about as frequent as the one with this place in the list count half (Arora, Liang and Ma, 2017).</summary>
    private const int HalfAt = 300;
    private const int Whole = 256;

    private static readonly Lazy<Table> Words = new(Table.Read);

    /// <summary>A word's numbers and how much it counts among others, from 1 to 256; false where the word is not known.</summary>
    public static bool TryFind(string word, out ReadOnlySpan<sbyte> vector, out int weight)
    {
        var table = Words.Value;
        if (!table.Rows.TryGetValue(word, out var row))
        {
            vector = default;
            weight = 0;
            return false;
        }

        vector = table.Numbers.AsSpan(row.Place * Dimensions, Dimensions);
        weight = row.Weight;
        return true;
    }

    private sealed record Table(FrozenDictionary<string, (int Place, int Weight)> Rows, sbyte[] Numbers)
    {
        /// <summary>A line is a word, its place among all words by frequency, and its numbers.</summary>
        public static Table Read()
        {
            var rows = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
            var numbers = new List<sbyte>();
            foreach (var line in LearnedFiles.Lines(File))
            {
                var cells = line.Split('\t');
                var frequency = int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
                rows.Add(cells[0], (rows.Count, 1 + Whole * frequency / (frequency + HalfAt)));
                foreach (var letter in cells[2])
                {
                    numbers.Add((sbyte)(letter - Zero));
                }
            }

            return new Table(rows.ToFrozenDictionary(StringComparer.Ordinal), [.. numbers]);
        }
    }
}
