using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

public sealed class AttemptTests : IAsyncLifetime
{
    private readonly MovableClock clock = new();
    private WebHost host = null!;

    public async ValueTask InitializeAsync() => host = await WebHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private static async Task EndAsync(ApiClient student, Answer begun) =>
        (await student.PostAsync($"/api/v1/conversations/{begun.Text("id")}/end")).Is(200);

    [Fact]
    public async Task An_attempt_knows_what_it_is_and_the_third_of_two_is_refused()
    {
        var work = await Work.PublishedAsync(
            host,
            new
            {
                title = "First meeting",
                maxAttempts = 2,
                settings = new { timeLimitMinutes = 30 },
            },
            clients: 2
        );
        var student = await work.Room.AddAsync();
        var first = (await work.BeginAsync(student)).Is(201);
        Assert.Equal(
            (1, work.Id, 30),
            (
                first.Json!["attempt"]!["number"]!.GetValue<int>(),
                first.Json["attempt"]!["assignmentId"]!.GetValue<string>(),
                first.Number("minutesLeft")
            )
        );
        Assert.Equal(first.Text("id"), (await work.BeginAsync(student)).Is(200).Text("id"));
        Assert.Equal("in_progress", (await work.SeenByAsync(student))["status"]!.GetValue<string>());
        await EndAsync(student, first);
        await EndAsync(student, (await work.BeginAsync(student)).Is(201));
        var refused = (await work.BeginAsync(student)).Is(409, "attempts-used");
        Assert.Equal((2, 2), (refused.Number("used"), refused.Number("attempts")));
        // The other client has attempts of its own.
        (await work.BeginAsync(student, client: 1)).Is(201);
        var me = await Classroom.IdOfAsync(student);
        (await work.Teacher.PutAsync($"{work.Path}/extensions/{me}", new { version = 0, extraAttempts = 1 })).Is(422, "invalid");
        (
            await work.Teacher.PutAsync(
                $"{work.Path}/extensions/{me}",
                new
                {
                    version = 0,
                    extraAttempts = 1,
                    reason = "The network was down.",
                }
            )
        ).Is(200);
        (
            await work.Teacher.PutAsync(
                $"{work.Path}/extensions/{me}",
                new
                {
                    version = 0,
                    extraAttempts = 9,
                    reason = "Again.",
                }
            )
        ).Is(409, "stale");
        Assert.Equal(3, (await work.BeginAsync(student)).Is(201).Json!["attempt"]!["number"]!.GetValue<int>());
        await using var db = host.OpenDatabase();
        Assert.True(
            await db.Set<AuditEntry>()
                .AnyAsync(a => a.Action == "assignment.extended" && a.SubjectId == Guid.Parse(me) && a.After!.Contains("network"))
        );
    }

