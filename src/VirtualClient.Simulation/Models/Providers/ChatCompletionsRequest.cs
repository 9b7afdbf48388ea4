using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>Writes a request in the form of chat completions.</summary>
internal static class ChatCompletionsRequest
{
    private static readonly AIJsonSchemaTransformOptions Closed = new()
    {
        DisallowAdditionalProperties = true,
        RequireAllProperties = true,
    };

    public static HttpContent Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model"u8, options?.ModelId ?? model);
            WriteMessages(json, messages, options?.Instructions);
            if (options is not null)
                WriteOptions(json, options);
            if (stream)
            {
                json.WriteBoolean("stream"u8, true);
                json.WriteStartObject("stream_options"u8);
                json.WriteBoolean("include_usage"u8, true);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    private static void WriteMessages(Utf8JsonWriter json, IEnumerable<ChatMessage> messages, string? instructions)
    {
        json.WriteStartArray("messages"u8);
        if (instructions is { Length: > 0 })
            WriteMessage(json, ChatRole.System.Value, instructions);
        foreach (var message in messages)
            WriteMessage(json, message.Role.Value, message.Text);
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role"u8, role);
        json.WriteString("content"u8, text);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions options)
    {
        if (options.MaxOutputTokens is { } most)
            json.WriteNumber("max_tokens"u8, most);
        if (options.Temperature is { } temperature)
            json.WriteNumber("temperature"u8, temperature);
        if ((options as ScopedOptions)?.Pseudonym is { } pseudonym)
            json.WriteString("user"u8, pseudonym);
        if (options.ResponseFormat is not ChatResponseFormatJson format)
            return;
        json.WriteStartObject("response_format"u8);
        json.WriteString("type"u8, format.Schema is null ? "json_object"u8 : "json_schema"u8);
        if (format.Schema is { } schema)
        {
            json.WriteStartObject("json_schema"u8);
            json.WriteString("name"u8, format.SchemaName ?? "answer");
            json.WriteBoolean("strict"u8, true);
            json.WritePropertyName("schema"u8);
            AIJsonUtilities.TransformSchema(schema, Closed).WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
