using System.Globalization;
using System.Numerics;
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
internal readonly record struct Weight(short Target, short Value);

/// <summary>
/// A linear model read from a file of whole numbers: what speaks for each label is added up. It is trained from our own gold turns by
/// the bench and holds nothing of any other text. Features are known by a number made from their name and all weights lie in one row, as
/// a turn asks for hundreds. Immutable, thread-safe.
/// </summary>
internal sealed class LearnedModel
{
    /// <summary>The weights of a turn's vector are in so many parts of a hundredth.</summary>
    public const int VectorParts = 1000;

    private const string File = "weights.txt";

    private static LearnedModel? _embedded;

    private readonly ulong[] _keys;
    private readonly int[] _numbers;
    private readonly int[] _starts;
    private readonly Weight[] _weights;
    private readonly short[][] _vectors;
    private readonly int[] _targets = [.. Enumerable.Repeat(-1, Enum.GetValues<LabelCode>().Length)];

    /// <exception cref="InvalidOperationException">Two features have the same key.</exception>
    public LearnedModel(IEnumerable<string> lines)
    {
        var targets = new List<Target>();
        var vectors = new Dictionary<string, short[]>(StringComparer.Ordinal);
        var keys = new List<ulong>();
        var starts = new List<int>();
        var weights = new List<Weight>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells is ["target", var name, var bias, var add, var keep])
            {
                targets.Add(new Target(name, Number(bias), Number(add), Number(keep)));
            }
            else if (cells is ["vector", var told, var numbers])
            {
                vectors.Add(told, [.. numbers.Split(' ').Select(number => (short)Number(number))]);
            }
            else
            {
                keys.Add(Key(cells[0]));
                starts.Add(weights.Count);
                weights.AddRange(cells.Skip(1).Select(Read));
            }
        }

        Targets = targets;
        _vectors = [.. targets.Select(target => vectors.GetValueOrDefault(target.Name, []))];
        for (var target = 0; target < targets.Count; target++)
        {
            if (targets[target].Code is { } code)
            {
                _targets[(int)code] = target;
            }
        }

        _starts = [.. starts, weights.Count];
        _weights = [.. weights];
        _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)keys.Count * 3 / 2 + 1)];
        _numbers = new int[_keys.Length];
        for (var number = 0; number < keys.Count; number++)
        {
            Put(keys[number], number);
        }
    }

    /// <summary>The model in the assembly, read when first needed.</summary>
    public static LearnedModel Value => _embedded ??= new LearnedModel(LearnedFiles.Lines(File));

    public IReadOnlyList<Target> Targets { get; }

    /// <summary>How many features it knows.</summary>
    public int Features => _starts.Length - 1;

    /// <summary>The number of a feature, or -1 where the model knows nothing about it.</summary>
    public int NumberOf(ReadOnlySpan<char> feature)
    {
        var key = Key(feature);
        for (var at = Slot(key); _keys[at] != 0; at = Next(at))
        {
            if (_keys[at] == key)
            {
                return _numbers[at];
            }
        }

        return -1;
    }

    /// <summary>What a feature says, for each target it says something about.</summary>
    public ReadOnlySpan<Weight> Of(int feature) => _weights.AsSpan(_starts[feature].._starts[feature + 1]);

    /// <summary>The number of the target that tells a label; null where none does.</summary>
    public int? TargetOf(LabelCode code) => _targets[(int)code] is >= 0 and var target ? target : null;

    /// <summary>What a turn's vector says for a target, in hundredths.</summary>
    public int OfVector(int target, int[] vector)
    {
        var weights = _vectors[target];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * vector[i];
        }

        return sum / VectorParts;
    }

    private void Put(ulong key, int number)
    {
        var at = Slot(key);
        while (_keys[at] != 0)
        {
            if (_keys[at] == key)
            {
                throw new InvalidOperationException("Two features have the same key.");
            }

            at = Next(at);
        }

        _keys[at] = key;
        _numbers[at] = number;
    }

    private int Slot(ulong key) => (int)(key & (uint)(_keys.Length - 1));

    private int Next(int slot) => (slot + 1) & (_keys.Length - 1);

    /// <summary>64 bits, the same on every machine (FNV-1a of Fowler, Noll and Vo over UTF-16, its halves mixed); never 0, which marks an empty place.</summary>
    private static ulong Key(ReadOnlySpan<char> feature)
    {
        var key = 14695981039346656037;
        foreach (var letter in feature)
        {
            key = unchecked((key ^ letter) * 1099511628211);
        }

        return (key ^ (key >> 32)) | (1UL << 63);
    }

    private static Weight Read(string cell)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        return new Weight((short)Number(cell[..colon]), (short)Number(cell[(colon + 1)..]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
