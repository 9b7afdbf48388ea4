using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class PlanTests
{
    private static readonly Persona Dana = TestPersonas.Plain;
    private static readonly Persona Marcus = TestPersonas.AtRisk;

    [Fact]
    public void A_plan_holds_nothing_of_a_closed_fact_but_its_deflection_or_partial_answer()
    {
        var checkedFacts = 0;
        for (var sequence = 0; sequence < 300; sequence++)
        {
            var turns = new RandomTurns(sequence);
            var persona = turns.Person(TestPersonas.Plain, TestPersonas.AtRisk);
            var state = StateEngine.Start(persona, (ulong)sequence);
            for (var turn = 0; turn < 20; turn++)
            {
                var signals = turns.Signals(persona);
                var step = StateEngine.Next(persona, state, signals);
                var plan = JsonSerializer.Serialize(ReplyPlanner.Plan(persona, step, signals, Context(persona)), SimulationJson.Options);
                foreach (var fact in persona.Disclosures.Where(fact => !step.State.Opened.ContainsKey(fact.Id)))
                {
                    checkedFacts++;
                    Assert.DoesNotContain(fact.Fact, plan, StringComparison.Ordinal);
                    Assert.DoesNotContain(fact.OwnWords[0], plan, StringComparison.Ordinal);
                    Assert.DoesNotContain(fact.Title, plan, StringComparison.Ordinal);
                }

                state = step.State;
            }
        }

        Assert.InRange(checkedFacts, 10_000, int.MaxValue);
    }

    [Fact]
    public void What_opens_is_said_in_this_reply_and_known_in_the_next()
    {
        var signals = Turn.Of(LabelCode.SimpleReflection).About("shifts");
        var step = StateEngine.Next(Dana, Turn.At(Dana, 2.5m), signals);
        var plan = ReplyPlanner.Plan(Dana, step, signals, Context(Dana));
        Assert.Equal(["shifts"], plan.Opening.Select(fact => fact.Id));
        Assert.Empty(plan.Known);
        Assert.True(plan.Length >= LengthBand.Medium);
        var next = Plan(Dana, step.State, Turn.Of(LabelCode.Validation));
        Assert.Equal(["shifts"], next.Known.Select(fact => fact.Id));
    }

    [Fact]
    public void A_closed_topic_gets_its_deflection_once_and_then_another_way_out()
    {
        var signals = Turn.Of(LabelCode.OpenQuestion).About("father");
        var plan = Plan(Dana, Turn.At(Dana, 2.0m), signals);
        Assert.Equal(["Can we leave father for now."], plan.Deflections);
        var said = Context(Dana) with { History = [new(Speaker.Client, "Can we leave father for now. I mean it.")] };
        Assert.Empty(Plan(Dana, Turn.At(Dana, 2.0m), signals, said).Deflections);
    }

    [Fact]
    public void A_safety_question_asked_too_early_is_answered_in_part_and_never_with_a_clean_no()
    {
        foreach (var item in new[] { RiskItem.WishToBeDead, RiskItem.SuicidalThoughts, RiskItem.Plan, RiskItem.Method, RiskItem.Behavior })
        {
            var plan = Plan(Marcus, Turn.At(Marcus, 1.0m), Turn.Asking(item));
            Assert.Single(plan.PartialAnswers);
            Assert.Empty(plan.CleanAnswers);
            Assert.Contains("do not say a clear no", plan.Avoid);
        }
    }

    [Fact]
    public void A_clean_no_is_said_where_it_is_true()
    {
        Assert.Equal(["No. I wouldn't hurt anybody."], Plan(Marcus, Turn.At(Marcus, 1.0m), Turn.Asking(RiskItem.Violence)).CleanAnswers);
        Assert.Single(Plan(Dana, Turn.At(Dana, 1.0m), Turn.Asking(RiskItem.SuicidalThoughts)).CleanAnswers);
    }

    [Fact]
    public void A_safety_question_asked_again_is_answered_with_what_was_told_and_never_with_a_no()
    {
        var state = Turn.At(Marcus, 2.0m) with { Opened = new Dictionary<string, int> { ["wish"] = 3 } };
        var plan = Plan(Marcus, state, Turn.Asking(RiskItem.WishToBeDead));
        var answer = Assert.Single(plan.CleanAnswers);
        Assert.False(answer.StartsWith("No", StringComparison.OrdinalIgnoreCase), answer);
    }

    [Fact]
    public void What_opens_to_a_safety_question_is_the_whole_answer()
    {
        var signals = Turn.Asking(RiskItem.WishToBeDead, RiskItem.Violence).About("shifts");
        var plan = Plan(Marcus, Turn.At(Marcus, 2.5m), signals);
        Assert.Equal(["wish"], plan.Opening.Select(fact => fact.Id));
        Assert.Empty(plan.CleanAnswers);
        Assert.Empty(plan.PartialAnswers);
    }

    [Theory]
    [InlineData("What's your name?", PlainAsk.Name, "Dana Reyes")]
    [InlineData("How old are you?", PlainAsk.Age, "34")]
    [InlineData("How many kids do you have?", PlainAsk.Fact, "Two, a boy and a girl.")]
    [InlineData("Do you sleep?", PlainAsk.YesNo, null)]
    [InlineData("I hear you.", PlainAsk.None, null)]
    public void A_plain_question_gets_a_plain_answer(string text, PlainAsk ask, string? answer)
    {
        var code = text.EndsWith('?') ? LabelCode.ClosedQuestion : LabelCode.SimpleReflection;
        var plan = Plan(Dana, Turn.At(Dana, 1.5m), Turn.Of(code), Context(Dana) with { Text = text });
        Assert.Equal((ask, answer), (plan.Ask, plan.PlainAnswer));
    }

    [Fact]
    public void One_of_the_first_three_replies_gives_a_foothold()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var state = StateEngine.Start(Dana with { Difficulty = Difficulty.Hard }, seed);
            var footholds = 0;
            for (var turn = 0; turn < 3; turn++)
            {
                var signals = Turn.Of(LabelCode.ClosedQuestion);
                var step = StateEngine.Next(Dana, state, signals);
                var plan = ReplyPlanner.Plan(Dana, step, signals, Context(Dana));
                footholds += plan is { Foothold: not null, Length: LengthBand.Medium } ? 1 : 0;
                state = step.State;
            }

            Assert.Equal(1, footholds);
        }
    }

    [Fact]
    public void After_two_deep_turns_the_client_pulls_back_once()
    {
        var state = Turn.At(Dana, 3.5m) with { DeepRun = 2 };
        for (var seed = 0UL; seed < 100; seed++)
        {
            var step = StateEngine.Next(Dana, state with { Seed = seed }, Turn.Of(LabelCode.ComplexReflection));
            Assert.Contains(step.Stance, new[] { Stance.AnswersBriefly, Stance.Minimizes, Stance.GoesQuiet, Stance.ChangesSubject });
            Assert.Equal(step.State.Turn, step.State.PulledBackAt);
            Assert.Equal(0, step.State.DeepRun);
        }
    }

    [Fact]
    public void Reply_lengths_follow_what_human_clients_do_after_each_kind_of_turn()
    {
        // Median band: 17 words after an open question, 7 after a closed one, 2 to 3 after a reflection.
        Assert.Equal(LengthBand.Medium, MedianBand(LabelCode.OpenQuestion));
        Assert.Equal(LengthBand.Short, MedianBand(LabelCode.ClosedQuestion));
        Assert.InRange(MedianBand(LabelCode.SimpleReflection), LengthBand.Minimal, LengthBand.Short);
    }

    [Fact]
    public void Words_of_the_students_are_echoed_those_of_the_clients_own_first()
    {
        var context = Context(Dana) with
        {
            Text = "So the weather, your landlord and the notice all came at once.",
            History = [new(Speaker.Client, "There is a notice on my door.")],
        };
        Assert.Equal(
            ["the notice", "the weather", "your landlord"],
            Plan(Dana, Turn.At(Dana, 2.0m), Turn.Of(LabelCode.SimpleReflection), context).Echoes
        );
    }

    [Fact]
    public void The_reason_can_be_read_by_a_teacher()
    {
        var plan = Plan(Dana, Turn.At(Dana, 2.5m), Turn.Of(LabelCode.SimpleReflection).About("shifts"));
        Assert.StartsWith("Trust 2.65 (+0.15: simple reflection). Tells: Theme shifts.", plan.Why, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', plan.Why);
    }

    private static LengthBand MedianBand(LabelCode code)
    {
        var bands = Enumerable
            .Range(0, 301)
            .Select(seed => Plan(Dana, Turn.At(Dana, 3.2m) with { Seed = (ulong)seed }, Turn.Of(code)))
            .Where(plan => plan.Opening.Count == 0)
            .Select(plan => plan.Length)
            .Order()
            .ToList();
        return bands[bands.Count / 2];
    }

    private static ReplyPlan Plan(Persona persona, ClientState state, TurnSignals signals, TurnContext? context = null) =>
        ReplyPlanner.Plan(persona, StateEngine.Next(persona, state, signals), signals, context ?? Context(persona));

    private static TurnContext Context(Persona persona) => new() { Persona = persona, History = [] };
}
