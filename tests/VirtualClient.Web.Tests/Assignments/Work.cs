using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>A section with an assignment, made for one test.</summary>
internal sealed record Work(Classroom Room, string Id)
{
    public ApiClient Teacher => Room.Teacher;

    public string Path => $"/api/v1/assignments/{Id}";

    public static async Task<Work> DraftAsync(WebHost host, object? assignment = null)
    {
        var room = await Classroom.MakeAsync(host);
        return await InAsync(room, assignment);
    }

    public static async Task<Work> InAsync(Classroom room, object? assignment = null)
    {
        var made = (await room.Teacher.PostAsync(room.Path + "/assignments", assignment ?? new { title = "First meeting" })).Is(201);
        return new Work(room, made.Text("id"));
    }

    /// <summary>With the n-th built-in client, published.</summary>
    public static async Task<Work> PublishedAsync(WebHost host, object? assignment = null, int clients = 1)
    {
        var work = await DraftAsync(host, assignment);
        foreach (var client in (await work.ClientsAsync()).Take(clients))
        {
            (await work.Teacher.PostAsync(work.Path + "/clients", new { clientId = client })).Is(201);
        }

        (await work.Teacher.PostAsync(work.Path + "/publish")).Is(200);
        return work;
    }

    public async Task<List<string>> ClientsAsync() =>
        [.. (await Teacher.GetAsync("/api/v1/clients/templates")).Is(200).Items.Select(c => c!["id"]!.GetValue<string>())];

    public async Task<string> RubricAsync() =>
        (await Teacher.GetAsync("/api/v1/rubrics/templates")).Is(200).Items[0]!["id"]!.GetValue<string>();

    public async Task<int> VersionAsync() => (await Teacher.GetAsync(Path)).Is(200).Number("version");

    public async Task<Answer> ChangeAsync(Func<int, object> change) => await Teacher.PatchAsync(Path, change(await VersionAsync()));

    /// <summary>As this student sees it.</summary>
    public async Task<JsonNode> SeenByAsync(ApiClient student) =>
        (await student.GetAsync($"/api/v1/student/assignments/{Id}")).Is(200).Json!;

    public async Task<Answer> BeginAsync(ApiClient student, int client = 0)
    {
        var seen = await SeenByAsync(student);
        var clientId = seen["clients"]![client]!["client"]!["id"]!.GetValue<string>();
        return await student.PostAsync("/api/v1/conversations", new { assignmentId = Id, clientId });
    }
}
