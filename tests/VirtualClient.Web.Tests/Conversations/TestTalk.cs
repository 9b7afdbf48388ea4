using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>A teacher's test as a script holds it.</summary>
internal static class TestTalk
{
    /// <summary>Begins a test with the n-th built-in client, or with one by id.</summary>
    public static async Task<Talk> StartAsync(ApiClient teacher, int client = 0, string? clientId = null, object? settings = null)
    {
        clientId ??= await ClientAsync(teacher, client);
        var (route, prompt) = settings as (string?, string?)? ?? (null, null);
        var body = new
        {
            clientId,
            test = true,
            modelRoute = route,
            promptOverride = prompt,
        };
        return new Talk(teacher, (await teacher.PostAsync("/api/v1/conversations", body)).Is(201).Text("id"));
    }

    public static async Task<string> ClientAsync(ApiClient teacher, int client = 0) =>
        (await teacher.GetAsync("/api/v1/clients/templates")).Is(200).Items[client]!["id"]!.GetValue<string>();

    /// <summary>A copy of a built-in client, the teacher's own.</summary>
    public static async Task<string> OwnClientAsync(ApiClient teacher, int client = 0) =>
        (await teacher.PostAsync("/api/v1/clients/from-template", new { templateId = await ClientAsync(teacher, client) }))
            .Is(201)
            .Text("id");
}
