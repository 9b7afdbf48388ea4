using System.Net;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
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
            var said = string.Join('\n', (await talk.MessagesAsync()).Select(m => m["text"]!.GetValue<string>()));
            var secrets = Secrets(persona).Where(secret => !said.Contains(secret, StringComparison.OrdinalIgnoreCase)).ToList();
            Assert.NotEmpty(secrets);

            foreach (var one in told)
            {
                Check($"event {one.Type}", one.Data, one.Data.ToJsonString(), secrets);
            }

            var note = (await student.PostAsync(talk.Path + "/coach")).Is(200);
            Check("the coach", note.Json, note.Content, secrets);
            var early = (await student.GetAsync(talk.Path + "/debrief?reveal=true")).Is(409, "conversation-active");
            Check("an early debrief", early.Json, early.Content, secrets);
            foreach (
                var path in new[]
                {
                    "/api/v1/student/clients",
                    "/api/v1/conversations",
                    talk.Path,
                    talk.Path + "/messages",
                    talk.Path + "/export.md",
                }
            )
            {
                var answer = (await student.GetAsync(path)).Is(200);
                Check(path, answer.Json, answer.Content, secrets);
            }

            foreach (
                var path in new[]
                {
                    "/",
                    "/practice",
                    $"/practice/{id}",
                    $"/conversations/{talk.Id}",
                    $"/conversations/{talk.Id}/record",
                    $"/conversations/{talk.Id}/debrief",
                    "/history",
                }
            )
            {
                var page = await browser.GetAsync(path);
                Assert.Equal(200, page.Status);
                Check(path, null, WebUtility.HtmlDecode(page.Html), secrets);
            }
        }
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
