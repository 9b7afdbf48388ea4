using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>Writes a scripted turn's signals.</summary>
internal static class Script
{
    private const int OneMove = 12;

    /// <summary>A turn with these moves, each in words of its own.</summary>
    public static TurnSignals Of(Seat seat, params LabelCode[] codes)
    {
        var touched = Agenda.Touching(seat);
        return new TurnSignals
        {
            Labels = [.. codes.Select(code => new TurnLabel(code, $"turn {seat.Turn} {code}", "script"))],
            Touched = touched,
            Issues = IssuesOf(seat.Persona, touched),
            Words = OneMove,
            ClientFelt = seat.JustTold,
        };
    }

    /// <summary>One calm, direct question about safety.</summary>
    public static TurnSignals Safety(Seat seat, RiskItem item) =>
        Of(seat, LabelCode.SafetyQuestion, LabelCode.ClosedQuestion) with
        {
            AskedAbout = new HashSet<RiskItem> { item },
            Touched = new HashSet<string>(),
        };

    /// <summary>Whether a question in this turn would press a topic that was turned away lately.</summary>
    public static bool WouldPress(Seat seat) =>
        Agenda
            .Touching(seat)
            .Any(id =>
                !seat.State.Opened.ContainsKey(id)
                && seat.State.Approached.TryGetValue(id, out var at)
                && seat.Turn - at <= StateConstants.PressingWithin
            );

    /// <summary>Issues that the touched facts' topics name by their code.</summary>
    private static HashSet<Issue> IssuesOf(Persona persona, IReadOnlySet<string> touched) =>
        [
            .. persona
                .Disclosures.Where(fact => touched.Contains(fact.Id))
                .SelectMany(fact => fact.Topics)
                .Select(Codes.Find<Issue>)
                .OfType<Issue>(),
        ];
}
