using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

public sealed class NotYoursTests(EveryTest every)
{
    [Fact]
    public async Task A_conversation_of_somebody_else_looks_like_one_that_is_not_there()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var nobodys = await browser.GetAsync($"/conversations/{Guid.CreateVersion7()}");
        var theirs = await browser.GetAsync($"/conversations/{talk.Id}");
        var nowhere = await browser.GetAsync("/nothing-like-this");
        Assert.All([nobodys, theirs, nowhere], page => Assert.Equal(404, page.Status));
        Assert.All([nobodys, theirs, nowhere], page => Assert.Contains("We could not find that page", page.Text, StringComparison.Ordinal));
        Assert.Equal(nobodys.Document.QuerySelector("main")!.InnerHtml, theirs.Document.QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task The_api_answers_the_same_for_what_is_not_there_and_what_is_not_yours()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var other = await every.Host.NewStudentAsync();
        var theirs = (await other.GetAsync(talk.Path)).Is(404, "not-found");
        var nobodys = (await other.GetAsync($"/api/v1/conversations/{Guid.CreateVersion7()}")).Is(404, "not-found");
        Assert.Equal(nobodys.Text("detail"), theirs.Text("detail"));
    }

    [Fact]
    public async Task A_teachers_own_client_is_nobody_elses()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var template = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var mine = (await teacher.PostAsync("/api/v1/clients/from-template", new { templateId = template })).Is(201).Text("id");
        (await teacher.GetAsync($"/api/v1/clients/{mine}")).Is(200);
        Assert.Contains((await teacher.GetAsync("/api/v1/clients")).Items, c => c!["id"]!.GetValue<string>() == mine);
        (await teacher.PostAsync("/api/v1/conversations", new { clientId = mine, test = true })).Is(201);

        var colleague = await every.Host.NewPersonAsync(Roles.Teacher);
        (await colleague.GetAsync($"/api/v1/clients/{mine}")).Is(404);
        Assert.Empty((await colleague.GetAsync("/api/v1/clients")).Items);
        (await colleague.PostAsync("/api/v1/conversations", new { clientId = mine, test = true })).Is(404);
        var student = await every.Host.NewStudentAsync();
        (await student.PostAsync("/api/v1/conversations", new { clientId = mine })).Is(404);
    }

    [Fact]
    public async Task An_address_or_a_method_that_the_api_does_not_have_is_a_problem_with_a_code()
    {
        var student = await every.Host.NewStudentAsync();
        (await student.GetAsync("/api/v1/nothing-like-this")).Is(404, "not-found");
        (await every.Host.Anonymous().GetAsync("/api/v1/nothing-like-this")).Is(401, "sign-in-needed");
        (await student.PutAsync("/api/v1/me", new { theme = "dark" })).Is(405, "method");
    }

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_a_browser_from_guessing()
    {
        var api = every.Host.Anonymous();
        var student = await every.Host.NewStudentAsync();
        Answer[] answers =
        [
            await api.GetAsync("/sign-in"),
            await api.GetAsync("/api/v1/me"),
            await student.GetAsync($"/api/v1/conversations/{Guid.CreateVersion7()}"),
        ];
        foreach (var answer in answers)
        {
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }
}
