using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>Rubrics as a script would send them.</summary>
internal static class RubricSample
{
    public const string Path = "/api/v1/rubrics";

    public static JsonObject Criterion(string name, double weight) =>
        new()
        {
            ["name"] = name,
            ["description"] = "What it is about.",
            ["weight"] = weight,
            ["evaluationPoints"] = new JsonArray("Something to look for"),
        };

    public static JsonObject Of(params JsonObject[] criteria) =>
        new()
        {
            ["name"] = "Home visit",
            ["description"] = "For the second meeting.",
            ["criteria"] = new JsonArray([.. criteria]),
        };

    public static JsonObject Two() => Of(Criterion("Listening", 0.6), Criterion("Planning", 0.4));

    public static JsonObject Levels(this JsonObject criterion, params (string Name, double Points)[] levels)
    {
        criterion["levels"] = new JsonArray([
            .. levels.Select(level => new JsonObject { ["name"] = level.Name, ["points"] = level.Points }),
        ]);
        return criterion;
    }

    public static JsonObject With(this JsonObject part, string field, JsonNode? value)
    {
        part[field] = value;
        return part;
    }

    public static async Task<Answer> CreateAsync(this ApiClient teacher, JsonObject? rubric = null) =>
        (await teacher.PostAsync(Path, rubric ?? Two())).Is(201);

    public static string At(this Answer rubric) => $"{Path}/{rubric.Text("id")}";
}
