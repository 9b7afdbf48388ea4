using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ModelStub;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>The stub is what everything else is measured with, so it is held to what providers document.</summary>
public sealed class StubProviderTests
{
    private static readonly string Long = new('x', 4_000);

    [Fact]
    public async Task A_prefix_is_written_once_and_read_afterwards_until_its_life_is_over()
    {
        var time = new ManualTime();
        await using var stub = await StubProvider.StartAsync(time: time);

        Assert.Equal((1, 0, 1_000), await AskAsync(stub, Long, "hi"));
        Assert.Equal((1, 1_000, 0), await AskAsync(stub, Long, "hi"));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal((1, 1_000, 0), await AskAsync(stub, Long, "hi"));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal((1, 1_000, 0), await AskAsync(stub, Long, "hi"));
        time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((1, 0, 1_000), await AskAsync(stub, Long, "hi"));
    }

    [Fact]
    public async Task A_short_prefix_another_model_or_another_first_byte_is_not_cached()
    {
        await using var stub = await StubProvider.StartAsync();
        Assert.Equal((501, 0, 0), await AskAsync(stub, Long[..2_000], "hi"));
        await AskAsync(stub, Long, "hi");
        Assert.Equal((1, 0, 1_000), await AskAsync(stub, "y" + Long[1..], "hi"));
        Assert.Equal((1, 0, 1_000), await AskAsync(stub, Long, "hi", model: "claude-sonnet-5-5"));
        Assert.Equal((1_001, 0, 0), await AskAsync(stub, Long, "hi", model: "claude-haiku-4-5"));
    }

    [Theory]
    [InlineData("temperature", 400)]
    [InlineData("top_p", 400)]
    [InlineData("prefill", 400)]
    [InlineData("five", 400)]
    [InlineData("none", 200)]
    public async Task What_the_real_models_refuse_is_refused(string extra, int status)
    {
        await using var stub = await StubProvider.StartAsync();
        var body = Body("claude-haiku-5-5", "short", "hi");
        if (extra is "temperature" or "top_p")
            body[extra] = 0.5;
        if (extra == "prefill")
            body["messages"]!.AsArray().Add(new JsonObject { ["role"] = "assistant", ["content"] = "I" });
        if (extra == "five")
            body["system"] = new JsonArray([.. Enumerable.Range(0, 5).Select(_ => body["system"]![0]!.DeepClone())]);

        using var response = await SendAsync(stub, body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Faults_can_be_ordered_by_header_by_model_name_and_over_the_wire()
    {
        await using var stub = await StubProvider.StartAsync();
        using var http = new HttpClient { BaseAddress = stub.Address };
        using var ordered = await http.PostAsJsonAsync("control/faults", new { fault = "429:7", times = 1 });
        Assert.Equal(HttpStatusCode.OK, ordered.StatusCode);

        using var first = await SendAsync(stub, Body("claude-haiku-5-5", "short", "hi"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (first.StatusCode, first.Headers.RetryAfter!.ToString()));
        using var second = await SendAsync(stub, Body("claude-haiku-5-5+529", "short", "hi"));
        Assert.Equal(529, (int)second.StatusCode);
        using var third = await SendAsync(stub, Body("claude-haiku-5-5", "short", "hi"), ("x-stub-fault", "502"));
        Assert.Equal(HttpStatusCode.BadGateway, third.StatusCode);
        using var fourth = await SendAsync(stub, Body("claude-haiku-5-5", "short", "hi"));
        Assert.Equal(HttpStatusCode.OK, fourth.StatusCode);
        Assert.Equal(4, stub.RequestCount);
    }

    [Fact]
    public void A_fault_nobody_knows_is_refused() => Assert.Throws<FormatException>(() => Fault.Parse("hiccup"));

    private static async Task<(int Fresh, int Read, int Written)> AskAsync(
        StubProvider stub,
        string system,
        string text,
        string model = "claude-haiku-5-5"
    )
    {
        using var response = await SendAsync(stub, Body(model, system, text));
        var usage = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["usage"]!;
        return ((int)usage["input_tokens"]!, (int)usage["cache_read_input_tokens"]!, (int)usage["cache_creation_input_tokens"]!);
    }

    private static JsonObject Body(string model, string system, string text) =>
        new()
        {
            ["model"] = model,
            ["max_tokens"] = 100,
            ["system"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "text",
                    ["text"] = system,
                    ["cache_control"] = new JsonObject { ["type"] = "ephemeral" },
                }
            ),
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
        };

    private static async Task<HttpResponseMessage> SendAsync(
        StubProvider stub,
        JsonObject body,
        params (string Name, string Value)[] headers
    )
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stub.Address, "v1/messages"))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("x-api-key", "k");
        request.Headers.Add("anthropic-version", "2023-06-01");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await http.SendAsync(request);
    }
}
