using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>Lists, archive, and what keeps a rubric from being deleted.</summary>
public sealed class RubricLifeTests(RubricLifeTests.UsedRubrics used) : IClassFixture<RubricLifeTests.UsedRubrics>
{
    [Fact]
    public async Task A_list_is_complete_page_by_page_newest_change_first()
    {
        var teacher = await used.Host.NewPersonAsync(Roles.Teacher);
        for (var n = 0; n < 5; n++)
        {
            await teacher.CreateAsync(RubricSample.Two().With("name", $"Rubric {n}"));
        }

        var names = new List<string>();
        var next = "";
        do
        {
            var page = (await teacher.GetAsync($"{RubricSample.Path}?limit=2&after={next}")).Is(200);
            names.AddRange(page.Items.Select(r => r!["name"]!.GetValue<string>()));
            next = page.Json!["next"]?.GetValue<string>();
        } while (next is not null);
        Assert.Equal(["Rubric 4", "Rubric 3", "Rubric 2", "Rubric 1", "Rubric 0"], names);
        (await teacher.GetAsync(RubricSample.Path + "?limit=0")).Is(400, "bad-limit");
    }

    [Fact]
    public async Task Search_takes_words_as_they_are_in_any_case()
    {
        var teacher = await used.Host.NewPersonAsync(Roles.Teacher);
        await teacher.CreateAsync(RubricSample.Two().With("name", "Home visit, 100% effort"));
        await teacher.CreateAsync(RubricSample.Two().With("name", "Phone call"));
        await teacher.CreateAsync(RubricSample.Two().With("name", "Évaluation chez Ángela"));
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "?search=VISIT%20home")).Items);
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "?search=100%25")).Items);
        Assert.Empty((await teacher.GetAsync(RubricSample.Path + "?search=_ome")).Items);
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "?search=évaluation%20ángela")).Items);
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "?search=ÁNGELA")).Items);
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "/templates?search=suicide")).Items);
    }

    [Fact]
    public async Task Seven_rubrics_come_with_the_product()
    {
        var teacher = await used.Host.NewPersonAsync(Roles.Teacher);
        var templates = (await teacher.GetAsync(RubricSample.Path + "/templates")).Is(200);
        Assert.Equal(7, templates.Items.Count);
        Assert.All(templates.Items, r => Assert.True(r!["builtIn"]!.GetValue<bool>()));
        Assert.Equal(
            [0.25m, 0.25m, 0.20m, 0.15m, 0.15m],
            templates.Items[0]!["criteria"]!.AsArray().Select(c => c!["weight"]!.GetValue<decimal>())
        );
    }

    [Fact]
    public async Task An_archived_rubric_leaves_the_list_and_comes_back_as_it_was()
    {
        var teacher = await used.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var archived = (await teacher.PostAsync(made.At() + "/archive")).Is(200);
        Assert.NotNull(archived.Json!["archivedAt"]);
        Assert.Equal(archived.Content, (await teacher.PostAsync(made.At() + "/archive")).Is(200).Content);
        Assert.Empty((await teacher.GetAsync(RubricSample.Path)).Items);
        Assert.Single((await teacher.GetAsync(RubricSample.Path + "?archived=true")).Items);
        (await teacher.PatchAsync(made.At(), new { name = "X", version = 2 })).Is(409, "rubric-archived");
        (await teacher.PostAsync(made.At() + "/restore")).Is(200);
        var back = (await teacher.GetAsync(made.At())).Is(200);
        Assert.Null(back.Json!["archivedAt"]);
        Assert.Equal(made.Json!["criteria"]!.ToJsonString(), back.Json!["criteria"]!.ToJsonString());
    }

    [Fact]
    public async Task A_rubric_in_use_is_not_deleted_and_the_refusal_says_by_what()
    {
        var teacher = await used.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var use = new RubricUse("assignments", 1, "1 assignment: First meeting, SWK 501");
        used.Uses[Guid.Parse(made.Text("id"))] = use;
        var refused = (await teacher.SendAsync(HttpMethod.Delete, made.At(), null)).Is(409, "rubric-in-use");
        Assert.Contains("First meeting, SWK 501", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("assignments", refused.Json!["uses"]![0]!["kind"]!.GetValue<string>());
        (await teacher.PostAsync(made.At() + "/archive")).Is(200);
        (await teacher.GetAsync(made.At())).Is(200);

        used.Uses.Clear();
        (await teacher.SendAsync(HttpMethod.Delete, made.At(), null)).Is(204);
        (await teacher.GetAsync(made.At())).Is(404);
        (await teacher.SendAsync(HttpMethod.Delete, made.At(), null)).Is(404);
    }

    /// <summary>A host in which a feature to the right says what uses a rubric.</summary>
    public sealed class UsedRubrics : IAsyncLifetime, IRubricUse
    {
        public Dictionary<Guid, RubricUse> Uses { get; } = [];

        public WebHost Host { get; private set; } = null!;

        public Task<RubricUse?> OfAsync(Guid rubricId, CancellationToken cancellationToken) =>
            Task.FromResult(Uses.GetValueOrDefault(rubricId));

        public Task LetGoAsync(AppDbContext db, Guid rubricId, CancellationToken cancellationToken) => Task.CompletedTask;

        public async ValueTask InitializeAsync() => Host = await WebHost.StartAsync(services => services.AddSingleton<IRubricUse>(this));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
