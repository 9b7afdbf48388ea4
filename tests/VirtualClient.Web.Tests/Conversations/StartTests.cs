using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

public sealed class StartTests(EveryTest every)
{
    [Fact]
    public async Task Starting_again_resumes_until_the_conversation_is_ended()
    {
        var student = await every.Host.NewStudentAsync();
        var talk = await Talk.StartAsync(student);
        var first = (await student.GetAsync(talk.Path)).Is(200);
        var clientId = first.Text("clientId");
        Assert.Equal(talk.Id, (await student.PostAsync("/api/v1/conversations", new { clientId })).Is(200).Text("id"));
        await talk.EndAsync();
        Assert.NotEqual(talk.Id, (await student.PostAsync("/api/v1/conversations", new { clientId })).Is(201).Text("id"));
    }

    [Fact]
    public async Task Two_clicks_in_the_same_moment_make_one_conversation()
    {
        var student = await every.Host.NewStudentAsync();
        var clients = await student.GetAsync("/api/v1/student/clients");
        var clientId = clients.Items[1]!["id"]!.GetValue<string>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => student.PostAsync("/api/v1/conversations", new { clientId })));
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 201, answer.Content));
        Assert.Single(answers.Select(answer => answer.Text("id")).Distinct());
        Assert.Single(answers, answer => answer.Status == 201);
    }

    [Fact]
    public async Task The_client_speaks_first_in_the_words_of_the_persona()
    {
        var student = await every.Host.NewStudentAsync();
        for (var client = 0; client < BuiltInClients.All.Count; client++)
        {
            var talk = await Talk.StartAsync(student, client);
            var opening = Assert.Single(await talk.MessagesAsync());
            var name = (await student.GetAsync(talk.Path)).Text("clientName");
            var persona = BuiltInClients.All.Single(c => c.Persona.Name == name).Persona;
            Assert.Equal(("client", "complete"), (opening["speaker"]!.GetValue<string>(), opening["status"]!.GetValue<string>()));
            Assert.Equal(persona.OpeningLine, opening["text"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Only_a_teachers_test_chooses_the_model_and_only_teachers_test()
    {
        var student = await every.Host.NewStudentAsync();
        var clientId = (await student.GetAsync("/api/v1/student/clients")).Items[0]!["id"]!.GetValue<string>();
        (await student.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(403, "wrong-role");
        (await student.PostAsync("/api/v1/conversations", new { clientId, modelRoute = "other" })).Is(403, "wrong-role");
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        (await teacher.PostAsync("/api/v1/conversations", new { clientId })).Is(403, "wrong-role");
        var test = (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(201);
        Assert.True(test.Json!["test"]!.GetValue<bool>());
        Assert.NotNull(test.Json["tokens"]);
    }

    [Fact]
    public async Task A_client_that_is_not_there_cannot_be_met()
    {
        var student = await every.Host.NewStudentAsync();
        (await student.PostAsync("/api/v1/conversations", new { clientId = Guid.CreateVersion7() })).Is(404, "not-found");
        (await student.PostAsync("/api/v1/conversations", new { })).Is(422, "invalid");
        (await student.PostAsync("/api/v1/conversations", new { clientId = "five" })).Is(400, "malformed");
    }

    [Fact]
    public async Task The_library_is_searched_by_words_issue_and_difficulty()
    {
        var student = await every.Host.NewStudentAsync();
        var all = (await student.GetAsync("/api/v1/student/clients")).Is(200).Items;
        Assert.Equal(BuiltInClients.All.Count, all.Count);
        var hard = (await student.GetAsync("/api/v1/student/clients?difficulty=hard")).Is(200).Items;
        Assert.Equal(all.Count(c => c!["difficulty"]!.GetValue<string>() == "hard"), hard.Count);
        var name = all[3]!["name"]!.GetValue<string>();
        var found = (await student.GetAsync("/api/v1/student/clients?search=" + Uri.EscapeDataString(name))).Is(200).Items;
        Assert.Equal(name, Assert.Single(found)!["name"]!.GetValue<string>());
        Assert.Empty((await student.GetAsync("/api/v1/student/clients?search=nobodyatall")).Items);
        var housing = (await student.GetAsync("/api/v1/student/clients?issue=housing_insecurity")).Is(200).Items;
        Assert.NotEmpty(housing);
        Assert.All(housing, c => Assert.Contains("housing_insecurity", c!["issues"]!.AsArray().Select(i => i!.GetValue<string>())));
        (await student.GetAsync("/api/v1/student/clients?issue=weather")).Is(400, "bad-filter");
    }
}
