namespace VirtualClient.Simulation.Assessment;

/// <summary>What was decided for one criterion: a level, or that there was no opportunity.</summary>
/// <param name="LevelKey">Null: no opportunity here; not scored, its weight goes to the rest.</param>
public sealed record DecidedLevel(string Key, string? LevelKey);

/// <summary>The score of a conversation by its rubric. Exact: decimal arithmetic, no rounding.</summary>
/// <param name="Share">0 to 1: each criterion's points by its highest, weighted; weights of criteria without opportunity spread over the rest.</param>
/// <param name="Points">Sum of points of the scored criteria.</param>
/// <param name="MostPoints">Sum of their highest points.</param>
public sealed record WeightedScore(decimal Share, decimal Points, decimal MostPoints)
{
    /// <summary>Null, which is "not scored yet" and never 0: a criterion is undecided, or none could be scored at all.</summary>
    /// <exception cref="ArgumentException">A level that its criterion does not have.</exception>
    public static WeightedScore? Of(RubricDefinition rubric, IReadOnlyList<DecidedLevel> decided)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(decided);
        var (weighted, weight, points, most) = (0m, 0m, 0m, 0m);
        foreach (var criterion in rubric.Criteria)
        {
            if (decided.FirstOrDefault(d => d.Key == criterion.Key) is not { } decision)
            {
                return null;
            }

            if (decision.LevelKey is null)
            {
                continue;
            }

            var level =
                criterion.FindLevel(decision.LevelKey)
                ?? throw new ArgumentException($"{criterion.Key} has no level {decision.LevelKey}.", nameof(decided));
            var highest = criterion.Levels.Max(l => l.Points);
            weighted += criterion.Weight * level.Points / highest;
            weight += criterion.Weight;
            points += level.Points;
            most += highest;
        }

        return weight == 0 ? null : new WeightedScore(weighted / weight, points, most);
    }
}
