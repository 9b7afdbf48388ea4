using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Every row of the table of moves, worked out by hand for a moderate client without traits at trust 2.0, where no factor is at work.</summary>
public sealed class StateArithmeticTests
{
    private static readonly Persona Dana = TestPersonas.Plain;

    [Theory]
    [InlineData(LabelCode.SimpleReflection, 0.20)]
    [InlineData(LabelCode.ComplexReflection, 0.25)]
    [InlineData(LabelCode.Validation, 0.20)]
    [InlineData(LabelCode.Summary, 0.15)]
    [InlineData(LabelCode.Affirmation, 0.15)]
    [InlineData(LabelCode.Autonomy, 0.15)]
    [InlineData(LabelCode.OpenQuestion, 0.10)]
    [InlineData(LabelCode.Permission, 0.10)]
    [InlineData(LabelCode.Introduction, 0.05)]
    [InlineData(LabelCode.ExplainsRole, 0.05)]
    [InlineData(LabelCode.LimitsOfConfidentiality, 0.05)]
    [InlineData(LabelCode.AgreesPurpose, 0.05)]
    [InlineData(LabelCode.AdviceWithPermission, 0.15)]
    [InlineData(LabelCode.Encourager, 0)]
    [InlineData(LabelCode.ClosedQuestion, 0)]
    [InlineData(LabelCode.OffTopic, 0)]
    [InlineData(LabelCode.Repair, 0)]
    [InlineData(LabelCode.AdviceWithoutPermission, -0.25)]
    [InlineData(LabelCode.Confronting, -0.50)]
    [InlineData(LabelCode.Warning, -0.50)]
    [InlineData(LabelCode.Minimizing, -0.25)]
    [InlineData(LabelCode.LeadingQuestion, -0.10)]
    [InlineData(LabelCode.DoubleQuestion, -0.10)]
    [InlineData(LabelCode.PromisesSecrecy, -0.10)]
    [InlineData(LabelCode.Jargon, -0.05)]
    [InlineData(LabelCode.DutyToReport, -0.10)]
    [InlineData(LabelCode.BoundaryBreach, -1.00)]
    public void One_move_alone_moves_trust_by_its_row(LabelCode code, double expected) =>
        Assert.Equal((decimal)expected, Change(Turn.Of(code)));

    [Fact]
    public void The_best_move_counts_in_full_and_a_second_one_half() =>
        // 0.25 + 0.20 / 2 = 0.35
        Assert.Equal(0.35m, Change(Turn.Of(LabelCode.ComplexReflection, LabelCode.Validation)));

    [Fact]
    public void Three_listening_moves_lose_the_thread() =>
        // Half of the best, 0.125, is 2.5 steps, rounded away from zero: 3.
        Assert.Equal(0.15m, Change(Turn.Of(LabelCode.ComplexReflection, LabelCode.Validation, LabelCode.OpenQuestion)));

    [Fact]
    public void More_than_45_words_lose_the_thread()
    {
        Assert.Equal(0.20m, Change(Turn.Of(LabelCode.SimpleReflection) with { Words = 45 }));
        Assert.Equal(0.10m, Change(Turn.Of(LabelCode.SimpleReflection) with { Words = 46 }));
    }

    [Fact]
    public void An_answer_adds_to_listening() =>
        // 0.20 + 0.15
        Assert.Equal(0.35m, Change(Turn.Of(LabelCode.SimpleReflection, LabelCode.AnswersQuestion) with { ClientAsked = true }));

    [Fact]
    public void Wanted_help_a_kept_promise_and_an_answer_stop_at_the_limit() =>
        // 0.15 + 0.15 + 0.10 = 0.40, limited to 0.35
        Assert.Equal(
            0.35m,
            Change(
                Turn.Of(LabelCode.PracticalHelp, LabelCode.AnswersQuestion) with
                {
                    ClientAsked = true,
                    HelpWanted = true,
                    FollowsUpPromise = true,
                }
            )
        );

    [Theory]
    [InlineData(LabelCode.PracticalHelp)]
    [InlineData(LabelCode.Information)]
    [InlineData(LabelCode.Referral)]
    public void Help_earns_only_when_it_was_wanted(LabelCode code)
    {
        Assert.Equal(0m, Change(Turn.Of(code)));
        Assert.Equal(0.15m, Change(Turn.Of(code) with { HelpWanted = true }));
    }

