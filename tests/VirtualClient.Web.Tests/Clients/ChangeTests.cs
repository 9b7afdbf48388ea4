using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>A client is made, changed in part, and never overwritten unseen.</summary>
public sealed class ChangeTests(EveryTest every)
{
    [Fact]
    public async Task From_the_basic_fields_comes_a_person_who_can_be_talked_to_at_once()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var made = (await teacher.Api.PostAsync("/api/v1/clients", Teacher.Basic())).Is(201);
        Assert.Equal("draft", made.Text("status"));
        Assert.Equal(6, made.Json!["persona"]!["disclosures"]!.AsArray().Count);
        (await teacher.Api.PostAsync("/api/v1/conversations", new { clientId = made.Text("id"), test = true })).Is(201);
    }

    [Fact]
    public async Task A_whole_persona_is_taken_as_it_is_from_the_body_or_from_under_persona()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var persona = Teacher.BuiltIn("ray-delgado");
        var plain = (await teacher.Api.PostAsync("/api/v1/clients", persona)).Is(201);
        var under = (await teacher.Api.PostAsync("/api/v1/clients", new { persona })).Is(201);
        foreach (var made in new[] { plain, under })
        {
            Assert.True(JsonNode.DeepEquals(persona["disclosures"], made.Json!["persona"]!["disclosures"]));
            Assert.Equal(persona["story"]!.GetValue<string>(), made.Json!["persona"]!["story"]!.GetValue<string>());
        }
    }

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "name", "\"\"", "name" },
            { "name", $"\"{new string('x', 101)}\"", "name" },
            { "age", "0", "age" },
            { "age", "121", "age" },
            { "age", "\"forty\"", "age" },
            { "age", "41.5", "age" },
            { "traits", "[\"honest\"]", "traits" },
            { "traits", """["honest","brief"]""", "traits[1]" },
            { "traits", """["honest","stoic","anxious","reserved","confused","talkative"]""", "traits" },
            { "traits", """["honest","honest"]""", "traits[1]" },
            { "issues", """["loneliness"]""", "issues[0]" },
            { "story", $"\"{new string('x', 11_000)}\"", "story" },
            { "gender", "\"A word of no list\"", "gender" },
            { "favoriteColor", "\"green\"", "favoriteColor" },
            { "disclosures", "[{\"id\": \"one\"}]", "disclosures[0].fact" },
            { "cues", "[null]", "cues[0]" },
            { "story", "\"She keeps calling him a retard.\"", "story" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_is_refused_by_field_when_made_and_when_changed(string name, string value, string field)
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var basic = Teacher.Basic();
        basic[name] = JsonNode.Parse(value);
        var made = (await teacher.Api.PostAsync("/api/v1/clients", basic)).Is(422, "invalid");
        Assert.NotNull(made.Json!["errors"]![field]);

        var client = await teacher.MakeAsync();
        var before = (await client.ReadAsync()).Content;
        var changed = (await client.ChangeAsync(new JsonObject { [name] = JsonNode.Parse(value) })).Is(422, "invalid");
        Assert.NotNull(changed.Json!["errors"]![field]);
        Assert.Equal(before, (await client.ReadAsync()).Content);
    }

    [Fact]
    public async Task A_word_that_is_not_known_is_refused_with_the_known_ones()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var basic = Teacher.Basic();
        basic["issues"] = new JsonArray("loneliness");
        var answer = (await teacher.Api.PostAsync("/api/v1/clients", basic)).Is(422);
        Assert.Contains("housing_insecurity", answer.Json!["errors"]!["issues[0]"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_update_changes_only_what_it_names()
    {
        var client = await (await Teacher.NewAsync(every.Host)).CopyAsync();
        var before = (await client.ReadAsync()).Json!["persona"]!.AsObject();
        var after = (
            await client.ChangeAsync(
                new JsonObject
                {
                    ["age"] = 51,
                    ["referral"] = new JsonObject { ["task"] = "Listen first." },
                }
            )
        ).Is(200);
        var expected = before.DeepClone().AsObject();
        expected["age"] = 51;
        expected["referral"]!["task"] = "Listen first.";
        Assert.True(JsonNode.DeepEquals(expected, after.Json!["persona"]), after.Content);
        Assert.True(JsonNode.DeepEquals(expected, (await client.ReadAsync()).Json!["persona"]));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("age")]
    [InlineData("story")]
    [InlineData("traits")]
    [InlineData("disclosures")]
    [InlineData("referral")]
    public async Task An_explicit_null_on_what_is_required_is_refused_and_never_stored(string field)
    {
        var client = await (await Teacher.NewAsync(every.Host)).MakeAsync();
        var before = (await client.ReadAsync()).Content;
        var refused = (await client.ChangeAsync(new JsonObject { [field] = null })).Is(422, "invalid");
        Assert.NotNull(refused.Json!["errors"]![field]);
        Assert.Equal(before, (await client.ReadAsync()).Content);
    }

    [Fact]
    public async Task An_explicit_null_empties_what_may_be_empty()
    {
        var client = await (await Teacher.NewAsync(every.Host)).MakeAsync();
        (await client.ChangeAsync(new JsonObject { ["pronouns"] = "they/them" })).Is(200);
        var emptied = (await client.ChangeAsync(new JsonObject { ["pronouns"] = null })).Is(200);
        Assert.Null(emptied.Json!["persona"]!["pronouns"]);
    }

    [Fact]
    public async Task An_update_needs_a_version_and_something_to_change()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.MakeAsync();
        (await teacher.Api.PatchAsync(client.Path, new { })).Is(422, "invalid");
        (await teacher.Api.PatchAsync(client.Path, new { version = 1 })).Is(400, "empty-update");
        var without = (await teacher.Api.PatchAsync(client.Path, new { name = "Ana" })).Is(422, "invalid");
        Assert.NotNull(without.Json!["errors"]!["version"]);
        (await teacher.Api.PatchAsync(client.Path, new { name = "Ana", version = "1" })).Is(422, "invalid");
    }

    [Fact]
    public async Task A_stale_update_is_refused_with_the_newer_values()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.MakeAsync();
        var version = (await client.ReadAsync()).Number("version");
        (await teacher.Api.PatchAsync(client.Path, new { version, name = "From the first tab" })).Is(200);
        var second = (await teacher.Api.PatchAsync(client.Path, new { version, name = "From the second tab" })).Is(409, "stale");
        Assert.Equal("From the first tab", second.Json!["client"]!["persona"]!["name"]!.GetValue<string>());
        Assert.Equal(version + 1, second.Number("version"));
        Assert.Equal("From the first tab", (await client.ReadAsync()).Text("name"));
    }

    [Fact]
    public async Task Of_many_updates_of_the_same_version_exactly_one_is_taken()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.MakeAsync();
        var version = (await client.ReadAsync()).Number("version");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => teacher.Api.PatchAsync(client.Path, new { version, name = $"Name {i}" }))
        );
        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => a.Is(409, "stale"));
    }

    [Fact]
    public async Task Text_is_data_whatever_it_looks_like()
    {
        const string hostile = "<script>alert(1)</script> {{name}} ${1+1} \"'; drop table --";
        var client = await (await Teacher.NewAsync(every.Host)).MakeAsync();
        var changed = (await client.ChangeAsync(new JsonObject { ["name"] = hostile, ["summary"] = hostile })).Is(200);
        Assert.Equal(hostile, changed.Text("name"));
        Assert.Equal(hostile, (await client.ReadAsync()).Json!["persona"]!["summary"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_may_be_unfinished_and_says_what_is_open()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.MakeAsync();
        (await client.ChangeAsync(new JsonObject { ["summary"] = "", ["issues"] = new JsonArray() })).Is(200);
        var refused = (await client.DoAsync("publish", new { notARealPerson = true })).Is(422, "client-not-ready");
        Assert.NotNull(refused.Json!["errors"]!["summary"]);
        Assert.NotNull(refused.Json!["errors"]!["issues"]);
        (await teacher.Api.PostAsync("/api/v1/conversations", new { clientId = client.Id, test = true })).Is(422, "client-not-ready");
    }

    [Fact]
    public async Task Checking_a_persona_stores_nothing_and_warns_of_what_is_most_likely_not_meant()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var persona = Teacher.BuiltIn("ray-delgado");
        foreach (var fact in persona["disclosures"]!.AsArray())
        {
            fact!["level"] = 3.5;
        }

        persona["disclosures"]![0]!["deflection"] = persona["disclosures"]![0]!["fact"]!.GetValue<string>();
        var check = (await teacher.Api.PostAsync("/api/v1/clients/validate", persona)).Is(200);
        Assert.NotNull(check.Json!["open"]!["disclosures[0].deflection"]);
        Assert.Contains(check.Json!["warnings"]!.AsArray(), w => w!["code"]!.GetValue<string>() == "nothing_opens");
        Assert.Empty((await teacher.Api.GetAsync("/api/v1/clients")).Items);
    }
}
