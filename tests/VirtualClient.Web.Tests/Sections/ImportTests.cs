using System.Diagnostics;
using System.Text;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

public sealed class ImportTests(EveryTest every)
{
    private static string Unique(string name) => $"{name}-{Guid.NewGuid():N}@school.example";

    private static Task<Answer> ImportAsync(Classroom room, string csv, bool dryRun = false) =>
        room.Teacher.PostTextAsync($"{room.Path}/enrollments/import?dryRun={(dryRun ? "true" : "false")}", csv, "text/csv");

    [Fact]
    public async Task Thirty_rows_go_in_and_two_bad_ones_are_named_with_line_and_reason()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var csv = new StringBuilder("\uFEFFName,Favorite color,E-mail,Role\r\n");
        for (var i = 0; i < 30; i++)
        {
            csv.Append(
                i is 7 ? "\"Broken, Row\",red,nonsense,student\r\n"
                : i is 20 ? $"Chief,blue,{Unique("chief")},king\r\n"
                : $"\"Student, {i}\",green,{Unique("s")},\r\n"
            );
        }

        var preview = (await ImportAsync(room, csv.ToString(), dryRun: true)).Is(200);
        Assert.Equal((28, 2, 28), (preview.Number("created"), preview.Number("refused"), preview.Number("invited")));
        Assert.Equal((0, 0, 0), await room.StatisticsAsync());

        var done = (await ImportAsync(room, csv.ToString())).Is(200);
        Assert.Equal((30, 28, 2), (done.Number("rows"), done.Number("created"), done.Number("refused")));
        var errors = done.Json!["errors"]!.AsArray();
        Assert.Equal([(9, "email"), (22, "role")], errors.Select(e => (e!["line"]!.GetValue<int>(), e["column"]!.GetValue<string>())));
        Assert.Contains("nonsense", errors[0]!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Favorite color", Assert.Single(done.Json["ignoredColumns"]!.AsArray())!.GetValue<string>());
        Assert.Equal((28, 0, 28), await room.StatisticsAsync());
        Assert.Contains(
            (await room.Teacher.GetAsync(room.Path + "/enrollments")).Items,
            p => p!["name"]!.GetValue<string>() == "Student, 3"
        );

        var again = (await ImportAsync(room, csv.ToString())).Is(200);
        Assert.Equal((0, 28), (again.Number("created"), again.Number("unchanged")));
        Assert.Equal((28, 0, 28), await room.StatisticsAsync());
    }

