using System.Text.Json.Nodes;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>Export and import, and files that are not what they should be.</summary>
public sealed class RubricFileTests(EveryTest every)
{
    private const string Import = RubricSample.Path + "/import";

    [Fact]
    public async Task What_one_teacher_exports_another_imports_as_their_own()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var core = (await teacher.GetAsync(RubricSample.Path + "/templates")).Items[0]!;
        var file = (await teacher.GetAsync($"{RubricSample.Path}/{core["id"]}/export")).Is(200);
        Assert.Equal(("virtual-client/rubric", 1), (file.Text("format"), file.Number("formatVersion")));

        var other = await every.Host.NewPersonAsync(Roles.Teacher);
        var preview = (await other.PostTextAsync(Import + "?dryRun=true", file.Content, "application/json")).Is(200);
        Assert.Equal(core["criteria"]!.ToJsonString(), preview.Json!["criteria"]!.ToJsonString());
        Assert.Empty((await other.GetAsync(RubricSample.Path)).Items);

        var made = (await other.PostTextAsync(Import, file.Content, "application/json")).Is(201);
        Assert.Equal(core["criteria"]!.ToJsonString(), (await other.GetAsync(made.At())).Json!["criteria"]!.ToJsonString());
        Assert.Equal(file.Json!["rubric"]!.ToJsonString(), (await other.GetAsync(made.At() + "/export")).Json!["rubric"]!.ToJsonString());
    }

    [Theory]
    [InlineData("\"weight\": 0.25,", "\"weight\": 0.2,", 8, "criteria")]
    [InlineData("\"weight\": 0.25,", "\"weight\": 1.5,", 13, "criteria[0].weight")]
    [InlineData("\"weight\": 0.25,", "\"weight\": \"much\",", 13, "criteria[0].weight")]
    [InlineData("\"points\": 4,", "\"points\": 2,", 31, "criteria[0].levels[1].points")]
    [InlineData("\"formatVersion\": 1,", "\"formatVersion\": 7,", 3, "formatVersion")]
    [InlineData("virtual-client/rubric", "virtual-client/client", 2, "format")]
    [InlineData("\"competency\"", "\"competence\"", null, "criteria[0].competence")]
    [InlineData("\"description\"", "\"name\"", 7, "name")]
    public async Task A_bad_file_is_refused_with_the_line_and_the_field(string was, string now, int? line, string field)
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var core = (await teacher.GetAsync(RubricSample.Path + "/templates")).Items[0]!;
        var file = (await teacher.GetAsync($"{RubricSample.Path}/{core["id"]}/export")).Content;
        var at = file.IndexOf(was, StringComparison.Ordinal);
        var bad = file[..at] + now + file[(at + was.Length)..];
        var refused = (await teacher.PostTextAsync(Import, bad, "application/json")).Is(422, "bad-file");
        var fault = refused.Json!["places"]!.AsArray().First(place => place!["field"]!.GetValue<string>() == field)!;
        if (line is not null)
        {
            Assert.Equal(line, fault["line"]!.GetValue<int>());
        }

        Assert.NotNull(refused.Json!["errors"]![field]);
        Assert.Empty((await teacher.GetAsync(RubricSample.Path)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"virtual-client/rubric\", \"formatVersion\": 1}")]
    [InlineData("{\"format\": \"virtual-client/rubric\", \"formatVersion\": 1, \"rubric\": {\"criteria\": [null, {\"levels\": [null]}]}}")]
    [InlineData("{\"format\": \"virtual-client/rubric\", \"formatVersion\": 1, \"rubric\": {\"name\": \"\\ud800\"}}")]
    [InlineData("{\"format\": ")]
    public async Task Hostile_or_empty_files_are_refused(string file)
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        (await teacher.PostTextAsync(Import, file, "application/json")).Is(422, "bad-file");
    }

    [Fact]
    public async Task A_file_that_is_nested_a_thousand_deep_is_refused()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var deep = new string('[', 1_000) + new string(']', 1_000);
        (await teacher.PostTextAsync(Import, $"{{\"rubric\": {deep}}}", "application/json")).Is(422, "bad-file");
    }

    [Fact]
    public async Task A_file_may_be_larger_than_other_requests_but_not_over_2_MB()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var rubric = RubricSample.Two();
        var file = new JsonObject
        {
            ["format"] = "virtual-client/rubric",
            ["formatVersion"] = 1,
            ["rubric"] = rubric,
        }.ToJsonString();
        (await teacher.PostTextAsync(Import, "\uFEFF" + file, "application/json")).Is(201);
        var padded = file + new string(' ', 2 * 1024 * 1024 - file.Length);
        (await teacher.PostTextAsync(Import + "?dryRun=true", padded, "application/json")).Is(200);
        // One byte more: Kestrel still lets it come, so that the answer can be read.
        (await teacher.PostTextAsync(Import, padded + " ", "application/json")).Is(413, "too-large");
    }
}
