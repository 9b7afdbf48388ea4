using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>A fact opens only by its rule. The rule is written here a second time, from the design and not from the engine.</summary>
public sealed class GateTests
{
    private static readonly Persona Dana = TestPersonas.Plain;
    private static readonly Persona Marcus = TestPersonas.AtRisk;

    [Fact]
    public void In_10000_random_sequences_a_fact_opens_only_by_its_rule()
    {
        var violations = new List<string>();
        var opened = 0;
        for (var sequence = 0; sequence < 10_000; sequence++)
        {
            var turns = new RandomTurns(sequence);
            var persona = turns.Person(TestPersonas.Plain, TestPersonas.AtRisk);
            var state = StateEngine.Start(persona, (ulong)sequence);
            var said = new List<TurnSignals>();
            for (var turn = 0; turn < 16; turn++)
            {
                said.Add(turns.Signals(persona));
                var step = StateEngine.Next(persona, state, said[^1]);
                violations.AddRange(GateRule.Violations(persona, state, step, said));
                opened += step.Opening.Count;
                state = step.State;
            }
        }

        Assert.Empty(violations.Take(5));
        Assert.InRange(opened, 10_000, int.MaxValue);
    }

    [Theory]
    [InlineData(2.45, false)]
    [InlineData(2.50, true)]
    public void A_fact_opens_at_its_level_and_not_a_step_below(double trust, bool opens) =>
        Assert.Equal(opens, Opens(Dana, Turn.At(Dana, (decimal)trust), Turn.Of(LabelCode.ClosedQuestion).About("shifts"), "shifts"));

    [Fact]
    public void A_topic_touched_two_turns_ago_still_opens_and_three_turns_ago_no_longer()
    {
        var near = Turn.At(Dana, 2.45m, turn: 10) with { Approached = new Dictionary<string, int> { ["shifts"] = 9 } };
        Assert.True(Opens(Dana, near, Turn.Of(LabelCode.SimpleReflection), "shifts"));
        var far = near with { Approached = new Dictionary<string, int> { ["shifts"] = 8 } };
        Assert.False(Opens(Dana, far, Turn.Of(LabelCode.SimpleReflection), "shifts"));
    }

    [Fact]
    public void What_comes_first_has_to_be_open_before()
    {
        var turn = Turn.Of(LabelCode.SimpleReflection).About("sister", "arrears");
        var step = StateEngine.Next(Dana, Turn.At(Dana, 3.5m), turn);
        Assert.Equal(["arrears"], step.Opening);
        Assert.Equal(["sister"], StateEngine.Next(Dana, step.State, turn).Opening);
    }

    [Fact]
    public void A_turn_opens_at_most_one_core_and_one_other_fact()
    {
        var step = StateEngine.Next(
            Dana,
            Turn.At(Dana, 3.5m),
            Turn.Of(LabelCode.SimpleReflection).About("shifts", "arrears", "drinking", "father", "shame")
        );
        Assert.Equal(["shifts", "drinking"], step.Opening);
    }

    [Fact]
    public void No_fact_opens_while_a_rupture_is_open() =>
        Assert.False(
            Opens(Dana, Turn.At(Dana, 3.5m) with { Rupture = new(9, "x") }, Turn.Of(LabelCode.SimpleReflection).About("shifts"), "shifts")
        );

    [Fact]
    public void Risk_opens_to_a_direct_question_only()
    {
        var state = Turn.At(Marcus, 2.5m);
        Assert.False(Opens(Marcus, state, Turn.Of(LabelCode.OpenQuestion).About("wish"), "wish"));
        Assert.True(Opens(Marcus, state, Turn.Asking(RiskItem.WishToBeDead), "wish"));
        Assert.False(Opens(Marcus, state, Turn.Asking(RiskItem.SuicidalThoughts), "thoughts"));
    }

    [Fact]
    public void A_safety_question_is_answered_and_nothing_else_is_told_in_the_same_breath()
    {
        var step = StateEngine.Next(Marcus, Turn.At(Marcus, 2.5m), Turn.Asking(RiskItem.WishToBeDead).About("shifts"));
        Assert.Equal(["wish"], step.Opening);
        Assert.Equal(["shifts"], step.Approached);
    }

    [Fact]
    public void A_risk_question_asked_too_early_is_answered_two_turns_later_when_trust_has_come()
    {
        var asked = StateEngine.Next(Marcus, Turn.At(Marcus, 1.25m), Turn.Asking(RiskItem.WishToBeDead));
        Assert.Empty(asked.Opening);
        var heard = StateEngine.Next(Marcus, asked.State, Turn.Of(LabelCode.ComplexReflection));
        Assert.Equal(["wish"], heard.Opening);
    }