    [Fact]
    public async Task Two_clicks_are_one_attempt()
    {
        var work = await Work.PublishedAsync(host, new { title = "First meeting", maxAttempts = 1 });
        var student = await work.Room.AddAsync();
        var clientId = (await work.SeenByAsync(student))["clients"]![0]!["client"]!["id"]!.GetValue<string>();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => student.PostAsync("/api/v1/conversations", new { assignmentId = work.Id, clientId }))
        );
        Assert.All(answers, a => Assert.True(a.Status is 200 or 201, a.Content));
        Assert.Single(answers.Select(a => a.Text("id")).Distinct());
        Assert.Single(answers, a => a.Status == 201);
        // Practice with the same client is another conversation.
        Assert.NotEqual(answers[0].Text("id"), (await student.PostAsync("/api/v1/conversations", new { clientId })).Is(201).Text("id"));
    }

    [Fact]
    public async Task The_window_opens_at_its_first_instant_and_closes_at_the_instant_it_is_due()
    {
        var from = clock.GetUtcNow().AddMinutes(10);
        var due = from.AddMinutes(10);
        var work = await Work.PublishedAsync(
            host,
            new
            {
                title = "First meeting",
                availableFrom = from,
                dueAt = due,
            }
        );
        var student = await work.Room.AddAsync();
        await At(from.AddMilliseconds(-1), "upcoming", () => work.BeginAsync(student), 409, "not-open-yet");
        await At(from, "open", () => work.BeginAsync(student), 201, null);
        var other = await work.Room.AddAsync();
        await At(due.AddMilliseconds(-1), "open", () => work.BeginAsync(other), 201, null);
        var late = await work.Room.AddAsync();
        await At(due, "closed", () => work.BeginAsync(late), 409, "closed");

        async Task At(DateTimeOffset moment, string window, Func<Task<Answer>> begin, int status, string? code)
        {
            clock.Move(moment - clock.GetUtcNow());
            Assert.Equal(window, (await work.SeenByAsync(student))["window"]!.GetValue<string>());
            (await begin()).Is(status, code);
        }
    }

    [Fact]
    public async Task The_due_date_ends_a_conversation_that_nobody_watches_and_an_extension_beats_it()
    {
        var due = clock.GetUtcNow().AddMinutes(20);
        var work = await Work.PublishedAsync(host, new { title = "First meeting", dueAt = due });
        var (on, extended) = (await work.Room.AddAsync(), await work.Room.AddAsync());
        var first = new Talk(on, (await work.BeginAsync(on)).Is(201).Text("id"));
        var second = new Talk(extended, (await work.BeginAsync(extended)).Is(201).Text("id"));
        var me = await Classroom.IdOfAsync(extended);
        (
            await work.Teacher.PutAsync(
                $"{work.Path}/extensions/{me}",
                new
                {
                    version = 0,
                    dueAt = due.AddMinutes(10),
                    reason = "Ill.",
                }
            )
        ).Is(200);
        await first.SayAsync(Talk.Lines[0]);
        clock.Move(TimeSpan.FromMinutes(20));
        (await first.SendAsync(Talk.Lines[1])).Is(409);
        (await second.SendAsync(Talk.Lines[0])).Is(202);
        Assert.Equal("due", await EndedAsync(on, first.Id));
        Assert.Equal("active", (await extended.GetAsync(second.Path)).Text("status"));
        Assert.True((await work.SeenByAsync(extended))["extended"]!.GetValue<bool>());
        clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal("due", await EndedAsync(extended, second.Id));
        Assert.Equal("completed", (await extended.GetAsync(second.Path)).Text("status"));
    }

    [Fact]
    public async Task Time_used_up_ends_the_conversation_and_extra_time_stretches_it()
    {
        var work = await Work.PublishedAsync(host, new { title = "First meeting", settings = new { timeLimitMinutes = 20 } });
        var (plain, slow) = (await work.Room.AddAsync(), await work.Room.AddAsync());
        var path = $"{work.Room.Path}/enrollments/{await Classroom.IdOfAsync(slow)}";
        (await work.Teacher.PatchAsync(path, new { version = 1, extraTime = "half" })).Is(200);
        var first = (await work.BeginAsync(plain)).Is(201);
        var second = (await work.BeginAsync(slow)).Is(201);
        Assert.Equal((20, 30), (first.Number("minutesLeft"), second.Number("minutesLeft")));
        await using (var db = host.OpenDatabase())
        {
            await db.Set<Conversation>()
                .Where(c => c.AssignmentId == Guid.Parse(work.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConnectedMs, 20 * 60_000));
        }

        (await new Talk(plain, first.Text("id")).SendAsync(Talk.Lines[0])).Is(409);
        Assert.Equal("time-limit", await EndedAsync(plain, first.Text("id")));
        Assert.Equal(10, (await slow.GetAsync($"/api/v1/conversations/{second.Text("id")}")).Number("minutesLeft"));
        (await work.Teacher.PatchAsync(path, new { version = 2, extraTime = "unlimited" })).Is(200);
        Assert.Null((await slow.GetAsync($"/api/v1/conversations/{second.Text("id")}")).Json!["minutesLeft"]);
    }

    [Fact]
    public async Task Stepping_out_costs_no_attempt_and_a_used_one_is_given_back_in_one_click()
    {
        var work = await Work.PublishedAsync(host, new { title = "First meeting", maxAttempts = 1 });
        var student = await work.Room.AddAsync();
        var first = (await work.BeginAsync(student)).Is(201);
        (await work.Teacher.PostAsync($"/api/v1/conversations/{first.Text("id")}/give-back")).Is(409, "conversation-active");
        await EndAsync(student, first);
        (await work.BeginAsync(student)).Is(409, "attempts-used");
        (await student.PostAsync($"/api/v1/conversations/{first.Text("id")}/give-back")).Is(403);
        (await (await host.NewPersonAsync(Roles.Teacher)).PostAsync($"/api/v1/conversations/{first.Text("id")}/give-back")).Is(404);
        (await work.Teacher.PostAsync($"/api/v1/conversations/{first.Text("id")}/give-back")).Is(200);
        (await work.BeginAsync(student)).Is(201);
    }

    [Fact]
    public async Task Missing_foreign_and_draft_assignments_look_alike_to_a_student()
    {
        var draft = await Work.DraftAsync(host);
        var student = await draft.Room.AddAsync();
        var foreign = await Work.PublishedAsync(host);
        var client = (await draft.ClientsAsync())[0];
        foreach (var id in new[] { draft.Id, foreign.Id, Guid.CreateVersion7().ToString() })
        {
            (await student.GetAsync($"/api/v1/student/assignments/{id}")).Is(404, "not-found");
            (await student.PostAsync("/api/v1/conversations", new { assignmentId = id, clientId = client })).Is(404, "not-found");
        }

        Assert.Empty((await student.GetAsync("/api/v1/student/assignments")).Is(200).Items);
    }

    [Fact]
    public async Task Students_see_of_an_assignment_what_they_may()
    {
        var work = await Work.PublishedAsync(host, new { title = "First meeting", description = "Read first." }, clients: 2);
        var student = await work.Room.AddAsync();
        var seen = (await work.SeenByAsync(student)).ToJsonString();
        foreach (var hidden in new[] { "disclosures", "traits", "hiddenIssues", "costUsd", "modelRoute", "buildsTrust" })
        {
            Assert.DoesNotContain(hidden, seen, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("Read first.", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_shows_who_has_done_what_in_few_queries()
    {
        var work = await Work.PublishedAsync(host, new { title = "=First" }, clients: 2);
        for (var i = 0; i < 5; i++)
        {
            var student = await work.Room.AddAsync();
            await EndAsync(student, (await work.BeginAsync(student, i % 2)).Is(201));
        }

        work.Teacher.Count = "progress";
        var progress = (await work.Teacher.GetAsync(work.Room.Path + "/progress")).Is(200);
        Assert.Equal((2, 5), (progress.Json!["columns"]!.AsArray().Count, progress.Json["rows"]!.AsArray().Count));
        Assert.Equal(5, progress.Json["rows"]!.AsArray().Sum(r => r!["cells"]!.AsObject().Sum(c => c.Value!["done"]!.GetValue<int>())));
        Assert.InRange(host.RoundTrips.Of("progress").Count, 1, 6);
        Assert.Contains(
            "'=First",
            (await work.Teacher.GetAsync(work.Room.Path + "/progress.csv")).Is(200).Content,
            StringComparison.Ordinal
        );
        var forecast = (await work.Teacher.GetAsync(work.Path + "/forecast")).Is(200);
        Assert.Equal((5, 2), (forecast.Number("students"), forecast.Number("clients")));
    }

    /// <summary>Waits until the server has ended it by itself, and says why.</summary>
    private static async Task<string> EndedAsync(ApiClient student, string id)
    {
        JsonNode? conversation = null;
        for (var tries = 0; tries < 300; tries++)
        {
            conversation = (await student.GetAsync($"/api/v1/conversations/{id}")).Is(200).Json;
            if (conversation!["endReason"]?.GetValue<string>() is { } reason)
            {
                return reason;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("still " + conversation);
    }
}
