using System.Globalization;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Assessment;

/// <summary>Writes what a model is asked for an assessment. The rules are the same for everybody; rubric and transcript are data between markers they cannot hold.</summary>
internal static class AssessmentPrompt
{
    private const int LongestLine = 4_000;
    private const int LongestText = 2_000;
    private const int Short = 200;

    private static readonly PromptFile Rules = PromptFile.Load("assess", "Assessment");
    private static readonly PromptFile Parts = PromptFile.Load("assess-parts", "Assessment");

    /// <param name="criteria">Those a model is asked about.</param>
    public static List<ChatMessage> Build(AssessmentRequest request, IReadOnlyList<RubricCriterion> criteria, StudentNames names)
    {
        var rules = new TextContent(Rules.Fill("")) { AdditionalProperties = new() { [ModelKeys.Cache] = ModelKeys.OneHour } };
        // The rubric is the same for a whole class: kept in the cache before the transcript.
        var rubric = new TextContent(Parts.Fill("rubric", "rubric", Rubric(criteria)))
        {
            AdditionalProperties = new() { [ModelKeys.Cache] = ModelKeys.FiveMinutes },
        };
        var transcript = new TextContent(
            Parts.Fill(
                "transcript",
                new Dictionary<string, string>
                {
                    ["client"] = Fence.Clean(request.Persona.Name, Short),
                    ["transcript"] = Transcript(request, names),
                }
            )
        );
        return [new(ChatRole.System, [rules]), new(ChatRole.User, [rubric, transcript])];
    }

    /// <summary>The one more try after an answer that could not be read.</summary>
    public static IEnumerable<ChatMessage> Repair(IEnumerable<ChatMessage> asked, string answer, string fault) =>
        [
            .. asked,
            new ChatMessage(ChatRole.Assistant, Fence.Clean(answer, LongestText) is { Length: > 0 } said ? said : "(nothing)"),
            new ChatMessage(ChatRole.User, Parts.Fill("repair", "fault", Fence.Clean(fault, Short))),
        ];

    private static string Rubric(IReadOnlyList<RubricCriterion> criteria) => string.Join("\n\n", criteria.Select(Criterion));

    private static string Criterion(RubricCriterion c) =>
        string.Join(
            '\n',
            [
                $"{c.Key}: {Fence.Clean(c.Name, Short)}. {Fence.Clean(c.Description, LongestText)}",
                .. c.EvaluationPoints.Select(point => $"- look for: {Fence.Clean(point, LongestText)}"),
                .. c.Levels.Select(level =>
                    $"- level {level.Key} ({Fence.Clean(level.Name, Short)}): {Fence.Clean(level.Descriptor, LongestText)}"
                ),
            ]
        );

    private static string Transcript(AssessmentRequest request, StudentNames names) =>
        string.Join(
            '\n',
            request.Lines.Select(line =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.Number} {(line.Speaker == Speaker.Student ? "STUDENT" : "CLIENT")}: {Fence.Clean(names.Hide(line.Text), LongestLine)}"
                )
            )
        );
}
