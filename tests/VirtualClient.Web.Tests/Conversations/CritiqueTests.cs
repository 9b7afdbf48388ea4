using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>A critique of a reply becomes a principle of the client, and the next reply is made with it.</summary>
public sealed class CritiqueTests : IAsyncLifetime
{
    private const string Spoken = "I appreciate that. It has been a long week.";

    private StubProvider stub = null!;
    private WebHost host = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await StubProvider.StartAsync(new StubSettings { Reply = _ => Spoken });
        host = await WebHost.StartAsync(StubRoute.To(stub));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task A_kept_critique_is_in_the_prompt_of_the_next_reply_and_out_of_it_when_it_is_switched_off()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher, "Noor Haddad");
        var client = await TestTalk.OwnClientAsync(teacher);
        var test = await TestTalk.StartAsync(teacher, clientId: client);
        var reply = (await test.SayAsync(Talk.Lines[0])).Data["replyId"]!.GetValue<string>();
        var critique = (
            await teacher.PostAsync(
                $"{test.Path}/replies/{reply}/critique",
                new { kind = "critique", words = "She would not say “I appreciate that”." }
            )
        ).Is(201);
        Assert.Equal("Do not say \"I appreciate that\".", critique.Text("proposal"));
        Assert.True(critique.Json!["ownClient"]!.GetValue<bool>());
        Assert.DoesNotContain("I appreciate", (await SystemOfNextAsync(test)), StringComparison.Ordinal);

        var text = "Never say \"I appreciate that\" to anybody.";
        var principles = $"/api/v1/clients/{client}/principles";
        var kept = (await teacher.PostAsync(principles, new { text, critiqueId = critique.Text("id") })).Is(201);
        Assert.Equal(
            (true, "Noor Haddad", critique.Text("id")),
            (kept.Json!["on"]!.GetValue<bool>(), kept.Text("createdBy"), kept.Text("critiqueId"))
        );
        Assert.NotNull(kept.Json["createdAt"]);
        Assert.Contains(text, await SystemOfNextAsync(test), StringComparison.Ordinal);

        var off = (await teacher.PatchAsync($"{principles}/{kept.Text("id")}", new { version = 1, on = false })).Is(200);
        Assert.Equal((2, "Noor Haddad"), (off.Number("version"), off.Text("changedBy")));
        Assert.DoesNotContain("I appreciate", await SystemOfNextAsync(test), StringComparison.Ordinal);
        (await teacher.PatchAsync($"{principles}/{kept.Text("id")}", new { version = 1, on = true })).Is(409, "stale");
        (await teacher.PatchAsync($"{principles}/{kept.Text("id")}", new { version = 2 })).Is(400, "empty-update");
        await teacher.PatchAsync(
            $"{principles}/{kept.Text("id")}",
            new
            {
                version = 2,
                on = true,
                text = "Never thank anybody.",
            }
        );
        Assert.Contains("Never thank anybody.", await SystemOfNextAsync(test), StringComparison.Ordinal);
        var listed = Assert.Single((await teacher.GetAsync(principles)).Is(200).Items)!;
        Assert.Equal("Never thank anybody.", listed["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_words_of_a_principle_are_changed_on_the_page_where_it_is_listed()
    {
        var (email, password) = await host.NewAccountAsync(Roles.Teacher);
        var teacher = await host.SignInAsync(email, password);
        var client = await TestTalk.OwnClientAsync(teacher);
        var principles = $"/api/v1/clients/{client}/principles";
        await teacher.PostAsync(principles, new { text = "Be brief." });
        await teacher.PostAsync(principles, new { text = "Look away when it is about money." });
        var test = await TestTalk.StartAsync(teacher, clientId: client);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{test.Id}");
        var form = page.Document.QuerySelectorAll(".principle-list li")[0].QuerySelector("[id^=reword-] form")!;
        Assert.Equal("Be brief.", form.QuerySelector("textarea[name=text]")!.TextContent);
        async Task<string> SaveAsync(string text)
        {
            var kept = form.QuerySelectorAll("input[type=hidden]")
                .Where(i => i.GetAttribute("name") != "__RequestVerificationToken")
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
            var answer = await browser.PostAsync(form.GetAttribute("action")!, [.. kept, ("text", text)]);
            Assert.Equal($"/conversations/{test.Id}", answer.Location);
            return (await browser.GetAsync(answer.Location!)).Text;
        }

        Assert.Contains("Write the principle first.", await SaveAsync(" "), StringComparison.Ordinal);
        var twice = await SaveAsync("Look away when it is about money.");
        Assert.Contains("has a principle with these words already. You wrote: “Look away", twice, StringComparison.Ordinal);
        Assert.Contains(
            "Its words are changed. The next reply is made with it.",
            await SaveAsync("Be brief as a telegram."),
            StringComparison.Ordinal
        );
        Assert.Contains("- Be brief as a telegram.", await SystemOfNextAsync(test), StringComparison.Ordinal);
        // From an older page: refused, and what was written comes back.
        Assert.Contains("You wrote: “Be long.”", await SaveAsync("Be long."), StringComparison.Ordinal);
        Assert.Contains(
            "Be brief as a telegram.",
            (await teacher.GetAsync(principles)).Content.Replace("\u003C", "<").Replace("\u003E", ">"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_copy_that_the_test_cannot_go_on_with_is_not_made()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher, 3);
        var before = (await teacher.GetAsync("/api/v1/clients")).Items.Count;
        await using (var db = host.OpenDatabase())
        {
            await db.Database.ExecuteSqlRawAsync(Refusing);
        }

        Assert.Equal(500, (await teacher.PostAsync(test.Path + "/copy-client")).Status);
        Assert.Equal(before, (await teacher.GetAsync("/api/v1/clients")).Items.Count);
    }

    /// <summary>A database in which no conversation gets another client.</summary>
    private static string Refusing =>
        TestDatabase.IsPostgres
            ? """
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
                create trigger refuse before update of "ClientProfileId" on conversations for each row execute function refuse();
                """
            : """create trigger refuse before update of "ClientProfileId" on conversations begin select raise(abort, 'not now'); end;""";

    [Fact]
    public async Task An_edited_prompt_is_sent_as_edited_with_the_principles_behind_it()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var client = await TestTalk.OwnClientAsync(teacher);
        await teacher.PostAsync($"/api/v1/clients/{client}/principles", new { text = "Speak of the garden when it gets hard." });
        var test = await TestTalk.StartAsync(teacher, clientId: client, settings: ((string?)"stub", (string?)"You are an old sailor."));
        var system = await SystemOfNextAsync(test);
        Assert.StartsWith("You are an old sailor.", system, StringComparison.Ordinal);
        Assert.Contains("- Speak of the garden when it gets hard.", system, StringComparison.Ordinal);
        var shown = (await teacher.GetAsync(test.Path + "/test")).Json!["settings"]!["prompt"]!.GetValue<string>();
        Assert.Equal(system.Trim(), shown.Trim());
    }

    [Fact]
    public async Task A_built_in_client_is_copied_first_and_the_test_goes_on_with_the_copy()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher, 3);
        var reply = (await test.SayAsync(Talk.Lines[0])).Data["replyId"]!.GetValue<string>();
        var critique = (
            await teacher.PostAsync($"{test.Path}/replies/{reply}/critique", new { kind = "critique", words = "Too long." })
        ).Is(201);
        Assert.False(critique.Json!["ownClient"]!.GetValue<bool>());
        var builtIn = critique.Text("clientId");
        (await teacher.PostAsync($"/api/v1/clients/{builtIn}/principles", new { text = "Be brief." })).Is(409, "copy-first");
        var copy = (await teacher.PostAsync(test.Path + "/copy-client")).Is(201).Text("id");
        Assert.Equal(copy, (await teacher.PostAsync(test.Path + "/copy-client")).Is(200).Text("id"));
        Assert.Equal(copy, (await teacher.GetAsync(test.Path)).Text("clientId"));
        (await teacher.PostAsync($"/api/v1/clients/{copy}/principles", new { text = "Be brief as a telegram." })).Is(201);
        Assert.Contains("Be brief as a telegram.", await SystemOfNextAsync(test), StringComparison.Ordinal);

        // Everybody else's client is as it was.
        var colleague = await host.NewPersonAsync(Roles.Teacher);
        (await colleague.GetAsync($"/api/v1/clients/{copy}/principles")).Is(404, "not-found");
        (await colleague.PostAsync($"/api/v1/clients/{copy}/principles", new { text = "Be rude." })).Is(404, "not-found");
        var theirs = await TestTalk.StartAsync(colleague, 3);
        Assert.DoesNotContain("telegram", await SystemOfNextAsync(theirs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_no_critique_are_refused_and_so_are_more_principles_than_a_prompt_holds()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var client = await TestTalk.OwnClientAsync(teacher);
        var test = await TestTalk.StartAsync(teacher, clientId: client);
        var reply = (await test.SayAsync(Talk.Lines[0])).Data["replyId"]!.GetValue<string>();
        var path = $"{test.Path}/replies/{reply}/critique";
        (await teacher.PostAsync(path, new { words = "Hm." })).Is(422, "invalid");
        (await teacher.PostAsync(path, new { kind = "critique", words = " " })).Is(422, "invalid");
        (await teacher.PostAsync(path, new { kind = "wording", words = "So." })).Is(422, "invalid");
        (await teacher.PostAsync(path, new { kind = "kudos", words = new string('x', 1_001) })).Is(422, "invalid");
        var opening = (await test.MessagesAsync())[0]["id"]!.GetValue<string>();
        (await teacher.PostAsync($"{test.Path}/replies/{opening}/critique", new { kind = "kudos" })).Is(404, "not-found");

        var principles = $"/api/v1/clients/{client}/principles";
        (await teacher.PostAsync(principles, new { text = "" })).Is(422, "invalid");
        (await teacher.PostAsync(principles, new { text = new string('x', 301) })).Is(422, "invalid");
        for (var i = 0; i < 4; i++)
        {
            (await teacher.PostAsync(principles, new { text = $"{i} " + new string('x', 298) })).Is(201);
        }

        (await teacher.PostAsync(principles, new { text = "4 " + new string('x', 298) })).Is(409, "principles-full");
        Assert.Equal(4, (await teacher.GetAsync(principles)).Items.Count);
        // The same words again are the same principle.
        (await teacher.PostAsync(principles, new { text = "0 " + new string('x', 298) })).Is(201);
        Assert.Equal(4, (await teacher.GetAsync(principles)).Items.Count);
    }

    [Fact]
    public async Task Students_who_begin_later_meet_the_client_with_its_principles_and_those_under_way_keep_their_copy()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var client = await TestTalk.OwnClientAsync(teacher);
        (await teacher.PostAsync($"/api/v1/clients/{client}/principles", new { text = "Hum now and then." })).Is(201);
        var persona = (await teacher.GetAsync($"/api/v1/clients/{client}")).Is(200).Json!["persona"]!;
        Assert.Equal(["Hum now and then."], persona["principles"]!.AsArray().Select(p => p!.GetValue<string>()));
        var ended = await TestTalk.StartAsync(teacher, clientId: client);
        await ended.EndAsync();
        (await teacher.PostAsync($"/api/v1/clients/{client}/principles", new { text = "Look at the door." })).Is(201);
        var before = (await teacher.GetAsync(ended.Path + "/test")).Json!["principles"]!.AsArray();
        Assert.Equal(["Hum now and then."], before.Select(p => p!.GetValue<string>()));
    }

    /// <summary>Says something and gives the stable prompt that the provider got for it.</summary>
    private async Task<string> SystemOfNextAsync(Talk test)
    {
        await test.SayAsync(Talk.Lines[2]);
        var body = JsonNode.Parse(stub.Requests[^1].Body.GetRawText())!;
        var content = body["messages"]!.AsArray().First(m => m!["role"]!.GetValue<string>() == "system")!["content"]!;
        return content is JsonValue text ? text.GetValue<string>() : string.Concat(content.AsArray().Select(part => part!["text"]));
    }
}
