using System.Text.Json;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// Reads chat completions, streamed chunks and whole bodies alike, straight from UTF-8. What it does not know it skips: servers add fields and
/// events of their own. One instance for one answer.
/// </summary>
internal sealed class ChatCompletionsReader : IAnswerReader
{
    private string? _id;
    private string? _model;

    public bool Done { get; private set; }

    public ChatResponseUpdate? Read(ReadOnlySpan<byte> data)
    {
        if (data.Trim((byte)' ').SequenceEqual("[DONE]"u8))
        {
            Done = true;
            return null;
        }
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var piece = default(Piece);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("choices"u8))
                ReadChoices(ref reader, ref piece);
            else if (reader.ValueTextEquals("usage"u8))
                piece.Usage = ReadUsage(ref reader);
            else if (reader.ValueTextEquals("error"u8))
                ReadError(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                _id = reader.Same(_id);
            else if (reader.ValueTextEquals("model"u8))
                _model = reader.Same(_model);
            else
                reader.Skip();
        }
        reader.End();
        return piece.IsEmpty ? null : Update(piece);
    }

    private ChatResponseUpdate Update(in Piece piece)
    {
        var update = new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ResponseId = _id,
            ModelId = _model,
            FinishReason = piece.Refused ? ChatFinishReason.ContentFilter : piece.Finish,
        };
        if (piece.Text is { Length: > 0 } text)
            update.Contents.Add(new TextContent(text));
        if (piece.Usage is { } usage)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }

    private static void ReadChoices(ref Utf8JsonReader reader, ref Piece piece)
    {
        if (!reader.Enter(JsonTokenType.StartArray))
            return;
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // One answer was asked for; a second one would be another person.
            if (!first || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            first = false;
            while (reader.NextProperty())
            {
                if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8))
                    ReadMessage(ref reader, ref piece);
                else if (reader.ValueTextEquals("finish_reason"u8))
                    piece.Finish = Finish(reader.Text()) ?? piece.Finish;
                else
                    reader.Skip();
            }
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref Piece piece)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return;
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("content"u8))
                piece.Text = reader.Text();
            else if (reader.ValueTextEquals("refusal"u8))
                piece.Refused |= reader.Text() is { Length: > 0 };
            else
                reader.Skip();
        }
    }

    private static UsageDetails? ReadUsage(ref Utf8JsonReader reader)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return null;
        var usage = new UsageDetails();
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
                usage.InputTokenCount = reader.Number();
            else if (reader.ValueTextEquals("completion_tokens"u8))
                usage.OutputTokenCount = reader.Number();
            else if (reader.ValueTextEquals("total_tokens"u8))
                usage.TotalTokenCount = reader.Number();
            else if (reader.ValueTextEquals("prompt_tokens_details"u8))
                ReadPromptDetails(ref reader, usage);
            else
                reader.Skip();
        }
        return usage;
    }

    private static void ReadPromptDetails(ref Utf8JsonReader reader, UsageDetails usage)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return;
        while (reader.NextProperty())
            if (reader.ValueTextEquals("cached_tokens"u8))
                usage.CachedInputTokenCount = reader.Number();
            else
                reader.Skip();
    }

    private static void ReadError(ref Utf8JsonReader reader)
    {
        var value = reader;
        value.Read();
        if (value.TokenType == JsonTokenType.Null)
            reader.Skip();
        else
            throw new ProviderAnswerException(status: null, reader.ErrorCode());
    }

    private static ChatFinishReason? Finish(string? reason) =>
        reason switch
        {
            null => null,
            "length" => ChatFinishReason.Length,
            "content_filter" => ChatFinishReason.ContentFilter,
            "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
            _ => ChatFinishReason.Stop,
        };

    private struct Piece
    {
        public string? Text;
        public bool Refused;
        public ChatFinishReason? Finish;
        public UsageDetails? Usage;

        public readonly bool IsEmpty => Text is not { Length: > 0 } && !Refused && Finish is null && Usage is null;
    }
}
