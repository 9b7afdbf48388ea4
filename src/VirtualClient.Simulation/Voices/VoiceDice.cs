using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>The voice's own choices in one reply: one draw, shared by all that word it, so that the same seed gives the same words.</summary>
internal sealed class VoiceDice(ulong seed)
{
    private Draw draw = new(seed, turn: 0, DrawFor.Voice);

    public int Below(int bound) => draw.Below(bound);

    public bool Chance(int percent) => draw.Chance(percent);
}
