using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class PeopleTests(EveryTest every)
{
    private const string Users = "/api/v1/admin/users";

    [Fact]
    public async Task A_person_is_found_invited_given_roles_and_locked()
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var email = $"ada.{Guid.CreateVersion7():N}@school.example";
        var invited = (
            await admin.PostAsync(
                Users,
                new
                {
                    email,
                    name = "Ada Okoro",
                    role = "teacher",
                }
            )
        ).Is(201);
        Assert.Contains("/invitation?token=", invited.Text("invitation"), StringComparison.Ordinal);
        // The same open account again: its link, and no second account.
        Assert.Equal(invited.Text("id"), (await admin.PostAsync(Users, new { email, role = "teacher" })).Is(201).Text("id"));
        (await admin.PostAsync(Users, new { email = "nobody", role = "teacher" })).Is(422, "invalid");
        var found = Assert.Single((await admin.GetAsync($"{Users}?search={email.ToUpperInvariant()}&role=teacher")).Is(200).Items)!;
        Assert.Equal(("invited", "Ada Okoro"), (found["state"]!.GetValue<string>(), found["name"]!.GetValue<string>()));
        Assert.Empty((await admin.GetAsync($"{Users}?search={email}&role=student")).Items);
        (await admin.GetAsync($"{Users}?role=emperor")).Is(400, "bad-filter");

        var path = $"{Users}/{invited.Text("id")}";
        var version = found["version"]!.GetValue<string>();
        var changed = (await admin.PatchAsync(path, new { version, roles = new[] { "teacher", "admin" } })).Is(200);
        Assert.Equal(["teacher", "admin"], changed.Json!["roles"]!.AsArray().Select(r => r!.GetValue<string>()));
        (await admin.PatchAsync(path, new { version, locked = true })).Is(409, "stale");
        (await admin.PatchAsync(path, new { version = changed.Text("version"), roles = new[] { "emperor" } })).Is(422, "invalid");
        var locked = (await admin.PatchAsync(path, new { version = changed.Text("version"), locked = true })).Is(200);
        Assert.Equal("locked", locked.Text("state"));
        await using var db = every.Host.OpenDatabase();
        var id = Guid.Parse(invited.Text("id"));
        Assert.Equal(
            ["account.invited", "account.roles-changed", "account.locked"],
            await db.Set<AuditEntry>()
                .Where(e => e.SubjectId == id)
                .OrderBy(e => e.At)
                .ThenBy(e => e.Id)
                .Select(e => e.Action)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task A_student_is_removed_with_a_receipt_and_figures_stay_without_words_or_name()
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var work = await Work.PublishedAsync(every.Host);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student, "Ines Okafor");
        (await work.Room.EnrollAsync(email)).Is(201);
        var student = await every.Host.SignInAsync(email, password);
        await (await Talk.StartAsync(student)).SayAsync("Practice only.");
        var attempt = new Talk(student, (await work.BeginAsync(student)).Is(201).Text("id"));
        await attempt.SayAsync("Words of an attempt.");
        var user = (await admin.GetAsync($"{Users}?search={email}")).Items.Single()!;
        var path = $"{Users}/{user["id"]}";
        var version = user["version"]!.GetValue<string>();
        (await admin.PostAsync(path + "/remove", new { version, email })).Is(422, "invalid");
        var wrong = new
        {
            version,
            email = "other@example.test",
            reason = "Left.",
        };
        (await admin.PostAsync(path + "/remove", wrong)).Is(422, "email-differs");
        var receipt = (await admin.PostAsync(path + "/remove", wrong with { email = email })).Is(200);
        Assert.Equal((1, 1), (receipt.Number("practice"), receipt.Number("attempts")));
        (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(401);
        (await student.GetAsync("/api/v1/me")).Is(401);
        var left = (await admin.GetAsync(path)).Is(200);
        Assert.Equal(("Removed account", "locked"), (left.Text("name"), left.Text("state")));
        await using var db = every.Host.OpenDatabase();
        var id = Guid.Parse(user["id"]!.GetValue<string>());
        var held = Assert.Single(await db.Set<Conversation>().Where(c => c.OwnerId == id).ToListAsync());
        Assert.Equal((attempt.Id, 1), (held.Id.ToString(), held.Turns));
        Assert.True(await db.Set<Message>().Where(m => m.ConversationId == held.Id).AllAsync(m => m.Text == ""));
        Assert.Equal("Left.", (await db.Set<AuditEntry>().SingleAsync(e => e.SubjectId == id && e.Action == "account.removed")).After);
        var teacher = (await admin.GetAsync($"{Users}?role=teacher&limit=1")).Items.Single()!;
        var staff = new
        {
            version = teacher["version"]!.GetValue<string>(),
            email = teacher["email"]!.GetValue<string>(),
            reason = "Left.",
        };
        (await admin.PostAsync($"{Users}/{teacher["id"]}/remove", staff)).Is(409, "still-staff");
    }

    [Fact]
    public async Task Who_is_locked_cannot_sign_in_and_who_is_signed_out_everywhere_has_to_do_it_again()
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var tokens = (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200);
        var user = (await admin.GetAsync($"{Users}?search={email}")).Items.Single()!;
        var path = $"{Users}/{user["id"]!.GetValue<string>()}";
        (await admin.PostAsync(path + "/sign-out")).Is(204);
        var refresh = new { refreshToken = tokens.Text("refreshToken") };
        (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens/refresh", refresh)).Is(401);
        (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200);
        var version = (await admin.GetAsync(path)).Text("version");
        var locked = (await admin.PatchAsync(path, new { version, locked = true })).Is(200);
        (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(401);
        (await admin.PatchAsync(path, new { version = locked.Text("version"), locked = false })).Is(200);
        (await every.Host.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200);

        var me = (await admin.GetAsync("/api/v1/me")).Text("id");
        var own = (await admin.GetAsync($"{Users}/{me}")).Text("version");
        (await admin.PatchAsync($"{Users}/{me}", new { version = own, locked = true })).Is(409, "own-account");
        (await admin.PatchAsync($"{Users}/{me}", new { version = own, roles = new[] { "teacher" } })).Is(409, "own-account");
    }

    [Fact]
    public async Task An_email_that_was_invited_brings_its_sections_along_and_one_that_is_used_is_refused()
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        var (taken, _) = await every.Host.NewAccountAsync(Roles.Student);
        var second = $"second.{Guid.CreateVersion7():N}@school.example";
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        (await teacher.PostAsync($"/api/v1/sections/{section}/enrollments", new { email = second })).Is(201);

        var user = (await admin.GetAsync($"{Users}?search={email}")).Items.Single()!;
        var path = $"{Users}/{user["id"]!.GetValue<string>()}";
        var version = user["version"]!.GetValue<string>();
        (await admin.PatchAsync(path, new { version, email = taken })).Is(409, "email-taken");
        var changed = (await admin.PatchAsync(path, new { version, email = second })).Is(200);
        Assert.Equal(second, changed.Text("email"));
        Assert.Single((await admin.GetAsync($"{Users}?search={second}")).Items);
        await using var db = every.Host.OpenDatabase();
        var enrolled = await db.Set<Enrollment>().SingleAsync(e => e.SectionId == Guid.Parse(section) && e.Role == SectionRole.Student);
        Assert.Equal(Guid.Parse(user["id"]!.GetValue<string>()), enrolled.UserId);
    }

    [Fact]
    public async Task The_audit_log_is_searched_and_taken_along_and_the_pages_of_people_work_without_script()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Admin, "Quinn Abara");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync("/admin/people");
        var invited = $"lee.{Guid.CreateVersion7():N}@school.example";
        await browser.PostAsync("/admin/people/invite", ("email", invited), ("name", "=Lee Park"), ("role", "teacher"));
        var page = await browser.GetAsync($"/admin/people?search={invited}");
        Assert.Contains("/invitation?token=", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector("tbody a")!.GetAttribute("href")!;
        var account = await browser.GetAsync(link);
        Assert.Contains("Invited, not completed", account.Text, StringComparison.Ordinal);
        var version = account.Document.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await browser.PostAsync(
            link + "/change",
            ("version", version),
            ("name", "Lee Park"),
            ("email", invited),
            ("roles", "teacher"),
            ("roles", "admin")
        );
        Assert.Contains(
            "Teacher, Administrator",
            (await browser.GetAsync($"/admin/people?search={invited}")).Text,
            StringComparison.Ordinal
        );

        var audit = await browser.GetAsync("/admin/audit?search=Quinn");
        Assert.Contains("account.roles-changed", audit.Text, StringComparison.Ordinal);
        var admin = await every.Host.SignInAsync(email, password);
        var file = (await admin.GetAsync("/api/v1/admin/audit.csv?search=Quinn")).Is(200).Content;
        // A name that a spreadsheet would take for a formula is kept from being one.
        Assert.Contains(",'=Lee Park,", file, StringComparison.Ordinal);
        Assert.Empty((await admin.GetAsync("/api/v1/admin/audit?search=no-such-thing-was-done")).Is(200).Items);
    }
}
