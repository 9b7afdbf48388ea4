using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelStub;

/// <summary>The Messages protocol, as documented by Anthropic.</summary>
internal sealed class AnthropicWire : Wire
{
    private static readonly byte[] PieceHead = Encoding.UTF8.GetBytes(
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
    );

    private static readonly byte[] PieceTail = "}}\n\n"u8.ToArray();

    public override string Name => "anthropic";
    public override string RequestIdHeader => "request-id";
    public override byte[] Ping { get; } = Event("ping", new JsonObject { ["type"] = "ping" });

    public override byte[] UnknownEvent { get; } =
        Event(
            "context_hint",
            new JsonObject
            {
                ["type"] = "context_hint",
                ["hint"] = new JsonObject { ["level"] = 3 },
            }
        );

    public override byte[] ErrorEvent { get; } =
        Event(
            "error",
            new JsonObject
            {
                ["type"] = "error",
                ["error"] = new JsonObject { ["type"] = "overloaded_error", ["message"] = "Overloaded" },
            }
        );

    public override InputTokens Count(PrefixCache cache, ReceivedRequest request) => cache.Count(request.Model, Block.Of(request.Body));

    public override (int Status, string Message)? Objection(ReceivedRequest request)
    {
        var body = request.Body;
        if (!request.Headers.ContainsKey("authorization") && !request.Headers.ContainsKey("x-api-key"))
            return (401, "x-api-key header is required");
        if (!request.Headers.ContainsKey("anthropic-version"))
            return (400, "anthropic-version: header is required");
        if (!body.TryGetProperty("max_tokens", out _))
            return (400, "max_tokens: Field required");
        if (!body.TryGetProperty("messages", out var messages) || messages.GetArrayLength() == 0)
            return (400, "messages: at least one message is required");
        if (request.Model.Contains("-5-5", StringComparison.Ordinal))
            foreach (var sampling in (string[])["temperature", "top_p", "top_k"])
                if (body.TryGetProperty(sampling, out _))
                    return (400, $"{sampling}: not supported by this model");
        var blocks = Block.Of(body);
        if (blocks.Any(b => b.Text.Length == 0))
            return (400, "messages: text content blocks must be non-empty");
        if (blocks.Count(b => b.Life is not null) > 4)
            return (400, "A maximum of 4 blocks with cache_control may be provided.");
        var roles = messages.EnumerateArray().Select(m => m.GetProperty("role").GetString()).ToList();
        if (roles[0] is not "user")
            return (400, "messages: first message must use the \"user\" role");
        return roles[^1] is "assistant" ? (400, "This model does not support assistant message prefill.") : null;
    }

    public override IReadOnlyList<Frame> Stream(Answer answer, ReceivedRequest request)
    {
        var frames = new List<Frame>(answer.Pieces.Count + 6);
        var message = Message(answer, content: [], stopReason: null, outputTokens: 1);
        frames.Add(new(FrameKind.Opening, Event("message_start", new JsonObject { ["type"] = "message_start", ["message"] = message })));
        if (answer.Pieces.Count > 0)
        {
            var block = new JsonObject { ["type"] = "text", ["text"] = "" };
            var start = new JsonObject
            {
                ["type"] = "content_block_start",
                ["index"] = 0,
                ["content_block"] = block,
            };
            frames.Add(new(FrameKind.Opening, Event("content_block_start", start)));
            frames.Add(new(FrameKind.Opening, Ping));
            foreach (var piece in answer.Pieces)
                frames.Add(new(FrameKind.Piece, Piece(piece)));
            frames.Add(
                new(FrameKind.Closing, Event("content_block_stop", new JsonObject { ["type"] = "content_block_stop", ["index"] = 0 }))
            );
        }
        var delta = new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = StopReason(answer.Finish), ["stop_sequence"] = null },
        };
        if (answer.ReportsUsage)
            delta["usage"] = new JsonObject { ["output_tokens"] = answer.OutputTokens };
        frames.Add(new(FrameKind.Closing, Event("message_delta", delta)));
        frames.Add(new(FrameKind.Last, Event("message_stop", new JsonObject { ["type"] = "message_stop" })));
        return frames;
    }

    public override byte[] Body(Answer answer)
    {
        JsonArray content = answer.Pieces.Count == 0 ? [] : [new JsonObject { ["type"] = "text", ["text"] = answer.Text }];
        return JsonSerializer.SerializeToUtf8Bytes(Message(answer, content, StopReason(answer.Finish), answer.OutputTokens));
    }

    public override byte[] Error(int status, string message, string requestId)
    {
        var error = new JsonObject { ["type"] = ErrorType(status), ["message"] = message };
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = "error",
                ["error"] = error,
                ["request_id"] = requestId,
            }
        );
    }

    private static JsonObject Message(Answer answer, JsonArray content, string? stopReason, long outputTokens)
    {
        var input = answer.Input;
        return new JsonObject
        {
            ["id"] = answer.Id,
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = answer.Model,
            ["content"] = content,
            ["stop_reason"] = stopReason,
            ["stop_sequence"] = null,
            ["usage"] = answer.ReportsUsage
                ? new JsonObject
                {
                    ["input_tokens"] = input.Fresh,
                    ["cache_creation_input_tokens"] = input.Write,
                    ["cache_read_input_tokens"] = input.Read,
                    ["cache_creation"] = new JsonObject
                    {
                        ["ephemeral_5m_input_tokens"] = input.Write5Minutes,
                        ["ephemeral_1h_input_tokens"] = input.Write1Hour,
                    },
                    ["output_tokens"] = outputTokens,
                    ["service_tier"] = "standard",
                }
                : new JsonObject { ["input_tokens"] = 0, ["output_tokens"] = 0 },
        };
    }

    private static byte[] Piece(string text)
    {
        var value = JsonSerializer.SerializeToUtf8Bytes(text);
        var frame = new byte[PieceHead.Length + value.Length + PieceTail.Length];
        PieceHead.CopyTo(frame, 0);
        value.CopyTo(frame, PieceHead.Length);
        PieceTail.CopyTo(frame, PieceHead.Length + value.Length);
        return frame;
    }

    private static byte[] Event(string name, JsonObject data) => Encoding.UTF8.GetBytes($"event: {name}\ndata: {data.ToJsonString()}\n\n");

    private static string StopReason(Finish finish) =>
        finish switch
        {
            Finish.Length => "max_tokens",
            Finish.Refusal => "refusal",
            _ => "end_turn",
        };

    private static string ErrorType(int status) =>
        status switch
        {
            400 => "invalid_request_error",
            401 => "authentication_error",
            402 => "billing_error",
            403 => "permission_error",
            404 => "not_found_error",
            413 => "request_too_large",
            429 => "rate_limit_error",
            504 => "timeout_error",
            529 => "overloaded_error",
            _ => "api_error",
        };
}
