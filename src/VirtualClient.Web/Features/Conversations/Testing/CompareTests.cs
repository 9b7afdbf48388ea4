using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>One side of a comparison.</summary>
/// <param name="Trust">At the beginning and after each turn.</param>
public sealed record ComparedTest(
    Guid Id,
    string ClientName,
    DateTimeOffset StartedAt,
    int Turns,
    IReadOnlyList<decimal> Trust,
    IReadOnlyList<TestFact> Facts,
    IReadOnlyDictionary<LabelCode, int> Labels,
    TestTotals Totals,
    string? Model,
    string? ModelRoute,
    bool PromptEdited,
    IReadOnlyList<string> Principles
);

/// <param name="SameSeed">Both drew from the same chance, so what differs comes from what was said and how it was set.</param>
public sealed record TestComparison(ComparedTest Left, ComparedTest Right, bool SameSeed);

/// <summary>Two tests of a teacher's own, side by side.</summary>
internal sealed class CompareTests(ReadTest read)
{
    public async Task<TestComparison> HandleAsync(CurrentUser user, Guid left, Guid right, CancellationToken cancellationToken)
    {
        var reports = await read.ReportsAsync(user, [left, right], cancellationToken);
        return new TestComparison(Of(reports[0]), Of(reports[1]), reports[0].Test.Seed == reports[1].Test.Seed);
    }

    private static ComparedTest Of(TestReport report) =>
        new(
            report.Test.Id,
            report.Test.ClientName,
            report.Test.StartedAt,
            report.Turns.Count,
            report.TrustPath,
            report.Facts,
            report.LabelCounts,
            report.Totals,
            report.Turns.LastOrDefault(t => t.Model is not null)?.Model,
            report.Test.Route,
            report.Test.PromptOverride is not null,
            report.Test.Persona.Principles
        );
}
