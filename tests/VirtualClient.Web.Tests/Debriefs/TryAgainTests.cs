using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Debriefs;

/// <summary>Another try from a turn, the coach, and the question whom a turn was about.</summary>
public sealed class TryAgainTests(EveryTest every)
{
    [Fact]
    public async Task From_a_turn_on_the_same_words_get_the_same_answers_and_the_original_is_untouched()
    {
        var student = await every.Host.NewStudentAsync();
        var first = await new DebriefTests(every).EndedAsync(student);
        var before = (await student.GetAsync(first.Path + "/messages?limit=200")).Content;
        var messages = await first.MessagesAsync();
        // Message 1 is the opening line, so turn 3 is message 6 and its answer message 7.
        var third = messages[5]["id"]!.GetValue<string>();
        var branch = (await student.PostAsync(first.Path + "/branch", new { messageId = third })).Is(201);
        Assert.Equal((first.Id, 2, "active"), (branch.Text("branchOf"), branch.Number("turns"), branch.Text("status")));
        var again = new Talk(student, branch.Text("id"));
        Assert.Equal(
            messages.Take(5).Select(m => m["text"]!.GetValue<string>()),
            (await again.MessagesAsync()).Select(m => m["text"]!.GetValue<string>())
        );

        for (var turn = 2; turn < DebriefTests.Six.Length; turn++)
        {
            await again.SayAsync(DebriefTests.Six[turn]);
        }

        var copied = await again.MessagesAsync();
        Talk.IsGapless(copied);
        Assert.Equal(messages.Select(m => m["text"]!.GetValue<string>()), copied.Select(m => m["text"]!.GetValue<string>()));
        Assert.Equal(before, (await student.GetAsync(first.Path + "/messages?limit=200")).Content);
        await again.EndAsync();
        foreach (var part in new[] { "trust", "facts", "duties" })
        {
            Assert.Equal(
                (await student.GetAsync(first.Path + "/debrief")).Json![part]!.ToJsonString(),
                (await student.GetAsync(again.Path + "/debrief")).Json![part]!.ToJsonString()
            );
        }
    }

    [Fact]
    public async Task A_better_try_ends_closer_and_the_two_paths_are_shown_side_by_side()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var first = await new DebriefTests(every).EndedAsync(student);
        var fourth = (await first.MessagesAsync())[7]["id"]!.GetValue<string>();
        var again = new Talk(student, (await student.PostAsync(first.Path + "/branch", new { messageId = fourth })).Is(201).Text("id"));
        await again.SayAsync("That sounds heavy, and you keep the house going.");
        await again.SayAsync("What is an evening like, now that the house is quiet?");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        Assert.Equal(409, (await browser.GetAsync($"/conversations/{again.Id}/compare")).Status);
        await again.EndAsync();
        var page = await browser.GetAsync($"/conversations/{again.Id}/compare");
        Assert.Equal(200, page.Status);
        foreach (
            var words in new[]
            {
                "First time",
                "Another try",
                "From turn 4 on",
                "You should join a club and get out more.",
                "advice before it was wanted",
            }
        )
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await browser.GetAsync($"/conversations/{first.Id}/compare")).Status);
    }

    [Fact]
    public async Task While_a_conversation_with_this_client_is_open_none_is_tried_again()
    {
        var student = await every.Host.NewStudentAsync();
        var first = await new DebriefTests(every).EndedAsync(student);
        var open = await Talk.StartAsync(student, DebriefTests.Walter);
        var said = (await first.MessagesAsync())[1]["id"]!.GetValue<string>();
        var refused = (await student.PostAsync(first.Path + "/branch", new { messageId = said })).Is(409, "already-talking");
        Assert.Equal(open.Id, refused.Text("activeConversationId"));
        await open.EndAsync();
        (await student.PostAsync(first.Path + "/branch", new { messageId = Guid.CreateVersion7() })).Is(404);
        (await student.PostAsync(first.Path + "/branch", new { })).Is(422);
        (await student.PostAsync(first.Path + "/branch", new { messageId = said })).Is(201);
    }

    [Fact]
    public async Task The_coach_gives_one_note_a_turn_and_keeps_it()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var talk = await Talk.StartAsync(student);
        var first = (await student.PostAsync(talk.Path + "/coach")).Is(200);
        Assert.Equal(("structure", 0), (first.Text("area"), first.Number("afterTurn")));
        Assert.Contains("It might help to", first.Text("goal"), StringComparison.Ordinal);
        Assert.Equal(first.Content, (await student.PostAsync(talk.Path + "/coach")).Is(200).Content);
        await talk.SayAsync(DebriefTests.Six[0]);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/conversations/{talk.Id}");
        Assert.Equal($"/conversations/{talk.Id}", (await browser.PostAsync($"/conversations/{talk.Id}/coach")).Location);
        var page = await browser.GetAsync($"/conversations/{talk.Id}");
        Assert.Equal(2, page.Document.QuerySelectorAll("[data-coach-notes] .hint-card").Length);
        await talk.EndAsync();
        (await student.PostAsync(talk.Path + "/coach")).Is(409, "no-coach");
    }

    [Theory]
    [InlineData("This is not role play anymore, I want to kill myself.")]
    [InlineData("I'm not okay, this is me talking and not the role play.")]
    public async Task A_turn_that_seems_to_be_about_the_student_is_not_sent_and_help_comes_first(string text)
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var talk = await Talk.StartAsync(student);
        var id = Guid.CreateVersion7();
        var asked = (await talk.SendAsync(text, id)).Is(409, "was-that-you");
        Assert.Contains("988", asked.Json!["help"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(await talk.MessagesAsync());
        Assert.Equal(0, (await student.GetAsync(talk.Path)).Number("turns"));

        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/conversations/{talk.Id}");
        var back = await browser.PostAsync($"/conversations/{talk.Id}/say", ("messageId", id.ToString()), ("text", text));
        var page = await browser.GetAsync(back.Location!);
        Assert.Contains("Was that you, or the role-play?", page.Text, StringComparison.Ordinal);
        Assert.Equal(text, page.Document.QuerySelector("#say")!.TextContent);
        await browser.PostAsync($"/conversations/{talk.Id}/say", ("messageId", id.ToString()), ("text", text), ("rolePlay", "true"));
        Assert.Equal(3, (await talk.MessagesAsync()).Count);
    }
}
