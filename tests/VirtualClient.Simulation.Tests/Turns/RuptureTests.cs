using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class RuptureTests
{
    private static readonly Persona Dana = TestPersonas.Plain;

    [Fact]
    public void A_loss_of_a_half_before_factors_opens_a_rupture_whatever_the_factors()
    {
        var easy = Dana with { Difficulty = Difficulty.Easy };
        var step = StateEngine.Next(easy, StateEngine.Start(easy, 1), Turn.Of(LabelCode.Confronting));
        Assert.True(step.RuptureOpened);
        Assert.Equal("could land as blame", step.State.Rupture!.Cause);
        Assert.False(StateEngine.Next(Dana, StateEngine.Start(Dana, 1), Turn.Of(LabelCode.Minimizing)).RuptureOpened);
    }

    [Fact]
    public void Gains_halve_until_the_repair_and_the_turn_after_it_closes()
    {
        var hurt = StateEngine.Next(Dana, Turn.At(Dana, 2.5m), Turn.Of(LabelCode.Confronting)).State;
        Assert.Equal(2.0m, hurt.Trust);
        var passedOver = StateEngine.Next(Dana, hurt, Turn.Of(LabelCode.SimpleReflection)).State;
        Assert.Equal(2.1m, passedOver.Trust);
        // 0.25 x (4 - 2.1) / 2 = 0.2375, 4.75 steps
        var offered = StateEngine.Next(Dana, passedOver, Turn.Of(LabelCode.Repair)).State;
        Assert.Equal(2.35m, offered.Trust);
        Assert.NotNull(offered.Rupture);
        var closed = StateEngine.Next(Dana, offered, Turn.Of(LabelCode.SimpleReflection));
        Assert.True(closed.RuptureRepaired);
        Assert.Null(closed.State.Rupture);
    }

    [Fact]
    public void A_loss_right_after_the_repair_leaves_it_open()
    {
        var offered = Turn.At(Dana, 2.5m, turn: 10) with { Rupture = new(9, "x", RepairedAt: 10) };
        var step = StateEngine.Next(Dana, offered, Turn.Of(LabelCode.Jargon));
        Assert.False(step.RuptureRepaired);
        Assert.Null(step.State.Rupture!.RepairedAt);
    }

    [Fact]
    public void Repair_earns_nothing_where_nothing_is_broken() =>
        Assert.Equal(2.0m, StateEngine.Next(Dana, Turn.At(Dana, 2.0m), Turn.Of(LabelCode.Repair)).State.Trust);

    [Fact]
    public void A_hard_client_leaves_at_the_bottom_with_a_rupture_open_for_three_turns_and_a_moderate_one_stays()
    {
        Assert.Equal(6, LeavesAfter(Dana with { Difficulty = Difficulty.Hard }));
        Assert.Equal(6, LeavesAfter(Dana with { MayLeave = true }));
        Assert.Null(LeavesAfter(Dana));
        Assert.Null(LeavesAfter(Dana with { Difficulty = Difficulty.Hard, MayLeave = false }));
    }

    [Fact]
    public void The_second_breach_ends_the_meeting_and_the_first_does_not()
    {
        var first = StateEngine.Next(Dana, StateEngine.Start(Dana, 1), Turn.Of(LabelCode.BoundaryBreach));
        Assert.False(first.EndsForBreach);
        var second = StateEngine.Next(Dana, first.State, Turn.Of(LabelCode.BoundaryBreach));
        Assert.True(second.EndsForBreach);
        Assert.False(second.ClientLeaves);
    }

    private static int? LeavesAfter(Persona persona)
    {
        // Confronted in turn 3 of ten turns, and passed over from then on; trust starts low enough to be at the bottom.
        var state = Turn.At(persona, 1.3m, turn: 2);
        for (var turn = 3; turn <= 12; turn++)
        {
            var step = StateEngine.Next(persona, state, turn == 3 ? Turn.Of(LabelCode.Confronting) : Turn.Of(LabelCode.OffTopic));
            state = step.State;
            if (step.ClientLeaves)
            {
                return turn;
            }
        }

        return null;
    }
}
