using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>Who sees which client, and what may be done with it.</summary>
public sealed class ShelfTests(EveryTest every)
{
    [Fact]
    public async Task A_shared_client_is_seen_and_copied_by_colleagues_and_changed_by_none()
    {
        var owner = await Teacher.NewAsync(every.Host);
        var colleague = await Teacher.NewAsync(every.Host);
        var client = await owner.CopyAsync();
        (await colleague.Api.GetAsync(client.Path)).Is(404, "not-found");
        (await client.ChangeAsync(new JsonObject { ["shared"] = true })).Is(200);
        var seen = (await colleague.Api.GetAsync(client.Path)).Is(200);
        Assert.False(seen.Json!["mine"]!.GetValue<bool>());
        Assert.Contains(client.Id, Ids(await colleague.Api.GetAsync("/api/v1/clients?shelf=shared&limit=200")));
        Assert.DoesNotContain(client.Id, Ids(await colleague.Api.GetAsync("/api/v1/clients")));
        Assert.DoesNotContain(client.Id, Ids(await owner.Api.GetAsync("/api/v1/clients?shelf=shared&limit=200")));

        var version = seen.Number("version");
        (await colleague.Api.PatchAsync(client.Path, new { version, name = "Mine now" })).Is(404);
        (await colleague.Api.SendAsync(HttpMethod.Delete, client.Path, null)).Is(404);
        foreach (var verb in new[] { "archive", "restore", "publish", "versions/1/restore" })
        {
            (await colleague.Api.PostAsync($"{client.Path}/{verb}", new { notARealPerson = true })).Is(404);
        }

        (await colleague.Api.GetAsync(client.Path + "/versions")).Is(404);
        var copy = (await colleague.Api.PostAsync(client.Path + "/duplicate")).Is(201);
        Assert.True(copy.Json!["mine"]!.GetValue<bool>());
        Assert.False(copy.Json!["shared"]!.GetValue<bool>());

        (await client.ChangeAsync(new JsonObject { ["shared"] = false })).Is(200);
        (await colleague.Api.GetAsync(client.Path)).Is(404);
        (await colleague.Api.PostAsync(client.Path + "/duplicate")).Is(404);
    }

    [Fact]
    public async Task Publishing_asks_once_whether_it_is_a_real_persons_story()
    {
        var client = await (await Teacher.NewAsync(every.Host)).CopyAsync();
        var asked = (await client.DoAsync("publish")).Is(422, "invalid");
        Assert.NotNull(asked.Json!["errors"]!["notARealPerson"]);
        (await client.DoAsync("publish", new { notARealPerson = false })).Is(422, "invalid");
        Assert.Equal("published", (await client.DoAsync("publish", new { notARealPerson = true })).Is(200).Text("status"));
        (await client.DoAsync("archive")).Is(200);
        Assert.Equal("published", (await client.DoAsync("restore")).Is(200).Text("status"));
        Assert.Equal("published", (await client.DoAsync("publish")).Is(200).Text("status"));
    }

