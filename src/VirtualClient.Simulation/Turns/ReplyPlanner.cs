using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// Turns a step of the engine into what the client has decided to say. Whatever the student asked, nothing of a closed fact but its
/// deflection (or, for a safety question, its partial answer) is in a plan. Deterministic for the state's seed. Thread-safe.
/// </summary>
public static class ReplyPlanner
{
    /// <summary>The plan for the reply to the turn that <paramref name="step"/> is about.</summary>
    public static ReplyPlan Plan(Persona persona, StateStep step, TurnSignals signals, TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(context);
        var state = step.State;
        var text = PlainAsks.TextOf(signals, context);
        var opening = step.Opening.Select(id => persona.Disclosures.First(fact => fact.Id == id)).ToList();
        var known = persona.Disclosures.Where(fact => state.Opened.ContainsKey(fact.Id) && !step.Opening.Contains(fact.Id)).ToList();
        var safety = SafetyAnswers.For(persona, step, signals, context);
        var danger = persona.Disclosures.Any(fact => fact.Risk is not null && step.Approached.Contains(fact.Id));
        var exact = !danger && PlainAsks.Exactly(persona, text);
        var deflections = opening.Count == 0 && safety.None && !exact ? Deflections.For(persona, step, signals, context) : [];
        var hasMoreToSay = opening.Count > 0 || deflections.Count > 0 || !safety.None;
        var (ask, answer) = PlainAsks.Read(persona, signals, text, ClientWords.Recent(context, int.MaxValue), hasMoreToSay);
        var foothold = state.FootholdAt == state.Turn && opening.Count == 0 && safety.None ? Footholds.For(persona, context, state) : null;
        var affect = Affects.Of(persona, step, signals, deflections.Count > 0);
        var plan = new ReplyPlan
        {
            Stance = step.Stance,
            Length = ReplyLengths.Draw(persona, step, signals, safety, foothold is not null),
            Affect = affect,
            Cue = Cues.Draw(persona, step, context, affect),
            Opening = opening,
            Known = known,
            Deflections = deflections,
            Pressed = step.Pressed,
            PartialAnswers = safety.Partial,
            CleanAnswers = safety.Clean,
            Ask = ask,
            PlainAnswer = answer,
            OwnQuestion = OwnQuestions.Draw(persona, step, context, hasMoreToSay),
            Foothold = foothold,
            Leaves = step.ClientLeaves,
            Echoes = Turns.Echoes.Of(text, context),
            VoiceSeed = new Draw(state.Seed, state.Turn, DrawFor.Voice).First,
            Why = "",
        };
        return plan with { Avoid = Avoidances.For(persona, step, plan), Why = PlanReasons.For(step, plan) };
    }
}
