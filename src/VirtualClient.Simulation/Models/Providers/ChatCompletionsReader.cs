using System.Text.Json;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// Reads chat completions, streamed chunks and whole bodies alike, straight from UTF-8. What it does not know it skips: servers add fields and
/// events of their own. One instance for one answer.
/// </summary>
internal sealed class ChatCompletionsReader
{
    private string? _id;
    private string? _model;

    /// <summary>Whether the server said "[DONE]".</summary>
    public bool Done { get; private set; }

    /// <summary>Null for what says nothing.</summary>
    /// <exception cref="JsonException">Not JSON, or not whole.</exception>
    /// <exception cref="InvalidOperationException">A value of an impossible kind, or text that is not UTF-8.</exception>
    /// <exception cref="ChatCompletionsException">The server reports an error.</exception>
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
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8))
                ReadChoices(ref reader, ref piece);
            else if (reader.ValueTextEquals("usage"u8))
                piece.Usage = ReadUsage(ref reader);
            else if (reader.ValueTextEquals("error"u8))
                ReadError(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                _id = Same(ref reader, _id);
            else if (reader.ValueTextEquals("model"u8))
                _model = Same(ref reader, _model);
            else
                reader.Skip();
        }
        if (reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException("The object is not whole.");
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
        if (!Enter(ref reader, JsonTokenType.StartArray))
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
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8))
                    ReadMessage(ref reader, ref piece);
                else if (reader.ValueTextEquals("finish_reason"u8))
                    piece.Finish = Finish(Text(ref reader)) ?? piece.Finish;
                else
                    reader.Skip();
            }
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref Piece piece)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
                piece.Text = Text(ref reader);
            else if (reader.ValueTextEquals("refusal"u8))
                piece.Refused |= Text(ref reader) is { Length: > 0 };
            else
                reader.Skip();
        }
    }

    private static UsageDetails? ReadUsage(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
            return null;
        var usage = new UsageDetails();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
                usage.InputTokenCount = Number(ref reader);
            else if (reader.ValueTextEquals("completion_tokens"u8))
                usage.OutputTokenCount = Number(ref reader);
            else if (reader.ValueTextEquals("total_tokens"u8))
                usage.TotalTokenCount = Number(ref reader);
            else if (reader.ValueTextEquals("prompt_tokens_details"u8))
                ReadPromptDetails(ref reader, usage);
            else
                reader.Skip();
        }
        return usage;
    }

    private static void ReadPromptDetails(ref Utf8JsonReader reader, UsageDetails usage)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("cached_tokens"u8))
                usage.CachedInputTokenCount = Number(ref reader);
            else
                reader.Skip();
    }

    private static void ReadError(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        throw new ChatCompletionsException(status: null, ErrorCode(ref reader));
    }

    /// <summary>The code of an error object, or its type.</summary>
    public static string? ErrorCode(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        string? code = null;
        string? type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("code"u8))
                code = Text(ref reader);
            else if (reader.ValueTextEquals("type"u8))
                type = Text(ref reader);
            else
                reader.Skip();
        return ProviderErrors.Word(code) ?? ProviderErrors.Word(type);
    }

    /// <summary>Moves on to the value; skips it and says no when it is of another kind.</summary>
    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
            return true;
        reader.Skip();
        return false;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static long? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return number;
        reader.Skip();
        return null;
    }

    /// <summary>Each chunk repeats id and model: the known string is kept instead of a new one made.</summary>
    private static string? Same(ref Utf8JsonReader reader, string? known)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return known is not null && reader.ValueTextEquals(known) ? known : reader.GetString();
        reader.Skip();
        return known;
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