    [Fact]
    public async Task Students_meet_the_published_clients_of_the_teachers_of_their_own_sections()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.CopyAsync();
        var student = await Teacher.StudentOfAsync(every.Host, teacher.Api);
        var stranger = await every.Host.NewStudentAsync();
        Assert.DoesNotContain(client.Id, Ids(await student.GetAsync("/api/v1/student/clients")));
        await client.PublishAsync();
        Assert.Contains(client.Id, Ids(await student.GetAsync("/api/v1/student/clients")));
        Assert.DoesNotContain(client.Id, Ids(await stranger.GetAsync("/api/v1/student/clients")));
        (await stranger.PostAsync("/api/v1/conversations", new { clientId = client.Id })).Is(404);
        (await student.PostAsync("/api/v1/conversations", new { clientId = client.Id })).Is(201);
        (await client.DoAsync("archive")).Is(200);
        Assert.DoesNotContain(client.Id, Ids(await student.GetAsync("/api/v1/student/clients")));
    }

    [Fact]
    public async Task A_client_in_use_is_archived_and_not_deleted_and_the_refusal_says_by_what()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.CopyAsync();
        var talk = (await teacher.Api.PostAsync("/api/v1/conversations", new { clientId = client.Id, test = true })).Is(201);
        var refused = (await teacher.Api.SendAsync(HttpMethod.Delete, client.Path, null)).Is(409, "client-in-use");
        Assert.Contains("1 conversation, 1 under way", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("conversations", refused.Json!["uses"]![0]!["kind"]!.GetValue<string>());
        Assert.Equal("archived", (await client.DoAsync("archive")).Is(200).Text("status"));
        (await teacher.Api.GetAsync($"/api/v1/conversations/{talk.Text("id")}")).Is(200);
        (await client.ChangeAsync(new JsonObject { ["age"] = 60 })).Is(409, "client-archived");

        var unused = await teacher.CopyAsync();
        (await teacher.Api.SendAsync(HttpMethod.Delete, unused.Path, null)).Is(204);
        (await teacher.Api.GetAsync(unused.Path)).Is(404);
    }

    [Fact]
    public async Task What_students_talk_with_stays_as_it_was_when_the_client_is_changed()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await (await teacher.CopyAsync()).PublishAsync();
        var student = await Teacher.StudentOfAsync(every.Host, teacher.Api);
        var talk = (await student.PostAsync("/api/v1/conversations", new { clientId = client.Id })).Is(201);
        (await client.ChangeAsync(new JsonObject { ["name"] = "Another Name" })).Is(200);
        Assert.Equal("Ray Delgado", (await student.GetAsync($"/api/v1/conversations/{talk.Text("id")}")).Text("clientName"));
        var broken = (await client.ChangeAsync(new JsonObject { ["summary"] = "" })).Is(422, "client-not-ready");
        Assert.NotNull(broken.Json!["errors"]!["summary"]);
        Assert.Equal("Another Name", (await client.ReadAsync()).Text("name"));
    }

    [Fact]
    public async Task A_list_is_searched_filtered_sorted_and_complete()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        foreach (var name in new[] { "Bea", "ada", "Cyn", "Dov", "eli" })
        {
            await teacher.MakeAsync(name);
        }

        var ray = await teacher.CopyAsync();
        await ray.PublishAsync();
        Assert.Equal(["ada", "Bea", "Cyn", "Dov", "eli", "Ray Delgado"], await NamesAsync(teacher.Api, "sort=name"));
        Assert.Equal(["Ray Delgado", "eli", "Dov", "Cyn", "ada", "Bea"], await NamesAsync(teacher.Api, "sort=changed"));
        Assert.Equal(6, (await NamesAsync(teacher.Api, "sort=difficulty")).Distinct().Count());
        Assert.Equal(["Ray Delgado"], await NamesAsync(teacher.Api, "state=published"));
        Assert.Equal(["Ray Delgado"], await NamesAsync(teacher.Api, "search=DELGADO%20ray"));
        Assert.Equal(5, (await NamesAsync(teacher.Api, "issue=elder_care")).Count);
        Assert.Empty(await NamesAsync(teacher.Api, "issue=elder_care&difficulty=hard"));
        (await teacher.Api.GetAsync("/api/v1/clients?state=gone")).Is(400, "bad-filter");
        (await teacher.Api.GetAsync("/api/v1/clients?after=nonsense")).Is(400, "bad-key");
    }

    [Fact]
    public async Task Versions_say_what_changed_who_and_when_and_come_back()
    {
        var teacher = await Teacher.NewAsync(every.Host, "Dr. Ada Stone");
        var client = await teacher.CopyAsync();
        (await client.ChangeAsync(new JsonObject { ["age"] = 50, ["wish"] = "To be asked first." })).Is(200);
        (await client.ChangeAsync(new JsonObject { ["age"] = 50 })).Is(200);
        var versions = (await teacher.Api.GetAsync(client.Path + "/versions")).Is(200).Items;
        Assert.Equal([2, 1], versions.Select(v => v!["number"]!.GetValue<int>()));
        Assert.Equal("Dr. Ada Stone", versions[0]!["savedBy"]!.GetValue<string>());
        var changes = versions[0]!["changes"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        Assert.Contains(changes, c => c.StartsWith("Age: ", StringComparison.Ordinal) && c.EndsWith("→ 50", StringComparison.Ordinal));
        Assert.Contains(changes, c => c.StartsWith("Wish", StringComparison.Ordinal));

        var first = (await teacher.Api.GetAsync(client.Path + "/versions/1")).Is(200);
        var back = (await client.DoAsync("versions/1/restore")).Is(200);
        Assert.True(JsonNode.DeepEquals(first.Json!["persona"], back.Json!["persona"]));
        Assert.Equal(3, back.Number("version"));
        (await client.DoAsync("versions/99/restore")).Is(404);
    }

    private static IEnumerable<string> Ids(Answer list) => list.Is(200).Items.Select(c => c!["id"]!.GetValue<string>());

    private static async Task<List<string>> NamesAsync(ApiClient api, string query)
    {
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = (await api.GetAsync($"/api/v1/clients?limit=2&{query}{(next is null ? "" : "&after=" + next)}")).Is(200);
            names.AddRange(page.Items.Select(c => c!["name"]!.GetValue<string>()));
            next = page.Json!["next"]?.GetValue<string>();
        } while (next is not null);

        return names;
    }
}
