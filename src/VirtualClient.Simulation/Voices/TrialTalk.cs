using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Simulation.Voices;

/// <summary>A reply that gives away what is still closed.</summary>
/// <param name="Turn">The student's turn, from 1.</param>
/// <param name="Words">The words that are also in what is kept.</param>
public sealed record TrialLeak(int Turn, string Words);

/// <summary>A scripted interview with a client that is also spoken, in the built-in voice. Deterministic for its seed.</summary>
internal sealed class TrialTalk
{
    private readonly Persona persona;
    private readonly List<Utterance> history = [];

    private TrialTalk(Persona persona, ulong seed)
    {
        this.persona = persona;
        history.Add(new Utterance(Speaker.Client, persona.OpeningLine is { Length: > 0 } line ? line : Greeting.For(persona, seed)));
    }

    public List<StateStep> Steps { get; } = [];

    public List<TrialLeak> Leaks { get; } = [];

    /// <summary>Words of each reply.</summary>
    public List<int> Lengths { get; } = [];

    public static TrialTalk Hold(Persona persona, Interviewer interviewer, ulong seed, int turns)
    {
        var talk = new TrialTalk(persona, seed);
        var state = StateEngine.Start(persona, seed);
        while (talk.Steps.Count < turns)
        {
            var signals = interviewer.Says(new Seat(persona, state, talk.Steps.LastOrDefault()));
            state = talk.Meet(state, signals);
            if (talk.Steps[^1].ClientLeaves || talk.Steps[^1].EndsForBreach)
            {
                break;
            }
        }

        return talk;
    }

    private ClientState Meet(ClientState before, TurnSignals signals)
    {
        var text = TrialWords.For(signals, persona);
        var context = new TurnContext
        {
            Persona = persona,
            History = history,
            Text = text,
            Opened = before.Opened.Keys.ToHashSet(StringComparer.Ordinal),
            JustOpened = before.Opened.Where(fact => fact.Value == before.Turn).Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal),
        };
        var step = StateEngine.Next(persona, before, signals);
        var plan = ReplyPlanner.Plan(persona, step, signals, context);
        var request = new TurnRequest
        {
            Persona = persona,
            State = before,
            History = [.. history],
            Text = text,
        };
        var reply = ReplyComposer.Compose(new VoiceRequest(request, signals, plan, null));
        Steps.Add(step);
        Lengths.Add(WordRuns.Words(reply).Length);
        if (KeptBack.Closed(persona, step.State.Opened.Keys).FindTellingIn(reply) is { } words)
        {
            Leaks.Add(new TrialLeak(step.State.Turn, words));
        }

        history.Add(new Utterance(Speaker.Student, text));
        history.Add(new Utterance(Speaker.Client, reply));
        return step.State;
    }
}
