using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>A turn worth keeping: what it did and what came of it.</summary>
/// <param name="Turn">Number of the turn; null when it is about the whole meeting.</param>
public sealed record KeptMoment(int? Turn, string Title, string Note);

/// <summary>
/// A turn worth another try, in the order in which a supervisor would speak of it: what would serve the moment, in which area, and two
/// other wordings, one plain and one reflective, in the client's own words where there are any.
/// </summary>
/// <param name="Turn">Number of the turn; null when it is about the whole meeting.</param>
public sealed record RetryMoment(int? Turn, string Title, string Goal, PracticeArea Area, string Plain, string Reflective);

/// <summary>Chooses the moments. What moved the client most comes first; equal moments in the order they were held.</summary>
internal static class Highlights
{
    private const int AtMost = 3;

    /// <summary>A fact that opened weighs as much as three steps of trust.</summary>
    private const int OpenedWeighs = 3;

    public static IReadOnlyList<KeptMoment> Kept(Persona persona, string name, IReadOnlyList<HeldTurn> turns) =>
        [
            .. turns
                .Where(turn => turn.Change > 0 && turn.Step.Moves.Any(move => move.Amount > 0m))
                .OrderByDescending(turn => turn.Change + (OpenedWeighs * turn.Step.Opening.Count))
                .ThenBy(turn => turn.Number)
                .Take(AtMost)
                .Select(turn => Keep(turn, persona, name)),
        ];

    public static IReadOnlyList<RetryMoment> Retries(Persona persona, string name, IReadOnlyList<HeldTurn> turns) =>
        [
            .. turns
                .Select((turn, at) => (Turn: turn, At: at, Trouble: Troubles.Of(turn)))
                .Where(each => each.Trouble is not null)
                .OrderByDescending(each => each.Trouble!.Value.Weight)
                .ThenBy(each => each.At)
                .Take(AtMost)
                .Select(each => Retry(each.Turn, each.Trouble!.Value.Kind, persona, name, turns, each.At)),
        ];

    private static KeptMoment Keep(HeldTurn turn, Persona persona, string name)
    {
        var best = turn.Step.Moves.Where(move => move.Amount > 0m).MaxBy(move => move.Amount)!;
        var words = MoveWords.Of(best);
        var told = persona.Disclosures.Where(fact => turn.Step.Opening.Contains(fact.Id)).Select(fact => $"“{fact.Title}”").ToList();
        var note =
            told.Count > 0 ? $"{name} told you about {MoveWords.List(told)}."
            : turn.Step.RuptureRepaired ? "What had come between you was put right."
            : $"{name} came a little closer.";
        return new KeptMoment(turn.Number, char.ToUpperInvariant(words[0]) + words[1..], note);
    }

    private static RetryMoment Retry(HeldTurn turn, Trouble trouble, Persona persona, string name, IReadOnlyList<HeldTurn> turns, int at)
    {
        var words = TroubleWords.Of(trouble);
        var heard = ClientQuote.From(persona, at > 0 ? [turn.Heard, turns[at - 1].Heard] : [turn.Heard]);
        return new RetryMoment(
            turn.Number,
            words.Title,
            words.Goal.Replace("{name}", name, StringComparison.Ordinal),
            words.Area,
            heard.Fill(words.Plain),
            heard.Fill(words.Reflective)
        );
    }
}
