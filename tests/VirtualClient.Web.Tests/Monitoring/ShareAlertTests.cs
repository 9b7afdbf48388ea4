using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>Replies that the provider refuses or cuts short become a problem when they are more than one in a hundred.</summary>
public sealed class ShareAlertTests
{
    // The server looks every three seconds.
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Refused_and_cut_replies_are_problems_of_medium_severity_as_soon_as_their_share_says_something()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub));
        stub.Faults.Add("refusal");
        stub.Faults.Add("max-tokens");
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        await TalkAsync(host, talk, 49);
        await Task.Delay(Looked);
        Assert.Empty(await ProblemsAsync(host));

        await TalkAsync(host, talk, 50);
        List<string> problems;
        for (var tries = 0; (problems = await ProblemsAsync(host)).Count < 2; tries++)
        {
            Assert.True(tries < 200, "nobody was told");
            await Task.Delay(100);
        }

        string[] told =
        [
            "refusals stub medium 1: Of the last 50 calls of the route \"stub\", 1 were refused by the provider.",
            "token-limit stub medium 1: Of the last 50 calls of the route \"stub\", 1 ended at the token limit.",
        ];
        Assert.Equal(told, problems);
        // Told again only when it got worse.
        await Task.Delay(Looked);
        Assert.Equal(told, await ProblemsAsync(host));
    }

    [Fact]
    public async Task One_refusal_in_a_hundred_is_no_problem()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub));
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        await TalkAsync(host, talk, 100);
        stub.Faults.Add("refusal");
        await talk.SayAsync(Talk.Lines[0]);
        Assert.Equal(1, Figures(host).Refused);
        await Task.Delay(Looked);
        Assert.Empty(await ProblemsAsync(host));
    }

    /// <summary>Goes on until the route was called so often.</summary>
    private static async Task TalkAsync(WebHost host, Talk talk, int calls)
    {
        while (Figures(host).Calls < calls)
        {
            await talk.SayAsync(Talk.Lines[Figures(host).Calls % Talk.Lines.Length]);
        }

        Assert.Equal(calls, Figures(host).Calls);
    }

    private static RouteFigures Figures(WebHost host) => host.Services.GetRequiredService<RouteBoard>().FiguresOf("stub")!;

    private static async Task<List<string>> ProblemsAsync(WebHost host) =>
        [
            .. (await (await host.NewPersonAsync(Roles.Admin)).GetAsync("/api/v1/admin/problems"))
                .Is(200)
                .Items.Select(p => $"{p!["code"]} {p["source"]} {p["severity"]} {p["count"]}: {p["sentence"]}")
                .Order(StringComparer.Ordinal),
        ];
}
