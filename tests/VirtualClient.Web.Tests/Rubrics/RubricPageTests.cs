using AngleSharp.Html.Dom;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>The rubric pages as a browser without script sees them.</summary>
public sealed class RubricPageTests(EveryTest every)
{
    [Fact]
    public async Task A_rubric_is_built_by_plain_forms_and_no_word_is_lost_on_the_way()
    {
        var (browser, api) = await TeacherAsync();
        var page = await browser.GetAsync("/rubrics/new");
        page = await SendAsync(
            browser,
            page,
            "add",
            ("name", "Home visit"),
            ("criteria[0].name", "Listening"),
            ("criteria[0].weight", "0,6")
        );
        Assert.Equal(200, page.Status);
        Assert.True(page.Document.QuerySelector("[name='criteria[1].name']")!.HasAttribute("autofocus"));
        Assert.Equal("Listening", Value(page, "criteria[0].name"));

        page = await SendAsync(browser, page, "save", ("criteria[1].name", "<b>listening</b>"), ("criteria[1].weight", "much"));
        Assert.Equal(422, page.Status);
        Assert.Equal(
            ("0,6", "much", "<b>listening</b>"),
            (Value(page, "criteria[0].weight"), Value(page, "criteria[1].weight"), Value(page, "criteria[1].name"))
        );
        Assert.Contains("The weights add up to 0.6; they must add up to 1.0.", page.Text, StringComparison.Ordinal);
        Assert.Equal("true", page.Document.QuerySelector("[name='criteria[1].weight']")!.GetAttribute("aria-invalid"));
        Assert.Empty(page.Document.QuerySelectorAll("b").Where(b => b.TextContent == "listening"));
        foreach (var link in page.Document.QuerySelectorAll(".alert a"))
        {
            Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!));
        }

        (string, string)[] rest =
        [
            ("criteria[0].description", "Hearing what is meant."),
            ("criteria[0].points", "Reflects before asking on\n\nLeaves pauses"),
            ("criteria[0].descriptors[0]", "Nearly always."),
            ("criteria[1].name", "Planning"),
            ("criteria[1].description", "What comes next."),
            ("criteria[1].points", "Agrees on a step"),
            ("criteria[1].weight", "0.3"),
        ];
        page = await SendAsync(browser, page, "whole", rest);
        Assert.Equal(("0.67", "0.33"), (Value(page, "criteria[0].weight"), Value(page, "criteria[1].weight")));
        page = await SendAsync(browser, page, "up:1");
        Assert.Equal(("Planning", "Listening"), (Value(page, "criteria[0].name"), Value(page, "criteria[1].name")));
        page = await SendAsync(browser, page, "save");
        Assert.StartsWith("/rubrics/", page.Location, StringComparison.Ordinal);

        var stored = (await api.GetAsync("/api/v1" + page.Location)).Is(200);
        Assert.Equal("Home visit", stored.Text("name"));
        var listening = stored.Json!["criteria"]![1]!;
        Assert.Equal(("Listening", 0.67m), (listening["name"]!.GetValue<string>(), listening["weight"]!.GetValue<decimal>()));
        Assert.Equal(
            ["Reflects before asking on", "Leaves pauses"],
            listening["evaluationPoints"]!.AsArray().Select(p => p!.GetValue<string>())
        );
        Assert.Equal("Nearly always.", listening["levels"]![0]!["descriptor"]!.GetValue<string>());
        Assert.Contains("is saved", (await browser.GetAsync(page.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_are_columns_that_can_be_added_and_removed()
    {
        var (browser, _) = await TeacherAsync();
        var page = await browser.GetAsync("/rubrics/new");
        page = await SendAsync(browser, page, "add-level", ("criteria[0].descriptors[3]", "Hardly."));
        page = await SendAsync(browser, page, "remove-level:0", ("levels[4].name", "Harmful"), ("levels[4].points", "0"));
        Assert.Equal(("Good", "Harmful"), (Value(page, "levels[0].name"), Value(page, "levels[3].name")));
        Assert.Equal("Hardly.", Value(page, "criteria[0].descriptors[2]"));
        Assert.Null(page.Document.QuerySelector("[name='criteria[0].descriptors[4]']"));
    }

    [Fact]
    public async Task Who_was_overtaken_sees_both_and_may_save_theirs()
    {
        var (browser, api) = await TeacherAsync();
        var made = await api.CreateAsync();
        var page = await browser.GetAsync($"/rubrics/{made.Text("id")}");
        (await api.PatchAsync(made.At(), new { name = "Theirs", version = 1 })).Is(200);
        page = await SendAsync(browser, page, "save", ("name", "Mine"));
        Assert.Equal(409, page.Status);
        Assert.Equal("Mine", Value(page, "name"));
        Assert.Contains("Theirs", page.Document.QuerySelector(".alert table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await api.GetAsync(made.At())).Text("name"));
        page = await SendAsync(browser, page, "save");
        Assert.Equal(302, page.Status);
        Assert.Equal(("Mine", 3), ((await api.GetAsync(made.At())).Text("name"), (await api.GetAsync(made.At())).Number("version")));
    }

    [Fact]
    public async Task What_an_imported_file_would_be_is_shown_before_it_is_taken()
    {
        var (browser, api) = await TeacherAsync();
        var made = await api.CreateAsync(RubricSample.Two().With("name", "From <elsewhere>"));
        var file = (await api.GetAsync(made.At() + "/export")).Content;
        await browser.GetAsync("/rubrics/import");
        var bad = await browser.PostAsync("/rubrics/import/take", ("text", file.Replace("0.6", "0.7", StringComparison.Ordinal)));
        Assert.Equal(422, bad.Status);
        Assert.Contains("Line 8, criteria: The weights add up to 1.1", bad.Text, StringComparison.Ordinal);
        Assert.Single((await api.GetAsync(RubricSample.Path)).Items);
        await browser.GetAsync("/rubrics/import");
        var taken = await browser.PostAsync("/rubrics/import/take", ("text", file));
        Assert.Equal(302, taken.Status);
        Assert.Equal(2, (await api.GetAsync(RubricSample.Path)).Items.Count);
        Assert.Contains("From <elsewhere>", (await browser.GetAsync("/rubrics")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_in_rubric_is_read_duplicated_archived_and_restored_from_the_shelf()
    {
        var (browser, api) = await TeacherAsync();
        var shelf = await browser.GetAsync("/rubrics");
        Assert.Equal(7, shelf.Document.QuerySelectorAll("#built-in .rubric-card").Length);
        var href = shelf.Document.QuerySelector("#built-in .rubric-card h3 a")!.GetAttribute("href")!;
        Assert.Contains("Stays with a feeling", (await browser.GetAsync(href)).Text, StringComparison.Ordinal);
        var copy = (await browser.PostAsync(href + "/duplicate")).Location!;
        Assert.Equal("Core interview (copy)", Value(await browser.GetAsync(copy), "name"));
        await browser.PostAsync(copy + "/archive");
        Assert.Empty((await api.GetAsync(RubricSample.Path)).Items);
        Assert.Contains("Core interview (copy)", (await browser.GetAsync("/rubrics?archived=true")).Text, StringComparison.Ordinal);
        Assert.Equal(copy, (await browser.PostAsync(copy + "/restore")).Location);
        Assert.Equal("/rubrics", (await browser.PostAsync(copy + "/delete")).Location);
        Assert.Equal(404, (await browser.GetAsync(copy)).Status);
    }

    private async Task<(BrowserClient Browser, ApiClient Api)> TeacherAsync()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        return (browser, await every.Host.SignInAsync(email, password));
    }

    /// <summary>Sends the builder as it stands on the page, with some fields typed over, by one of its buttons.</summary>
    private static Task<Page> SendAsync(BrowserClient browser, Page page, string button, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("form[data-rubric]")!;
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Select(field => (Name: field.GetAttribute("name")!, Field: field))
            .Where(field => field.Name != "__RequestVerificationToken" && field.Field is not IHtmlInputElement { Type: "checkbox" })
            .Select(field => (field.Name, Value: ValueOf(field.Field)))
            .ToDictionary(field => field.Name, field => field.Value);
        foreach (var (name, value) in typed)
        {
            Assert.True(fields.ContainsKey(name), $"there is no field {name}");
            fields[name] = value;
        }

        return browser.PostAsync(form.GetAttribute("action")!, [.. fields.Select(f => (f.Key, f.Value)), ("do", button)]);
    }

    private static string Value(Page page, string name) => ValueOf(page.Document.QuerySelector($"[name='{name}']")!);

    private static string ValueOf(AngleSharp.Dom.IElement field) =>
        field switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => "",
        };
}
