using System.Net;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

/// <summary>A student may find out what the client tells, and nothing else: no closed fact, figure, label or trait in any answer.</summary>
public sealed class SecretsTests(EveryTest every)
{
    private static readonly string[] Names =
    [
        "persona",
        "traits",
        "traitReasons",
        "disclosures",
        "hiddenIssues",
        "buildsTrust",
        "ownWords",
        "fact",
        "deflection",
        "state",
        "trust",
        "distress",
        "engagement",
        "stance",
        "labels",
        "signals",
        "step",
        "plan",
        "turn",
        "seed",
        "story",
        "wish",
        "cleanNos",
        "principles",
        "route",
        "model",
        "tokens",
        "costUsd",
    ];

    [Fact]
    public async Task Nothing_a_student_can_get_holds_what_the_client_has_not_said()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var library = (await student.GetAsync("/api/v1/student/clients")).Is(200);
        for (var client = 0; client < BuiltInClients.All.Count; client++)
        {
            var id = library.Items[client]!["id"]!.GetValue<string>();
            var persona = BuiltInClients.All.Single(c => c.Persona.Name == library.Items[client]!["name"]!.GetValue<string>()).Persona;
            var talk = await Talk.StartAsync(student, client);
            var told = await talk.ReadAsync(await talk.SendAsync(Talk.Lines[1]));
            var secrets = await UnsaidAsync(talk, persona);
            foreach (var one in told)
            {
                Check($"event {one.Type}", one.Data, one.Data.ToJsonString(), secrets);
            }

            await SweepAsync(student, browser, talk, [$"/practice/{id}"], secrets);
            await talk.EndAsync();

            // Before one's own view is given there are questions and nothing else; after it themes, and of the facts only what was told.
            var questions = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
            Assert.Contains("Five short questions", questions.Text, StringComparison.Ordinal);
            Check("the questions before the debrief", null, WebUtility.HtmlDecode(questions.Html), secrets);
            Assert.Empty(questions.Document.QuerySelectorAll(".code"));
        }
    }

    [Fact]
    public async Task Nothing_an_attempt_shows_while_it_is_held_or_after_it_holds_what_the_client_has_not_said()
    {
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", settings = new { coach = "on_request" } });
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        (await work.Room.EnrollAsync(email)).Is(201);
        var student = await every.Host.SignInAsync(email, password);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var begun = (await work.BeginAsync(student)).Is(201);
        var talk = new Talk(student, begun.Text("id"));
        var persona = BuiltInClients.All.Single(c => c.Persona.Name == begun.Text("clientName")).Persona;
        await talk.SayAsync(Talk.Lines[1]);
        var secrets = await UnsaidAsync(talk, persona);
        string[] pages = ["/assignments", $"/assignments/{work.Id}", $"/assignments/{work.Id}/clients/{begun.Text("clientId")}"];
        await SweepAsync(student, browser, talk, pages, secrets);
        var seen = await work.SeenByAsync(student);
        Check("the assignment", null, seen.ToJsonString(), secrets);
        await talk.EndAsync();
        (await student.PutAsync(talk.Path + "/own-view", new { wants = "Rest." })).Is(204);

        // What the case holds stands beside one's own view, so the wish and the strengths are no secret any more; facts that were not told stay one.
        var told = (await student.GetAsync(talk.Path + "/debrief")).Is(200).Json!["facts"]!["learned"]!.AsArray();
        var ids = told.Select(fact => fact!["id"]!.GetValue<string>()).ToHashSet();
        var facts = persona.Disclosures.Where(d => !ids.Contains(d.Id)).Select(d => d.Fact).ToList();
        Assert.NotEmpty(facts);
        foreach (var path in new[] { talk.Path + "/debrief", talk.Path + "/debrief?reveal=true", talk.Path + "/export.json" })
        {
            Check(path, null, (await student.GetAsync(path)).Is(200).Content, facts);
        }

        Check("the debrief", null, WebUtility.HtmlDecode((await browser.GetAsync($"/conversations/{talk.Id}/debrief")).Html), facts);
    }

    /// <summary>Every page and every answer that a student gets while the conversation is held, and what a reader of its events hears first.</summary>
    private static async Task SweepAsync(
        ApiClient student,
        BrowserClient browser,
        Talk talk,
        IEnumerable<string> more,
        IReadOnlyCollection<string> secrets
    )
    {
        string[] answers =
        [
            "/api/v1/student/clients",
            "/api/v1/student/assignments",
            "/api/v1/student/sections",
            "/api/v1/student/progress",
            "/api/v1/conversations",
            "/api/v1/me/export",
            talk.Path,
            talk.Path + "/messages",
            talk.Path + "/own-view",
            talk.Path + "/export.md",
            talk.Path + "/export.json",
        ];
        foreach (var path in answers)
        {
            var answer = (await student.GetAsync(path)).Is(200);
            Check(path, answer.Json, answer.Content, secrets);
        }

        var note = (await student.PostAsync(talk.Path + "/coach")).Is(200);
        Check("the coach", note.Json, note.Content, secrets);
        var early = (await student.GetAsync(talk.Path + "/debrief?reveal=true")).Is(409, "conversation-active");
        Check("an early debrief", early.Json, early.Content, secrets);
        Assert.Equal(409, (await student.PutAsync(talk.Path + "/own-view", new { skip = true })).Status);
        var first = (await student.EventsAsync(talk.Path + "/events", one => one.Type == "snapshot")).Single();
        Check("the snapshot", first.Data, first.Data.ToJsonString(), secrets);

        string[] pages =
        [
            "/",
            "/practice",
            "/assignments",
            "/progress",
            "/history",
            "/help",
            "/your-data",
            $"/conversations/{talk.Id}",
            $"/conversations/{talk.Id}/record",
            $"/conversations/{talk.Id}/debrief",
        ];
        foreach (var path in pages.Concat(more))
        {
            var page = await browser.GetAsync(path);
            Assert.True(page.Status == 200, $"{path} answered {page.Status}");
            Check(path, null, WebUtility.HtmlDecode(page.Html), secrets);
            Assert.Empty(page.Document.QuerySelectorAll(".code"));
        }
    }

    private static async Task<IReadOnlyCollection<string>> UnsaidAsync(Talk talk, Persona persona)
    {
        var said = string.Join('\n', (await talk.MessagesAsync()).Select(m => m["text"]!.GetValue<string>()));
        var secrets = Secrets(persona).Where(secret => !said.Contains(secret, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.NotEmpty(secrets);
        return secrets;
    }

    [Fact]
    public async Task Issues_marked_hidden_are_not_in_the_library()
    {
        var student = await every.Host.NewStudentAsync();
        var library = (await student.GetAsync("/api/v1/student/clients")).Is(200).Items;
        var hidden = 0;
        foreach (var item in library)
        {
            var persona = BuiltInClients.All.Single(c => c.Persona.Name == item!["name"]!.GetValue<string>()).Persona;
            var shown = item!["issues"]!.AsArray().Select(issue => issue!.GetValue<string>()).ToList();
            hidden += persona.HiddenIssues.Count;
            Assert.Empty(persona.HiddenIssues.Select(Codes.Of).Intersect(shown));
        }

        Assert.True(hidden > 0, "no built-in client hides anything: this test says nothing");
    }

    private static IEnumerable<string> Secrets(Persona persona) =>
        persona
            .Disclosures.SelectMany(d => d.OwnWords.Append(d.Fact).Append(d.Deflection))
            .Concat(persona.TraitReasons.Select(reason => reason.Reason))
            .Concat(persona.CleanNos.SelectMany(no => no.OwnWords))
            .Append(persona.Wish)
            .Append(persona.Story)
            .Where(text => text.Length > 12);

    private static void Check(string where, JsonNode? json, string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{where} holds \"{secret}\"");
        }

        Assert.Empty(NamesIn(json).Intersect(Names, StringComparer.OrdinalIgnoreCase).Select(name => $"{name} in {where}"));
    }

    private static IEnumerable<string> NamesIn(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair => NamesIn(pair.Value).Prepend(pair.Key)),
            JsonArray many => many.SelectMany(NamesIn),
            _ => [],
        };
}
