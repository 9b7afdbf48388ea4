using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelStub;

/// <summary>The plainest value that a JSON schema allows, so that structured output can be tried without a model.</summary>
internal static class SchemaSample
{
    public static JsonNode For(JsonElement schema, JsonElement root, int depth = 0)
    {
        if (depth > 16 || schema.ValueKind != JsonValueKind.Object)
            return JsonValue.Create("");
        if (schema.TryGetProperty("$ref", out var reference))
            return For(Resolve(reference.GetString()!, root), root, depth + 1);
        if (schema.TryGetProperty("const", out var constant))
            return JsonNode.Parse(constant.GetRawText())!;
        if (schema.TryGetProperty("enum", out var choices))
            return JsonNode.Parse(choices[0].GetRawText())!;
        if (schema.TryGetProperty("anyOf", out var any) || schema.TryGetProperty("oneOf", out any))
            return For(any[0], root, depth + 1);
        return TypeOf(schema) switch
        {
            "object" => Object(schema, root, depth),
            "array" => Array(schema, root, depth),
            "integer" or "number" => JsonValue.Create(schema.TryGetProperty("minimum", out var least) ? least.GetDouble() : 1),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create("The worker asked how things are at home."),
        };
    }

    private static JsonObject Object(JsonElement schema, JsonElement root, int depth)
    {
        var result = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                result[property.Name] = For(property.Value, root, depth + 1);
        return result;
    }

    private static JsonArray Array(JsonElement schema, JsonElement root, int depth)
    {
        var count = schema.TryGetProperty("minItems", out var least) ? least.GetInt32() : 1;
        return schema.TryGetProperty("items", out var items)
            ? [.. Enumerable.Range(0, count).Select(_ => For(items, root, depth + 1))]
            : [];
    }

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type[0].GetString()
        : type.GetString();

    private static JsonElement Resolve(string pointer, JsonElement root)
    {
        var at = root;
        foreach (var part in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (!at.TryGetProperty(part, out at))
                return root;
        return at;
    }
}
