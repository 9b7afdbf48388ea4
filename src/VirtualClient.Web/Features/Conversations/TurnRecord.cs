using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What is kept of a turn beside its words: the signals, the step of the state, and the plan in brief. Never for students while they talk.</summary>
public sealed record TurnRecord(TurnSignals Signals, StateStep Step, Stance Stance, LengthBand Length, Affect Affect, string Why)
{
    public static TurnRecord Of(TurnSignals signals, StateStep step, ReplyPlan plan) =>
        new(signals, step, plan.Stance, plan.Length, plan.Affect, plan.Why);

    public string ToJson() => JsonSerializer.Serialize(this, SimulationJson.Options);

    public static TurnRecord Parse(string json) => JsonSerializer.Deserialize<TurnRecord>(json, SimulationJson.Options)!;
}
