using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>A student finds a conversation again by who it was with or by what was said in it.</summary>
public sealed class HistorySearchTests(EveryTest every)
{
    private sealed record Person(ApiClient Api, BrowserClient Browser)
    {
        public async Task<Talk> HeldAsync(int client, string says)
        {
            var talk = await Talk.StartAsync(Api, client);
            await talk.SayAsync(says);
            await talk.EndAsync();
            return talk;
        }

        /// <summary>The conversations that are listed for these words, on the page and in the answer alike.</summary>
        public async Task<List<string>> FindAsync(string words)
        {
            var query = Uri.EscapeDataString(words);
            var page = (await Browser.GetAsync("/history?q=" + query)).Document;
            Assert.Equal(words, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
            var shown = Ids(page);
            var answer = (await Api.GetAsync("/api/v1/conversations?search=" + query)).Is(200);
            Assert.Equal(answer.Items.Select(c => c!["id"]!.GetValue<string>()), shown);
            return shown;
        }

        public static List<string> Ids(AngleSharp.Dom.IDocument page) =>
            [.. page.QuerySelectorAll(".due a.btn").Select(a => a.GetAttribute("href")!.Split('/')[2])];
    }

    private async Task<Person> PersonAsync()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        return new Person(await every.Host.SignInAsync(email, password), browser);
    }

    [Fact]
    public async Task Words_that_were_said_and_the_name_of_the_client_are_found_and_nothing_else()
    {
        var (student, other) = (await PersonAsync(), await PersonAsync());
        var duluth = await student.HeldAsync(0, "My aunt lives in Duluth, 100% sure.");
        var harbor = await student.HeldAsync(1, "The harbor was frozen when Ángela came.");
        var running = await Talk.StartAsync(student.Api, 2);
        await running.SayAsync("Nobody came_to see the lake.");
        await other.HeldAsync(0, "My aunt lives in Duluth, and so do I.");

        // Newest first, each whole word or part of one, in any case.
        Assert.Equal([running.Id, harbor.Id, duluth.Id], await student.FindAsync(""));
        Assert.Equal([duluth.Id], await student.FindAsync("duluth"));
        Assert.Equal([duluth.Id], await student.FindAsync("  AUNT lives in Dul "));
        Assert.Equal([running.Id, harbor.Id], await student.FindAsync("came"));
        Assert.Equal([harbor.Id], await student.FindAsync("ángela"));
        Assert.Equal([harbor.Id], await student.FindAsync("ÁNGELA"));

        // What the database takes for any letter is what it is.
        Assert.Equal([duluth.Id], await student.FindAsync("100%"));
        Assert.Equal([running.Id], await student.FindAsync("came_"));
        Assert.Empty(await student.FindAsync("h_rbor"));
        Assert.Empty(await student.FindAsync("Minneapolis"));
        Assert.Contains(
            "No conversation fits that",
            (await student.Browser.GetAsync("/history?q=Minneapolis")).Text,
            StringComparison.Ordinal
        );

        foreach (var talk in new[] { duluth, harbor, running })
        {
            var name = (await student.Api.GetAsync(talk.Path)).Is(200).Text("clientName");
            Assert.Equal([talk.Id], await student.FindAsync(name));
            Assert.Equal([talk.Id], await student.FindAsync(name.Split(' ')[^1].ToUpperInvariant()));
            // The client's words are found like the student's.
            var opening = (await talk.MessagesAsync())[0]["text"]!.GetValue<string>();
            Assert.Equal([talk.Id], await student.FindAsync(opening[..Math.Min(40, opening.Length)]));
        }
    }

    [Fact]
    public async Task The_next_page_of_what_was_found_holds_only_what_was_found()
    {
        var student = await PersonAsync();
        for (var i = 0; i < 27; i++)
        {
            await student.HeldAsync(0, i == 0 ? "Only the harbor." : "Only Duluth.");
        }

        var first = (await student.Browser.GetAsync("/history?q=duluth")).Document;
        Assert.Equal(25, Person.Ids(first).Count);
        var next = first
            .QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href")!)
            .Single(href => href.Contains("after=", StringComparison.Ordinal));
        var rest = (await student.Browser.GetAsync(next)).Document;
        Assert.Equal("duluth", rest.QuerySelector("input[name=q]")!.GetAttribute("value"));
        var last = Assert.Single(Person.Ids(rest));
        Assert.DoesNotContain(last, Person.Ids(first));
    }
}
