using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Tests.Voices;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>What endangers somebody is reached by asking for it as people ask, and asking for it too early is never met with a no.</summary>
public sealed class RiskReachTests
{
    private const int Trusting = 60;
    private const int Guarded = 20;

    public static TheoryData<string, string, string> Askings =>
        [
            .. RiskAskings.All.SelectMany(client =>
                client.Value.SelectMany(fact =>
                    fact.Ways.Select(way => new TheoryDataRow<string, string, string>(client.Key, fact.Fact, way))
                )
            ),
        ];

    [Fact]
    public void Every_client_with_a_risk_is_asked_about_it_in_twelve_ways_or_more()
    {
        foreach (var client in BuiltInClients.All.Select(built => built.Persona))
        {
            var risks = client.Disclosures.Where(fact => fact.Risk is not null).Select(fact => fact.Id).ToHashSet();
            if (risks.Count == 0)
            {
                continue;
            }

            Assert.Equal(risks, RiskAskings.All[client.Name].Select(fact => fact.Fact).ToHashSet());
            Assert.True(RiskAskings.All[client.Name].Sum(fact => fact.Ways.Length) >= 12, client.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Askings))]
    public void A_client_who_trusts_answers_the_question_with_the_fact(string name, string fact, string asked)
    {
        var client = Client(name);
        var first = client.Disclosures.Single(known => known.Id == fact).Requires;
        var step = Step(client, asked, Trusting, first).Step;
        Assert.Contains(fact, step.Opening);
    }

    [Theory]
    [MemberData(nameof(Askings))]
    public void A_client_who_does_not_trust_yet_answers_in_part_and_never_with_a_no(string name, string fact, string asked)
    {
        var client = Client(name);
        var risk = client.Disclosures.Single(known => known.Id == fact).Risk;
        var (step, signals, context) = Step(client, asked, Guarded, []);
        var plan = ReplyPlanner.Plan(client, step, signals, context);
        Assert.Empty(plan.CleanAnswers);
        Assert.Contains(
            plan.PartialAnswers,
            partial => client.Disclosures.Any(known => known.Risk == risk && known.PartialAnswer == partial)
        );
    }

    [Theory]
    [InlineData("Brooke Lindgren")]
    [InlineData("Dale Pruitt")]
    [InlineData("Julian Marsh")]
    [InlineData("Kit Sorensen")]
    public void Asked_a_second_time_a_guarded_client_still_does_not_say_no(string name)
    {
        var client = Client(name);
        foreach (var way in RiskAskings.All[name].SelectMany(fact => fact.Ways))
        {
            var exchange = Rehearsal.Of(client, [new ScriptedTurn(way, null), new ScriptedTurn(way, null)], 3).Exchanges[^1];
            var risk = exchange.Plan.Known.Concat(exchange.Plan.Opening).Any(known => known.Risk is not null);
            var first = SpokenText.Bare(SpokenText.Sentences(exchange.Reply).First(sentence => !sentence.StartsWith('*')));
            Assert.True(risk || first.Split(' ')[0] is not ("no" or "nope" or "never" or "fine"), $"{way} -> {exchange.Reply}");
        }
    }

    [Fact]
    public void What_was_told_is_never_taken_back()
    {
        foreach (var (name, facts) in RiskAskings.All)
        {
            var client = Client(name);
            var open = client.Disclosures.Where(fact => fact.Risk is not null).ToDictionary(fact => fact.Id, _ => 3);
            var state = StateEngine.Start(client, 9) with { TrustSteps = Trusting, Turn = 4, Opened = open };
            var history = new List<Utterance> { new(Speaker.Client, "Hello.") };
            foreach (var way in facts.SelectMany(fact => fact.Ways).Take(14))
            {
                var turn = new TurnRequest
                {
                    Persona = client,
                    State = state,
                    History = [.. history],
                    Text = way,
                };
                var context = new TurnContext
                {
                    Persona = client,
                    History = turn.History,
                    Text = way,
                    Opened = state.Opened.Keys.ToHashSet(),
                };
                var signals = TurnAnalyzer.Analyze(way, context);
                var step = StateEngine.Next(client, state, signals);
                var reply = ReplyComposer.Compose(new VoiceRequest(turn, signals, ReplyPlanner.Plan(client, step, signals, context), null));
                Assert.DoesNotMatch(@"^(\*[^*]*\* )?(No\b|Still no|Never)|it's no\b", reply);
                history.Add(new Utterance(Speaker.Student, way));
                history.Add(new Utterance(Speaker.Client, reply));
                state = step.State;
            }
        }
    }

    [Fact]
    public void Small_talk_about_the_same_people_asks_about_no_danger()
    {
        Assert.All(
            new[]
            {
                "What flags does Owen know?",
                "How old is your brother?",
                "What do you and Owen do in the car?",
                "Does he like school?",
            },
            text => Assert.Empty(Step(Client("Brooke Lindgren"), text, Trusting, []).Signals.AskedAbout)
        );
        Assert.All(
            new[] { "What is Mason into these days?", "What grade is he in?", "Does he eat breakfast?", "Who is his teacher?" },
            text => Assert.Empty(Step(Client("Dale Pruitt"), text, Trusting, []).Signals.AskedAbout)
        );
        Assert.All(
            new[] { "How long have you been with Grant?", "What does he do for work?", "What do you paint?" },
            text => Assert.Empty(Step(Client("Julian Marsh"), text, Trusting, []).Signals.AskedAbout)
        );
        Assert.All(
            new[] { "Where do you live?", "How did you sleep?", "What do you do with your evenings?", "Who fixes the elevators?" },
            text => Assert.Empty(Step(Client("Kit Sorensen"), text, Trusting, []).Signals.AskedAbout)
        );
    }

    private static Persona Client(string name) => BuiltInClients.All.Single(built => built.Persona.Name == name).Persona;

    private static (StateStep Step, TurnSignals Signals, TurnContext Context) Step(
        Persona client,
        string text,
        int trustSteps,
        IReadOnlyList<string> open
    )
    {
        var context = new TurnContext
        {
            Persona = client,
            History = [new Utterance(Speaker.Client, client.OpeningLine ?? "Hello.")],
            Text = text,
            Opened = open.ToHashSet(),
        };
        var state = StateEngine.Start(client, 5) with { TrustSteps = trustSteps, Turn = 4, Opened = open.ToDictionary(id => id, _ => 3) };
        var signals = TurnAnalyzer.Analyze(text, context);
        return (StateEngine.Next(client, state, signals), signals, context);
    }
}
