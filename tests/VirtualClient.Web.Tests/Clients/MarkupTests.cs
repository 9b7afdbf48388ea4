using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>What a teacher writes into a client is text wherever it is shown, whatever it looks like.</summary>
public sealed class MarkupTests(EveryTest every)
{
    /// <summary>Other words in each field: a sheet that has four words in a row of what is kept back cannot be published.</summary>
    private static string Markup(string field) =>
        $"{field} <script>alert('{field}')</script> {{{{{field}}}}} @{field} <hostile-{field}>&amp;";

    /// <summary>Short enough to be told among the changes of a version.</summary>
    private const string Short = "<hostile-p>{{x}}@x";

    private sealed record Written(ClientDesk Desk, Classroom Room, string Email, string Password)
    {
        public async Task<BrowserClient> StudentAsync()
        {
            var browser = Desk.Host.Browser();
            await browser.SignInAsync(Email, Password);
            return browser;
        }
    }

    private async Task<Written> WrittenAsync()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var facts = (await desk.Client.ReadAsync()).Json!["persona"]!["disclosures"]!.DeepClone().AsArray();
        facts[0]!["title"] = Markup("title");
        facts[0]!["fact"] = Markup("fact");
        facts[0]!["ownWords"] = new JsonArray(Markup("words"));
        facts[0]!["deflection"] = Markup("deflection");
        (
            await desk.Client.ChangeAsync(
                new JsonObject
                {
                    ["name"] = Markup("rosa"),
                    ["disclosures"] = facts,
                    ["referral"] = new JsonObject
                    {
                        ["referredBy"] = Markup("by"),
                        ["whyNow"] = Markup("why"),
                        ["whatIsKnown"] = Markup("known"),
                        ["task"] = Markup("task"),
                    },
                    ["learningGoals"] = new JsonArray(Markup("goal")),
                    ["principles"] = new JsonArray(Markup("rule")),
                }
            )
        ).Is(200);
        await desk.Client.PublishAsync();
        (await desk.Client.ChangeAsync(new JsonObject { ["wish"] = Markup("wish"), ["pronouns"] = Short })).Is(200);
        var section = (await desk.Api.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var room = new Classroom(every.Host, desk.Api, section);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(email)).Is(201);
        return new Written(desk, room, email, password);
    }

    [Fact]
    public async Task The_editor_shows_it_in_its_fields_and_in_the_prompt()
    {
        var written = await WrittenAsync();
        var page = await written.Desk.EditorAsync();
        foreach (
            var field in new[] { "rosa", "title", "fact", "words", "deflection", "by", "why", "known", "task", "goal", "rule", "wish" }
        )
        {
            IsShown(page, field);
        }

        var prompt = page.Document.QuerySelector("[data-prompt='late']")!;
        Assert.Contains("alert('rule')", prompt.TextContent, StringComparison.Ordinal);
        var fact = (IHtmlTextAreaElement)page.Document.QuerySelector("[name='disclosures[0].fact']")!;
        Assert.Equal(Markup("fact"), fact.Value);
    }

    [Fact]
    public async Task The_check_and_the_versions_show_it()
    {
        var written = await WrittenAsync();
        IsShown(await written.Desk.Browser.GetAsync(written.Desk.PagePath + "/check"), "rosa");
        var versions = await written.Desk.Browser.GetAsync(written.Desk.PagePath + "/versions");
        IsShown(versions, "rosa");
        IsShown(versions, "title");
        Assert.Contains($"→ {Short}", versions.Text, StringComparison.Ordinal);
        IsShown(await written.Desk.Browser.GetAsync("/clients"), "rosa");
    }

    [Fact]
    public async Task A_colleague_reads_it_on_the_sheet()
    {
        var written = await WrittenAsync();
        (await written.Desk.Client.ChangeAsync(new JsonObject { ["shared"] = true })).Is(200);
        var page = await (await ClientDesk.NewAsync(every.Host)).Browser.GetAsync(written.Desk.PagePath);
        foreach (var field in new[] { "rosa", "title", "fact", "words", "by", "why", "known", "task" })
        {
            IsShown(page, field);
        }
    }

    [Fact]
    public async Task A_student_reads_it_before_and_during_the_interview()
    {
        var written = await WrittenAsync();
        var browser = await written.StudentAsync();
        IsShown(await browser.GetAsync("/practice"), "rosa");
        var brief = $"/practice/{written.Desk.Client.Id}";
        var api = await every.Host.SignInAsync(written.Email, written.Password);
        var begun = (await api.PostAsync("/api/v1/conversations", new { clientId = written.Desk.Client.Id })).Is(201);
        foreach (var path in new[] { brief, $"/conversations/{begun.Text("id")}" })
        {
            var page = await browser.GetAsync(path);
            foreach (var field in new[] { "rosa", "by", "why", "known", "task", "goal" })
            {
                IsShown(page, field);
            }

            // What there is to find out is on neither.
            foreach (var kept in new[] { "title", "fact", "words", "deflection", "rule" })
            {
                Assert.DoesNotContain(Markup(kept), page.Text, StringComparison.Ordinal);
            }
        }

        IsShown(await browser.GetAsync("/history"), "rosa");
    }

    /// <summary>Word for word where a person reads it, and nowhere as anything but words.</summary>
    private static void IsShown(Page page, string field)
    {
        Assert.Equal(200, page.Status);
        Assert.Empty(page.Document.All.Where(e => e.LocalName.StartsWith("hostile-", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        var fields = page.Document.QuerySelectorAll("input").Select(input => input.GetAttribute("value") ?? "");
        Assert.Contains(fields.Prepend(page.Text), text => text.Contains(Markup(field), StringComparison.Ordinal));
    }
}
