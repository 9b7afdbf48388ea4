using ModelStub;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>What a collector gets: one trace from the click to the provider under the usual names, and nobody's words.</summary>
public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Said = "The persimmon jam has gone bad.";
    private const string Answered = "My aunt keeps quinces in the attic.";
    private const string Sought = "medlar";

    [Fact]
    public async Task A_turn_is_one_trace_with_the_usual_names_and_no_texts()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var stub = await StubProvider.StartAsync(new StubSettings { Reply = _ => Answered });
        string[] settings =
        [
            $"Telemetry:Endpoint={collector.Address}",
            "Telemetry:FiguresEverySeconds=1",
            $"Monitoring:BackupFolder={AppContext.BaseDirectory}",
        ];
        await using (var host = await WebHost.StartAsync(StubRoute.To(stub, settings)))
        {
            var talk = await Talk.StartAsync(await host.NewStudentAsync());
            (await talk.Api.GetAsync($"/api/v1/student/clients?search={Sought}")).Is(200);
            talk.Api.TraceParent = $"00-{Trace}-b7ad6b7169203331-01";
            var sent = await talk.SendAsync(Said);
            talk.Api.TraceParent = null;
            Assert.Equal("reply-completed", (await talk.ReadAsync(sent))[^1].Type);
            await collector.UntilAsync("v1/metrics", "virtual_client.conversations.active");
        }

        // Request, reply, model call, and the request to the provider, which is told the trace as well.
        Assert.True(collector.Count("v1/traces", Convert.FromHexString(Trace)) >= 4);
        Assert.Contains(Trace, Assert.Single(stub.Requests).Headers["traceparent"], StringComparison.Ordinal);
        string[] names =
        [
            "gen_ai.operation.name",
            "gen_ai.provider.name",
            "gen_ai.request.model",
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.output_tokens",
            "gen_ai.conversation.id",
            "make reply",
        ];
        Assert.All(names, name => Assert.True(collector.Count("v1/traces", name) > 0, name));
        string[] figures =
        [
            "gen_ai.client.operation.duration",
            "gen_ai.client.token.usage",
            "http.server.request.duration",
            "virtual_client.model.cost",
            "virtual_client.replies.live",
            "virtual_client.replies.waiting",
            "virtual_client.database.round_trip",
            "virtual_client.disk.free",
            "virtual_client.route.available",
            "virtual_client.route.in_flight",
            "virtual_client.conversations.active",
            "virtual_client.messages.last_minute",
            "virtual_client.spend.today",
            "virtual_client.spend.budget",
            "virtual_client.problems.open",
            "virtual_client.database.size",
            "virtual_client.backup.age",
        ];
        Assert.All(figures, name => Assert.True(collector.Count("v1/metrics", name) > 0, name));
        string[] texts = ["persimmon", "quinces", Sought];
        Assert.All(texts, text => Assert.Equal(0, collector.Count("v1/traces", text) + collector.Count("v1/metrics", text)));
    }
}
