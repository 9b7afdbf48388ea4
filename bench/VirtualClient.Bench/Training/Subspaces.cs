namespace VirtualClient.Bench.Training;

/// <summary>Random parts of the features, the same at every run.</summary>
internal static class Subspaces
{
    public const int Count = 20;
    private const double Kept = 0.3;

    /// <summary>The examples with the features of one part only; the bias is in every part.</summary>
    public static Example[] Take(TrainingSet set, int number)
    {
        var seed = (uint)(number + 1) * 2654435769u;
        var kept = new bool[set.Names.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            seed = unchecked(seed * 1664525u + 1013904223u);
            kept[i] = seed < Kept * uint.MaxValue;
        }

        return
        [
            .. set.Examples.Select(example =>
                example.Example with
                {
                    Features = [.. example.Example.Features.Where(feature => kept[feature])],
                }
            ),
        ];
    }
}
