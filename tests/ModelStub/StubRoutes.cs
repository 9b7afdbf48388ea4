using System.Text.Json;

namespace ModelStub;

/// <summary>The stub's addresses: two protocols and a small control panel.</summary>
internal static class StubRoutes
{
    public static void Map(WebApplication app, StubProvider stub)
    {
        var anthropic = new AnthropicWire();
        var openAi = new OpenAiWire();
        app.MapPost("/v1/messages", c => AnswerAsync(c, stub, anthropic));
        app.MapPost("/v1/chat/completions", c => AnswerAsync(c, stub, openAi));
        app.MapPost("/chat/completions", c => AnswerAsync(c, stub, openAi));
        app.MapPost(
            "/control/faults",
            async context =>
            {
                // {"fault": "429:7", "times": 2, "model": "claude-haiku-5-5"}
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                var fault = Fault.Parse(body.RootElement.GetProperty("fault").GetString()!);
                if (body.RootElement.TryGetProperty("times", out var times))
                    fault = fault with { Times = times.GetInt32() };
                if (body.RootElement.TryGetProperty("model", out var model))
                    fault = fault with { Model = model.GetString() };
                stub.Faults.Add(fault);
            }
        );
        app.MapDelete(
            "/control/faults",
            _ =>
            {
                stub.Faults.Clear();
                return Task.CompletedTask;
            }
        );
        app.MapPut(
            "/control/pace",
            async context =>
            {
                // {"firstTextMs": 400, "perPieceMs": 20, "pieces": 60}
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                stub.Settings = stub.Settings with
                {
                    FirstText = Milliseconds(body.RootElement, "firstTextMs"),
                    PerPiece = Milliseconds(body.RootElement, "perPieceMs"),
                    Pieces = body.RootElement.TryGetProperty("pieces", out var pieces) ? pieces.GetInt32() : null,
                };
            }
        );
        app.MapGet("/control/count", c => c.Response.WriteAsJsonAsync(new Dictionary<string, long> { ["requests"] = stub.RequestCount }));
    }

    private static TimeSpan Milliseconds(JsonElement body, string name) =>
        TimeSpan.FromMilliseconds(body.TryGetProperty(name, out var value) ? value.GetDouble() : 0);

    private static async Task AnswerAsync(HttpContext context, StubProvider stub, Wire wire)
    {
        try
        {
            await AnswerOnceAsync(context, stub, wire);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up, which is what half of the faults are for.
        }
    }

    private static async Task AnswerOnceAsync(HttpContext context, StubProvider stub, Wire wire)
    {
        var settings = stub.Settings;
        var number = stub.NextNumber();
        JsonElement body;
        using (var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))
            body = document.RootElement.Clone();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in context.Request.Headers)
            headers[header.Key.ToLowerInvariant()] = header.Value.ToString();
        var request = new ReceivedRequest(number, wire.Name, body, headers, stub.Time.GetUtcNow()) { Aborted = context.RequestAborted };
        stub.Keep(request);
        var requestId = $"req_stub_{number:D8}";
        context.Response.Headers[wire.RequestIdHeader] = requestId;

        var fault = stub.Faults.Take(request.Model, headers.GetValueOrDefault("x-stub-fault"));
        await using var player = new Player(context, wire, settings, fault);
        switch (fault?.Kind)
        {
            case FaultKind.Reset:
                context.Abort();
                return;
            case FaultKind.StallStart:
                await player.StallAsync();
                return;
            case FaultKind.WebPage:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body>Gateway</body></html>", context.RequestAborted);
                return;
            case FaultKind.Status:
                if (fault.RetryAfterSeconds is { } seconds)
                    context.Response.Headers.RetryAfter = seconds.ToString();
                await ErrorAsync(context, wire, fault.Status, "stub fault", requestId);
                return;
            default:
                break;
        }
        if (wire.Objection(request) is { } objection)
        {
            await ErrorAsync(context, wire, objection.Status, objection.Message, requestId);
            return;
        }
        var answer = Compose(stub, wire, request, fault, settings);
        if (answer.ReportsUsage)
            stub.Report(requestId, answer.Input, answer.OutputTokens);
        if (request.Streams)
            await player.StreamAsync(wire.Stream(answer, request));
        else
            await player.BodyAsync(wire.Body(answer));
    }

    private static Answer Compose(StubProvider stub, Wire wire, ReceivedRequest request, Fault? fault, StubSettings settings)
    {
        var (text, cut) = Speech.For(request, settings, fault);
        var finish =
            fault?.Kind == FaultKind.Refusal ? Finish.Refusal
            : cut ? Finish.Length
            : Finish.Stop;
        var pieces = Speech.Pieces(text, settings.Pieces);
        var input = wire.Count(stub.Cache, request);
        var output = PrefixCache.Tokens(string.Concat(pieces));
        return new Answer(
            $"msg_stub_{request.Number:D8}",
            request.Model.Split('+')[0],
            pieces,
            finish,
            input,
            output,
            fault?.Kind != FaultKind.NoUsage
        );
    }

    private static Task ErrorAsync(HttpContext context, Wire wire, int status, string message, string requestId)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var body = wire.Error(status, message, requestId);
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
