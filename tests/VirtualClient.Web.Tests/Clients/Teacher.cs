using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>A teacher at the API, and the clients they make.</summary>
internal sealed class Teacher(ApiClient api)
{
    public ApiClient Api => api;

    public static async Task<Teacher> NewAsync(WebHost host, string? name = null) => new(await host.NewPersonAsync(Roles.Teacher, name));

    /// <summary>An own draft of the built-in client with this key.</summary>
    public async Task<OwnClient> CopyAsync(string name = "Ray Delgado")
    {
        var templates = (await api.GetAsync("/api/v1/clients/templates")).Is(200);
        var templateId = templates.Items.Single(c => c!["name"]!.GetValue<string>() == name)!["id"]!.GetValue<string>();
        return new OwnClient(api, (await api.PostAsync("/api/v1/clients/from-template", new { templateId })).Is(201).Text("id"));
    }

    /// <summary>An own draft from the basic fields.</summary>
    public async Task<OwnClient> MakeAsync(string name = "Rosa Klein") =>
        new(api, (await api.PostAsync("/api/v1/clients", Basic(name))).Is(201).Text("id"));

    public static JsonObject Basic(string name = "Rosa Klein") =>
        new()
        {
            ["name"] = name,
            ["age"] = 41,
            ["issues"] = new JsonArray("grief_loss", "elder_care"),
            ["traits"] = new JsonArray("reserved", "honest"),
            ["style"] = "brief",
        };

    /// <summary>A student in a section of a teacher.</summary>
    public static async Task<ApiClient> StudentOfAsync(WebHost host, ApiClient teacher)
    {
        var student = await host.NewStudentAsync();
        await using var db = host.OpenDatabase();
        var section = new CourseSection { Name = "Practice I", CreatedAt = DateTimeOffset.UnixEpoch };
        db.Add(section);
        foreach (var (person, role) in new[] { (teacher, SectionRole.Teacher), (student, SectionRole.Student) })
        {
            var id = Guid.Parse((await person.GetAsync("/api/v1/me")).Text("id"));
            db.Add(
                new Enrollment
                {
                    SectionId = section.Id,
                    UserId = id,
                    Role = role,
                    EnrolledAt = DateTimeOffset.UnixEpoch,
                }
            );
        }

        await db.SaveChangesAsync();
        return student;
    }

    /// <summary>A built-in persona as JSON.</summary>
    public static JsonObject BuiltIn(string key) =>
        System
            .Text.Json.JsonSerializer.SerializeToNode(BuiltInClients.All.Single(c => c.Key == key).Persona, SimulationJson.Options)!
            .AsObject();
}

/// <summary>One client of a teacher, as the API has it.</summary>
internal sealed class OwnClient(ApiClient api, string id)
{
    public string Id => id;

    public string Path => $"/api/v1/clients/{id}";

    public async Task<Answer> ReadAsync() => (await api.GetAsync(Path)).Is(200);

    /// <summary>A change based on what is stored now.</summary>
    public async Task<Answer> ChangeAsync(JsonObject fields)
    {
        fields["version"] = (await ReadAsync()).Number("version");
        return await api.PatchAsync(Path, fields);
    }

    public Task<Answer> DoAsync(string verb, object? body = null) => api.PostAsync($"{Path}/{verb}", body);

    public async Task<OwnClient> PublishAsync()
    {
        (await DoAsync("publish", new { notARealPerson = true })).Is(200);
        return this;
    }
}
