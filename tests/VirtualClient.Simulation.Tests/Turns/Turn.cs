using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Signals written by hand, as if an analyzer had read a turn.</summary>
internal static class Turn
{
    public static TurnSignals Of(params LabelCode[] codes) =>
        new() { Labels = [.. codes.Select(code => new TurnLabel(code, "", "test"))], Words = 10 };

    public static TurnSignals About(this TurnSignals signals, params string[] ids) => signals with { Touched = ids.ToHashSet() };

    public static TurnSignals Asking(params RiskItem[] items) =>
        Of(LabelCode.SafetyQuestion, LabelCode.ClosedQuestion) with
        {
            AskedAbout = items.ToHashSet(),
        };

    public static ClientState At(Persona persona, decimal trust, int turn = 10) =>
        StateEngine.Start(persona, 7) with
        {
            TrustSteps = (int)(trust / 0.05m),
            Turn = turn,
        };
}
