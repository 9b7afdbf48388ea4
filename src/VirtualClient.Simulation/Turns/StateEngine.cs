using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// The client as a state machine: what a turn did moves trust, distress and engagement, and decides which facts open and how the
/// client meets the turn. Pure integer and decimal arithmetic without time or chance beyond the seed: equal persona, state and signals
/// give an equal step, bit for bit. Thread-safe.
/// </summary>
public static class StateEngine
{
    /// <summary>The client before the student's first turn.</summary>
    public static ClientState Start(Persona persona, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return new ClientState
        {
            TrustSteps = PersonaFactors.StartSteps(persona),
            DistressTenths = Moods.StartDistress(persona),
            EngagementHundredths = StateConstants.StartEngagement(persona.Difficulty),
            Seed = seed,
        };
    }

    /// <summary>The client after a turn, and why. <paramref name="before"/> is left as it was.</summary>
    public static StateStep Next(Persona persona, ClientState before, TurnSignals signals)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(signals);
        var turn = new TurnReading(persona, before, signals);
        var gates = new FactGates(turn);
        if (turn.NotAnalyzed)
        {
            return Unread(turn);
        }

        IReadOnlyList<TrustMove> moves = [.. Gains.Of(turn), .. Losses.Of(turn)];
        var pressed = gates.Presses(before.TrustSteps + TrustArithmetic.Steps(turn, moves));
        if (pressed)
        {
            moves = [.. moves, new TrustMove(Losses.PressingReason, null, -StateConstants.Pressing)];
        }

        var trust = before.TrustSteps + TrustArithmetic.Steps(turn, moves);
        var (rupture, ruptured, repaired) = Ruptures.After(turn, moves);
        var (opening, volunteered) = rupture is null
            ? gates.Open(trust, holdsBack: Losses.Outweigh(moves) || signals.Has(LabelCode.DutyToReport))
            : ([], null);
        var opened = opening.Select(fact => fact.Id).ToList();
        var approached = gates.ApproachedBy(opened);
        var encouragers = OnlyEncourages(turn) ? before.EncouragerRun + 1 : 0;
        var breaches = before.Breaches + (signals.Has(LabelCode.BoundaryBreach) ? 1 : 0);
        var ends = breaches >= StateConstants.BreachesThatEnd && signals.Has(LabelCode.BoundaryBreach);
        var leaves = !ends && Ruptures.Leaves(persona, turn.Turn, trust, rupture);
        var sum = TrustArithmetic.Base(turn, moves);

        var after = before with
        {
            Turn = turn.Turn,
            TrustSteps = trust,
            DistressTenths = Moods.DistressAfter(turn, moves, pressed, opening),
            EngagementHundredths = Moods.EngagementAfter(turn, trust, encouragers),
            Rupture = rupture,
            Opened = With(before.Opened, opened, turn.Turn),
            Approached = gates.ApproachedAfter(opened),
            Asked = gates.Asked,
            RecentMoves = RecentMoves.After(turn),
            ClosedRun = Losses.ClosedRunAfter(turn),
            EncouragerRun = encouragers,
            LastSilence = signals.Has(LabelCode.Silence) ? turn.Turn : before.LastSilence,
            LastAdvice = signals.Has(LabelCode.AdviceWithoutPermission) ? turn.Turn : before.LastAdvice,
            Duties = RecentMoves.DutiesAfter(turn),
            Fragile = persona.Traits.Contains(Trait.Anxious) && (sum > 0m || (sum == 0m && before.Fragile)),
            ReportNamed = signals.Has(LabelCode.DutyToReport) ? turn.Turn : before.ReportNamed,
            ReportExplained = signals.Has(LabelCode.DutyToReport) ? ExplainsReport(turn) : before.ReportExplained,
            Breaches = breaches,
        };
        var discomfort = persona.Disclosures.Any(fact => fact.Discomfort && approached.Contains(fact.Id));
        var manner = Manner.Choose(turn, after, opening, discomfort, gained: sum > 0m, lost: sum < 0m, leaves);
        return new StateStep
        {
            State = manner.State,
            Stance = manner.Stance,
            TrustStepsBefore = before.TrustSteps,
            Moves = moves,
            Opening = opened,
            Approached = approached,
            Volunteered = volunteered,
            Pressed = pressed,
            RuptureOpened = ruptured,
            RuptureRepaired = repaired,
            ClientLeaves = leaves,
            EndsForBreach = ends,
        };
    }

    /// <summary>A turn the analyzer does not read, such as one in another language: no gain, no loss, nothing opens.</summary>
    private static StateStep Unread(TurnReading turn)
    {
        var after = turn.Before with { Turn = turn.Turn };
        var manner = Manner.Choose(turn, after, [], discomfort: false, gained: false, lost: false, leaves: false);
        return new StateStep
        {
            State = manner.State,
            Stance = manner.Stance,
            TrustStepsBefore = turn.Before.TrustSteps,
        };
    }

    private static bool OnlyEncourages(TurnReading turn) =>
        turn.Signals.Has(LabelCode.Encourager) && turn.ListeningMoves == 0 && !turn.Asks;

    /// <summary>A report is named well when it comes with what happens next and with what the client can do or say in it.</summary>
    private static bool ExplainsReport(TurnReading turn)
    {
        var signals = turn.Signals;
        var next = signals.Has(LabelCode.PracticalHelp) || signals.Has(LabelCode.Information) || signals.Has(LabelCode.Agenda);
        var part = signals.Has(LabelCode.Permission) || signals.Has(LabelCode.Autonomy) || signals.Has(LabelCode.OpenQuestion);
        return next && part;
    }

    private static SortedDictionary<string, int> With(IReadOnlyDictionary<string, int> before, IEnumerable<string> ids, int turn)
    {
        var after = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, at) in before)
        {
            after[id] = at;
        }

        foreach (var id in ids)
        {
            after[id] = turn;
        }

        return after;
    }
}
