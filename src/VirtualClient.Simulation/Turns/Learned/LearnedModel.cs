using System.Globalization;
using System.Runtime.InteropServices;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// A label the model tells. Whole numbers, in hundredths.
/// </summary>
/// <param name="Name">The label's code in snake case.</param>
/// <param name="Bias">What every turn begins with.</param>
/// <param name="Add">From this score on a label is given that no rule gave.</param>
/// <param name="Keep">From this score on a label that a rule gave stands.</param>
internal sealed record Target(string Name, int Bias, int Add, int Keep)
{
    public LabelCode? Code { get; } = LabelCodes.Parse(Name);
}

/// <summary>What a feature says for or against one target.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Weight(int Target, int Value);

/// <summary>
/// A linear model read from a file of whole numbers: what speaks for each label is added up. It is trained from our own gold turns by
/// the bench and holds nothing of any other text. Immutable, thread-safe.
/// </summary>
internal sealed class LearnedModel
{
    private const string File = "weights.txt";

    private static LearnedModel? _embedded;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersOf;
    private readonly List<Weight[]> _weights = [];

    public LearnedModel(IEnumerable<string> lines)
    {
        var targets = new List<Target>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells is ["target", var name, var bias, var add, var keep])
            {
                targets.Add(new Target(name, Number(bias), Number(add), Number(keep)));
            }
            else
            {
                _numbers[cells[0]] = _weights.Count;
                _weights.Add([.. cells.Skip(1).Select(Read)]);
            }
        }

        Targets = targets;
        _numbersOf = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The model in the assembly, read when first needed.</summary>
    public static LearnedModel Value => _embedded ??= new LearnedModel(LearnedFiles.Lines(File));

    public IReadOnlyList<Target> Targets { get; }

    /// <summary>The number of a feature, or -1 where the model knows nothing about it.</summary>
    public int NumberOf(ReadOnlySpan<char> feature) => _numbersOf.TryGetValue(feature, out var number) ? number : -1;

    /// <summary>What a feature says, for each target it says something about.</summary>
    public ReadOnlySpan<Weight> Of(int feature) => _weights[feature];

    private static Weight Read(string cell)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        return new Weight(Number(cell[..colon]), Number(cell[(colon + 1)..]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
