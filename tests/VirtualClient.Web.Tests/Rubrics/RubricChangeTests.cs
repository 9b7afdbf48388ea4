using System.Text.Json.Nodes;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>Partial updates, versions, and whose a rubric is.</summary>
public sealed class RubricChangeTests(EveryTest every)
{
    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var renamed = (await teacher.PatchAsync(made.At(), new { name = " Second visit ", version = 1 })).Is(200);
        Assert.Equal(
            ("Second visit", "For the second meeting.", 2),
            (renamed.Text("name"), renamed.Text("description"), renamed.Number("version"))
        );
        Assert.Equal(made.Json!["criteria"]!.ToJsonString(), renamed.Json!["criteria"]!.ToJsonString());

        var criteria = new JsonArray(RubricSample.Criterion("Silence", 1));
        var changed = (await teacher.PatchAsync(made.At(), new JsonObject { ["criteria"] = criteria, ["version"] = 2 })).Is(200);
        Assert.Equal("Second visit", changed.Text("name"));
        Assert.Equal("silence", Assert.Single(changed.Json!["criteria"]!.AsArray())!["key"]!.GetValue<string>());
        Assert.Equal(
            "",
            (await teacher.PatchAsync(made.At(), new { description = (string?)null, version = 3 })).Is(200).Text("description")
        );
        Assert.Equal(changed.Json!["criteria"]!.ToJsonString(), (await teacher.GetAsync(made.At())).Json!["criteria"]!.ToJsonString());
    }

    [Fact]
    public async Task An_explicit_null_for_a_required_field_is_refused_and_nothing_is_stored()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var before = (await teacher.GetAsync(made.At())).Is(200).Content;
        var name = (await teacher.PatchAsync(made.At(), new { name = (string?)null, version = 1 })).Is(422, "invalid");
        Assert.Equal(["name"], name.Json!["errors"]!.AsObject().Select(e => e.Key));
        Assert.NotNull(
            (await teacher.PatchAsync(made.At(), new { criteria = (object?)null, version = 1 })).Is(422).Json!["errors"]!["criteria"]
        );
        Assert.NotNull((await teacher.PatchAsync(made.At(), new { name = "  ", version = 1 })).Is(422).Json!["errors"]!["name"]);
        Assert.Equal(before, (await teacher.GetAsync(made.At())).Content);
    }

    [Fact]
    public async Task An_update_that_names_nothing_is_empty_and_one_without_its_version_is_not_valid()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        (await teacher.PatchAsync(made.At(), new { })).Is(400, "empty-update");
        (await teacher.PatchAsync(made.At(), new { version = 1 })).Is(400, "empty-update");
        Assert.NotNull((await teacher.PatchAsync(made.At(), new { name = "X" })).Is(422).Json!["errors"]!["version"]);
    }

    [Fact]
    public async Task A_stale_update_gets_the_newer_values()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        (await teacher.PatchAsync(made.At(), new { name = "First", version = 1 })).Is(200);
        var stale = (await teacher.PatchAsync(made.At(), new { name = "Second", version = 1 })).Is(409, "stale");
        Assert.Equal((2, "First"), (stale.Number("version"), stale.Json!["rubric"]!["name"]!.GetValue<string>()));
        Assert.Equal("First", (await teacher.GetAsync(made.At())).Text("name"));
    }

    [Fact]
    public async Task Of_updates_that_meet_one_is_stored_and_the_others_are_stale()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => teacher.PatchAsync(made.At(), new { name = $"Name {n}", version = 1 }))
        );
        var stored = Assert.Single(answers, a => a.Status == 200);
        Assert.Equal(7, answers.Count(a => a.Status == 409 && a.Code == "stale" && a.Number("version") == 2));
        Assert.Equal(stored.Text("name"), (await teacher.GetAsync(made.At())).Text("name"));
    }

    [Fact]
    public async Task Another_teachers_rubric_looks_like_none()
    {
        var made = await (await every.Host.NewPersonAsync(Roles.Teacher)).CreateAsync();
        var other = await every.Host.NewPersonAsync(Roles.Teacher);
        (await other.GetAsync(made.At())).Is(404, "not-found");
        (await other.PatchAsync(made.At(), new { name = "Mine", version = 1 })).Is(404);
        (await other.SendAsync(HttpMethod.Delete, made.At(), null)).Is(404);
        foreach (var verb in new[] { "archive", "restore", "duplicate" })
        {
            (await other.PostAsync($"{made.At()}/{verb}")).Is(404);
        }

        (await other.GetAsync(made.At() + "/export")).Is(404);
        Assert.Empty((await other.GetAsync(RubricSample.Path)).Items);
    }

    [Fact]
    public async Task A_built_in_rubric_is_read_and_copied_but_not_changed()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var core = (await teacher.GetAsync(RubricSample.Path + "/templates")).Is(200).Items[0]!;
        var at = $"{RubricSample.Path}/{core["id"]}";
        Assert.True((await teacher.GetAsync(at)).Is(200).Json!["builtIn"]!.GetValue<bool>());
        (await teacher.PatchAsync(at, new { name = "Mine", version = core["version"]!.GetValue<int>() })).Is(404);
        (await teacher.PostAsync(at + "/archive")).Is(404);
        (await teacher.SendAsync(HttpMethod.Delete, at, null)).Is(404);
        var copy = (await teacher.PostAsync(at + "/duplicate")).Is(201);
        Assert.Equal(("Core interview (copy)", false), (copy.Text("name"), copy.Json!["builtIn"]!.GetValue<bool>()));
        Assert.Equal(core["criteria"]!.ToJsonString(), copy.Json!["criteria"]!.ToJsonString());
    }
}
