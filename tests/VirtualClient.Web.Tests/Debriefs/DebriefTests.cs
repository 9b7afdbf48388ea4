using System.Text.Json.Nodes;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Debriefs;

/// <summary>What a conversation leaves behind, over the API and on its page.</summary>
public sealed class DebriefTests(EveryTest every)
{
    /// <summary>Three good turns, two poor ones and a repair, as a hand would label them.</summary>
    public static readonly string[] Six =
    [
        "Hello, I'm Ana, a social work student here. What you tell me stays between us unless somebody could get hurt.",
        "What has this week been like for you?",
        "It sounds like the evenings are the hardest.",
        "You should join a club and get out more.",
        "Did you eat today?",
        "I'm sorry, I jumped ahead there.",
    ];

    /// <summary>Place in the library.</summary>
    public const int Walter = 3;

    [Fact]
    public async Task While_a_conversation_is_open_there_is_no_debrief_of_it()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var talk = await Talk.StartAsync(await every.Host.SignInAsync(email, password));
        await talk.SayAsync(Six[0]);
        (await talk.Api.GetAsync(talk.Path + "/debrief?reveal=true")).Is(409, "conversation-active");
        (await talk.Api.PutAsync(talk.Path + "/own-view", new { skip = true })).Is(409, "conversation-active");
        (await talk.Api.PutAsync(talk.Path + "/reflection", new { felt = "odd", version = 1 })).Is(409, "conversation-active");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Contains("This conversation is still open", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mele in the afternoons", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_are_those_of_a_count_by_hand()
    {
        var talk = await EndedAsync();
        var debrief = (await talk.Api.GetAsync(talk.Path + "/debrief")).Is(200).Json!;
        Assert.True((1, 1, 0, 0) == Questions(debrief), debrief["turns"]!.ToJsonString());
        Assert.Equal(1, debrief["reflections"]!.GetValue<int>());
        // 1 to 2; advice in 1 turn of 6
        Assert.Equal(0.5m, debrief["reflectionsPerQuestion"]!.GetValue<decimal>());
        Assert.Equal("low", debrief["reflectionsPerQuestionRange"]!["reliability"]!.GetValue<string>());
        Assert.Equal(0.17m, debrief["adviceRate"]!.GetValue<decimal>());
        var duties = debrief["duties"]!.AsArray().ToDictionary(d => d!["duty"]!.GetValue<string>(), d => d!["timing"]!.GetValue<string>());
        Assert.Equal(
            ("timely", "timely", "timely", "missing"),
            (duties["introduction"], duties["role"], duties["limits"], duties["purpose"])
        );
        Assert.Equal(6, debrief["trust"]!.AsArray().Count);
        Assert.Equal("down", debrief["trust"]![3]!["change"]!.GetValue<string>());
        Assert.Contains("advice before it was wanted", debrief["trust"]![3]!["reasons"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(4, debrief["retry"]![0]!["turn"]!.GetValue<int>());
        Assert.Null(debrief["safety"]);
        Assert.Equal("Advice before it was wanted", debrief["oneToTry"]!["title"]!.GetValue<string>());
        var words = Six.Sum(text => text.Split(' ').Length);
        var client = (await talk.MessagesAsync())
            .Where(m => m["speaker"]!.GetValue<string>() == "client")
            .Sum(m => Spoken(m["text"]!.GetValue<string>()));
        Assert.Equal(
            Math.Round((decimal)words / (words + client), 2, MidpointRounding.AwayFromZero),
            debrief["talkShare"]!.GetValue<decimal>()
        );
    }

    [Fact]
    public async Task Every_label_comes_with_the_words_that_earned_it_and_its_rule()
    {
        var talk = await EndedAsync();
        var debrief = (await talk.Api.GetAsync(talk.Path + "/debrief")).Is(200).Json!;
        var said = (await talk.MessagesAsync()).Where(m => m["speaker"]!.GetValue<string>() == "student").ToList();
        Assert.Equal(
            said.Select(m => m["id"]!.GetValue<string>()),
            debrief["turns"]!.AsArray().Select(t => t!["messageId"]!.GetValue<string>())
        );
        var advice = debrief["turns"]![3]!["labels"]!.AsArray().Single(l => l!["code"]!.GetValue<string>() == "advice_without_permission")!;
        Assert.Contains(advice["words"]!.GetValue<string>(), Six[3], StringComparison.Ordinal);
        Assert.Contains('.', advice["rule"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_fact_that_was_not_told_is_in_the_answer_only_when_it_is_asked_for()
    {
        var talk = await EndedAsync();
        var hidden = (await talk.Api.GetAsync(talk.Path + "/debrief")).Is(200).Json!["facts"]!;
        var shown = (await talk.Api.GetAsync(talk.Path + "/debrief?reveal=true")).Is(200).Json!["facts"]!;
        var closed = new[] { "approached", "missed" }.SelectMany(kind => hidden[kind]!.AsArray()).ToList();
        Assert.NotEmpty(closed);
        Assert.All(closed, fact => Assert.Null(fact!["fact"]));
        Assert.All(closed, fact => Assert.NotEmpty(fact!["wouldOpen"]!.GetValue<string>()));
        Assert.All(new[] { "approached", "missed" }.SelectMany(kind => shown[kind]!.AsArray()), fact => Assert.NotNull(fact!["fact"]));
        var all = new[] { "learned", "approached", "notToday", "missed" }.Sum(kind => hidden[kind]!.AsArray().Count);
        Assert.Equal(VirtualClient.Simulation.Client.BuiltInClients.All[Walter].Persona.Disclosures.Count, all);
    }

    [Fact]
    public async Task Students_see_bands_and_teachers_of_a_test_the_values_too()
    {
        var mine = await EndedAsync();
        Assert.DoesNotContain(
            "\"value\"",
            (await mine.Api.GetAsync(mine.Path + "/debrief")).Json!["trust"]!.ToJsonString(),
            StringComparison.Ordinal
        );
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var template = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var started = (await teacher.PostAsync("/api/v1/conversations", new { clientId = template, test = true })).Is(201);
        var test = new Talk(teacher, started.Text("id"));
        await test.SayAsync(Six[1]);
        await test.EndAsync();
        Assert.NotNull((await teacher.GetAsync(test.Path + "/debrief")).Is(200).Json!["trust"]![0]!["value"]);
        (await teacher.PostAsync(test.Path + "/coach")).Is(409, "no-coach");
        var said = (await test.MessagesAsync())[1]["id"]!.GetValue<string>();
        (await teacher.PostAsync(test.Path + "/branch", new { messageId = said })).Is(409, "practice-only");
    }

    [Fact]
    public async Task A_debrief_of_nothing_said_and_one_left_early_are_there_too()
    {
        var student = await every.Host.NewStudentAsync();
        var empty = await Talk.StartAsync(student);
        await empty.EndAsync();
        var debrief = (await student.GetAsync(empty.Path + "/debrief")).Is(200).Json!;
        Assert.Empty(debrief["trust"]!.AsArray());
        Assert.Equal(0, Questions(debrief).Open);
    }

    internal async Task<Talk> EndedAsync(ApiClient? student = null)
    {
        var talk = await Talk.StartAsync(student ?? await every.Host.NewStudentAsync(), Walter);
        foreach (var text in Six)
        {
            await talk.SayAsync(text);
        }

        await talk.EndAsync();
        return talk;
    }

    private static (int Open, int Closed, int Leading, int Double) Questions(JsonNode debrief)
    {
        var q = debrief["questions"]!;
        return (Number("open"), Number("closed"), Number("leading"), Number("double"));

        int Number(string name) => q[name]!.GetValue<int>();
    }

    /// <summary>Words without what stands between asterisks.</summary>
    private static int Spoken(string text) =>
        string.Join(' ', text.Split('*').Where((_, at) => at % 2 == 0))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Count(word => word.Any(char.IsLetterOrDigit));
}
