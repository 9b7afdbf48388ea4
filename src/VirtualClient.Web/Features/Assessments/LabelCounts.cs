using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>In how many of a student's turns each label was heard; for figures over a section, which read no transcript.</summary>
/// <param name="Of">By the label's code.</param>
public sealed record LabelCounts(int Turns, IReadOnlyDictionary<string, int> Of)
{
    public static readonly LabelCounts None = new(0, new Dictionary<string, int>());

    public static LabelCounts In(IReadOnlyList<TranscriptLine> lines)
    {
        var turns = lines.Where(line => line.Speaker == Speaker.Student).ToList();
        return new LabelCounts(
            turns.Count,
            turns
                .SelectMany(line => line.Labels.Where(DebriefView.Shown).Select(label => label.Code).Distinct())
                .Where(code => code != LabelCode.NotAnalyzed)
                .GroupBy(code => code)
                .ToDictionary(group => Codes.Of(group.Key), group => group.Count())
        );
    }
}
