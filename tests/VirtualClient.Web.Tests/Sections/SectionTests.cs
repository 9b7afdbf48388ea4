using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

public sealed class SectionTests(EveryTest every)
{
    [Fact]
    public async Task A_new_section_is_its_teachers_and_is_empty()
    {
        var room = await Classroom.MakeAsync(every.Host, "Field Seminar");
        var section = (await room.Teacher.GetAsync(room.Path)).Is(200);
        Assert.Equal(
            ("Field Seminar", "SWK 5120", "Fall 2026", "teacher"),
            (section.Text("name"), section.Text("courseCode"), section.Text("term"), section.Text("role"))
        );
        Assert.Equal((0, 0, 0), await room.StatisticsAsync());
        Assert.Contains((await room.Teacher.GetAsync("/api/v1/sections")).Items, s => s!["id"]!.GetValue<string>() == room.Id);
    }

    [Fact]
    public async Task A_section_needs_a_name_that_fits()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        (await teacher.PostAsync("/api/v1/sections", new { name = "  " })).Is(422, "invalid");
        (await teacher.PostAsync("/api/v1/sections", new { name = new string('n', 201) })).Is(422, "invalid");
        (await teacher.PostAsync("/api/v1/sections", new { name = "Ok", courseCode = new string('c', 21) })).Is(422, "invalid");
        (await teacher.PostAsync("/api/v1/sections", new { name = "Ok", term = new string('t', 51) })).Is(422, "invalid");
        (await teacher.PostAsync("/api/v1/sections", new { name = new string('n', 200) })).Is(201);
    }

    [Fact]
    public async Task A_change_touches_what_it_names_and_nothing_else()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var changed = (await room.Teacher.PatchAsync(room.Path, new { version = 1, term = "Spring 2027" })).Is(200);
        Assert.Equal(("Direct Practice", "Spring 2027", 2), (changed.Text("name"), changed.Text("term"), changed.Number("version")));
        (await room.Teacher.PatchAsync(room.Path, new { })).Is(400, "empty-update");
        (await room.Teacher.PatchAsync(room.Path, new { version = 2 })).Is(400, "empty-update");
        (await room.Teacher.PatchAsync(room.Path, new { term = "Fall" })).Is(422, "invalid");
        (await room.Teacher.PatchAsync(room.Path, new { version = 2, name = (string?)null })).Is(422, "invalid");
        (await room.Teacher.PatchAsync(room.Path, new { version = 2, name = " " })).Is(422, "invalid");
        var stale = (await room.Teacher.PatchAsync(room.Path, new { version = 1, term = "Fall" })).Is(409, "stale");
        Assert.Equal(("Spring 2027", 2), (stale.Text("term"), stale.Number("version")));
        Assert.Equal("Spring 2027", (await room.Teacher.GetAsync(room.Path)).Text("term"));
    }

    [Fact]
    public async Task Somebody_elses_section_looks_like_one_that_is_not_there()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var colleague = await every.Host.NewPersonAsync(Roles.Teacher);
        var theirs = (await colleague.GetAsync(room.Path)).Is(404, "not-found");
        var nobodys = (await colleague.GetAsync($"/api/v1/sections/{Guid.CreateVersion7()}")).Is(404, "not-found");
        Assert.Equal(nobodys.Text("detail"), theirs.Text("detail"));
        (await colleague.PatchAsync(room.Path, new { version = 1, name = "Mine" })).Is(404);
        (await colleague.GetAsync(room.Path + "/enrollments")).Is(404);
        (await colleague.GetAsync(room.Path + "/statistics")).Is(404);
        (await colleague.DeleteAsync(room.Path)).Is(404);
        var student = await room.AddAsync();
        (await student.GetAsync(room.Path)).Is(403, "wrong-role");
        (await student.GetAsync($"/api/v1/sections/{Guid.CreateVersion7()}")).Is(403, "wrong-role");
    }

    [Fact]
    public async Task A_section_has_several_teachers_and_keeps_one()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var colleague = await room.AddAsync(Roles.Teacher, "teacher");
        (await colleague.PatchAsync(room.Path, new { version = 1, term = "Spring" })).Is(200);
        var first = await Classroom.IdOfAsync(room.Teacher);
        (await colleague.DeleteAsync($"{room.Path}/enrollments/{first}")).Is(204);
        (await room.Teacher.GetAsync(room.Path)).Is(404);
        (await colleague.DeleteAsync($"{room.Path}/enrollments/{await Classroom.IdOfAsync(colleague)}")).Is(409, "last-teacher");
        (
            await colleague.PatchAsync(
                $"{room.Path}/enrollments/{await Classroom.IdOfAsync(colleague)}",
                new { version = 1, role = "assistant" }
            )
        ).Is(409, "last-teacher");
    }

    [Fact]
    public async Task Two_teachers_who_remove_each_other_at_once_leave_one()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var colleague = await room.AddAsync(Roles.Teacher, "teacher");
        var both = await Task.WhenAll(
            colleague.DeleteAsync($"{room.Path}/enrollments/{await Classroom.IdOfAsync(room.Teacher)}"),
            room.Teacher.DeleteAsync($"{room.Path}/enrollments/{await Classroom.IdOfAsync(colleague)}")
        );
        // The second one is told so, or is no teacher there any more when it is looked at.
        Assert.Single(both, answer => answer.Status == 204);
        Assert.All(both, answer => Assert.Contains(answer.Status, new[] { 204, 404, 409 }));
    }

    [Fact]
    public async Task An_assistant_reads_the_section_and_changes_nothing()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var assistant = await room.AddAsync(Roles.Student, "assistant");
        var section = (await assistant.GetAsync(room.Path)).Is(200);
        Assert.Equal("assistant", section.Text("role"));
        (await assistant.GetAsync(room.Path + "/enrollments")).Is(200);
        Assert.Single((await assistant.GetAsync("/api/v1/sections")).Is(200).Items);
        (await assistant.PatchAsync(room.Path, new { version = 1, name = "Mine" })).Is(403, "wrong-role");
        (await assistant.PostAsync(room.Path + "/enrollments", new { email = "a@b.example" })).Is(403, "wrong-role");
        (await assistant.PostAsync(room.Path + "/join-code")).Is(403, "wrong-role");
        (await assistant.PostTextAsync(room.Path + "/enrollments/import", "email\na@b.example", "text/csv")).Is(403, "wrong-role");
        (await assistant.DeleteAsync(room.Path)).Is(403, "wrong-role");
    }

    [Fact]
    public async Task An_archived_section_is_read_and_not_changed_until_it_is_restored()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var code = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        var archived = (await room.Teacher.PatchAsync(room.Path, new { version = 1, archived = true })).Is(200);
        Assert.True(archived.Json!["archived"]!.GetValue<bool>());
        Assert.Null(archived.Json["joinCode"]);
        (await room.EnrollAsync("somebody@school.example")).Is(409, "section-archived");
        (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(409, "section-archived");
        (await (await every.Host.NewStudentAsync()).PostAsync("/api/v1/sections/join", new { code })).Is(409, "wrong-join-code");
        Assert.Empty((await room.Teacher.GetAsync("/api/v1/sections?archived=false")).Items);
        Assert.Single((await room.Teacher.GetAsync("/api/v1/sections?archived=true")).Items);
        (await room.Teacher.PatchAsync(room.Path, new { version = archived.Number("version"), archived = false })).Is(200);
        (await room.EnrollAsync("somebody@school.example")).Is(201);
    }

    [Fact]
    public async Task Only_a_section_that_nobody_used_is_deleted()
    {
        var room = await Classroom.MakeAsync(every.Host);
        (await room.Teacher.DeleteAsync(room.Path)).Is(204);
        (await room.Teacher.GetAsync(room.Path)).Is(404);
        var used = await Classroom.MakeAsync(every.Host);
        await used.AddAsync();
        var refused = (await used.Teacher.DeleteAsync(used.Path)).Is(409, "section-in-use");
        Assert.Contains("1 person", refused.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_of_all_sections_take_few_queries_and_have_zeros()
    {
        var room = await Classroom.MakeAsync(every.Host);
        for (var i = 0; i < 9; i++)
        {
            (await room.Teacher.PostAsync("/api/v1/sections", new { name = $"Section {i}" })).Is(201);
        }

        await room.AddAsync();
        var gone = await room.AddAsync();
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{await Classroom.IdOfAsync(gone)}")).Is(204);
        room.Teacher.Count = "statistics";
        var all = (await room.Teacher.GetAsync("/api/v1/sections/statistics")).Is(200).Items;
        room.Teacher.Count = "sections";
        var list = (await room.Teacher.GetAsync("/api/v1/sections")).Is(200).Items;
        Assert.Equal((10, 10), (all.Count, list.Count));
        Assert.Equal((1, 1, 2), (Of(all, "active"), Of(all, "removed"), Of(all, "total")));
        Assert.Equal(9, all.Count(row => row!["total"]!.GetValue<int>() == 0));
        Assert.Equal(2, every.Host.RoundTrips.Of("statistics").Count);
        Assert.Equal(2, every.Host.RoundTrips.Of("sections").Count);

        static int Of(System.Text.Json.Nodes.JsonArray rows, string name) => rows.Sum(row => row![name]!.GetValue<int>());
    }

    [Fact]
    public async Task The_list_of_sections_is_complete_page_by_page()
    {
        var room = await Classroom.MakeAsync(every.Host);
        for (var i = 0; i < 6; i++)
        {
            (await room.Teacher.PostAsync("/api/v1/sections", new { name = $"Section {i}" })).Is(201);
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await room.Teacher.GetAsync($"/api/v1/sections?limit=3&after={after}")).Is(200);
            seen.AddRange(page.Items.Select(s => s!["id"]!.GetValue<string>()));
            after = page.Json!["next"]?.GetValue<string>();
        } while (after is not null);

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
    }
}
