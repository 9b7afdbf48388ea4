using System.Collections.Frozen;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>Words that stand for one another in a kind of sentence ("mom" and "son", "brave" and "stubborn"), by stem.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, string> Names = Read();

    public static string? Of(string stem) => Names.GetValueOrDefault(stem);

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in LearnedFiles.Lines("word-classes.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.Skip(1))
            {
                names.TryAdd(Stemmer.Stem(word), words[0]);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
