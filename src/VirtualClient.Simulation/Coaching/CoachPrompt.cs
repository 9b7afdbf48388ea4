using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Coaching;

/// <summary>
/// Writes what a model is asked for a note. It is given a name and lines, never a persona, so that nothing of the client but what can be read
/// on the page is in a request.
/// </summary>
internal static class CoachPrompt
{
    public const string SchemaName = "coach_note";

    /// <summary>Newest lines that are given: a note is about the moment, and the price of one must not grow with the conversation.</summary>
    private const int MostLines = 40;
    private const int LongestLine = 1_500;
    private const int Short = 120;

    private static readonly PromptFile Rules = PromptFile.Load("coach", "Coaching");
    private static readonly PromptFile Parts = PromptFile.Load("coach-parts", "Coaching");

    /// <summary>The form an answer has to have: the goal before the wording, and an area of the list.</summary>
    public static JsonElement Schema { get; } =
        JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["goal"] = new JsonObject { ["type"] = "string" },
                    ["area"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["enum"] = new JsonArray([.. Codes.All<PracticeArea>().Select(code => (JsonNode)code)]),
                    },
                    ["wording"] = new JsonObject { ["type"] = "string" },
                },
                ["required"] = new JsonArray("goal", "area", "wording"),
                ["additionalProperties"] = false,
            }
        );

    public static IReadOnlyList<ChatMessage> Build(string clientName, IReadOnlyList<Utterance> history, StudentNames names) =>
        [
            new(ChatRole.System, Rules.Fill("")),
            new(
                ChatRole.User,
                Parts.Fill(
                    "transcript",
                    new Dictionary<string, string>
                    {
                        ["client"] = Fence.Clean(clientName, Short),
                        ["transcript"] = Transcript(history, names),
                    }
                )
            ),
        ];

    private static string Transcript(IReadOnlyList<Utterance> history, StudentNames names)
    {
        var lines = history
            .TakeLast(MostLines)
            .Select(line =>
                $"{(line.Speaker == Speaker.Student ? "STUDENT" : "CLIENT")}: {Fence.Clean(names.Hide(line.Text), LongestLine)}"
            );
        return string.Join('\n', history.Any(line => line.Speaker == Speaker.Student) ? lines : lines.Append(Parts.Fill("beginning")));
    }
}
