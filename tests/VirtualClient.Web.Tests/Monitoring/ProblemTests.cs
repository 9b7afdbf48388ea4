using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class ProblemTests
{
    private const string Path = "/api/v1/admin/problems";

    [Fact]
    public async Task Problems_are_found_by_severity_source_code_and_words_and_listed_whole()
    {
        await using var host = await WebHost.StartAsync();
        var admin = await host.NewPersonAsync(Roles.Admin);
        await ReportAsync(host, "reply-overloaded", "haiku", Severity.Medium, "The model is overloaded and replies fail.");
        await ReportAsync(host, "reply-overloaded", "haiku", Severity.Medium, "The model is overloaded and replies fail.");
        await ReportAsync(host, "database-away", "database", Severity.Critical, "The database did not answer.");
        await ReportAsync(host, "reply-busy", "100%_sure", Severity.Low, "The model asks us to slow down.");

        Assert.Equal(["reply-busy", "database-away", "reply-overloaded"], Codes(await admin.GetAsync(Path)));
        Assert.Equal(2, (await admin.GetAsync(Path + "?source=haiku")).Items[0]!["count"]!.GetValue<int>());
        Assert.Equal(["database-away"], Codes(await admin.GetAsync(Path + "?severity=critical")));
        Assert.Equal(["reply-busy"], Codes(await admin.GetAsync(Path + "?code=reply-busy")));
        Assert.Equal(["database-away"], Codes(await admin.GetAsync(Path + "?search=DID%20not")));
        // What means anything in a pattern of the database means itself here.
        Assert.Equal(["reply-busy"], Codes(await admin.GetAsync(Path + "?search=%25_")));
        (await admin.GetAsync(Path + "?severity=2")).Is(400, "bad-filter");

        var first = (await admin.GetAsync(Path + "?limit=2")).Is(200);
        var rest = (await admin.GetAsync($"{Path}?limit=2&after={first.Text("next")}")).Is(200);
        Assert.Equal(["reply-busy", "database-away", "reply-overloaded"], [.. Codes(first), .. Codes(rest)]);
        Assert.Null(rest.Json!["next"]);
    }

    [Fact]
    public async Task A_problem_that_was_seen_to_is_closed_and_comes_back_as_a_new_one()
    {
        await using var host = await WebHost.StartAsync();
        var admin = await host.NewPersonAsync(Roles.Admin);
        await ReportAsync(host, "reply-busy", "haiku", Severity.Medium, "The model asks us to slow down.");
        var id = (await admin.GetAsync(Path)).Items[0]!["id"]!.GetValue<string>();
        var seen = (await admin.PostAsync($"{Path}/{id}/acknowledge", new { note = "Asked for a higher limit." })).Is(200);
        Assert.Equal("Asked for a higher limit.", seen.Text("note"));
        // Somebody else a moment later changes nothing.
        var other = await host.NewPersonAsync(Roles.Admin);
        Assert.Equal(seen.Content, (await other.PostAsync($"{Path}/{id}/acknowledge", new { note = "Mine" })).Is(200).Content);
        (await admin.PostAsync($"{Path}/{Guid.CreateVersion7()}/acknowledge")).Is(404);
        Assert.Empty((await admin.GetAsync(Path + "?acknowledged=false")).Items);

        await ReportAsync(host, "reply-busy", "haiku", Severity.Medium, "The model asks us to slow down.");
        Assert.Single((await admin.GetAsync(Path + "?acknowledged=false")).Items);
        Assert.Single((await admin.GetAsync(Path + "?acknowledged=true")).Items);
    }

    private static Task ReportAsync(WebHost host, string code, string source, Severity severity, string sentence) =>
        host.Services.GetRequiredService<ProblemLog>().ReportAsync(code, source, severity, sentence, null, CancellationToken.None);

    private static List<string> Codes(Answer answer) => [.. answer.Is(200).Items.Select(p => p!["code"]!.GetValue<string>())];
}
