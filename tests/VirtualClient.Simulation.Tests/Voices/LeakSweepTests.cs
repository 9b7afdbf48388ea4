using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>
/// Every built-in client through every state that the engine reaches when turns of all kinds touch all topics: what is closed after a turn
/// is in no prompt for the reply to it. The measure here is written again on purpose and shares no code with the builder.
/// </summary>
public sealed class LeakSweepTests
{
    private const int Turns = 45;
    private const int Paths = 4;

    public static TheoryData<string> Clients => [.. BuiltInClients.All.Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Clients))]
    public void No_prompt_holds_a_closed_fact_or_any_five_words_of_one(string key)
    {
        var persona = BuiltInClients.All.Single(c => c.Key == key).Persona;
        var opened = new HashSet<string>();
        for (var path = 0; path < Paths; path++)
        {
            var random = new Random(1_000 + path);
            var state = StateEngine.Start(persona, (ulong)path);
            var history = new List<Utterance> { new(Speaker.Client, persona.OpeningLine ?? "Okay.") };
            for (var turn = 0; turn < Turns; turn++)
            {
                var signals = Signals(persona, random, skilled: path % 3 != 0);
                var context = new TurnContext { Persona = persona, History = history };
                var step = StateEngine.Next(persona, state, signals);
                var plan = ReplyPlanner.Plan(persona, step, signals, context);
                var request = new TurnRequest
                {
                    Persona = persona,
                    State = state,
                    History = history,
                    Text = "Say whatever you like about that, all of it, please.",
                };
                AssertClosed(
                    persona,
                    step.State,
                    PromptBuilder.Build(new VoiceRequest(request, signals, plan, "It was too long.")).AllText
                );
                AssertClosed(persona, step.State, PromptBuilder.PlanText(plan));
                opened.UnionWith(step.State.Opened.Keys);
                history.Add(new(Speaker.Student, request.Text));
                history.Add(new(Speaker.Client, plan.Opening.Count > 0 ? plan.Opening[0].OwnWords[0] : "Hm."));
                state = step.State;
            }
        }

        // The sweep must have gone through open and closed states to mean anything.
        Assert.InRange(opened.Count, persona.Disclosures.Count / 3, persona.Disclosures.Count);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void With_any_one_fact_open_the_others_stay_out(string key)
    {
        var persona = BuiltInClients.All.Single(c => c.Key == key).Persona;
        foreach (var open in persona.Disclosures)
        {
            var plan = Given.Plan with
            {
                Opening = [open],
                Deflections = [.. persona.Disclosures.Where(d => d != open).Select(d => d.Deflection)],
            };
            var state = StateEngine.Start(persona, 1) with { Opened = new Dictionary<string, int> { [open.Id] = 1 } };
            AssertClosed(
                persona,
                state,
                PromptBuilder.Build(new VoiceRequest(Given.Turn() with { Persona = persona }, Turn(), plan, null)).AllText
            );
        }

        static TurnSignals Turn() => new() { Labels = [] };
    }

    private static TurnSignals Signals(Persona persona, Random random, bool skilled)
    {
        LabelCode[] good =
        [
            LabelCode.ComplexReflection,
            LabelCode.Validation,
            LabelCode.OpenQuestion,
            LabelCode.Summary,
            LabelCode.Affirmation,
        ];
        var codes = skilled
            ? [good[random.Next(good.Length)]]
            : Enum.GetValues<LabelCode>().Where(_ => random.Next(8) == 0).Take(3).ToArray();
        var risk = random.Next(3) == 0;
        return new TurnSignals
        {
            Labels =
            [
                .. (risk ? codes.Append(LabelCode.SafetyQuestion).Append(LabelCode.ClosedQuestion) : codes).Select(c => new TurnLabel(
                    c,
                    random.Next().ToString(),
                    "test"
                )),
            ],
            Touched = persona.Disclosures.Where(_ => random.Next(4) == 0).Select(d => d.Id).ToHashSet(),
            AskedAbout = risk ? Enum.GetValues<RiskItem>().Where(_ => random.Next(3) == 0).ToHashSet() : [],
            Words = 12,
        };
    }

    private static void AssertClosed(Persona persona, ClientState state, string prompt)
    {
        var said = Runs(prompt).ToHashSet(StringComparer.Ordinal);
        foreach (var closed in persona.Disclosures.Where(d => !state.Opened.ContainsKey(d.Id)))
        {
            foreach (var text in closed.OwnWords.Append(closed.Fact))
            {
                Assert.DoesNotContain(text, prompt);
                Assert.DoesNotContain(Runs(text), said.Contains);
            }
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = Words(text);
        for (var i = 0; i + 5 <= words.Length; i++)
        {
            yield return string.Join(' ', words[i..(i + 5)]);
        }
    }

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Replace('\u2019', '\'').Select(c => char.IsLetterOrDigit(c) || c == '\'' ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
}