    [Fact]
    public void An_unanswered_question_costs_and_the_reflection_in_its_place_earns_nothing() =>
        Assert.Equal(-0.15m, Change(Turn.Of(LabelCode.ComplexReflection) with { ClientAsked = true }));

    [Fact]
    public void An_untied_or_parroted_reflection_earns_nothing()
    {
        Assert.Equal(0m, Change(Turn.Of(LabelCode.ComplexReflection) with { Tied = false }));
        Assert.Equal(0m, Change(Turn.Of(LabelCode.SimpleReflection) with { Parroted = true }));
    }

    [Fact]
    public void Leaving_a_feeling_costs_but_not_when_a_duty_leaves_it()
    {
        Assert.Equal(-0.20m, Change(Turn.Of(LabelCode.ClosedQuestion) with { LeftFeeling = true }));
        Assert.Equal(0m, Change(Turn.Asking(RiskItem.Violence) with { LeftFeeling = true }));
    }

    [Fact]
    public void Long_self_disclosure_costs() =>
        Assert.Equal(-0.10m, Change(Turn.Of(LabelCode.SelfDisclosure) with { LongSelfDisclosure = true }));

    [Fact]
    public void Gains_and_losses_are_summed_before_factors() =>
        // 0.20 - 0.25 = -0.05
        Assert.Equal(-0.05m, Change(Turn.Of(LabelCode.SimpleReflection, LabelCode.Minimizing)));

    [Fact]
    public void Losses_stop_at_a_half_and_a_breach_at_one()
    {
        var worst = Turn.Of(LabelCode.Confronting, LabelCode.Minimizing, LabelCode.AdviceWithoutPermission);
        Assert.Equal(-0.50m, Change(worst, Turn.At(Dana, 3.0m)));
        Assert.Equal(-1.00m, Change(Turn.Of(LabelCode.BoundaryBreach, LabelCode.Confronting), Turn.At(Dana, 3.0m)));
    }

    [Fact]
    public void Gains_shrink_near_the_top_but_a_turn_that_earned_moves_at_least_a_step()
    {
        // 0.20 x (4 - 3) / 2 = 0.10
        Assert.Equal(0.10m, Change(Turn.Of(LabelCode.SimpleReflection), Turn.At(Dana, 3.0m)));
        // 0.20 x (4 - 3.5) / 2 = 0.05
        Assert.Equal(0.05m, Change(Turn.Of(LabelCode.SimpleReflection), Turn.At(Dana, 3.5m)));
        // 0.10 x (4 - 3.95) / 2 = 0.0025, still one step
        Assert.Equal(0.05m, Change(Turn.Of(LabelCode.OpenQuestion), Turn.At(Dana, 3.95m)));
        Assert.Equal(0m, Change(Turn.Of(LabelCode.OpenQuestion), Turn.At(Dana, 4.0m)));
    }

    [Theory]
    [InlineData(Difficulty.Easy, 2.50, 0.15, -0.35)] // 0.20 x 1.15 x 0.75 = 0.1725, 3.45 steps; 0.50 x 0.7 = 0.35
    [InlineData(Difficulty.Moderate, 2.00, 0.20, -0.50)]
    [InlineData(Difficulty.Hard, 1.50, 0.10, -0.50)] // 0.20 x 0.6 = 0.12; 0.70 stops at 0.50
    public void Difficulty_sets_the_start_and_the_speed(Difficulty difficulty, double start, double reflection, double confronting)
    {
        var persona = Dana with { Difficulty = difficulty };
        var state = StateEngine.Start(persona, 1);
        Assert.Equal((decimal)start, state.Trust);
        Assert.Equal((decimal)reflection, Change(Turn.Of(LabelCode.SimpleReflection), state, persona));
        Assert.Equal((decimal)confronting, Change(Turn.Of(LabelCode.Confronting), state, persona));
    }

