using System.Text.Json;
using Microsoft.Extensions.AI;
using ModelStub;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>What providers are sent, and that both clients read the same answer the same way.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("claude-haiku-5-5", "disabled")]
    [InlineData("claude-sonnet-5-5", "between_tools")]
    [InlineData("claude-haiku-4-5", null)]
    public async Task Thinking_is_turned_off_the_way_the_model_wants(string model, string? expected)
    {
        await using var stub = await StubProvider.StartAsync();
        var route = PipelineRig.Route("r", ModelProviders.Anthropic, stub) with { Model = model };
        using var pipeline = new ModelPipeline(
            new ModelCatalog(new ModelOptions { Routes = [route] }),
            new ModelPorts(),
            TimeProvider.System
        );

        await PipelineRig.ReadAsync(pipeline.Open(null), PipelineRig.Prompt(), null);

        var body = Assert.Single(stub.Requests).Body;
        var actual = body.TryGetProperty("thinking", out var thinking) ? thinking.GetProperty("type").GetString() : null;
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task An_anthropic_request_carries_breakpoints_and_pseudonym_and_no_sampling_parameter()
    {
        await using var rig = await PipelineRig.StartAsync(ModelProviders.Anthropic);
        var messages = new List<ChatMessage>
        {
            new(ChatRole.System, [Marked("Stable.", ModelKeys.OneHour)]),
            new(ChatRole.User, "Hello."),
            new(ChatRole.Assistant, [Marked("Hi.", ModelKeys.FiveMinutes)]),
            new(ChatRole.User, "How are you?"),
        };
        var options = new ChatOptions
        {
            MaxOutputTokens = 321,
            Temperature = 0.3f,
            AdditionalProperties = new() { [ModelKeys.Pseudonym] = "s-81f2", [ModelKeys.Payer] = "conversation 7" },
        };

        var outcome = await rig.AskAsync(messages, options);

        Assert.Null(outcome.Failure);
        var request = Assert.Single(rig.Stub.Requests);
        var body = request.Body;
        Assert.Equal("1h", body.GetProperty("system")[0].GetProperty("cache_control").GetProperty("ttl").GetString());
        Assert.Equal(
            "5m",
            body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("cache_control").GetProperty("ttl").GetString()
        );
        Assert.Equal(2, body.GetRawText().Split("cache_control").Length - 1);
        Assert.Equal("s-81f2", body.GetProperty("metadata").GetProperty("user_id").GetString());
        Assert.Equal(321, body.GetProperty("max_tokens").GetInt32());
        Assert.False(body.TryGetProperty("temperature", out _));
        Assert.DoesNotContain("conversation 7", body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Bearer test-key", request.Headers["authorization"]);
    }

    [Fact]
    public async Task A_chat_completions_request_asks_for_usage_and_carries_no_breakpoints()
    {
        await using var rig = await PipelineRig.StartAsync(ModelProviders.OpenAiCompatible);
        var messages = new List<ChatMessage>
        {
            new(ChatRole.System, [Marked("Stable.", ModelKeys.OneHour)]),
            new(ChatRole.User, "Hello, \"you\" \u00e9 \ud83d\ude42."),
        };
        var options = new ChatOptions
        {
            MaxOutputTokens = 99,
            AdditionalProperties = new() { [ModelKeys.Pseudonym] = "s-81f2" },
        };

        await rig.AskAsync(messages, options);

        var request = Assert.Single(rig.Stub.Requests);
        Assert.True(request.Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        Assert.Equal(99, request.MaxTokens);
        Assert.Equal("s-81f2", request.Body.GetProperty("user").GetString());
        Assert.Equal("Hello, \"you\" \u00e9 \ud83d\ude42.", request.LastUserText);
        Assert.DoesNotContain("cache", request.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Bearer test-key", request.Headers["authorization"]);
    }

    [Theory]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task Every_client_reads_the_same_words_as_the_sdk(string protocol)
    {
        await using var first = await PipelineRig.StartAsync(ModelProviders.Anthropic);
        await using var second = await PipelineRig.StartAsync(protocol);
        static string? Reply(ReceivedRequest r) => $"You said: {r.LastUserText} — naïve, “quoted”\n\ttabbed \\ 🙂";
        first.Stub.Settings = second.Stub.Settings = new StubSettings { Reply = Reply };
        foreach (var text in (string[])["Hello.", "What about \"money\"?", "Ünï©ödé 東京 🙂", "line\nbreak\\n", "</s>{}[]"])
        {
            var one = await first.AskAsync(PipelineRig.Prompt(text));
            var two = await second.AskAsync(PipelineRig.Prompt(text));
            Assert.Equal($"You said: {text} — naïve, “quoted”\n\ttabbed \\ 🙂", one.Text);
            Assert.Equal(one.Text, two.Text);
            Assert.Equal(one.Finish, two.Finish);
        }
    }

    [Theory]
    [InlineData("claude-haiku-5-5")]
    [InlineData("claude-sonnet-5-5")]
    [InlineData("claude-haiku-4-5")]
    public async Task The_small_client_sends_what_the_sdk_sends(string model)
    {
        await using var stub = await StubProvider.StartAsync();
        var sdk = PipelineRig.Route("sdk", ModelProviders.Anthropic, stub) with { Model = model };
        var small = PipelineRig.Route("small", PipelineRig.Small, stub) with { Model = model };
        using var pipeline = new ModelPipeline(
            new ModelCatalog(new ModelOptions { Routes = [sdk, small] }),
            new ModelPorts(),
            TimeProvider.System
        );
        var messages = new List<ChatMessage>
        {
            new(ChatRole.System, [Marked("Stable é “x” <b>.", ModelKeys.OneHour)]),
            new(ChatRole.User, "Begin."),
            new(ChatRole.User, "Hello."),
            new(ChatRole.Assistant, [Marked("Hi.", ModelKeys.FiveMinutes)]),
            new(ChatRole.User, "How are\nyou? 🙂"),
        };
        var options = new ChatOptions
        {
            MaxOutputTokens = 321,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Scores)), "scores"),
            AdditionalProperties = new() { [ModelKeys.Pseudonym] = "s-81f2" },
        };

        var one = await PipelineRig.ReadAsync(pipeline.Open("sdk"), messages, options);
        var two = await PipelineRig.ReadAsync(pipeline.Open("small"), messages, options);

        var requests = stub.Requests;
        Assert.True(JsonElement.DeepEquals(requests[0].Body, requests[1].Body), $"{requests[0].Body}\n{requests[1].Body}");
        foreach (var header in (string[])["authorization", "anthropic-version", "content-type"])
            Assert.Equal(requests[0].Headers[header], requests[1].Headers[header]);
        Assert.Equal((one.Text, one.Finish), (two.Text, two.Finish));
        Assert.Equal(one.Calls[0].Usage, two.Calls[0].Usage);
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task A_compressed_answer_is_read_like_any_other(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Settings = new StubSettings { Gzip = true, Reply = _ => "Squeezed, but whole." };
        Assert.Equal("Squeezed, but whole.", (await rig.AskAsync()).Text);
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task A_provider_client_reads_a_whole_body_like_a_stream(string protocol)
    {
        await using var stub = await StubProvider.StartAsync();
        var route = PipelineRig.Route("r", protocol, stub);
        using var client = ModelPipeline.Provider(route, TimeProvider.System);

        var whole = await client.GetResponseAsync(PipelineRig.Prompt());
        var streamed = await client.GetStreamingResponseAsync(PipelineRig.Prompt()).ToChatResponseAsync();

        Assert.False(stub.Requests[0].Streams);
        Assert.True(stub.Requests[1].Streams);
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.Equal(
            (whole.Usage!.InputTokenCount, whole.Usage.OutputTokenCount),
            (streamed.Usage!.InputTokenCount, streamed.Usage.OutputTokenCount)
        );
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task A_whole_answer_follows_its_schema(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Faults.Add("cut:2");
        var options = new ChatOptions
        {
            ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Scores)), "scores"),
            AdditionalProperties = new() { [ModelKeys.Purpose] = "assessment" },
        };

        var asking = rig.Pipeline.Open(null).GetResponseAsync(PipelineRig.Prompt(), options);
        await rig.PumpAsync(asking);
        var response = await asking;

        var scores = JsonSerializer.Deserialize<Scores>(response.Text, AIJsonUtilities.DefaultOptions)!;
        Assert.Equal("The worker asked how things are at home.", Assert.Single(scores.Items).Evidence);
        // Nobody read along, so the answer that broke after its first words was made again.
        Assert.Equal(2, rig.Stub.RequestCount);
        Assert.Equal(
            ["failed", "ok"],
            response.Messages.SelectMany(m => m.Contents).OfType<ModelCallContent>().Select(c => c.Call.Outcome)
        );
    }

    private sealed record Scores(List<Score> Items);

    private sealed record Score(string Criterion, int Level, string Evidence);

    private static TextContent Marked(string text, string life) => new(text) { AdditionalProperties = new() { [ModelKeys.Cache] = life } };
}
