using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>The one thing to keep and the one to try, when a debrief is read in a minute.</summary>
internal static class OneThing
{
    private const int EnoughTurns = 6;

    public static KeptMoment ToKeep(string name, IReadOnlyList<HeldTurn> turns) =>
        turns.Count == 0
            ? new KeptMoment(null, "You came", "You opened the door and sat down. That is where it begins.")
            : new KeptMoment(
                null,
                "You stayed",
                $"You stayed in the room with {name} for {(turns.Count == 1 ? "a turn" : $"{turns.Count} turns")} that were not easy."
            );

    /// <summary>Safety first, then what must be said at the start, then the moment that cost most, then the habit that shows in the counts.</summary>
    public static RetryMoment ToTry(
        string name,
        ListeningFigures listening,
        IReadOnlyList<DutyOutcome> duties,
        SafetyOutcome? safety,
        IReadOnlyList<RetryMoment> retries
    )
    {
        if (safety is { CarriedRisk: true, Clarity: not SafetyClarity.Direct })
        {
            return new RetryMoment(
                safety.LeadingTurns.Count > 0 ? safety.LeadingTurns[0] : null,
                "Ask about safety in plain words",
                "It might help to ask early and directly, one thing at a time, in a calm voice. Asking does not put a danger there.",
                PracticeArea.Structure,
                "I ask everybody this: is anyone in this, you included, not safe right now?",
                "You carry a lot. When it gets that heavy, some people think of dying, or are afraid of somebody. Is either of those true for you?"
            );
        }

        if (duties.Any(duty => duty is { Duty: OpeningDuty.Limits, Timing: not DutyTiming.Timely }) && listening.Turns >= EnoughTurns)
        {
            return new RetryMoment(
                duties.First(duty => duty.Duty == OpeningDuty.Limits).Turn,
                "Say early what stays private",
                $"It might help to say in the first minutes what stays between the two of you and what cannot, so that {name} can decide what to tell.",
                PracticeArea.Structure,
                "What you tell me stays with us, unless somebody could get hurt. Then I would have to bring in others, and I would tell you first.",
                "You may be wondering who hears this. Most of it stays here; if somebody could be hurt I would have to act, and you would know."
            );
        }

        return retries.Count > 0 ? retries[0] : Habit(name, listening);
    }

    private static RetryMoment Habit(string name, ListeningFigures listening) =>
        listening.Reflections < listening.Questions
            ? new RetryMoment(
                null,
                "One reflection before the next question",
                $"It might help to give back what {name} just said before asking on; an answer that was heard opens the next one.",
                PracticeArea.Reflections,
                "Let me see if I have that right.",
                "That sounds like a lot to carry at once."
            )
            : new RetryMoment(
                null,
                "A silence after something that matters",
                $"It might help to wait once, after {name} has said something that costs something.",
                PracticeArea.Empathy,
                "Take your time.",
                "That is a lot. I am here."
            );
}
