using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Bench.Simulation.Written;

/// <summary>An interview in words: a scripted student types, the analyzer reads, the engine decides, the built-in voice answers.</summary>
internal sealed class WrittenInterview
{
    private readonly Persona persona;
    private readonly List<Utterance> history = [];

    private WrittenInterview(Persona persona, ulong seed)
    {
        this.persona = persona;
        State = StateEngine.Start(persona, seed);
        history.Add(new Utterance(Speaker.Client, persona.OpeningLine ?? Greeting.For(persona, seed)));
    }

    public ClientState State { get; private set; }

    public IReadOnlyList<Utterance> History => history;

    public List<StateStep> Steps { get; } = [];

    public List<TurnSignals> Read { get; } = [];

    public static WrittenInterview Hold(Persona persona, Func<WrittenSeat, string> student, ulong seed, int turns)
    {
        var interview = new WrittenInterview(persona, seed);
        while (interview.Steps.Count < turns && (interview.Steps.Count == 0 || !Ended(interview.Steps[^1])))
        {
            interview.Exchange(student(new WrittenSeat(persona, interview.State, interview.history, interview.Steps.LastOrDefault())));
        }

        return interview;
    }

    public decimal TodayShare
    {
        get
        {
            var today = persona.Disclosures.Where(fact => fact.Pace == Pace.Today).ToList();
            return (decimal)today.Count(fact => State.Opened.ContainsKey(fact.Id)) / today.Count;
        }
    }

    private static bool Ended(StateStep step) => step.ClientLeaves || step.EndsForBreach;

    private void Exchange(string text)
    {
        var context = new TurnContext
        {
            Persona = persona,
            History = [.. history],
            Text = text,
            Opened = State.Opened.Keys.ToHashSet(),
            JustOpened = State.Opened.Where(fact => fact.Value == State.Turn).Select(fact => fact.Key).ToHashSet(),
        };
        var signals = TurnAnalyzer.Analyze(text, context);
        var step = StateEngine.Next(persona, State, signals);
        var plan = ReplyPlanner.Plan(persona, step, signals, context);
        var turn = new TurnRequest
        {
            Persona = persona,
            State = State,
            History = context.History,
            Text = text,
        };
        var reply = ReplyComposer.Compose(new VoiceRequest(turn, signals, plan, Correction: null));
        history.Add(new Utterance(Speaker.Student, text));
        history.Add(new Utterance(Speaker.Client, reply));
        Read.Add(signals);
        Steps.Add(step);
        State = step.State;
    }
}

/// <summary>What the scripted student has in front of them.</summary>
internal sealed record WrittenSeat(Persona Persona, ClientState State, IReadOnlyList<Utterance> History, StateStep? Last)
{
    public int Turn => State.Turn + 1;

    public string Heard => History[^1].Text;
}
