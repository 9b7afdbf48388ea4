using System.Globalization;
using System.Text;

namespace VirtualClient.Simulation.Assessment;

/// <summary>Keys made from names, and the levels a criterion has when nobody wrote any.</summary>
public static class RubricKeys
{
    public const int Longest = 60;

    /// <summary>The four levels of this product, best first.</summary>
    public static IReadOnlyList<RubricLevel> DefaultLevels { get; } =
    [
        new()
        {
            Key = "excellent",
            Name = "Excellent",
            Points = 4,
        },
        new()
        {
            Key = "good",
            Name = "Good",
            Points = 3,
        },
        new()
        {
            Key = "satisfactory",
            Name = "Satisfactory",
            Points = 2,
        },
        new()
        {
            Key = "needs_improvement",
            Name = "Needs improvement",
            Points = 1,
        },
    ];

    /// <summary>"Listening and empathy" gives "listening_and_empathy". Letters outside of ASCII are left out; a name without others gives "item".</summary>
    public static string FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (!char.IsLetter(c) && key.Length > 0 && key[^1] != '_')
            {
                key.Append('_');
            }

            if (key.Length == Longest)
            {
                break;
            }
        }

        var text = key.ToString().Trim('_');
        return text.Length == 0 ? "item" : text;
    }

    /// <summary>Fills in keys that were left out; those that are there stay, and what is made is unlike all of them.</summary>
    /// <param name="items">Key (null or blank: make one) and name of each, in order.</param>
    public static IReadOnlyList<string> Fill(IReadOnlyList<(string? Key, string Name)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var taken = items.Where(i => !string.IsNullOrWhiteSpace(i.Key)).Select(i => i.Key!.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(item => string.IsNullOrWhiteSpace(item.Key) ? Free(FromName(item.Name), taken) : item.Key.Trim())];
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var key = wanted;
        for (var n = 2; !taken.Add(key); n++)
        {
            var end = "_" + n.ToString(CultureInfo.InvariantCulture);
            key = wanted[..Math.Min(wanted.Length, Longest - end.Length)] + end;
        }

        return key;
    }
}
