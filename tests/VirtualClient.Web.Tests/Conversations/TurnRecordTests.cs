using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Tests.Conversations;

public sealed class TurnRecordTests
{
    [Fact]
    public void A_stored_turn_reads_back_as_it_was()
    {
        var persona = BuiltInClients.All[0].Persona;
        var context = new TurnContext { Persona = persona, History = [new Utterance(Speaker.Client, persona.OpeningLine!)] };
        var signals = TurnAnalyzer.Analyze("How is the money, and the childcare? Are you thinking of suicide?", context);
        var step = StateEngine.Next(persona, StateEngine.Start(persona, 7), signals);
        var record = TurnRecord.Of(signals, step, ReplyPlanner.Plan(persona, step, signals, context));

        var again = TurnRecord.Parse(record.ToJson());

        Assert.NotEmpty(signals.Touched);
        Assert.Equal(record.ToJson(), again.ToJson());
        Assert.Equal(signals.Touched.Order(), again.Signals.Touched.Order());
        Assert.Equal(step.State, again.Step.State);
        Assert.Equal(JsonSerializer.Serialize(step, SimulationJson.Options), JsonSerializer.Serialize(again.Step, SimulationJson.Options));
    }
}
