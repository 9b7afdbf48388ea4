using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualClient.Simulation.Assessment;

/// <summary>The form an answer has to have, made for one rubric: quotes before the reason, the reason before the level, and levels by their keys.</summary>
internal static class AssessmentSchema
{
    public const string Name = "assessment";
    public const string NoOpportunity = "no_opportunity";

    public static JsonElement For(IReadOnlyList<RubricCriterion> criteria) =>
        JsonSerializer.SerializeToElement(
            Object(
                ("criteria", Object([.. criteria.Select(c => (c.Key, Criterion(c)))])),
                ("strengths", Texts()),
                ("areas_to_improve", Texts())
            )
        );

    private static JsonObject Criterion(RubricCriterion criterion) =>
        Object(
            (
                "evidence",
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = Object(
                        ("line", new JsonObject { ["type"] = "integer" }),
                        ("words", new JsonObject { ["type"] = "string" })
                    ),
                }
            ),
            ("reason", new JsonObject { ["type"] = "string" }),
            (
                "level",
                new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. criterion.Levels.Select(l => (JsonNode)l.Key), NoOpportunity]),
                }
            ),
            ("confidence", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("low", "medium", "high") })
        );

    private static JsonObject Texts() =>
        new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonObject Object(params (string Name, JsonObject Schema)[] properties) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject([.. properties.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema))]),
            ["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Name)]),
            ["additionalProperties"] = false,
        };
}
