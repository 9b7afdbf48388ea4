using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>Plain words for a scripted turn, so that a client has something to answer. What the turn does is in its signals, not in these.</summary>
internal static class TrialWords
{
    public static string For(TurnSignals signals, Persona persona)
    {
        var topic = persona.Disclosures.FirstOrDefault(fact => signals.Touched.Contains(fact.Id)) is { Topics: [var first, ..] }
            ? first.Replace('_', ' ')
            : "all this";
        return (signals.Labels.Count == 0 ? (LabelCode?)null : signals.Labels[0].Code) switch
        {
            LabelCode.OpenQuestion => $"What has it been like with {topic}?",
            LabelCode.ClosedQuestion => $"Is it about {topic}?",
            LabelCode.SafetyQuestion => "I would like to ask you directly whether you are safe.",
            LabelCode.SimpleReflection => $"So {topic} is on your mind.",
            LabelCode.ComplexReflection => $"There is a lot behind {topic}, and not much room for it.",
            LabelCode.Validation => $"That makes sense, with {topic} on top of it.",
            LabelCode.Affirmation => $"You have kept going, {topic} and everything.",
            LabelCode.Summary => $"Let me put together what I heard about {topic}.",
            LabelCode.AdviceWithoutPermission => $"You should do something about {topic}.",
            LabelCode.Confronting => $"You keep avoiding {topic}.",
            _ => $"Go on about {topic}.",
        };
    }
}
