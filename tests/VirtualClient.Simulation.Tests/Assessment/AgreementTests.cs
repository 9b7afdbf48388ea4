using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class AgreementTests
{
    [Fact]
    public void The_same_everywhere_is_one_and_nothing_is_unknown()
    {
        Assert.Equal(Agreement.None, Agreement.Of([]));
        Assert.Equal(new Agreement(3, 1, 1), Agreement.Of([(0, 0, 4), (2, 2, 4), (3, 3, 4)]));
    }

    [Fact]
    public void Quadratic_weights_give_what_is_computed_by_hand()
    {
        // Two of four pairs are one of three steps apart: (1/9)/2 on average; by chance it would be 5/18.
        var agreement = Agreement.Of([(0, 0, 4), (3, 3, 4), (1, 2, 4), (2, 1, 4)]);
        Assert.Equal((4, 0.5m), (agreement.Pairs, agreement.Percent));
        Assert.Equal(0.8m, Math.Round(agreement.Kappa!.Value, 10));
    }

    [Fact]
    public void A_level_at_the_other_end_weighs_more_than_a_neighbor()
    {
        var near = Agreement.Of([(0, 1, 4), (3, 3, 4), (1, 1, 4)]);
        var far = Agreement.Of([(0, 3, 4), (3, 3, 4), (1, 1, 4)]);
        Assert.True(near.Kappa > far.Kappa);
        Assert.Equal(near.Percent, far.Percent);
    }

    [Fact]
    public void When_nobody_ever_varied_there_is_no_kappa()
    {
        var agreement = Agreement.Of([(2, 2, 4), (2, 2, 4)]);
        Assert.Equal((1m, (decimal?)null), (agreement.Percent!.Value, agreement.Kappa));
    }

    [Fact]
    public void Reversed_is_below_chance() => Assert.Equal(-1m, Math.Round(Agreement.Of([(0, 3, 4), (3, 0, 4)]).Kappa!.Value, 10));
}
