using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Tests.Turns;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Debriefing;

/// <summary>A conversation written by hand: what was said, what it did, what came back.</summary>
internal sealed class Meeting(Persona persona, string opening = Meeting.Opening)
{
    private const string Opening = "They put a notice on my door.";
    public const string Shrug = "*looks away* I guess.";

    private readonly ClientState first = StateEngine.Start(persona, 7);
    private readonly List<HeldTurn> turns = [];

    public IReadOnlyList<HeldTurn> Turns => turns;

    public SessionReport Report => SessionReport.Of(persona, first, opening, turns);

    public Meeting Say(string said, TurnSignals signals, string reply = Shrug)
    {
        var before = turns.Count == 0 ? first : turns[^1].Step.State;
        turns.Add(
            new HeldTurn
            {
                Number = turns.Count + 1,
                Said = said,
                Heard = turns.Count == 0 ? opening : turns[^1].Reply,
                Reply = reply,
                Signals = signals,
                Step = StateEngine.Next(persona, before, signals),
            }
        );
        return this;
    }

    public Meeting Say(params LabelCode[] codes) => Say("One two three.", Turn.Of(codes));
}
