using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>The table of provider failures: what each signal does to the reply, the student's words and the next try.</summary>
public sealed class ProviderTableTests(ProviderTableTests.Hosts hosts) : IClassFixture<ProviderTableTests.Hosts>
{
    private const string Words = "I slept badly again. My sister called twice. The rent is due on Friday. I have not told her that.";

    /// <summary>The signal; how often; the kind of the failure, or "complete" or "interrupted"; whether Retry is offered; how often the provider was asked.</summary>
    public static TheoryData<string, int, string, bool, int> Table =>
        new()
        {
            { "400", 1, "not-available", false, 1 },
            { "401", 1, "not-available", false, 1 },
            { "402", 1, "not-available", false, 1 },
            { "403", 1, "not-available", false, 1 },
            { "404", 1, "not-available", false, 1 },
            { "429:1", 1, "complete", true, 2 },
            { "429:61", 1, "busy", true, 1 },
            { "429", 1, "budget", false, 1 },
            { "408", 3, "timeout", true, 3 },
            { "409", 3, "unexpected", true, 3 },
            { "500", 2, "complete", true, 3 },
            { "500", 3, "overloaded", true, 3 },
            { "502", 3, "overloaded", true, 3 },
            { "503", 3, "overloaded", true, 3 },
            { "504", 3, "overloaded", true, 3 },
            { "529", 3, "overloaded", true, 3 },
            { "reset", 2, "complete", true, 3 },
            { "reset", 3, "unexpected", true, 3 },
            { "web-page", 3, "unexpected", true, 3 },
            { "truncated-json", 3, "unexpected", true, 3 },
            { "cut:12", 1, "interrupted", true, 1 },
            { "truncated-json:12", 1, "interrupted", true, 1 },
            { "half-character:12", 1, "interrupted", true, 1 },
            { "missing-end", 1, "interrupted", true, 1 },
            { "error-event:12", 1, "interrupted", true, 1 },
            { "refusal", 1, "complete", true, 2 },
            { "refusal", 2, "refused", true, 2 },
            { "empty", 2, "empty", true, 2 },
            { "role-break", 2, "role-break", true, 2 },
            { "max-tokens", 1, "complete", true, 1 },
            { "ping", 1, "complete", true, 1 },
            { "unknown-event", 1, "complete", true, 1 },
            { "split-character", 1, "complete", true, 1 },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_signal_does_what_the_table_says(string fault, int times, string outcome, bool retryable, int asked)
    {
        foreach (var (host, stub) in hosts.All)
        {
            stub.Faults.Clear();
            stub.Faults.Add(fault, times);
            var before = stub.RequestCount;
            var talk = await Talk.StartAsync(await host.NewStudentAsync());
            var sent = await talk.SendAsync(Talk.Lines[0]);
            var events = await talk.ReadAsync(sent);
            Assert.Equal(asked, stub.RequestCount - before);
            await CheckAsync(talk, events, outcome, retryable);
            if (outcome != "complete" && retryable)
            {
                // The same message is tried again, and nothing of the first try is in the way.
                stub.Faults.Clear();
                var again = await talk.Api.PostAsync($"{talk.Path}/replies/{sent.Text("replyId")}/retry");
                Assert.Equal("reply-completed", (await talk.ReadAsync(again))[^1].Type);
            }

            Talk.IsGapless(await talk.MessagesAsync());
        }
    }

    private static async Task CheckAsync(Talk talk, List<Event> events, string outcome, bool retryable)
    {
        var end = events[^1];
        var heard = string.Concat(events.Where(e => e.Type == "delta").Select(e => e.Data["text"]));
        var messages = await talk.MessagesAsync();
        Assert.Equal(3, messages.Count);
        Assert.Equal((Talk.Lines[0], "complete"), (Text(messages[1]), messages[1]["status"]!.GetValue<string>()));
        // Whatever happened: only the client's own words are stored and shown as such.
        Assert.StartsWith(Text(messages[2]).TrimEnd(), Words, StringComparison.Ordinal);
        if (outcome == "complete")
        {
            Assert.True(end.Type == "reply-completed", end.Whole);
            Assert.NotEqual("", Text(messages[2]));
            return;
        }

        Assert.Equal("reply-failed", end.Type);
        var interrupted = outcome == "interrupted";
        Assert.Equal(interrupted ? "interrupted" : "failed", end.Data["status"]!.GetValue<string>());
        Assert.Equal(retryable, end.Data["retryable"]!.GetValue<bool>());
        Assert.Equal(interrupted, heard.Length > 0);
        Assert.Equal(heard, Text(messages[2]));
        if (!interrupted)
        {
            Assert.Equal(outcome, end.Data["kind"]!.GetValue<string>());
            Assert.Equal(outcome, messages[2]["failure"]!["kind"]!.GetValue<string>());
        }

        Assert.DoesNotContain("provider", end.Data["sentence"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(System.Text.Json.Nodes.JsonNode message) => message["text"]!.GetValue<string>();

    /// <summary>A provider of each protocol, and a host in front of it.</summary>
    public sealed class Hosts : IAsyncLifetime
    {
        private readonly List<(WebHost Host, StubProvider Stub)> all = [];

        public IReadOnlyList<(WebHost Host, StubProvider Stub)> All => all;

        public async ValueTask InitializeAsync()
        {
            foreach (var provider in new[] { "openai-compatible", "anthropic" })
            {
                var stub = await StubProvider.StartAsync(new StubSettings { Reply = _ => Words });
                string[] own = provider == "anthropic" ? ["Models:Routes:0:ApiKey=stub", "Models:Routes:0:Client=sdk"] : [];
                var settings = StubRoute.To(
                    provider == "anthropic" ? stub.Address : stub.OpenAiAddress,
                    ["Models:Limits:Retries=2", .. own]
                );
                settings[1] = "Models:Routes:0:Provider=" + provider;
                all.Add((await WebHost.StartAsync(settings), stub));
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (host, stub) in all)
            {
                await host.DisposeAsync();
                await stub.DisposeAsync();
            }
        }
    }
}
