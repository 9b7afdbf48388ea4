using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>
/// The JSON of a request about a client. Fields of the persona stand in the body or under <c>persona</c>, as an answer gives them; which ones
/// are named and which are null matters, so it is kept as it came.
/// </summary>
public sealed class ClientBody
{
    /// <summary>The largest client has some 120 KB of text.</summary>
    public const int MaxBytes = 512 * 1024;

    private static readonly string[] NotPersona = ["version", "shared"];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 24, AllowDuplicateProperties = false };

    public int? Version { get; private init; }

    /// <summary>Whether colleagues see it; null: not named.</summary>
    public bool? Shared { get; private init; }

    /// <summary>The persona's fields that were named.</summary>
    public JsonObject Fields { get; private init; } = [];

    /// <summary>Errors in the body itself.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; private init; } = new Dictionary<string, string[]>();

    public bool IsEmpty => Fields.Count == 0 && Shared is null;

    /// <summary>Binds a handler's parameter.</summary>
    public static async ValueTask<ClientBody> BindAsync(HttpContext context)
    {
        JsonNode? json;
        try
        {
            json = await JsonNode.ParseAsync(context.Request.Body, null, Strict, context.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new DomainException("malformed", $"The JSON could not be read at line {e.LineNumber + 1}.", 400);
        }

        return json is JsonObject body ? Of(body) : throw new DomainException("malformed", "Send a JSON object.", 400);
    }

    public static ClientBody Of(JsonObject body)
    {
        var errors = new Dictionary<string, string[]>();
        var fields = new JsonObject();
        foreach (var (name, value) in body.Where(pair => !NotPersona.Contains(pair.Key)))
        {
            if (name == "persona" && value is JsonObject persona)
            {
                foreach (var (inner, innerValue) in persona)
                {
                    fields[inner] = innerValue?.DeepClone();
                }
            }
            else
            {
                fields[name] = value?.DeepClone();
            }
        }

        return new ClientBody
        {
            Version = Value<int>("version", "Send the version that this change is based on, as a whole number."),
            Shared = Value<bool>("shared", "Say true or false."),
            Fields = fields,
            Errors = errors,
        };

        T? Value<T>(string name, string sentence)
            where T : struct
        {
            if (!body.TryGetPropertyValue(name, out var value))
            {
                return null;
            }

            if (value is JsonValue one && one.TryGetValue<T>(out var known))
            {
                return known;
            }

            errors[name] = [sentence];
            return null;
        }
    }
}
