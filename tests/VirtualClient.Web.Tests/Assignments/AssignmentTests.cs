using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Rubrics;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

public sealed class AssignmentTests(EveryTest every)
{
    private static readonly DateTimeOffset Soon = new(2027, 1, 10, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_rubric_of_a_client_is_changed_on_the_page_and_let_go_with_the_client()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var work = await Work.InAsync(new Classroom(every.Host, teacher, section));
        var clientId = (await work.ClientsAsync())[0];
        (await teacher.PostAsync(work.Path + "/clients", new { clientId })).Is(201);
        var rubricId = (await teacher.CreateAsync(RubricSample.Two().With("name", "Home visit"))).Text("id");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/teaching/assignments/{work.Id}");
        await browser.PostAsync(
            $"/teaching/assignments/{work.Id}/clients",
            ("act", "rubric"),
            ("clientId", clientId),
            ("rubricId", rubricId),
            ("version", $"{await work.VersionAsync()}")
        );
        Assert.Equal(rubricId, (await teacher.GetAsync(work.Path)).Is(200).Json!["clients"]![0]!["rubricId"]!.GetValue<string>());
        var rubric = $"{RubricSample.Path}/{rubricId}";
        (await teacher.SendAsync(HttpMethod.Delete, rubric, null)).Is(409, "rubric-in-use");
        Assert.True((await teacher.SendAsync(HttpMethod.Delete, $"{work.Path}/clients/{clientId}", null)).Status < 300);
        (await teacher.SendAsync(HttpMethod.Delete, rubric, null)).Is(204);
    }

