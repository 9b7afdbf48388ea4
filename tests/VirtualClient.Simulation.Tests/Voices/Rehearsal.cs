using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>One exchange of a simulated conversation, with everything that led to the reply.</summary>
internal sealed record Exchange(VoiceRequest Request, string Reply)
{
    public string Student => Request.Turn.Text;

    public ClientState Before => Request.Turn.State;

    public ReplyPlan Plan => Request.Plan;
}

/// <summary>A conversation of a scripted student with a client, in the built-in voice.</summary>
internal sealed class Rehearsal
{
    private readonly Persona persona;
    private readonly List<Utterance> history = [];

    private Rehearsal(Persona persona, ulong seed)
    {
        this.persona = persona;
        Opening = persona.OpeningLine ?? Greeting.For(persona, seed);
        history.Add(new Utterance(Speaker.Client, Opening));
    }

    public Persona Persona => persona;

    public string Opening { get; }

    public List<Exchange> Exchanges { get; } = [];

    public static Rehearsal Of(Persona persona, IEnumerable<ScriptedTurn> script, ulong seed)
    {
        var rehearsal = new Rehearsal(persona, seed);
        var state = StateEngine.Start(persona, seed);
        foreach (var turn in script)
        {
            state = rehearsal.Play(state, turn);
            if (rehearsal.Exchanges[^1].Plan.Leaves)
            {
                break;
            }
        }

        return rehearsal;
    }

    private ClientState Play(ClientState before, ScriptedTurn turn)
    {
        var context = new TurnContext
        {
            Persona = persona,
            History = history,
            Text = turn.Text,
            Opened = before.Opened.Keys.ToHashSet(),
            JustOpened = before.Opened.Where(fact => fact.Value == before.Turn).Select(fact => fact.Key).ToHashSet(),
        };
        var signals = turn.Codes is null ? TurnAnalyzer.Analyze(turn.Text, context) : Labeled(turn, turn.Codes);
        var step = StateEngine.Next(persona, before, signals);
        var plan = ReplyPlanner.Plan(persona, step, signals, context);
        var request = new TurnRequest
        {
            Persona = persona,
            State = before,
            History = history.ToArray(),
            Text = turn.Text,
        };
        var voice = new VoiceRequest(request, signals, plan, null);
        var reply = ReplyComposer.Compose(voice);
        history.Add(new Utterance(Speaker.Student, turn.Text));
        history.Add(new Utterance(Speaker.Client, reply));
        Exchanges.Add(new Exchange(voice, reply));
        return step.State;
    }

    private static TurnSignals Labeled(ScriptedTurn turn, LabelCode[] codes) =>
        new()
        {
            Labels = [.. codes.Select(code => new TurnLabel(code, turn.Text, "script"))],
            Touched = turn.About is null ? new HashSet<string>() : [turn.About.Id],
            AskedAbout = turn.About?.Risk is { } risk && codes.Contains(LabelCode.SafetyQuestion) ? [risk] : new HashSet<RiskItem>(),
            Words = turn.Text.Split(' ').Length,
        };
}
