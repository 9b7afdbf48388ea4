using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelStub;

/// <summary>Chat completions, as documented by OpenAI and spoken by many servers.</summary>
internal sealed class OpenAiWire : Wire
{
    public override string Name => "openai";
    public override string RequestIdHeader => "x-request-id";
    public override byte[] Ping { get; } = ": keep-alive\n\n"u8.ToArray();
    public override byte[] UnknownEvent { get; } = "event: hint\ndata: {\"object\":\"hint\",\"level\":3}\n\n"u8.ToArray();

    public override byte[] ErrorEvent { get; } =
        "data: {\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"code\":\"overloaded\"}}\n\n"u8.ToArray();

    public override InputTokens Count(PrefixCache cache, ReceivedRequest request) =>
        cache.CountAutomatic(request.Model, Block.Of(request.Body));

    public override (int Status, string Message)? Objection(ReceivedRequest request)
    {
        if (!request.Body.TryGetProperty("messages", out var messages) || messages.GetArrayLength() == 0)
            return (400, "'messages' is a required property");
        return request.Model.Length == 0 ? (400, "you must provide a model parameter") : null;
    }

    public override IReadOnlyList<Frame> Stream(Answer answer, ReceivedRequest request)
    {
        var frames = new List<Frame>(answer.Pieces.Count + 4)
        {
            new(FrameKind.Opening, Chunk(answer, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null)),
        };
        foreach (var piece in answer.Pieces)
            frames.Add(new(FrameKind.Piece, Chunk(answer, new JsonObject { ["content"] = piece }, null)));
        frames.Add(new(FrameKind.Closing, Chunk(answer, [], FinishReason(answer.Finish))));
        if (answer.ReportsUsage && WantsUsage(request.Body))
        {
            var last = Head(answer, "chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage(answer);
            frames.Add(new(FrameKind.Closing, Data(last)));
        }
        frames.Add(new(FrameKind.Last, "data: [DONE]\n\n"u8.ToArray()));
        return frames;
    }

    public override byte[] Body(Answer answer)
    {
        var body = Head(answer, "chat.completion");
        var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text };
        if (answer.Finish == Finish.Refusal)
        {
            message["content"] = null;
            message["refusal"] = "I can't help with that.";
        }
        body["choices"] = new JsonArray(
            new JsonObject
            {
                ["index"] = 0,
                ["message"] = message,
                ["finish_reason"] = FinishReason(answer.Finish),
            }
        );
        if (answer.ReportsUsage)
            body["usage"] = Usage(answer);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    public override byte[] Error(int status, string message, string requestId)
    {
        var error = new JsonObject
        {
            ["message"] = message,
            ["type"] = status is 429 ? "rate_limit_exceeded" : "error",
            ["param"] = null,
            ["code"] = status.ToString(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["error"] = error });
    }

    private static bool WantsUsage(JsonElement body) =>
        body.TryGetProperty("stream_options", out var options)
        && options.TryGetProperty("include_usage", out var include)
        && include.ValueKind == JsonValueKind.True;

    private static byte[] Chunk(Answer answer, JsonObject delta, string? finish)
    {
        var chunk = Head(answer, "chat.completion.chunk");
        chunk["choices"] = new JsonArray(
            new JsonObject
            {
                ["index"] = 0,
                ["delta"] = delta,
                ["finish_reason"] = finish,
            }
        );
        return Data(chunk);
    }

    private static JsonObject Head(Answer answer, string type) =>
        new()
        {
            ["id"] = answer.Id,
            ["object"] = type,
            ["created"] = 1_790_000_000,
            ["model"] = answer.Model,
        };

    private static JsonObject Usage(Answer answer) =>
        new()
        {
            ["prompt_tokens"] = answer.Input.All,
            ["completion_tokens"] = answer.OutputTokens,
            ["total_tokens"] = answer.Input.All + answer.OutputTokens,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.Input.Read },
        };

    private static byte[] Data(JsonObject data) => Encoding.UTF8.GetBytes($"data: {data.ToJsonString()}\n\n");

    private static string FinishReason(Finish finish) =>
        finish switch
        {
            Finish.Length => "length",
            Finish.Refusal => "content_filter",
            _ => "stop",
        };
}