    [Theory]
    [InlineData(Trait.Suspicious, 0.15, -0.25)] // 0.16
    [InlineData(Trait.Cooperative, 0.25, -0.25)] // 0.24
    [InlineData(Trait.Defensive, 0.20, -0.30)]
    [InlineData(Trait.Aggressive, 0.20, -0.35)] // 0.325 is 6.5 steps
    [InlineData(Trait.Stoic, 0.20, -0.25)]
    public void Traits_change_the_speed(Trait trait, double reflection, double minimizing)
    {
        var persona = Dana with { Traits = [trait] };
        Assert.Equal((decimal)reflection, Change(Turn.Of(LabelCode.SimpleReflection), Turn.At(persona, 2.0m), persona));
        Assert.Equal((decimal)minimizing, Change(Turn.Of(LabelCode.Minimizing), Turn.At(persona, 2.0m), persona));
    }

    [Fact]
    public void An_honest_client_starts_a_quarter_higher() =>
        Assert.Equal(2.25m, StateEngine.Start(Dana with { Traits = [Trait.Honest] }, 1).Trust);

    [Fact]
    public void An_anxious_clients_gain_is_fragile()
    {
        var persona = Dana with { Traits = [Trait.Anxious] };
        var gained = StateEngine.Next(persona, Turn.At(persona, 2.0m), Turn.Of(LabelCode.SimpleReflection)).State;
        // 0.25 x 1.5 = 0.375 is 7.5 steps, away from zero: 8
        Assert.Equal(-0.40m, Change(Turn.Of(LabelCode.Minimizing), gained, persona));
        var lost = StateEngine.Next(persona, gained, Turn.Of(LabelCode.Minimizing)).State;
        Assert.Equal(-0.25m, Change(Turn.Of(LabelCode.Minimizing), lost, persona));
    }

    [Fact]
    public void What_builds_trust_weighs_the_move_it_names()
    {
        var warm = Dana with
        {
            BuildsTrust = new() { More = [TrustBuilder.NamingFeelings], Less = [TrustBuilder.Patience] },
        };
        Assert.Equal(0.30m, Change(Turn.Of(LabelCode.Validation), Turn.At(warm, 2.0m), warm));
        Assert.Equal(0.05m, Change(Turn.Of(LabelCode.OpenQuestion), Turn.At(warm, 2.0m), warm));
        Assert.Equal(0.20m, Change(Turn.Of(LabelCode.SimpleReflection), Turn.At(warm, 2.0m), warm));
        // 0.20 x 1.5 + 0.05 x 0.5 = 0.325, 6.5 steps
        Assert.Equal(0.35m, Change(Turn.Of(LabelCode.Validation, LabelCode.OpenQuestion), Turn.At(warm, 2.0m), warm));
    }

    [Fact]
    public void Naming_a_duty_to_report_costs_at_most_015_even_on_hard_and_opens_no_rupture()
    {
        var hard = Dana with { Difficulty = Difficulty.Hard, Traits = [Trait.Defensive, Trait.Aggressive] };
        // 0.10 x 1.4 x 1.2 x 1.3 = 0.218, limited
        var step = StateEngine.Next(hard, Turn.At(hard, 2.0m), Turn.Of(LabelCode.DutyToReport, LabelCode.Warning));
        Assert.Equal(1.85m, step.State.Trust);
        Assert.Null(step.State.Rupture);
    }

