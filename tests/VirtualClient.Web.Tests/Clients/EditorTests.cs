using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>The editor as a plain form: every button sends all of it, and no word is ever lost.</summary>
public sealed class EditorTests(EveryTest every)
{
    [Fact]
    public async Task A_client_that_is_opened_and_saved_is_the_same_client()
    {
        foreach (var name in new[] { "Ray Delgado", "Walter Ellison", "Julian Marsh" })
        {
            var desk = await DeskAsync(name);
            var before = await desk.Client.ReadAsync();
            Assert.Equal($"/clients/{desk.Client.Id}", (await desk.SendAsync("save")).Location);
            var after = await desk.Client.ReadAsync();
            Assert.Equal(before.Json!["persona"]!.ToJsonString(), after.Json!["persona"]!.ToJsonString());
            Assert.Equal(before.Number("version"), after.Number("version"));
        }
    }

    [Fact]
    public async Task What_cannot_be_saved_stays_in_the_form_word_for_word()
    {
        var desk = await DeskAsync();
        const string hostile = "<b>bold</b> {{x}} & \"quotes\"";
        var answer = await desk.SendAsync("save", ("age", "46 yrs"), ("summary", hostile), ("story", new string('x', 11_000)));
        Assert.Equal($"/clients/{desk.Client.Id}#attention", answer.Location);
        var page = await desk.OpenAsync();
        Assert.Equal("46 yrs", Value(page, "age"));
        Assert.Equal(hostile, Value(page, "summary"));
        Assert.Equal(11_000, Value(page, "story").Length);
        Assert.Equal("true", page.Document.QuerySelector("[name=age]")!.GetAttribute("aria-invalid"));
        Assert.Contains("Write the age in years", page.Text, StringComparison.Ordinal);
        Assert.Contains("11,000", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.Client.ReadAsync()).Number("version"));