    [Fact]
    public void Withdrawn_people_tell_what_is_at_their_core_later_and_risk_no_later()
    {
        var drinking = Turn.Of(LabelCode.ClosedQuestion).About("drinking");
        Assert.False(Opens(Marcus, Turn.At(Marcus, 3.45m), drinking, "drinking"));
        Assert.True(Opens(Marcus, Turn.At(Marcus, 3.5m), drinking, "drinking"));
        var both = Marcus with { Traits = [Trait.Withdrawn, Trait.Reserved] };
        Assert.True(Opens(both, Turn.At(both, 3.5m), drinking, "drinking"));
        Assert.True(Opens(both, Turn.At(both, 1.5m), Turn.Asking(RiskItem.WishToBeDead), "wish"));
    }

    [Fact]
    public void Pressing_a_closed_topic_costs_and_only_with_a_question_within_three_turns()
    {
        var state = Turn.At(Dana, 2.0m, turn: 10) with { Approached = new Dictionary<string, int> { ["drinking"] = 8 } };
        var question = Turn.Of(LabelCode.ClosedQuestion).About("drinking");
        Assert.True(StateEngine.Next(Dana, state, question).Pressed);
        Assert.Equal(1.85m, StateEngine.Next(Dana, state, question).State.Trust);
        Assert.False(StateEngine.Next(Dana, state, Turn.Of(LabelCode.SimpleReflection).About("drinking")).Pressed);
        var longAgo = state with { Approached = new Dictionary<string, int> { ["drinking"] = 7 } };
        Assert.False(StateEngine.Next(Dana, longAgo, question).Pressed);
    }

    [Fact]
    public void Asking_on_about_what_was_just_told_is_not_pressing_though_a_closed_neighbor_is_touched()
    {
        var state = Turn.At(Dana, 2.5m, turn: 10) with
        {
            Opened = new Dictionary<string, int> { ["shifts"] = 10 },
            Approached = new Dictionary<string, int> { ["drinking"] = 10 },
        };
        Assert.False(StateEngine.Next(Dana, state, Turn.Of(LabelCode.OpenQuestion).About("drinking", "shifts")).Pressed);
    }

    [Fact]
    public void A_fact_for_another_day_is_pressed_even_after_it_was_told()
    {
        var state = StateEngine.Next(Dana, Turn.At(Dana, 3.6m), Turn.Of(LabelCode.SimpleReflection).About("court")).State;
        Assert.True(state.Opened.ContainsKey("court"));
        Assert.True(StateEngine.Next(Dana, state, Turn.Of(LabelCode.OpenQuestion).About("court")).Pressed);
        Assert.False(StateEngine.Next(Dana, state, Turn.Of(LabelCode.SimpleReflection).About("court")).Pressed);
    }

    [Fact]
    public void A_safety_question_never_presses()
    {
        var state = Turn.At(Marcus, 1.2m, turn: 10) with { Approached = new Dictionary<string, int> { ["wish"] = 10 } };
        Assert.False(StateEngine.Next(Marcus, state, Turn.Asking(RiskItem.WishToBeDead).About("wish")).Pressed);
    }

    [Fact]
    public void Volunteering_is_a_supporting_fact_half_a_point_above_its_level()
    {
        var turn = Turn.Of(LabelCode.OpenQuestion);
        var volunteered = Enumerable
            .Range(0, 200)
            .Select(seed => StateEngine.Next(Dana, Turn.At(Dana, 2.95m) with { Seed = (ulong)seed }, turn).Volunteered)
            .OfType<string>()
            .ToList();
        Assert.InRange(volunteered.Count, 40, 100);
        Assert.Equal(["arrears", "shifts"], volunteered.Distinct().Order());
        Assert.DoesNotContain(
            Enumerable.Range(0, 200),
            seed => StateEngine.Next(Dana, Turn.At(Dana, 2.9m) with { Seed = (ulong)seed }, turn).Volunteered is not null
        );
    }

    [Fact]
    public void A_turn_that_takes_more_than_it_gives_opens_nothing_but_what_safety_asked_for()
    {
        var advice = Turn.Of(LabelCode.AdviceWithoutPermission, LabelCode.OpenQuestion).About("shifts");
        Assert.False(Opens(Dana, Turn.At(Dana, 3.5m), advice, "shifts"));
        Assert.True(Opens(Dana, Turn.At(Dana, 3.5m), Turn.Of(LabelCode.ClosedQuestion).About("shifts"), "shifts"));
        var clumsy = Turn.Asking(RiskItem.WishToBeDead);
        clumsy = clumsy with { Labels = [.. clumsy.Labels, new TurnLabel(LabelCode.AdviceWithoutPermission, "", "test")] };
        Assert.True(Opens(Marcus, Turn.At(Marcus, 3m), clumsy, "wish"));
    }

