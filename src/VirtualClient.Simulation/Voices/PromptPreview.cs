using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// The prompt as a model would get it when trust has come to a level and everything it allows has been told: for whoever writes the client
/// to see that what is closed is not there. Deterministic.
/// </summary>
public sealed record PromptPreview
{
    private const int SomeTurns = 6;

    private PromptPreview() { }

    /// <summary>The part that stays the same through a conversation.</summary>
    public required string System { get; init; }

    /// <summary>The direction for one reply.</summary>
    public required string Plan { get; init; }

    /// <summary>Facts that may be in a prompt at this level, as authored.</summary>
    public required IReadOnlyList<Disclosure> Open { get; init; }

    /// <summary>Facts that are in no prompt at this level.</summary>
    public required IReadOnlyList<Disclosure> Closed { get; init; }

    /// <summary>Tokens of <see cref="System"/>, an estimate from its length.</summary>
    public long SystemTokens => TokenEstimate.Of(System.Length);

    /// <summary>Tokens of <see cref="Plan"/>, an estimate from its length.</summary>
    public long PlanTokens => TokenEstimate.Of(Plan.Length);

    /// <param name="trust">1.0 to 4.0; rounded down to steps of 0.05.</param>
    public static PromptPreview At(Persona persona, decimal trust)
    {
        ArgumentNullException.ThrowIfNull(persona);
        var steps = Math.Clamp(
            (int)decimal.Floor(trust / StateConstants.Step),
            StateConstants.LowestTrustSteps,
            StateConstants.HighestTrustSteps
        );
        var open = OpenAt(persona, steps * StateConstants.Step);
        var ids = open.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var closed = persona.Disclosures.Where(fact => !ids.Contains(fact.Id)).ToList();
        var state = StateEngine.Start(persona, 1) with { TrustSteps = steps, Turn = SomeTurns };
        var signals = new TurnSignals { Labels = [], Touched = closed.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal) };
        var after = StateEngine.Next(persona, state, signals);
        var step = after with
        {
            State = after.State with { TrustSteps = steps, Opened = ids.ToDictionary(id => id, _ => SomeTurns) },
            Opening = [.. open.TakeLast(1).Select(fact => fact.Id)],
            Approached = [.. closed.Select(fact => fact.Id)],
            Volunteered = null,
            ClientLeaves = false,
        };
        var context = new TurnContext
        {
            Persona = persona,
            History = [new Utterance(Speaker.Client, persona.OpeningLine ?? Greeting.For(persona, 1))],
            Opened = ids,
        };
        return new PromptPreview
        {
            System = PromptBuilder.StablePart(persona),
            Plan = PlanWriter.Write(ReplyPlanner.Plan(persona, step, signals, context), KeptBack.Closed(persona, ids), null),
            Open = open,
            Closed = closed,
        };
    }

    /// <summary>What can have been told at this trust: its level is reached, it is for today, and what it waits for has been told.</summary>
    private static List<Disclosure> OpenAt(Persona persona, decimal trust)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        bool more;
        do
        {
            more = false;
            foreach (var fact in persona.Disclosures)
            {
                more |= fact.Pace == Pace.Today && fact.Level <= trust && fact.Requires.All(open.Contains) && open.Add(fact.Id);
            }
        } while (more);

        return [.. persona.Disclosures.Where(fact => open.Contains(fact.Id)).OrderBy(fact => fact.Level)];
    }
}
