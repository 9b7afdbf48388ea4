using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>The admin's pages without script: what they show, and their forms.</summary>
public sealed class AdminPageTests
{
    [Fact]
    public async Task The_dashboard_shows_who_holds_a_conversation_only_after_being_asked()
    {
        await using var host = await WebHost.StartAsync();
        var browser = await AdminAsync(host);
        var before = await browser.GetAsync("/admin");
        var talk = await Talk.StartAsync(await host.NewStudentAsync("Noor Haddad"));
        var page = await browser.GetAsync("/admin");
        Assert.Equal(ActiveOn(before) + 1, ActiveOn(page));
        Assert.DoesNotContain("Noor", page.Html, StringComparison.Ordinal);
        var asked = await browser.PostAsync($"/admin/conversations/{talk.Id}/student", ("returnTo", "/admin"));
        Assert.Equal("/admin", asked.Location);
        Assert.Contains("is held by Noor Haddad", (await browser.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_is_isolated_and_restored_on_the_page_with_a_reason()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub));
        var browser = await AdminAsync(host);
        Assert.Contains("Conversations work as usual.", (await browser.GetAsync("/admin/health")).Text, StringComparison.Ordinal);
        await browser.PostAsync("/admin/routes/stub/switch", ("reason", ""), ("on", "false"));
        Assert.Contains("Say why", (await browser.GetAsync("/admin/health")).Text, StringComparison.Ordinal);
        await browser.PostAsync("/admin/routes/stub/switch", ("reason", "The bill is too high."), ("on", "false"));
        var isolated = (await browser.GetAsync("/admin/health")).Text;
        Assert.Contains("Isolated by hand", isolated, StringComparison.Ordinal);
        Assert.Contains("No model answers.", isolated, StringComparison.Ordinal);
        await browser.PostAsync("/admin/routes/stub/switch", ("reason", "Paid."), ("on", "true"));
        Assert.Contains("Closed, healthy", (await browser.GetAsync("/admin/health")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_warns_until_the_school_has_set_its_own_help()
    {
        await using var without = await WebHost.StartAsync();
        Assert.Contains(
            "own help is not set",
            (await (await AdminAsync(without)).GetAsync("/admin/health")).Text,
            StringComparison.Ordinal
        );
        await using var with = await WebHost.StartAsync(
            "Installation:HelpResources:0:Name=Campus counseling",
            "Installation:HelpResources:0:Contact=Call 555 0100"
        );
        Assert.DoesNotContain(
            "own help is not set",
            (await (await AdminAsync(with)).GetAsync("/admin/health")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Problems_are_searched_filtered_and_acknowledged_with_a_note()
    {
        await using var host = await WebHost.StartAsync();
        var browser = await AdminAsync(host);
        Assert.Contains("Nothing to report", (await browser.GetAsync("/admin/problems")).Text, StringComparison.Ordinal);
        var log = host.Services.GetRequiredService<ProblemLog>();
        await log.ReportAsync("route-open", "haiku", Severity.High, "The route failed too often.", "HTTP 529", CancellationToken.None);
        await log.ReportAsync("reply-busy", "<b>other</b>", Severity.Low, "The model asks us to slow down.", null, CancellationToken.None);
        var high = await browser.GetAsync("/admin/problems?severity=high&search=often");
        Assert.Single(high.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("HTTP 529", high.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await browser.GetAsync("/admin/problems")).Document.QuerySelectorAll("tbody tr").Length);
        await using var db = host.OpenDatabase();
        var id = (await db.Set<Problem>().SingleAsync(p => p.Code == "route-open")).Id;
        await browser.PostAsync(
            $"/admin/problems/{id}/acknowledge",
            ("note", "Asked the provider."),
            ("returnTo", "/admin/problems?severity=high")
        );
        var rest = await browser.GetAsync("/admin/problems?severity=high");
        Assert.Contains("No problem fits that", rest.Text, StringComparison.Ordinal);
        Assert.Contains("Asked the provider.", (await browser.GetAsync("/admin/problems?state=seen")).Text, StringComparison.Ordinal);
    }

    private static int ActiveOn(Page page) => int.Parse(page.Document.QuerySelector(".stat b")!.TextContent);

    private static async Task<BrowserClient> AdminAsync(WebHost host)
    {
        var (email, password) = await host.NewAccountAsync(Roles.Admin);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        return browser;
    }
}
