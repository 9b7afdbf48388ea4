using System.Net.Http;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Debriefs;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Home;

/// <summary>One's own data, taken along and erased.</summary>
public sealed class OwnDataTests(EveryTest every)
{
    [Fact]
    public async Task The_export_holds_every_word_of_ones_own_and_nothing_of_others()
    {
        var mine = await new DebriefTests(every).EndedAsync();
        (await mine.Api.PutAsync(mine.Path + "/reflection", new { felt = "Heavier than it looked.", version = 1 })).Is(200);
        await new DebriefTests(every).EndedAsync();
        var export = (await mine.Api.GetAsync("/api/v1/me/export")).Is(200);
        var one = Assert.Single(export.Json!["conversations"]!.AsArray())!;
        Assert.Equal(
            (await mine.MessagesAsync()).Select(m => m["text"]!.GetValue<string>()),
            one["messages"]!.AsArray().Select(m => m!["text"]!.GetValue<string>())
        );
        Assert.Contains("Heavier than it looked.", export.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_takes_the_words_and_leaves_a_line_that_it_was_done()
    {
        var mine = await new DebriefTests(every).EndedAsync();
        var said = (await mine.MessagesAsync())[1]["id"]!.GetValue<string>();
        (await mine.Api.PostAsync(mine.Path + "/branch", new { messageId = said })).Is(201);
        var others = await new DebriefTests(every).EndedAsync();
        var receipt = (await mine.Api.SendAsync(HttpMethod.Delete, "/api/v1/me/practice", null)).Is(200);
        Assert.Equal((2, 6), (receipt.Number("conversations"), receipt.Number("messages")));
        Assert.Equal(4, receipt.Json!["kept"]!.AsArray().Count);
        (await mine.Api.GetAsync(mine.Path)).Is(404);
        (await others.Api.GetAsync(others.Path)).Is(200);
        await using var db = every.Host.OpenDatabase();
        var id = Guid.Parse(mine.Id);
        Assert.Equal(0, await db.Set<Message>().CountAsync(m => m.ConversationId == id, TestContext.Current.CancellationToken));
        var me = Guid.Parse((await mine.Api.GetAsync("/api/v1/me")).Text("id"));
        Assert.True(
            await db.Set<AuditEntry>()
                .AnyAsync(e => e.SubjectId == me && e.Action == "practice.erased", TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task The_page_erases_only_who_says_that_they_are_sure()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var talk = await new DebriefTests(every).EndedAsync(await every.Host.SignInAsync(email, password));
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync("/your-data");
        await browser.PostAsync("/your-data/erase");
        Assert.Contains("Nothing was erased.", (await browser.GetAsync("/your-data")).Text, StringComparison.Ordinal);
        (await talk.Api.GetAsync(talk.Path)).Is(200);
        await browser.PostAsync("/your-data/erase", ("sure", "true"));
        Assert.Contains(
            "Erased: 1 conversation with 6 messages of yours.",
            (await browser.GetAsync("/your-data")).Text,
            StringComparison.Ordinal
        );
        (await talk.Api.GetAsync(talk.Path)).Is(404);
    }
}