    [Fact]
    public void A_report_named_with_the_next_step_and_the_clients_part_earns_the_turn_after()
    {
        var named = Turn.Of(LabelCode.DutyToReport, LabelCode.PracticalHelp, LabelCode.Autonomy);
        var state = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), named).State;
        Assert.Equal(0.10m, Change(Turn.Of(), state));
        var bare = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), Turn.Of(LabelCode.DutyToReport)).State;
        Assert.Equal(0m, Change(Turn.Of(), bare));
    }

    [Fact]
    public void A_calm_safety_question_earns_where_risk_is_near_and_not_for_asking_the_same_again()
    {
        var marcus = TestPersonas.AtRisk with { KindOfInterview = InterviewKind.Review, Traits = [Trait.Optimistic] };
        var asked = StateEngine.Next(marcus, Turn.At(marcus, 1.2m), Turn.Asking(RiskItem.WishToBeDead));
        Assert.Equal(1.3m, asked.State.Trust);
        Assert.Equal(1.3m, StateEngine.Next(marcus, asked.State, Turn.Asking(RiskItem.WishToBeDead)).State.Trust);
        Assert.Equal(1.4m, StateEngine.Next(marcus, asked.State, Turn.Asking(RiskItem.SuicidalThoughts)).State.Trust);
        Assert.Equal(0m, Change(Turn.Asking(RiskItem.Violence)));
    }

    [Fact]
    public void Silence_earns_after_a_feeling_once_and_not_twice_in_a_row()
    {
        var felt = Turn.Of(LabelCode.Silence) with { ClientFelt = true };
        Assert.Equal(0m, Change(Turn.Of(LabelCode.Silence)));
        var quiet = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), felt).State;
        Assert.Equal(2.1m, quiet.Trust);
        Assert.Equal(0m, Change(felt, quiet));
    }

    [Fact]
    public void Silence_earns_after_a_fact_just_told_and_another_topic_then_costs()
    {
        var told = Turn.At(Dana, 2.0m, turn: 10) with { Opened = new Dictionary<string, int> { ["shifts"] = 10 } };
        Assert.Equal(0.10m, Change(Turn.Of(LabelCode.Silence) with { FollowsUp = false }, told));
        Assert.Equal(-0.25m, Change(Turn.Of(LabelCode.ClosedQuestion) with { FollowsUp = false }, told));
        Assert.Equal(0m, Change(Turn.Of(LabelCode.ClosedQuestion), told));
    }

    [Fact]
    public void Advice_again_within_three_turns_costs_more()
    {
        var first = StateEngine.Next(Dana, Turn.At(Dana, 3.0m), Turn.Of(LabelCode.AdviceWithoutPermission)).State;
        Assert.Equal(-0.35m, Change(Turn.Of(LabelCode.AdviceWithoutPermission), first));
        Assert.Equal(-0.25m, Change(Turn.Of(LabelCode.AdviceWithoutPermission), first with { Turn = first.Turn + 3 }));
    }

    [Fact]
    public void The_third_closed_question_that_follows_up_nothing_costs_and_a_safety_question_does_not_count()
    {
        var question = Turn.Of(LabelCode.ClosedQuestion) with { FollowsUp = false };
        var state = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), question).State;
        state = StateEngine.Next(Dana, state, question).State;
        Assert.Equal(2.0m, state.Trust);
        Assert.Equal(-0.15m, Change(question, state));
        Assert.Equal(0m, Change(Turn.Asking(RiskItem.Violence) with { FollowsUp = false }, state));
        Assert.Equal(0m, Change(Turn.Of(LabelCode.ClosedQuestion), state));
    }

    [Fact]
    public void An_opening_duty_earns_the_first_time_only()
    {
        var said = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), Turn.Of(LabelCode.Introduction)).State;
        Assert.Equal(0m, Change(Turn.Of(LabelCode.Introduction), said));
        Assert.Equal(0.05m, Change(Turn.Of(LabelCode.LimitsOfConfidentiality), said));
    }

    [Fact]
    public void The_third_affirmation_and_a_reflection_in_the_same_words_earn_nothing()
    {
        var state = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), Turn.Of(LabelCode.Affirmation)).State;
        state = StateEngine.Next(Dana, state, Turn.Of(LabelCode.Affirmation)).State;
        Assert.Equal(0m, Change(Turn.Of(LabelCode.Affirmation), state));
        var reflection = Turn.Of() with { Labels = [new(LabelCode.SimpleReflection, "Three households.", "x")] };
        var once = StateEngine.Next(Dana, Turn.At(Dana, 2.0m), reflection).State;
        Assert.Equal(0m, Change(Turn.Of() with { Labels = [new(LabelCode.SimpleReflection, "three households", "x")] }, once));
        Assert.Equal(0.20m, Change(Turn.Of() with { Labels = [new(LabelCode.SimpleReflection, "Nobody home.", "x")] }, once));
    }

    [Fact]
    public void A_turn_that_is_not_analyzed_changes_nothing_but_the_count()
    {
        var before = Turn.At(Dana, 2.0m);
        var step = StateEngine.Next(Dana, before, Turn.Of(LabelCode.NotAnalyzed, LabelCode.Confronting).About("shifts"));
        Assert.Equal((before.TrustSteps, before.Turn + 1), (step.State.TrustSteps, step.State.Turn));
        Assert.Empty(step.Moves);
        Assert.Null(step.State.Rupture);
    }

    private static decimal Change(TurnSignals signals, ClientState? before = null, Persona? persona = null)
    {
        var state = before ?? Turn.At(Dana, 2.0m);
        return StateEngine.Next(persona ?? Dana, state, signals).State.Trust - state.Trust;
    }
}
