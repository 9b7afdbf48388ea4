using System.Text;
using System.Text.Json.Nodes;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>A client goes out as a file and comes back the same; a bad file is refused by line and field.</summary>
public sealed class FileTests(EveryTest every)
{
    private const string Import = "/api/v1/clients/import";

    [Fact]
    public async Task What_was_exported_is_imported_by_another_teacher_as_it_was()
    {
        var client = await (await Teacher.NewAsync(every.Host)).CopyAsync("Denise Yamada");
        var owner = await Teacher.NewAsync(every.Host);
        var mine = await owner.CopyAsync("Denise Yamada");
        var file = (await owner.Api.GetAsync(mine.Path + "/export")).Is(200).Content;
        var other = await Teacher.NewAsync(every.Host);
        var preview = (await PostAsync(other.Api, file, "?dryRun=true")).Is(200);
        Assert.Equal("Denise Yamada", preview.Text("name"));
        Assert.Empty(preview.Json!["open"]!.AsObject());
        Assert.Empty((await other.Api.GetAsync("/api/v1/clients")).Items);
        var imported = (await PostAsync(other.Api, file)).Is(201);
        Assert.Equal("draft", imported.Text("status"));
        Assert.True(JsonNode.DeepEquals((await mine.ReadAsync()).Json!["persona"], imported.Json!["persona"]));
        (await other.Api.GetAsync(client.Path + "/export")).Is(404);
    }

    [Fact]
    public async Task A_bad_value_is_refused_with_its_line_and_field()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var text = await FileAsync(teacher);
        var lines = text.Split('\n').ToList();
        var age = lines.FindIndex(l => l.Contains("\"age\"", StringComparison.Ordinal));
        lines[age] = lines[age].Replace("47", "470", StringComparison.Ordinal);
        Assert.NotEqual(text, string.Join('\n', lines));
        var refused = (await PostAsync(teacher.Api, string.Join('\n', lines))).Is(422, "bad-file");
        Assert.Equal(age + 1, refused.Json!["places"]![0]!["line"]!.GetValue<int>());
        Assert.Equal("age", refused.Json!["places"]![0]!["field"]!.GetValue<string>());

        lines = [.. text.Split('\n')];
        var level = lines.FindLastIndex(l => l.Contains("\"level\"", StringComparison.Ordinal));
        lines[level] = "        \"level\": 9.5,";
        refused = (await PostAsync(teacher.Api, string.Join('\n', lines))).Is(422, "bad-file");
        Assert.Equal(level + 1, refused.Json!["places"]![0]!["line"]!.GetValue<int>());
        Assert.EndsWith(".level", refused.Json!["places"]![0]!["field"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await teacher.Api.GetAsync("/api/v1/clients?search=nobody")).Items);
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "", "1" },
            { "[]", "1" },
            { "null", "1" },
            { "{", "1" },
            { "{\n  \"format\": \"virtual-client/client\",\n  oops\n}", "3" },
            { """{"format": "virtual-client/client", "format": "x"}""", "1" },
            { "{\n\"format\": \"something/else\"}", "2" },
            { "{\"format\": \"virtual-client/client\",\n\n\"formatVersion\": 2, \"client\": {}}", "3" },
            { "{\"format\": \"virtual-client/client\", \"formatVersion\": \"1\", \"client\": {}}", "1" },
            { "{\"format\": \"virtual-client/client\", \"formatVersion\": 1, \"client\": []}", "1" },
            { "{\"format\": \"virtual-client/client\", \"formatVersion\": 1, \"client\": {}}", "1" },
            { string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000), "1" },
            { new string('[', 100_000), "1" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_that_is_no_client_is_refused_with_a_line(string file, string line)
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var refused = (await PostAsync(teacher.Api, file)).Is(422, "bad-file");
        Assert.Equal(line, refused.Json!["places"]![0]!["line"]!.ToJsonString());
        Assert.Empty((await teacher.Api.GetAsync("/api/v1/clients")).Items);
    }

    [Fact]
    public async Task A_file_of_more_than_two_megabytes_is_too_large()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var text = await FileAsync(teacher);
        var padded = text.Insert(1, new string(' ', ClientFile.MaxBytes - Encoding.UTF8.GetByteCount(text)));
        (await PostAsync(teacher.Api, padded, "?dryRun=true")).Is(200);
        (await PostAsync(teacher.Api, padded + " ", "?dryRun=true")).Is(413, "too-large");
    }

    [Fact]
    public async Task The_prompt_holds_what_is_open_and_nothing_that_is_closed()
    {
        var teacher = await Teacher.NewAsync(every.Host);
        var client = await teacher.CopyAsync();
        var facts = (await client.ReadAsync()).Json!["persona"]!["disclosures"]!.AsArray();
        var first = (await teacher.Api.GetAsync(client.Path + "/prompt?trust=1.5")).Is(200);
        var late = (await teacher.Api.GetAsync(client.Path + "/prompt?trust=3.5")).Is(200);
        foreach (var prompt in new[] { first, late })
        {
            var text = prompt.Text("system") + prompt.Text("plan");
            foreach (var closed in prompt.Json!["closed"]!.AsArray().Select(f => f!["id"]!.GetValue<string>()))
            {
                var fact = facts.Single(f => f!["id"]!.GetValue<string>() == closed)!;
                Assert.DoesNotContain(fact["fact"]!.GetValue<string>(), text, StringComparison.OrdinalIgnoreCase);
                Assert.All(
                    fact["ownWords"]!.AsArray(),
                    own => Assert.DoesNotContain(own!.GetValue<string>(), text, StringComparison.Ordinal)
                );
            }

            Assert.True(prompt.Number("tokens") > 300);
            Assert.True(prompt.Json!["tokensEstimated"]!.GetValue<bool>());
        }

        Assert.True(late.Json!["open"]!.AsArray().Count > first.Json!["open"]!.AsArray().Count);
        Assert.Equal("built-in", first.Text("model"));
        (await teacher.Api.GetAsync(client.Path + "/prompt?trust=9")).Is(400, "bad-filter");
    }

    private static Task<Answer> PostAsync(ApiClient api, string file, string query = "") =>
        api.PostTextAsync(Import + query, file, "application/json");

    private static async Task<string> FileAsync(Teacher teacher)
    {
        var copy = await teacher.CopyAsync();
        (await copy.ChangeAsync(new JsonObject { ["age"] = 47 })).Is(200);
        var file = (await teacher.Api.GetAsync(copy.Path + "/export")).Is(200).Content;
        (await teacher.Api.SendAsync(HttpMethod.Delete, copy.Path, null)).Is(204);
        return file;
    }
}
