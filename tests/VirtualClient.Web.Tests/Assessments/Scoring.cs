using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assessments;

/// <summary>A program whose model scores as the test says, a class, and attempts in it. Clients speak with the built-in voice.</summary>
public sealed class ScoringHost : IAsyncLifetime
{
    public const string Quoted = "What would you like to talk about first?";

    internal MovableClock Clock { get; } = new();

    internal StubProvider Stub { get; private set; } = null!;

    internal WebHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stub = await StubProvider.StartAsync(new StubSettings { Reply = Answer });
        Host = await WebHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(Clock),
            [.. StubRoute.To(Stub), "Models:Routes:1:Name=rules", "Models:Routes:1:Provider=built-in"]
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stub.DisposeAsync();
    }

    /// <summary>What was said decides how the model answers: an attempt in which "marigold" was said gets a quote that nobody said, and so on.</summary>
    private static string? Answer(ReceivedRequest request)
    {
        if (!request.Body.TryGetProperty("response_format", out var format))
        {
            return null;
        }

        var asked = request.Body.GetRawText();
        if (asked.Contains("prose please", StringComparison.Ordinal))
        {
            return "El estudiante lo hizo muy bien y merece la nota m\u00e1s alta.";
        }

        var keys = format
            .GetProperty("json_schema")
            .GetProperty("schema")
            .GetProperty("properties")
            .GetProperty("criteria")
            .GetProperty("properties");
        var level = asked.Contains("out of range", StringComparison.Ordinal) ? "level_eleven" : "good";
        var words = asked.Contains("marigold", StringComparison.Ordinal) ? "I feel heard for the first time in years" : Quoted;
        var criteria = new JsonObject();
        foreach (var key in keys.EnumerateObject().Select(p => p.Name))
        {
            criteria[key] = new JsonObject
            {
                ["evidence"] = new JsonArray(new JsonObject { ["line"] = 2, ["words"] = words }),
                ["reason"] = "The draft's own reason.",
                ["level"] = level,
                ["confidence"] = "high",
            };
        }

        return new JsonObject
        {
            ["criteria"] = criteria,
            ["strengths"] = new JsonArray("Stays with it."),
            ["areas_to_improve"] = new JsonArray("Sum up."),
        }.ToJsonString();
    }
}

/// <summary>An assignment with the core rubric, made for one test.</summary>
internal sealed record Scoring(WebHost Host, Work Work)
{
    public static readonly string[] Keys =
    [
        "empathy_and_understanding",
        "communication_skills",
        "professional_boundaries",
        "assessment_skills",
        "intervention_planning",
    ];

    public ApiClient Teacher => Work.Teacher;

    public static async Task<Scoring> BeginAsync(WebHost host, object? assignment = null, int clients = 1)
    {
        var work = await Work.DraftAsync(host, assignment ?? new { title = "First meeting", kind = "graded" });
        var rubricId = await work.RubricAsync();
        foreach (var client in (await work.ClientsAsync()).Take(clients))
        {
            (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = client, rubricId })).Is(201);
        }

        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(200);
        return new Scoring(host, work);
    }

    /// <summary>An attempt that has ended.</summary>
    public async Task<Attempt> HoldAsync(ApiClient student, int client = 0, params string[] said)
    {
        var talk = new Talk(student, (await Work.BeginAsync(student, client)).Is(201).Text("id"));
        foreach (var line in said.Length == 0 ? [ScoringHost.Quoted] : said)
        {
            await talk.SayAsync(line);
        }

        await talk.EndAsync();
        return new Attempt(this, talk);
    }

    public async Task<Attempt> DraftedAsync(ApiClient? student = null, params string[] said)
    {
        var attempt = await HoldAsync(student ?? await Work.Room.AddAsync(), 0, said);
        await attempt.DraftedAsync();
        return attempt;
    }
}

/// <summary>One ended attempt and what is made of it.</summary>
internal sealed record Attempt(Scoring Scoring, Talk Talk)
{
    public string Path => $"/api/v1/conversations/{Talk.Id}/assessment";

    public ApiClient Student => Talk.Api;

    public async Task<JsonNode> ReadAsync(ApiClient? by = null, bool draft = false) =>
        (await (by ?? Scoring.Teacher).GetAsync(Path + (draft ? "?draft=true" : ""))).Is(200).Json!;

    /// <summary>Drafts at once instead of waiting for the queue to look.</summary>
    public async Task DraftedAsync()
    {
        var asked = await Scoring.Teacher.PostAsync(Path);
        Assert.True(asked.Status is 200 or 201, asked.Content);
        await Scoring.Host.Services.GetRequiredService<DraftAssessment>().TryAsync(Guid.Parse(asked.Text("id")), CancellationToken.None);
        for (var tries = 0; (await ReadAsync())["draft"]!.GetValue<string>() == "waiting"; tries++)
        {
            Assert.True(tries < 100, "no draft came");
            await Task.Delay(50);
        }
    }

    public async Task<Answer> DecideAsync(string key, string? level, string? reason = null, ApiClient? by = null)
    {
        var now = await ReadAsync();
        return await (by ?? Scoring.Teacher).PutAsync(
            $"/api/v1/assessments/{now["id"]}/criteria/{key}",
            new
            {
                version = now["version"]!.GetValue<int>(),
                level,
                noOpportunity = level is null,
                reason,
            }
        );
    }

    public async Task DecideAllAsync(string? level = "good", ApiClient? by = null)
    {
        foreach (var key in Assessments.Scoring.Keys)
        {
            (await DecideAsync(key, level, by: by)).Is(200);
        }
    }

    public async Task<Answer> PostAsync(string verb, object? body = null, ApiClient? by = null) =>
        await (by ?? Scoring.Teacher).PostAsync($"/api/v1/assessments/{(await ReadAsync())["id"]}/{verb}", body);

    public async Task<JsonNode?> SeenByStudentAsync() => (await Student.GetAsync($"{Talk.Path}/debrief")).Is(200).Json!["feedback"];

    public async Task<string> IdAsync() => (await ReadAsync())["id"]!.GetValue<string>();
}
