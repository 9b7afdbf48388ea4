using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class WeightedScoreTests
{
    private static readonly string[] Keys = [.. Interviews.Core.Criteria.Select(c => c.Key)];

    [Fact]
    public void Points_are_weighed_exactly()
    {
        var score = WeightedScore.Of(Interviews.Core, Decide("excellent", "good", "satisfactory", "needs_improvement", "excellent"));
        // 0.25 + 0.25 * 3/4 + 0.20 * 2/4 + 0.15 * 1/4 + 0.15
        Assert.Equal(new WeightedScore(0.725m, 14, 20), score);
        Assert.Equal(1m, WeightedScore.Of(Interviews.Core, Decide("excellent", "excellent", "excellent", "excellent", "excellent"))!.Share);
    }

    [Fact]
    public void Without_opportunity_the_weight_goes_to_the_rest()
    {
        var score = WeightedScore.Of(Interviews.Core, Decide("excellent", "excellent", null, null, "satisfactory"))!;
        Assert.Equal((0.575m / 0.65m, 10m, 12m), (score.Share, score.Points, score.MostPoints));
    }

    [Fact]
    public void What_is_undecided_or_had_no_opportunity_at_all_is_no_score_and_not_0()
    {
        Assert.Null(WeightedScore.Of(Interviews.Core, [.. Decide("good", "good", "good", "good", "good").Take(4)]));
        Assert.Null(WeightedScore.Of(Interviews.Core, Decide(null, null, null, null, null)));
    }

    [Fact]
    public void A_level_that_is_not_the_criterions_is_refused() =>
        Assert.Throws<ArgumentException>(() => WeightedScore.Of(Interviews.Core, Decide("good", "good", "superb", "good", "good")));

    [Theory]
    [InlineData("0.5 0.49", "0.51 0.49")]
    [InlineData("1 1 1", "0.34 0.33 0.33")]
    [InlineData("0 0", "0.50 0.50")]
    [InlineData("-3 0.2", "0.01 0.99")]
    [InlineData("0.25 0.25 0.20 0.15 0.15", "0.25 0.25 0.20 0.15 0.15")]
    public void Made_whole_weights_keep_their_proportions_and_add_up(string weights, string whole)
    {
        var made = RubricWeights.MakeWhole([
            .. weights.Split(' ').Select(w => decimal.Parse(w, System.Globalization.CultureInfo.InvariantCulture)),
        ]);
        Assert.Equal(1m, made.Sum());
        Assert.Equal(whole, string.Join(' ', made.Select(w => w.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static IReadOnlyList<DecidedLevel> Decide(params string?[] levels) =>
        [.. levels.Select((level, i) => new DecidedLevel(Keys[i], level))];
}
