using System.Text;
using System.Text.Json;

namespace ModelStub;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Number">1 for the first request of this stub.</param>
/// <param name="Protocol">"anthropic" or "openai".</param>
/// <param name="Headers">Header names in lower case.</param>
public sealed record ReceivedRequest(
    long Number,
    string Protocol,
    JsonElement Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset ReceivedAt
)
{
    /// <summary>Ends when the caller hung up or the answer was complete.</summary>
    public CancellationToken Aborted { get; init; }

    public string Model => Body.TryGetProperty("model", out var model) ? model.GetString() ?? "" : "";

    public bool Streams => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    public int MaxTokens =>
        Body.TryGetProperty("max_tokens", out var tokens) || Body.TryGetProperty("max_completion_tokens", out tokens)
            ? tokens.GetInt32()
            : int.MaxValue;

    /// <summary>The newest words of the user role.</summary>
    public string LastUserText =>
        Body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages
                .EnumerateArray()
                .Where(m => string.Equals(m.GetProperty("role").GetString(), "user", StringComparison.Ordinal))
                .Select(m => TextOf(m.GetProperty("content")))
                .LastOrDefault("")
            : "";

    /// <summary>The JSON schema the answer has to follow, or null for plain text.</summary>
    internal JsonElement? Schema
    {
        get
        {
            if (
                Body.TryGetProperty("output_config", out var config)
                && config.TryGetProperty("format", out var format)
                && format.TryGetProperty("schema", out var schema)
            )
                return schema;
            if (
                Body.TryGetProperty("response_format", out var response)
                && response.TryGetProperty("json_schema", out var wrapper)
                && wrapper.TryGetProperty("schema", out schema)
            )
                return schema;
            return null;
        }
    }

    /// <summary>All text of a content value, whether written as a string or as blocks.</summary>
    internal static string TextOf(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String)
            return content.GetString()!;
        if (content.ValueKind != JsonValueKind.Array)
            return "";
        var text = new StringBuilder();
        foreach (var block in content.EnumerateArray())
            if (block.TryGetProperty("text", out var part))
                text.Append(part.GetString());
        return text.ToString();
    }
}