        await desk.SendAsync("save", ("age", "46"), ("story", "Short."));
        var saved = await desk.Client.ReadAsync();
        Assert.Equal(hostile, saved.Text("summary"));
        Assert.Equal(46, saved.Number("age"));
    }

    [Fact]
    public async Task Cards_are_added_moved_and_removed_with_everything_else_that_was_typed()
    {
        var desk = await DeskAsync();
        var titles = Titles(await desk.OpenAsync());
        var added = await desk.SendAsync("add", ("name", "Another Name"));
        Assert.EndsWith($"#disclosure-{titles.Count + 1}", added.Location, StringComparison.Ordinal);
        var page = await desk.OpenAsync();
        Assert.Equal("Another Name", Value(page, "name"));
        Assert.Equal([.. titles, ""], Titles(page));

        await desk.SendAsync("up:1");
        Assert.Equal([titles[1], titles[0]], Titles(await desk.OpenAsync()).Take(2));
        await desk.SendAsync("down:0");
        Assert.Equal(titles.Take(2), Titles(await desk.OpenAsync()).Take(2));
        await desk.SendAsync("remove:0");
        Assert.Equal(titles[1], Titles(await desk.OpenAsync())[0]);
        await desk.SendAsync("discard");
        page = await desk.OpenAsync();
        Assert.Equal("Ray Delgado", Value(page, "name"));
        Assert.Equal(titles, Titles(page));
    }

    [Fact]
    public async Task Starters_and_sentences_of_the_story_become_cards()
    {
        var desk = await DeskAsync();
        var count = Titles(await desk.OpenAsync()).Count;
        await desk.SendAsync("starters", ("starterIssue", "grief_loss"));
        Assert.Equal(count + 3, Titles(await desk.OpenAsync()).Count);
        const string story = "He grew up near the port. He lost his license in May. He likes the radio.";
        await desk.SendAsync("sentences", ("story", story), ("sentence", "He lost his license in May."));
        var page = await desk.OpenAsync();
        Assert.Equal("He lost his license in May.", Value(page, $"disclosures[{count + 3}].fact"));
        Assert.Equal("He grew up near the port. He likes the radio.", Value(page, "story"));
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_shown_both_versions_and_keeps_its_words()
    {
        var desk = await DeskAsync();
        var second = await desk.OpenAsync();
        await desk.SendAsync("save", ("setting", "From the first tab"));
        var refused = await desk.SendFromAsync(second, "save", ("setting", "From the second tab"));
        Assert.Equal(409, refused.Status);
        Assert.Contains("changed elsewhere", refused.Text, StringComparison.Ordinal);
        Assert.Contains("From the first tab", refused.Text, StringComparison.Ordinal);
        Assert.Equal("From the second tab", Value(refused, "setting"));
        Assert.Equal("From the first tab", (await desk.Client.ReadAsync()).Text("setting"));
        Assert.Equal(302, (await desk.SendFromAsync(refused, "save")).Status);
        Assert.Equal("From the second tab", (await desk.Client.ReadAsync()).Text("setting"));
    }

    [Fact]
    public async Task A_draft_is_kept_as_it_is_typed_and_a_stale_one_is_told_the_newer_fields()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.MakeAsync();
        var fields = new Dictionary<string, string[]> { ["name"] = ["Half a na"], ["age"] = ["4"] };
        var kept = (
            await teacher.Api.PutAsync(
                client.Path + "/draft",
                new
                {
                    version = 1,
                    revision = 0,
                    fields,
                }
            )
        ).Is(200);
        Assert.Equal(1, kept.Number("revision"));
        Assert.NotNull(kept.Json!["notes"]!["open"]!["summary"]);
        fields["name"] = ["Other words"];
        var stale = (
            await teacher.Api.PutAsync(
                client.Path + "/draft",
                new
                {
                    version = 1,
                    revision = 0,
                    fields,
                }
            )
        ).Is(409, "stale");
        Assert.Equal("Half a na", stale.Json!["fields"]!["name"]![0]!.GetValue<string>());
        (
            await teacher.Api.PutAsync(
                client.Path + "/draft",
                new
                {
                    version = 1,
                    revision = 1,
                    fields,
                }
            )
        ).Is(200);
        Assert.Equal("Rosa Klein", (await client.ReadAsync()).Text("name"));
        (await teacher.Api.PutAsync(client.Path + "/draft", new { version = 1, revision = 2 })).Is(422, "invalid");
        (
            await (await Teacher.NewAsync(every.Host)).Api.PutAsync(
                client.Path + "/draft",
                new
                {
                    version = 1,
                    revision = 0,
                    fields,
                }
            )
        ).Is(404);
    }

    [Fact]
    public async Task What_students_meet_stays_whole_while_its_teacher_is_in_the_middle_of_a_sentence()
    {
        var desk = await DeskAsync();
        await desk.Client.PublishAsync();
        await desk.SendAsync("save", ("summary", ""));
        Assert.NotEqual("", (await desk.Client.ReadAsync()).Text("summary"));
        Assert.Equal("", Value(await desk.OpenAsync(), "summary"));
        await desk.SendAsync("save", ("summary", "A man who is looking for work."));
        Assert.Equal("A man who is looking for work.", (await desk.Client.ReadAsync()).Text("summary"));
    }

    [Fact]
    public async Task The_check_says_how_four_interviewers_fared_and_what_to_change()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.CopyAsync();
        var good = (await teacher.Api.GetAsync(client.Path + "/check")).Is(200);
        Assert.Equal("green", good.Text("mark"));
        Assert.Equal(4, good.Json!["interviewers"]!.AsArray().Count);

        var facts = (await client.ReadAsync()).Json!["persona"]!["disclosures"]!.DeepClone().AsArray();
        foreach (var fact in facts)
        {
            fact!["level"] = 1.0;
            fact["importance"] = "core";
            fact["requires"] = new System.Text.Json.Nodes.JsonArray();
        }

        (await client.ChangeAsync(new() { ["disclosures"] = facts })).Is(200);
        var bad = (await teacher.Api.GetAsync(client.Path + "/check")).Is(200);
        Assert.Equal("red", bad.Text("mark"));
        Assert.Contains(bad.Json!["interviewers"]!.AsArray(), i => i!["advice"]!.AsArray().Count > 0);

        (await client.ChangeAsync(new() { ["summary"] = "" })).Is(200);
        var unfinished = (await teacher.Api.GetAsync(client.Path + "/check")).Is(200);
        Assert.NotNull(unfinished.Json!["open"]!["summary"]);
        Assert.Empty(unfinished.Json!["interviewers"]!.AsArray());
    }

    private async Task<Desk> DeskAsync(string name = "Ray Delgado")
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var client = await new Teacher(await every.Host.SignInAsync(email, password)).CopyAsync(name);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        return new Desk(browser, client);
    }

    private static string Value(Page page, string name) =>
        page.Document.QuerySelector($"[name='{name}']") switch
        {
            IHtmlTextAreaElement text => text.Value,
            IHtmlInputElement input => input.Value,
            _ => throw new InvalidOperationException($"there is no field {name}"),
        };

    private static List<string> Titles(Page page) =>
        [.. page.Document.QuerySelectorAll("input[name$='].title']").Select(title => title.GetAttribute("value") ?? "")];

    /// <summary>A teacher in front of the editor of one client.</summary>
    private sealed class Desk(BrowserClient browser, OwnClient client)
    {
        public OwnClient Client => client;

        public Task<Page> OpenAsync() => browser.GetAsync($"/clients/{client.Id}");

        public async Task<Page> SendAsync(string button, params (string Name, string Value)[] typed) =>
            await SendFromAsync(await OpenAsync(), button, typed);

        /// <summary>Presses a button of a page as it was read, with some fields typed over.</summary>
        public Task<Page> SendFromAsync(Page page, string button, params (string Name, string Value)[] typed)
        {
            var form = page.Document.QuerySelector("form[data-editor]")!;
            var fields = new List<(string, string)> { ("do", button) };
            foreach (var control in form.QuerySelectorAll("input, textarea, select"))
            {
                var name = control.GetAttribute("name") ?? "";
                if (name.Length > 0 && !name.StartsWith('_') && typed.All(t => t.Name != name) && Sent(control) is { } value)
                {
                    fields.Add((name, value));
                }
            }

            return browser.PostAsync($"/clients/{client.Id}/edit", [.. fields, .. typed]);
        }

        private static string? Sent(IElement control) =>
            control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement text => text.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
    }
}
