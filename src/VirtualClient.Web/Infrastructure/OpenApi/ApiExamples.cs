using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualClient.Web.Infrastructure.OpenApi;

/// <summary>
/// The examples beside this file. A body or an answer goes by the name of its type, as what lies below features knows none of them; one
/// that has no type of its own, by its operation: "PATCH /clients/{id}".
/// </summary>
internal sealed class ApiExamples
{
    private readonly Dictionary<string, JsonNode> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> parameters = new(StringComparer.Ordinal);

    public static ApiExamples Load()
    {
        var examples = new ApiExamples();
        var assembly = typeof(ApiExamples).Assembly;
        const string folder = "VirtualClient.Web.Infrastructure.OpenApi.Examples.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonNode.Parse(stream, null, new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
            Take(file, "bodies", examples.bodies);
            Take(file, "answers", examples.answers);
            Take(file, "parameters", examples.parameters);
        }

        return examples;
    }

    public IReadOnlyCollection<string> Names => [.. bodies.Keys, .. answers.Keys];

    /// <param name="operation">Method and path: "POST /sections".</param>
    public JsonNode? Body(string operation, Type? type) => Find(bodies, operation) ?? Find(bodies, type?.Name);

    public JsonNode? Answer(Type type) => Find(answers, type.Name);

    /// <summary>Of an answer that has no type of its own.</summary>
    public JsonNode? Answer(string operation) => Find(answers, operation);

    /// <summary>As the operation means it, else as all paths that begin the same do, else as every path does.</summary>
    public string? Parameter(string operation, string path, string name) =>
        (
            Find(parameters, $"{operation} {name}") ?? Find(parameters, $"/{path.Split('/')[1]} {name}") ?? Find(parameters, name)
        )?.GetValue<string>();

    private static JsonNode? Find(Dictionary<string, JsonNode> among, string? name) =>
        name is null ? null : among.GetValueOrDefault(name)?.DeepClone();

    private static void Take(JsonObject file, string part, Dictionary<string, JsonNode> into)
    {
        foreach (var (name, value) in file[part]?.AsObject() ?? [])
        {
            into.Add(name, value!);
        }
    }
}
