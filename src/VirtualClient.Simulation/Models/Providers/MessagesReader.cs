using System.Text.Json;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// Reads Anthropic's Messages protocol, streamed events and whole bodies alike, straight from UTF-8. Events and fields it does not know, pings
/// and thoughts it skips. One instance for one answer.
/// </summary>
internal sealed class MessagesReader : IAnswerReader
{
    private string? _id;
    private string? _model;
    private Figures _figures;

    public bool Done { get; private set; }

    public ChatResponseUpdate? Read(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var found = default(Event);
        ReadMembers(ref reader, ref found);
        reader.End();
        if (found.Failed)
            throw new ProviderAnswerException(status: null, found.ErrorCode);
        switch (found.Type)
        {
            case "message_start":
                return new ChatResponseUpdate(ChatRole.Assistant, [new StartUsageContent(_figures.Details())])
                {
                    ResponseId = _id,
                    ModelId = _model,
                };
            case "content_block_start" or "content_block_delta":
                return found.Text is { Length: > 0 } text
                    ? new ChatResponseUpdate(ChatRole.Assistant, text) { ResponseId = _id, ModelId = _model }
                    : null;
            case "message_delta" when found.Finish is not null:
                return End(found.Finish);
            case "message_stop":
                Done = true;
                return null;
            case "message":
                var whole = End(found.Finish);
                if (found.Text is { Length: > 0 } all)
                    whole.Contents.Insert(0, new TextContent(all));
                return whole;
            default:
                return null;
        }
    }

    private ChatResponseUpdate End(string? reason)
    {
        var update = new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ResponseId = _id,
            ModelId = _model,
            FinishReason = Finish(reason),
        };
        if (_figures.Seen)
            update.Contents.Add(new UsageContent(_figures.Details()));
        return update;
    }

    /// <summary>An event, a message within one, or a whole body: their members do not collide.</summary>
    private void ReadMembers(ref Utf8JsonReader reader, ref Event found)
    {
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("type"u8))
                found.Type ??= KnownType(ref reader);
            else if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("content_block"u8))
                ReadBlock(ref reader, ref found);
            else if (reader.ValueTextEquals("message"u8))
                ReadMessage(ref reader, ref found);
            else if (reader.ValueTextEquals("content"u8))
                ReadContent(ref reader, ref found);
            else if (reader.ValueTextEquals("usage"u8))
                ReadUsage(ref reader);
            else if (reader.ValueTextEquals("stop_reason"u8))
                found.Finish = reader.Text();
            else if (reader.ValueTextEquals("error"u8))
                (found.Failed, found.ErrorCode) = (true, reader.ErrorCode());
            else if (reader.ValueTextEquals("id"u8))
                _id = reader.Same(_id);
            else if (reader.ValueTextEquals("model"u8))
                _model = reader.Same(_model);
            else
                reader.Skip();
        }
    }

    private void ReadMessage(ref Utf8JsonReader reader, ref Event found)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return;
        var inner = default(Event);
        ReadMembers(ref reader, ref inner);
        found.Finish ??= inner.Finish;
    }

    private static void ReadContent(ref Utf8JsonReader reader, ref Event found)
    {
        if (!reader.Enter(JsonTokenType.StartArray))
            return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadBlockMembers(ref reader, ref found);
            else
                reader.Skip();
    }

    private static void ReadBlock(ref Utf8JsonReader reader, ref Event found)
    {
        if (reader.Enter(JsonTokenType.StartObject))
            ReadBlockMembers(ref reader, ref found);
    }

    private static void ReadBlockMembers(ref Utf8JsonReader reader, ref Event found)
    {
        while (reader.NextProperty())
            if (reader.ValueTextEquals("text"u8))
                found.Text += reader.Text();
            else if (reader.ValueTextEquals("stop_reason"u8))
                found.Finish = reader.Text();
            else
                reader.Skip();
    }

    private void ReadUsage(ref Utf8JsonReader reader)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return;
        _figures.Seen = true;
        while (reader.NextProperty())
            if (reader.ValueTextEquals("input_tokens"u8))
                _figures.Input = reader.Number() ?? _figures.Input;
            else if (reader.ValueTextEquals("output_tokens"u8))
                _figures.Output = reader.Number() ?? _figures.Output;
            else if (reader.ValueTextEquals("cache_read_input_tokens"u8))
                _figures.Read = reader.Number() ?? _figures.Read;
            else if (reader.ValueTextEquals("cache_creation_input_tokens"u8))
                _figures.Write = reader.Number() ?? _figures.Write;
            else if (reader.ValueTextEquals("cache_creation"u8))
                ReadCacheCreation(ref reader);
            else
                reader.Skip();
    }

    private void ReadCacheCreation(ref Utf8JsonReader reader)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return;
        while (reader.NextProperty())
            if (reader.ValueTextEquals("ephemeral_1h_input_tokens"u8))
                _figures.WriteHour = reader.Number() ?? _figures.WriteHour;
            else
                reader.Skip();
    }

    /// <summary>Nearly every event is a piece of text: its type is not made into a new string each time.</summary>
    private static string? KnownType(ref Utf8JsonReader reader) => reader.Same("content_block_delta");

    private static ChatFinishReason? Finish(string? reason) =>
        reason switch
        {
            null => null,
            "max_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,
            "refusal" => ChatFinishReason.ContentFilter,
            "tool_use" => ChatFinishReason.ToolCalls,
            _ => ChatFinishReason.Stop,
        };

    private struct Event
    {
        public string? Type;
        public string? Text;
        public string? Finish;
        public bool Failed;
        public string? ErrorCode;
    }

    private struct Figures
    {
        public bool Seen;
        public long Input;
        public long Output;
        public long Read;
        public long Write;
        public long WriteHour;

        public readonly UsageDetails Details() =>
            new()
            {
                InputTokenCount = Input + Read + Write,
                OutputTokenCount = Output,
                TotalTokenCount = Input + Read + Write + Output,
                CachedInputTokenCount = Read,
                AdditionalCounts = new() { [UsageNames.CacheWrite] = Write, [UsageNames.CacheWriteHour] = WriteHour },
            };
    }
}
