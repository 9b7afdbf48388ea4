using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>A scripted interview with a client: every step and the figures read from them.</summary>
public sealed record TrialInterview(Persona Persona, IReadOnlyList<StateStep> Steps)
{
    /// <summary>Holds the interview; it ends early when the client leaves or the platform ends it.</summary>
    /// <param name="turns">Turns at most, 1 or more.</param>
    public static TrialInterview Hold(Persona persona, Interviewer interviewer, ulong seed, int turns)
    {
        ArgumentNullException.ThrowIfNull(interviewer);
        return Continue(persona, interviewer, StateEngine.Start(persona, seed), turns);
    }

    /// <summary>Goes on from a state with another interviewer.</summary>
    public static TrialInterview Continue(Persona persona, Interviewer interviewer, ClientState from, int turns)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(interviewer);
        ArgumentNullException.ThrowIfNull(from);
        var steps = new List<StateStep>(turns);
        var state = from;
        while (steps.Count < turns)
        {
            var step = StateEngine.Next(persona, state, interviewer.Says(new Seat(persona, state, steps.LastOrDefault())));
            steps.Add(step);
            state = step.State;
            if (step.ClientLeaves || step.EndsForBreach)
            {
                break;
            }
        }

        return new TrialInterview(persona, steps);
    }

    /// <summary>The client at the end.</summary>
    public ClientState End => Steps[^1].State;

    /// <summary>Share of today's facts that were told, 0 to 1; 1 for a client without facts.</summary>
    public decimal TodayShare
    {
        get
        {
            var today = Agenda.Today(Persona);
            return today.Count == 0 ? 1m : (decimal)today.Count(fact => End.Opened.ContainsKey(fact.Id)) / today.Count;
        }
    }

    /// <summary>Turns until trust reached a level, or null if it never did.</summary>
    public int? TurnsToTrust(decimal level) => Steps.FirstOrDefault(step => step.State.Trust >= level)?.State.Turn;

    /// <summary>Turn in which the first core fact that is no risk was told, or null.</summary>
    public int? FirstCoreTurn =>
        Persona
            .Disclosures.Where(fact => fact is { Importance: Importance.Core, Risk: null } && End.Opened.ContainsKey(fact.Id))
            .Select(fact => (int?)End.Opened[fact.Id])
            .Min();

    /// <summary>Mean trust over the interview, 1.0 to 4.0.</summary>
    public decimal MeanTrust => Steps.Average(step => step.State.Trust);
}
