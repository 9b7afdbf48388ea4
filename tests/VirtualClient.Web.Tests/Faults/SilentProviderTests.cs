using ModelStub;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>A provider that falls silent is given up, and the next route is tried only while nothing was said.</summary>
public sealed class SilentProviderTests
{
    [Theory]
    [InlineData("stall-start", "failed", "timeout")]
    [InlineData("stall-body", "failed", "timeout")]
    [InlineData("stall-mid:12", "interrupted", "timeout")]
    [InlineData("trickle:12", "interrupted", "timeout")]
    [InlineData("ping-forever:12", "interrupted", "timeout")]
    public async Task Silence_ends_the_call_and_keeps_what_was_said(string fault, string status, string kind)
    {
        await using var stub = await SpeakingAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub, "Models:Limits:Stall=00:00:01", "Models:Limits:Whole=00:00:05"));
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        stub.Faults.Add(fault);
        var events = await talk.ReadAsync(await talk.SendAsync(Talk.Lines[0]));
        Assert.Equal((status, kind), (events[^1].Data["status"]!.GetValue<string>(), events[^1].Data["kind"]!.GetValue<string>()));
        Assert.Equal(status == "interrupted", events.Exists(e => e.Type == "delta"));
        // The provider is told that nobody listens any more.
        await AbortedAsync(stub.Requests[0].Aborted);
    }

    [Fact]
    public async Task An_overloaded_route_is_left_for_the_next_before_the_first_word_and_not_after_it()
    {
        await using var first = await SpeakingAsync();
        await using var second = await SpeakingAsync();
        await using var host = await WebHost.StartAsync(
            StubRoute.To(
                first,
                "Models:Limits:Retries=2",
                "Models:Routes:1:Name=second",
                "Models:Routes:1:Provider=openai-compatible",
                $"Models:Routes:1:Model={StubRoute.Model}",
                $"Models:Routes:1:BaseUrl={second.OpenAiAddress}"
            )
        );
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        first.Faults.Add("529", times: 3);
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[0])).Type);
        Assert.Equal((3, 1), (first.RequestCount, second.RequestCount));
        first.Faults.Add("cut:12");
        Assert.Equal("interrupted", (await talk.SayAsync(Talk.Lines[1])).Data["status"]!.GetValue<string>());
        Assert.Equal((4, 1), (first.RequestCount, second.RequestCount));
    }

    private static async Task AbortedAsync(CancellationToken aborted)
    {
        var heard = new TaskCompletionSource();
        await using var registration = aborted.Register(() => heard.TrySetResult());
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    private static Task<StubProvider> SpeakingAsync() =>
        StubProvider.StartAsync(
            new StubSettings
            {
                Reply = _ => "I slept badly again. My sister called twice. The rent is due on Friday. I have not told her that.",
            }
        );
}