    [Fact]
    public async Task Nobody_is_removed_because_a_file_does_not_name_them_and_the_removed_come_back()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var (stays, comes) = (Unique("stays"), Unique("comes"));
        (await room.EnrollAsync(stays)).Is(201);
        var person = (await room.EnrollAsync(comes)).Is(201).Text("userId");
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{person}")).Is(204);
        var report = (await ImportAsync(room, $"email;role\n{comes.ToUpperInvariant()};assistant\n{comes};student")).Is(200);
        Assert.Equal((1, 1), (report.Number("reactivated"), report.Number("refused")));
        Assert.Equal((1, 0, 1), await room.StatisticsAsync());
        Assert.Contains("twice", report.Json!["errors"]![0]!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_refused_whole()
    {
        var room = await Classroom.MakeAsync(every.Host);
        (await ImportAsync(room, "")).Is(422, "bad-file");
        (await ImportAsync(room, "name,role\nAna,student")).Is(422, "bad-file");
        (await ImportAsync(room, "email\n\"a@b.example")).Is(422, "bad-file");
        var latin = new ByteArrayContent([.. Encoding.Latin1.GetBytes("email,name\nzoe@school.example,Zoë")]);
        (await room.Teacher.SendAsync(HttpMethod.Post, room.Path + "/enrollments/import", latin)).Is(422, "bad-file");
        var many = "email\n" + string.Join('\n', Enumerable.Range(0, 5_001).Select(i => $"s{i}@school.example"));
        var refused = (await ImportAsync(room, many)).Is(413, "too-many-rows");
        Assert.Contains("5,000", refused.Text("detail"), StringComparison.Ordinal);
        var huge =
            "email\n"
            + string.Join('\n', Enumerable.Range(0, 30_000).Select(i => $"student-number-{i}-{new string('x', 60)}@school.example"));
        (await ImportAsync(room, huge)).Is(413);
        Assert.Equal((0, 0, 0), await room.StatisticsAsync());
    }

    [Fact]
    public async Task Two_thousand_rows_go_in_at_once_and_are_found_among_the_jobs()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var tail = Guid.NewGuid().ToString("N");
        var csv = "name,email\n" + string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"Student {i},s{i}-{tail}@school.example"));
        var watch = Stopwatch.StartNew();
        var report = (await ImportAsync(room, csv)).Is(200);
        Assert.Equal((2_000, 2_000), (report.Number("created"), report.Number("invited")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"it took {watch.Elapsed}");
        Assert.Equal((2_000, 0, 2_000), await room.StatisticsAsync());
        var jobs = (await room.Teacher.GetAsync("/api/v1/jobs")).Is(200).Items;
        Assert.Equal("done", Assert.Single(jobs)!["state"]!.GetValue<string>());
        var job = jobs[0]!["id"]!.GetValue<string>();
        Assert.Equal(2_000, (await room.Teacher.GetAsync($"/api/v1/jobs/{job}")).Is(200).Json!["result"]!["created"]!.GetValue<int>());
        (await (await every.Host.NewPersonAsync(Roles.Teacher)).GetAsync($"/api/v1/jobs/{job}")).Is(404, "not-found");
    }

    [Fact]
    public async Task Cells_that_look_like_formulas_leave_as_text()
    {
        var room = await Classroom.MakeAsync(every.Host);
        (await ImportAsync(room, $"email,name\n{Unique("f")},\"=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"\n{Unique("g")},@SUM(A1)")).Is(
            200
        );
        var csv = (await room.Teacher.GetAsync(room.Path + "/enrollments.csv")).Is(200).Content;
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1)", csv, StringComparison.Ordinal);
        Assert.All(csv.Split("\r\n"), line => Assert.False(line.StartsWith('=') || line.StartsWith('@')));
    }

    [Fact]
    public async Task On_the_page_a_file_is_looked_through_before_anything_happens()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var id = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/sections/{id}/import");
        var sent = await browser.PostFileAsync(
            $"/sections/{id}/import/look",
            "file",
            "roster.csv",
            $"email,name\n{Unique("a")},Ana\nnonsense,Bo"
        );
        Assert.StartsWith($"/sections/{id}/import/", sent.Location, StringComparison.Ordinal);
        var preview = await browser.GetAsync(sent.Location!);
        Assert.Contains("Nothing has happened yet", preview.Text, StringComparison.Ordinal);
        Assert.Contains("nonsense", preview.Text, StringComparison.Ordinal);
        Assert.Empty((await teacher.GetAsync("/api/v1/jobs")).Items);
        var go = await browser.PostAsync(sent.Location + "/go");
        var done = await browser.GetAsync(go.Location!);
        Assert.Contains("Everybody whose row could be used is in the section", done.Text, StringComparison.Ordinal);
        Assert.Contains("Ana", (await browser.GetAsync($"/sections/{id}/roster")).Text, StringComparison.Ordinal);
        Assert.Contains("People for Seminar", (await browser.GetAsync("/jobs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_looked_through_goes_in_only_for_somebody_who_still_teaches_the_section()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var room = await Classroom.MakeAsync(every.Host);
        (await room.EnrollAsync(email, "teacher")).Is(201);
        var colleague = await every.Host.SignInAsync(email, password);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/sections/{room.Id}/import");
        var sent = await browser.PostFileAsync($"/sections/{room.Id}/import/look", "file", "roster.csv", $"email\n{Unique("late")}");
        await browser.GetAsync(sent.Location!);
        var me = await Classroom.IdOfAsync(colleague);
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{me}")).Is(204);
        Assert.Equal(404, (await browser.PostAsync(sent.Location + "/go")).Status);
        Assert.Equal((0, 0, 0), await room.StatisticsAsync());
    }
}
