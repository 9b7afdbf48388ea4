using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

/// <summary>How often the database is asked: at most 4 times for a send and 6 times for a page.</summary>
public sealed class RoundTripTests(EveryTest every)
{
    private static readonly string[] AdminPages =
    [
        "/",
        "/admin",
        "/admin/health",
        "/admin/problems",
        "/admin/spending",
        "/admin/spending/budgets",
        "/admin/spending/prices",
        "/admin/spending/projection",
        "/admin/people",
        "/admin/audit",
        "/admin/settings",
    ];

    [Fact]
    public async Task A_send_asks_the_database_at_most_four_times()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        talk.Api.Count = "a send";
        var sent = await talk.SendAsync(Talk.Lines[1]);
        talk.Api.Count = null;
        await talk.ReadAsync(sent);
        Expect("a send", 4);
    }

    [Fact]
    public async Task No_page_asks_the_database_more_than_six_times()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var talk = await Talk.StartAsync(student, 1);
        await talk.SayAsync(Talk.Lines[0]);
        var clientId = (await student.GetAsync(talk.Path)).Text("clientId");
        string[] pages =
        [
            "/",
            "/practice",
            $"/practice/{clientId}",
            $"/conversations/{talk.Id}",
            $"/conversations/{talk.Id}/record",
            "/history",
            "/profile",
        ];
        await ReadAsync((email, password), pages);
        await talk.EndAsync();
        (await student.PutAsync(talk.Path + "/own-view", new { wants = "Rest." })).Is(204);
        await ReadAsync((email, password), [$"/conversations/{talk.Id}/debrief", "/progress", "/history?q=a"]);
        var teacher = await every.Host.NewAccountAsync(Roles.Teacher);
        var own = await new Clients.Teacher(await every.Host.SignInAsync(teacher.Email, teacher.Password)).CopyAsync();
        string[] clients =
        [
            "/clients",
            "/clients?shelf=shared",
            $"/clients/{own.Id}",
            $"/clients/{own.Id}/check",
            $"/clients/{own.Id}/versions",
        ];
        await ReadAsync(teacher, ["/", "/tests", "/rubrics", $"/clients/{clientId}", .. clients]);
        await ReadAsync(await every.Host.NewAccountAsync(Roles.Admin), AdminPages);
    }

    [Fact]
    public async Task No_page_of_a_test_asks_the_database_more_than_six_times()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var client = await TestTalk.OwnClientAsync(teacher);
        (await teacher.PostAsync($"/api/v1/clients/{client}/principles", new { text = "Be brief." })).Is(201);
        var test = await TestTalk.StartAsync(teacher, clientId: client);
        var reply = (await test.SayAsync(Talk.Lines[0])).Data["replyId"];
        string[] pages =
        [
            "/tests",
            $"/tests/{test.Id}",
            $"/tests/compare?test={test.Id}&test={test.Id}",
            $"/conversations/{test.Id}",
            $"/conversations/{test.Id}/test-panel",
            $"/conversations/{test.Id}/test-settings",
            $"/conversations/{test.Id}/replies/{reply}/critique",
        ];
        await ReadAsync((email, password), pages);
    }

    [Fact]
    public async Task Pages_of_a_class_stay_within_six_however_many_are_in_it()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var clients = (await teacher.GetAsync("/api/v1/clients/templates")).Items;
        var people = new List<(string Email, string Password)>();
        for (var i = 0; i < 4; i++)
        {
            people.Add(await every.Host.NewAccountAsync(Roles.Student));
            (await teacher.PostAsync($"/api/v1/sections/{section}/enrollments", new { email = people[i].Email })).Is(201);
            var made = await teacher.PostAsync($"/api/v1/sections/{section}/assignments", new { title = $"Meeting {i}" });
            var path = "/api/v1/assignments/" + made.Is(201).Text("id");
            (await teacher.PostAsync(path + "/clients", new { clientId = clients[i]!["id"]!.GetValue<string>() })).Is(201);
            (await teacher.PostAsync(path + "/publish")).Is(200);
        }

        var assignment = (await teacher.GetAsync("/api/v1/assignments")).Items[0]!["id"]!.GetValue<string>();
        string[] pages = ["/sections", $"/sections/{section}", $"/sections/{section}/roster", $"/teaching/assignments/{assignment}"];
        await ReadAsync((email, password), pages);
        var student = await every.Host.SignInAsync(people[0].Email, people[0].Password);
        await Talk.StartAsync(student, 1);
        await ReadAsync(people[0], ["/", "/assignments", $"/assignments/{assignment}"]);
    }

    private async Task ReadAsync((string Email, string Password) person, string[] pages)
    {
        var browser = every.Host.Browser();
        await browser.SignInAsync(person.Email, person.Password);
        foreach (var path in pages)
        {
            browser.Count = $"{path} for {person.Email}";
            Assert.Equal(200, (await browser.GetAsync(path)).Status);
            Expect(browser.Count, 6, least: path == "/profile" ? 1 : 0);
        }
    }

    private void Expect(string name, int most, int least = 1)
    {
        var commands = every.Host.RoundTrips.Of(name);
        Assert.True(commands.Count <= most, $"{commands.Count} round trips for {name}:\n" + string.Join("\n\n", commands));
        Assert.True(commands.Count >= least, $"nothing was counted for {name}");
    }
}
