using VirtualClient.Web.Tests.Clients;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Rubrics;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>A client and a rubric that an assignment uses stay, and whoever wants to delete them is told which one it is.</summary>
public sealed class HeldByAssignmentTests(EveryTest every)
{
    private sealed record Held(ClientDesk Desk, Classroom Room, Answer Rubric, Work Work)
    {
        public async Task<Work> UsedInAsync(string title)
        {
            var work = await Work.InAsync(Room, new { title });
            await UseAsync(work);
            return work;
        }

        public async Task UseAsync(Work work) =>
            (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = Desk.Client.Id, rubricId = Rubric.Text("id") })).Is(201);
    }

    private async Task<Held> HeldAsync()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        await desk.Client.PublishAsync();
        var section = (await desk.Api.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var room = new Classroom(every.Host, desk.Api, section);
        var held = new Held(desk, room, await desk.Api.CreateAsync(), await Work.InAsync(room, new { title = "First meeting" }));
        await held.UseAsync(held.Work);
        return held;
    }

    [Fact]
    public async Task A_client_of_an_assignment_is_not_deleted_and_the_refusal_names_the_assignments()
    {
        var held = await HeldAsync();
        var (api, client) = (held.Desk.Api, held.Desk.Client);
        var refused = (await api.DeleteAsync(client.Path)).Is(409, "client-in-use");
        Assert.Contains("1 assignment: First meeting.", refused.Text("detail"), StringComparison.Ordinal);
        var use = Assert.Single(refused.Json!["uses"]!.AsArray())!;
        Assert.Equal(("assignments", 1), (use["kind"]!.GetValue<string>(), use["count"]!.GetValue<int>()));

        var second = await held.UsedInAsync("Another meeting");
        Assert.Contains(
            "2 assignments: Another meeting, First meeting.",
            (await api.DeleteAsync(client.Path)).Is(409, "client-in-use").Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Equal("/clients", (await held.Desk.PressAsync(held.Desk.PagePath, held.Desk.PagePath + "/delete")).Location);
        Assert.Contains("First meeting", (await held.Desk.Browser.GetAsync("/clients")).Text, StringComparison.Ordinal);
        Assert.Equal("published", (await client.ReadAsync()).Text("status"));

        // What no longer uses it holds it no longer.
        (await api.DeleteAsync(second.Path)).Is(204);
        (await api.DeleteAsync(held.Work.Path)).Is(204);
        (await api.DeleteAsync(client.Path)).Is(204);
        (await api.GetAsync(client.Path)).Is(404);
    }

    [Fact]
    public async Task A_rubric_of_an_assignment_is_not_deleted_and_the_refusal_names_the_assignments()
    {
        var held = await HeldAsync();
        var api = held.Desk.Api;
        var refused = (await api.DeleteAsync(held.Rubric.At())).Is(409, "rubric-in-use");
        Assert.Contains("1 assignment: First meeting.", refused.Text("detail"), StringComparison.Ordinal);
        var use = Assert.Single(refused.Json!["uses"]!.AsArray())!;
        Assert.Equal(("assignments", 1), (use["kind"]!.GetValue<string>(), use["count"]!.GetValue<int>()));

        var page = $"/rubrics/{held.Rubric.Text("id")}";
        var answer = await held.Desk.PressAsync(page, page + "/delete");
        Assert.Contains("First meeting", (await held.Desk.Browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        (await api.GetAsync(held.Rubric.At())).Is(200);

        (await api.DeleteAsync(held.Work.Path)).Is(204);
        (await api.DeleteAsync(held.Rubric.At())).Is(204);
        (await api.GetAsync(held.Rubric.At())).Is(404);
    }
}
