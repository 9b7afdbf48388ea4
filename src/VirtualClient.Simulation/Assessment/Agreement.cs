namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// How far two raters agree on levels: the share of equal ones, and Cohen's kappa with quadratic weights, which counts a neighboring level as a small
/// difference and takes out what chance alone would give. Source: Cohen (1968).
/// </summary>
/// <param name="Pairs">Levels both have given.</param>
/// <param name="Percent">0 to 1; null without a pair.</param>
/// <param name="Kappa">At most 1, 0 for chance; null without pairs, or when nobody ever varied and chance is all there is.</param>
public sealed record Agreement(int Pairs, decimal? Percent, decimal? Kappa)
{
    public static readonly Agreement None = new(0, null, null);

    /// <summary>Each level as its place from the lowest, 0, and how many levels there are; scales of any length may be mixed.</summary>
    public static Agreement Of(IReadOnlyList<(int One, int Other, int Levels)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0)
        {
            return None;
        }

        var pairs = places.Select(p => (One: At(p.One, p.Levels), Other: At(p.Other, p.Levels))).ToList();
        var apart = pairs.Average(p => Square(p.One - p.Other));
        // The mean of all squared distances between any of the one and any of the other.
        var byChance =
            pairs.Average(p => Square(p.One))
            + pairs.Average(p => Square(p.Other))
            - 2 * pairs.Average(p => p.One) * pairs.Average(p => p.Other);
        return new Agreement(
            pairs.Count,
            (decimal)places.Count(p => p.One == p.Other) / places.Count,
            byChance <= 0.000_000_1m ? null : 1 - apart / byChance
        );
    }

    private static decimal At(int place, int levels) => levels < 2 ? 0 : (decimal)place / (levels - 1);

    private static decimal Square(decimal value) => value * value;
}