    [Fact]
    public void The_third_dry_question_costs_but_shuts_nobodys_mouth()
    {
        var state = Turn.At(Dana, 3m) with { ClosedRun = 2 };
        var question = Turn.Of(LabelCode.ClosedQuestion).About("shifts") with { FollowsUp = false };
        var step = StateEngine.Next(Dana, state, question);
        Assert.True(step.State.TrustSteps < state.TrustSteps);
        Assert.Equal(["shifts"], step.Opening);
    }

    [Fact]
    public void What_was_touched_before_is_not_the_answer_to_a_question_about_something_else()
    {
        var state = Turn.At(Dana, 2.5m) with { Approached = new Dictionary<string, int> { ["shifts"] = 9 } };
        Assert.False(Opens(Dana, state, Turn.Of(LabelCode.OpenQuestion).About("drinking"), "shifts"));
        Assert.False(Opens(Dana, state, Turn.Of(LabelCode.OpenQuestion) with { AsksNarrowly = true }, "shifts"));
        Assert.True(Opens(Dana, state, Turn.Of(LabelCode.OpenQuestion), "shifts"));
        Assert.True(Opens(Dana, state, Turn.Of(LabelCode.ComplexReflection), "shifts"));
    }

    [Fact]
    public void The_question_says_what_is_answered_and_not_the_words_around_it()
    {
        var turn = Turn.Of(LabelCode.OpenQuestion).About("shifts", "arrears");
        Assert.True(Opens(Dana, Turn.At(Dana, 2.5m), turn, "shifts"));
        Assert.False(Opens(Dana, Turn.At(Dana, 2.5m), turn with { AskedTopics = new HashSet<string> { "arrears" } }, "shifts"));
        Assert.True(Opens(Dana, Turn.At(Dana, 2.5m), turn with { AskedTopics = new HashSet<string> { "arrears" } }, "arrears"));
    }

    [Fact]
    public void What_was_touched_before_comes_one_at_a_time()
    {
        var state = Turn.At(Dana, 3.9m) with
        {
            Opened = new Dictionary<string, int> { ["arrears"] = 5 },
            Approached = new Dictionary<string, int> { ["shifts"] = 9, ["sister"] = 9 },
        };
        Assert.Single(StateEngine.Next(Dana, state, Turn.Of(LabelCode.ComplexReflection)).Opening);
        Assert.Equal(2, StateEngine.Next(Dana, state, Turn.Of(LabelCode.ComplexReflection).About("shifts", "sister")).Opening.Count);
    }

    [Fact]
    public void Asked_on_about_what_was_just_told_or_told_of_a_report_nobody_tells_more()
    {
        var state = Turn.At(Dana, 3.5m) with { Opened = new Dictionary<string, int> { ["arrears"] = 10 } };
        var question = Turn.Of(LabelCode.OpenQuestion).About("shifts");
        Assert.True(Opens(Dana, state, question, "shifts"));
        Assert.False(Opens(Dana, state, question with { RefersBack = true }, "shifts"));
        Assert.False(Opens(Dana, state, Turn.Of(LabelCode.DutyToReport, LabelCode.OpenQuestion).About("shifts"), "shifts"));
    }

    [Fact]
    public void Who_is_asked_about_one_thing_does_not_volunteer_another()
    {
        var question = Turn.Of(LabelCode.OpenQuestion);
        Assert.Contains(Seeds(question), volunteered => volunteered is not null);
        Assert.All(Seeds(question with { AsksNarrowly = true }), Assert.Null);
        Assert.All(Seeds(question.About("drinking")), Assert.Null);

        static List<string?> Seeds(TurnSignals turn) =>
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(seed => StateEngine.Next(Dana, Turn.At(Dana, 2.95m) with { Seed = (ulong)seed }, turn).Volunteered),
            ];
    }

    [Fact]
    public void Asking_on_about_what_the_client_brought_up_is_not_pressing()
    {
        var state = Turn.At(Dana, 2.0m, turn: 10) with { Approached = new Dictionary<string, int> { ["drinking"] = 10 } };
        var on = Turn.Of(LabelCode.OpenQuestion).About("drinking");
        Assert.True(StateEngine.Next(Dana, state, on).Pressed);
        Assert.False(StateEngine.Next(Dana, state, on with { RefersBack = true }).Pressed);
    }

    private static bool Opens(Persona persona, ClientState state, TurnSignals signals, string id) =>
        StateEngine.Next(persona, state, signals).Opening.Contains(id);
}
