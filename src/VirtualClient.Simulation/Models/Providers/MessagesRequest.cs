using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>Writes a request in the form of Anthropic's Messages protocol, as the SDK would.</summary>
internal static class MessagesRequest
{
    private static readonly AIJsonSchemaTransformOptions Closed = new()
    {
        DisallowAdditionalProperties = true,
        RequireAllProperties = true,
    };

    public static HttpContent Write(RouteOptions route, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var all = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model"u8, route.Model);
            json.WriteNumber("max_tokens"u8, options?.MaxOutputTokens ?? BudgetLayer.DefaultOutputTokens);
            WriteSystem(json, all, options?.Instructions);
            WriteMessages(json, all);
            if ((options as ScopedOptions)?.Pseudonym is { } pseudonym)
            {
                json.WriteStartObject("metadata"u8);
                json.WriteString("user_id"u8, pseudonym);
                json.WriteEndObject();
            }
            if (AnthropicThinking.OffFor(route) is { } thinking)
            {
                json.WriteStartObject("thinking"u8);
                json.WriteString("type"u8, thinking);
                json.WriteEndObject();
            }
            WriteFormat(json, options?.ResponseFormat);
            if (stream)
                json.WriteBoolean("stream"u8, true);
            json.WriteEndObject();
        }
        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static void WriteSystem(Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages, string? instructions)
    {
        if (instructions is not { Length: > 0 } && messages.All(m => m.Role != ChatRole.System))
            return;
        json.WriteStartArray("system"u8);
        if (instructions is { Length: > 0 })
            WriteBlock(json, instructions, life: null);
        foreach (var message in messages)
            if (message.Role == ChatRole.System)
                WriteBlocks(json, message);
        json.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages)
    {
        json.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System)
                continue;
            json.WriteStartObject();
            json.WriteString("role"u8, message.Role.Value);
            json.WriteStartArray("content"u8);
            WriteBlocks(json, message);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBlocks(Utf8JsonWriter json, ChatMessage message)
    {
        foreach (var content in message.Contents)
            if (content is TextContent { Text.Length: > 0 } text)
                WriteBlock(json, text.Text, CacheMark.Of(content));
    }

    private static void WriteBlock(Utf8JsonWriter json, string text, string? life)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        if (life is not null)
        {
            json.WriteStartObject("cache_control"u8);
            json.WriteString("type"u8, "ephemeral"u8);
            json.WriteString("ttl"u8, life);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter json, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson { Schema: { } schema })
            return;
        json.WriteStartObject("output_config"u8);
        json.WriteStartObject("format"u8);
        json.WriteString("type"u8, "json_schema"u8);
        json.WritePropertyName("schema"u8);
        AIJsonUtilities.TransformSchema(schema, Closed).WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
