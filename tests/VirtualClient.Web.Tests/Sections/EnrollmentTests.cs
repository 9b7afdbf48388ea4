using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

public sealed class EnrollmentTests(EveryTest every)
{
    [Fact]
    public async Task Enrolling_somebody_who_is_enrolled_answers_with_the_same_enrollment()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(email)).Is(201);
        var first = (await room.EnrollAsync(email)).Is(200);
        var again = (await room.EnrollAsync(email.ToUpperInvariant())).Is(200);
        Assert.Equal((first.Text("userId"), first.Text("enrolledAt")), (again.Text("userId"), again.Text("enrolledAt")));
        Assert.Equal((1, 0, 1), await room.StatisticsAsync());
    }

    [Fact]
    public async Task Removing_keeps_the_history_and_adding_again_brings_back_with_the_new_role()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        var person = (await room.EnrollAsync(email)).Is(201).Text("userId");
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{person}")).Is(204);
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{person}")).Is(204);
        Assert.Equal((0, 1, 1), await room.StatisticsAsync());
        var removed = Assert.Single((await room.Teacher.GetAsync(room.Path + "/enrollments?status=removed")).Is(200).Items);
        Assert.Equal(("removed", person), (removed!["status"]!.GetValue<string>(), removed["userId"]!.GetValue<string>()));

        var back = (await room.EnrollAsync(email, "assistant")).Is(201);
        Assert.Equal(("assistant", "active"), (back.Text("role"), back.Text("status")));
        await using var db = every.Host.OpenDatabase();
        var deeds = await db.Set<AuditEntry>()
            .Where(a => a.SubjectId == Guid.Parse(person))
            .OrderBy(a => a.At)
            .Select(a => a.Action)
            .ToListAsync();
        Assert.Equal(["enrollment.added", "enrollment.removed", "enrollment.reactivated"], deeds);
    }

    [Fact]
    public async Task A_list_of_emails_is_answered_one_by_one()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var (known, _) = await every.Host.NewAccountAsync(Roles.Student);
        var (teacher, _) = await every.Host.NewAccountAsync(Roles.Teacher);
        var fresh = $"new-{Guid.NewGuid():N}@school.example";
        var emails = new[] { known, fresh, fresh.ToUpperInvariant(), "nonsense", teacher };
        var items = (await room.Teacher.PostAsync(room.Path + "/enrollments", new { emails })).Is(200).Items;
        Assert.Equal(
            ["created", "created", "refused twice", "refused bad-email", "refused not-a-student"],
            items.Select(i => $"{i!["result"]} {i["code"]}".Trim())
        );
        Assert.True(items[1]!["enrollment"]!["invited"]!.GetValue<bool>());
        Assert.Equal((2, 0, 2), await room.StatisticsAsync());
    }

    [Fact]
    public async Task What_cannot_be_an_enrollment_is_refused()
    {
        var room = await Classroom.MakeAsync(every.Host);
        (await room.EnrollAsync("nonsense")).Is(422, "invalid");
        (await room.Teacher.PostAsync(room.Path + "/enrollments", new { })).Is(422, "invalid");
        (await room.Teacher.PostAsync(room.Path + "/enrollments", new { emails = Array.Empty<string>() })).Is(422, "invalid");
        (await room.Teacher.PostAsync(room.Path + "/enrollments", new { email = "a@b.example", role = "king" })).Is(400, "malformed");
        (await room.EnrollAsync($"stranger-{Guid.NewGuid():N}@school.example", "teacher")).Is(409, "not-a-teacher");
        var (teacher, _) = await every.Host.NewAccountAsync(Roles.Teacher);
        (await room.EnrollAsync(teacher)).Is(409, "not-a-student");
        Assert.Equal((0, 0, 0), await room.StatisticsAsync());
    }

    [Fact]
    public async Task An_unknown_email_gets_an_account_that_its_owner_completes_once()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var email = $"invited-{Guid.NewGuid():N}@school.example";
        var enrolled = (await room.EnrollAsync(email)).Is(201);
        var link = new Uri(enrolled.Text("invitation")).PathAndQuery;
        Assert.True(enrolled.Json!["invited"]!.GetValue<bool>());

        var browser = every.Host.Browser();
        var page = await browser.GetAsync(link);
        Assert.Contains(email, page.Text, StringComparison.Ordinal);
        var token = page.Document.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        var short1 = await browser.PostAsync("/accounts/invitation", ("token", token), ("name", "Ada Okoro"), ("password", "short"));
        Assert.StartsWith("/invitation?token=", short1.Location, StringComparison.Ordinal);
        var done = await browser.PostAsync(
            "/accounts/invitation",
            ("token", token),
            ("name", "Ada Okoro"),
            ("password", "long-enough-now")
        );
        Assert.Equal("/", done.Location);
        Assert.True(browser.HasCookie("vc-session"));

        var student = await every.Host.SignInAsync(email, "long-enough-now");
        Assert.Equal("Ada Okoro", (await student.GetAsync("/api/v1/me")).Text("name"));
        Assert.Single((await student.GetAsync("/api/v1/student/sections")).Is(200).Items);
        var other = every.Host.Browser();
        Assert.Contains("no longer holds", (await other.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("no longer holds", (await other.GetAsync("/invitation?token=made-up")).Text, StringComparison.Ordinal);
        var roster = (await room.Teacher.GetAsync(room.Path + "/enrollments")).Items.Single(p => p!["email"]!.GetValue<string>() == email)!;
        Assert.False(roster["invited"]!.GetValue<bool>());
        Assert.Null(roster["invitation"]);
    }

    [Fact]
    public async Task An_address_with_an_apostrophe_or_an_accent_is_an_address_like_any_other()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var email = $"siobhán.o'brien-{Guid.NewGuid():N}@school.example";
        var link = new Uri((await room.EnrollAsync(email)).Is(201).Text("invitation")).PathAndQuery;
        var browser = every.Host.Browser();
        var token = (await browser.GetAsync(link)).Document.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        var done = await browser.PostAsync(
            "/accounts/invitation",
            ("token", token),
            ("name", "Siobhán O’Brien"),
            ("password", "long-enough-now")
        );
        Assert.Equal("/", done.Location);
        var student = await every.Host.SignInAsync(email, "long-enough-now");
        (await student.PatchAsync("/api/v1/me", new { timeZone = "America/Chicago" })).Is(200);
    }

    [Fact]
    public async Task Only_teachers_of_the_section_see_an_invitation()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var email = $"invited-{Guid.NewGuid():N}@school.example";
        (await room.EnrollAsync(email)).Is(201);
        var assistant = await room.AddAsync(Roles.Student, "assistant");
        Assert.All((await assistant.GetAsync(room.Path + "/enrollments")).Items, p => Assert.Null(p!["invitation"]));
        Assert.Contains((await room.Teacher.GetAsync(room.Path + "/enrollments")).Items, p => p!["invitation"] is not null);
        Assert.DoesNotContain(
            "invitation?token",
            (await assistant.GetAsync(room.Path + "/enrollments.csv")).Is(200).Content,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Access_settings_belong_to_one_student_in_one_section()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var student = await room.AddAsync();
        var path = $"{room.Path}/enrollments/{await Classroom.IdOfAsync(student)}";
        var changed = (
            await room.Teacher.PatchAsync(
                path,
                new
                {
                    version = 1,
                    extraTime = "half",
                    clockHidden = true,
                }
            )
        ).Is(200);
        Assert.Equal(
            ("half", true, false, "student"),
            (
                changed.Text("extraTime"),
                changed.Json!["clockHidden"]!.GetValue<bool>(),
                changed.Json["scribe"]!.GetValue<bool>(),
                changed.Text("role")
            )
        );
        (await room.Teacher.PatchAsync(path, new { version = 1, scribe = true })).Is(409, "stale");
        (await room.Teacher.PatchAsync(path, new { version = 2, extraTime = (string?)null })).Is(422, "invalid");
        (await room.Teacher.PatchAsync(path, new { version = 2, extraTime = "forever" })).Is(400, "malformed");
        (await room.Teacher.PatchAsync(path, new { version = 2, role = "teacher" })).Is(409, "not-a-teacher");
        (await room.Teacher.PatchAsync($"{room.Path}/enrollments/{Guid.CreateVersion7()}", new { version = 1, scribe = true })).Is(404);
    }

    [Fact]
    public async Task The_roster_is_complete_page_by_page_in_the_order_of_names()
    {
        var room = await Classroom.MakeAsync(every.Host);
        string[] names = ["Ana", "Bo", "Bo", "Çelik", "dana", "Zoë"];
        foreach (var name in names)
        {
            var (email, _) = await every.Host.NewAccountAsync(Roles.Student, name);
            (await room.EnrollAsync(email)).Is(201);
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await room.Teacher.GetAsync($"{room.Path}/enrollments?limit=2&after={after}")).Is(200);
            seen.AddRange(page.Items.Select(p => p!["name"]!.GetValue<string>()));
            after = page.Json!["next"]?.GetValue<string>();
        } while (after is not null);

        Assert.Equal(names.Order(StringComparer.Ordinal), seen.Where(names.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(7, seen.Count);
        (await room.Teacher.GetAsync($"{room.Path}/enrollments?after=nonsense!")).Is(400, "bad-key");
        (await room.Teacher.GetAsync($"{room.Path}/enrollments?status=sleeping")).Is(400, "bad-filter");
    }
}
