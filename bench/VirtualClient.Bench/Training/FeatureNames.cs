using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Rules;

namespace VirtualClient.Bench.Training;

/// <summary>The features of a turn by name.</summary>
internal sealed class FeatureNames : IFeatureSink
{
    private readonly List<string> _features = [];

    public static FeatureNames Of(Reading reading)
    {
        var names = new FeatureNames();
        TurnFeatures.Tell(reading, names);
        return names;
    }

    public void Add(ReadOnlySpan<char> name, int sentence, int firstWord, int words) => _features.Add(name.ToString());

    public string[] OfTurn() => [.. _features.Distinct(StringComparer.Ordinal)];
}