    [Fact]
    public async Task What_cannot_be_an_assignment_is_refused()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var path = room.Path + "/assignments";
        (await room.Teacher.PostAsync(path, new { title = " " })).Is(422, "invalid");
        (await room.Teacher.PostAsync(path, new { title = new string('t', 201) })).Is(422, "invalid");
        (await room.Teacher.PostAsync(path, new { title = "T", maxAttempts = 0 })).Is(422, "invalid");
        (await room.Teacher.PostAsync(path, new { title = "T", settings = new { timeLimitMinutes = 0 } })).Is(422, "invalid");
        (await room.Teacher.PostAsync(path, new { title = "T", settings = new { notesAllowed = (bool?)null } })).Is(422, "invalid");
        (await room.Teacher.PostAsync(path, new { title = "T", kind = "exam" })).Is(400, "malformed");
        (await room.Teacher.PostAsync(path, new { title = "T", settings = new { modelRoute = "nowhere" } })).Is(409, "unknown-route");
        (
            await room.Teacher.PostAsync(
                path,
                new
                {
                    title = "T",
                    availableFrom = Soon,
                    dueAt = Soon,
                }
            )
        ).Is(422, "invalid");
        (
            await room.Teacher.PostAsync(
                path,
                new
                {
                    title = "T",
                    availableFrom = Soon,
                    dueAt = Soon.AddSeconds(1),
                }
            )
        ).Is(201);
        Assert.Single((await room.Teacher.GetAsync(path)).Items);
    }

    [Fact]
    public async Task A_change_touches_what_it_names_and_is_held_against_what_is_stored()
    {
        var work = await Work.DraftAsync(
            every.Host,
            new
            {
                title = "First meeting",
                availableFrom = Soon,
                dueAt = Soon.AddDays(7),
                maxAttempts = 2,
            }
        );
        (await work.ChangeAsync(version => new { version, dueAt = Soon.AddDays(-1) })).Is(409, "due-before-available");
        (await work.ChangeAsync(version => new { version, availableFrom = Soon.AddDays(8) })).Is(409, "due-before-available");
        (await work.ChangeAsync(version => new { version, title = (string?)null })).Is(422, "invalid");
        (await work.ChangeAsync(version => new { version })).Is(400, "empty-update");
        var changed = (
            await work.ChangeAsync(version => new
            {
                version,
                maxAttempts = (int?)null,
                settings = new { coach = "on_request" },
            })
        ).Is(200);
        Assert.Null(changed.Json!["maxAttempts"]);
        Assert.Equal("on_request", changed.Json["settings"]!["coach"]!.GetValue<string>());
        Assert.True(changed.Json["settings"]!["notesAllowed"]!.GetValue<bool>());
        Assert.Equal("First meeting", changed.Text("title"));
        (await work.Teacher.PatchAsync(work.Path, new { version = 1, title = "Late" })).Is(409, "stale");
    }

    [Fact]
    public async Task Publishing_needs_a_client_and_graded_work_a_rubric()
    {
        var work = await Work.DraftAsync(every.Host, new { title = "Graded", kind = "graded" });
        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(409, "no-clients");
        var client = (await work.ClientsAsync())[0];
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = client })).Is(201);
        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(409, "rubric-missing");
        var rubric = await work.RubricAsync();
        (await work.Teacher.PutAsync($"{work.Path}/clients/{client}", new { version = await work.VersionAsync(), rubricId = rubric })).Is(
            200
        );
        var published = (await work.Teacher.PostAsync(work.Path + "/publish")).Is(200);
        Assert.True(published.Json!["published"]!.GetValue<bool>());
        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(200);
        Assert.False((await work.Teacher.PostAsync(work.Path + "/unpublish")).Is(200).Json!["published"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Once_published_only_description_due_date_and_attempts_change()
    {
        var work = await Work.PublishedAsync(every.Host);
        (await work.ChangeAsync(version => new { version, title = "Another" })).Is(409, "assignment-published");
        (await work.ChangeAsync(version => new { version, kind = "graded" })).Is(409, "assignment-published");
        (await work.ChangeAsync(version => new { version, availableFrom = Soon })).Is(409, "assignment-published");
        (await work.ChangeAsync(version => new { version, settings = new { notesAllowed = false } })).Is(409, "assignment-published");
        (
            await work.ChangeAsync(version => new
            {
                version,
                description = "Read the referral.",
                dueAt = Soon,
                maxAttempts = 3,
            })
        ).Is(200);
        var client = (await work.ClientsAsync())[0];
        (await work.Teacher.DeleteAsync($"{work.Path}/clients/{client}")).Is(409, "last-client");
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = (await work.ClientsAsync())[1] })).Is(
            409,
            "assignment-published"
        );
        (await work.Teacher.DeleteAsync(work.Path)).Is(409, "assignment-published");
        Assert.Equal("First meeting", (await work.Teacher.GetAsync(work.Path)).Text("title"));
    }

    [Fact]
    public async Task Clients_in_bulk_are_answered_one_by_one_and_foreign_ones_are_not_there()
    {
        var work = await Work.DraftAsync(every.Host);
        var clients = await work.ClientsAsync();
        var colleague = await every.Host.NewPersonAsync(Roles.Teacher);
        var foreign = (await colleague.PostAsync("/api/v1/clients/from-template", new { templateId = clients[0] })).Is(201).Text("id");
        var draft = (await work.Teacher.PostAsync("/api/v1/clients/from-template", new { templateId = clients[0] })).Is(201).Text("id");
        var rubric = await work.RubricAsync();
        var items = new[]
        {
            new { clientId = clients[0], rubricId = (string?)rubric },
            new { clientId = clients[0], rubricId = (string?)rubric },
            new { clientId = clients[0], rubricId = (string?)null },
            new { clientId = foreign, rubricId = (string?)null },
            new { clientId = draft, rubricId = (string?)null },
            new { clientId = clients[1], rubricId = (string?)Guid.CreateVersion7().ToString() },
            new { clientId = clients[2], rubricId = (string?)null },
        };
        var answers = (await work.Teacher.PostAsync(work.Path + "/clients/bulk", new { items })).Is(200).Items;
        Assert.Equal(
            [
                "created",
                "unchanged",
                "refused client-there",
                "refused not-found",
                "refused client-not-published",
                "refused not-found",
                "created",
            ],
            answers.Select(a => $"{a!["result"]} {a["code"]}".Trim())
        );
        Assert.Equal(
            [clients[0], clients[2]],
            (await work.Teacher.GetAsync(work.Path + "/clients")).Items.Select(c => c!["clientId"]!.GetValue<string>())
        );
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = foreign })).Is(404, "not-found");
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = clients[0], rubricId = rubric })).Is(200);
        (await work.Teacher.PutAsync($"{work.Path}/clients/{clients[2]}", new { version = await work.VersionAsync(), position = 0 })).Is(
            200
        );
        Assert.Equal(
            [clients[2], clients[0]],
            (await work.Teacher.GetAsync(work.Path + "/clients")).Items.Select(c => c!["clientId"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task What_an_assignment_uses_is_not_deleted()
    {
        var work = await Work.DraftAsync(every.Host);
        (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = (await work.ClientsAsync())[0] })).Is(201);
        var refused = (await work.Teacher.DeleteAsync(work.Room.Path)).Is(409, "section-in-use");
        Assert.Contains("1 assignment", refused.Text("detail"), StringComparison.Ordinal);
        (await work.Teacher.DeleteAsync(work.Path)).Is(204);
        (await work.Teacher.GetAsync(work.Path)).Is(404);
        (await work.Teacher.DeleteAsync(work.Room.Path)).Is(204);
    }

    [Fact]
    public async Task Somebody_elses_assignment_looks_like_one_that_is_not_there_and_assistants_only_read()
    {
        var work = await Work.DraftAsync(every.Host);
        var colleague = await every.Host.NewPersonAsync(Roles.Teacher);
        (await colleague.GetAsync(work.Path)).Is(404, "not-found");
        (await colleague.PostAsync(work.Path + "/publish")).Is(404);
        (await colleague.PostAsync(work.Room.Path + "/assignments", new { title = "Mine" })).Is(404);
        var assistant = await work.Room.AddAsync(Roles.Student, "assistant");
        (await assistant.GetAsync(work.Path)).Is(200);
        (await assistant.PostAsync(work.Path + "/publish")).Is(403, "wrong-role");
        (await assistant.PatchAsync(work.Path, new { version = 1, title = "Mine" })).Is(403, "wrong-role");
        var student = await work.Room.AddAsync();
        (await student.GetAsync(work.Path)).Is(403, "wrong-role");
    }

    [Fact]
    public async Task A_section_is_copied_with_its_assignments_moved_and_nobody_in_it()
    {
        // In Chicago the clocks are put back on 1 November 2026 and forward on 14 March 2027.
        var before = new DateTimeOffset(2026, 10, 20, 14, 0, 0, TimeSpan.Zero);
        var work = await Work.PublishedAsync(
            every.Host,
            new
            {
                title = "First meeting",
                availableFrom = before,
                dueAt = before.AddDays(3),
                maxAttempts = 2,
            },
            clients: 2
        );
        await work.Room.AddAsync();
        var copy = (
            await work.Teacher.PostAsync(
                work.Room.Path + "/copy",
                new
                {
                    name = "Next term",
                    term = "Spring 2027",
                    shiftDays = 91,
                }
            )
        ).Is(201);
        Assert.Equal(
            ("Next term", "Spring 2027", 0),
            (copy.Text("name"), copy.Text("term"), copy.Json!["students"]!["total"]!.GetValue<int>())
        );
        var assignment = Assert.Single((await work.Teacher.GetAsync($"/api/v1/sections/{copy.Text("id")}/assignments")).Is(200).Items)!;
        Assert.False(assignment["published"]!.GetValue<bool>());
        Assert.Equal(2, assignment["clients"]!.AsArray().Count);
        // 09:00 in Chicago is 14:00 UTC in October and 15:00 UTC in January.
        Assert.Equal(new DateTimeOffset(2027, 1, 19, 15, 0, 0, TimeSpan.Zero), assignment["availableFrom"]!.GetValue<DateTimeOffset>());
        Assert.Contains((await work.Teacher.GetAsync("/api/v1/jobs")).Items, j => j!["kind"]!.GetValue<string>() == "section-copy");
    }
}
