using System.Text;
using System.Text.Json;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

/// <summary>Five people, and a good request for each route: what comes back is decided by who asks.</summary>
internal sealed class Callers
{
    private readonly WebHost host;
    private readonly List<(string Email, string Password)?> accounts;
    private readonly string clientId;
    private readonly Dictionary<string, ApiClient> scripts = [];
    private readonly Dictionary<string, BrowserClient> readers = [];

    private Callers(WebHost host, List<(string, string)?> accounts, string clientId)
    {
        this.host = host;
        this.accounts = accounts;
        this.clientId = clientId;
    }

    public static async Task<Callers> MakeAsync(WebHost host)
    {
        List<(string, string)?> accounts = [null];
        foreach (var role in new[] { Roles.Student, Roles.Student, Roles.Teacher, Roles.Admin })
        {
            accounts.Add(await host.NewAccountAsync(role));
        }

        var library = await (await host.NewStudentAsync()).GetAsync("/api/v1/student/clients");
        return new Callers(host, accounts, library.Items[0]!["id"]!.GetValue<string>());
    }

    /// <summary>Asks as everybody, as the student last, because what they may do may end what the others ask for.</summary>
    public async Task<string[]> AskAsync(Route route)
    {
        if (route.IsConversation)
        {
            accounts[1] = await host.NewAccountAsync(Roles.Student);
        }

        var (conversation, reply) = route.IsConversation ? await ConversationAsync() : ("", "");
        var (section, person) = route.IsSection || route.IsAssignment ? await SectionAsync() : ("", "");
        var assignment = route.IsAssignment ? await AssignmentAsync(section) : "";
        var path = route
            .Pattern.Replace("/conversations/{id:guid}", "/conversations/" + conversation)
            .Replace("/sections/{id:guid}", "/sections/" + section)
            .Replace("/assignments/{id:guid}", "/assignments/" + assignment)
            .Replace("{userId:guid}", person)
            .Replace("{studentId:guid}", person)
            .Replace("{clientId:guid}", clientId)
            .Replace("{jobId:guid}", Guid.Empty.ToString())
            .Replace("{id:guid}", clientId)
            .Replace("{replyId:guid}", reply, StringComparison.OrdinalIgnoreCase)
            .Replace("{principleId:guid}", clientId)
            .Replace("{commentId:guid}", clientId)
            .Replace("{key}", "empathy")
            .Replace("{documentName}", "v1")
            .Replace("{screen}", "library")
            .Replace("{number:int}", "1")
            .Replace("{**path}", "v1/nothing-like-this");
        var answers = new string[accounts.Count];
        foreach (var who in new[] { 0, 2, 3, 4, 1 })
        {
            answers[who] = route.IsApi
                ? await AskApiAsync(route, path, accounts[who])
                : await AskPageAsync(route, path, accounts[who], reply);
        }

        return answers;
    }

    private async Task<(string Conversation, string Reply)> ConversationAsync()
    {
        var talk = await Talk.StartAsync(await ScriptAsync(accounts[1]));
        return (talk.Id, (await talk.SayAsync(Talk.Lines[0])).Data["replyId"]!.GetValue<string>());
    }

    /// <summary>A section of the teacher's, with the student in it.</summary>
    private async Task<(string Section, string Person)> SectionAsync()
    {
        var teacher = await ScriptAsync(accounts[3]);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var student = await teacher.PostAsync($"/api/v1/sections/{section}/enrollments", new { email = accounts[1]!.Value.Email });
        return (section, student.Is(201).Text("userId"));
    }

    /// <summary>A published assignment of that section.</summary>
    private async Task<string> AssignmentAsync(string section)
    {
        var teacher = await ScriptAsync(accounts[3]);
        var made = (await teacher.PostAsync($"/api/v1/sections/{section}/assignments", new { title = "First meeting" })).Is(201).Text("id");
        (await teacher.PostAsync($"/api/v1/assignments/{made}/clients", new { clientId })).Is(201);
        (await teacher.PostAsync($"/api/v1/assignments/{made}/publish")).Is(200);
        return made;
    }

    private async Task<string> AskApiAsync(Route route, string path, (string Email, string Password)? account)
    {
        var api = await ScriptAsync(account);
        if (path.EndsWith("/events", StringComparison.Ordinal))
        {
            return Class(await api.StatusAsync(path), null);
        }

        var method = route.Method == "ANY" ? HttpMethod.Get : new HttpMethod(route.Method);
        var json = JsonSerializer.Serialize(Body(path));
        json = path.EndsWith("/import", StringComparison.Ordinal) ? "email\nsomebody@school.example" : json;
        var content = method == HttpMethod.Get ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return Class((await api.SendAsync(method, path, content)).Status, null);
    }

    private async Task<string> AskPageAsync(Route route, string path, (string Email, string Password)? account, string reply)
    {
        if (route.Method == "GET" && readers.TryGetValue(account?.Email ?? "", out var reader))
        {
            var read = await reader.GetAsync(path);
            return Class(read.Status, read.Location);
        }

        // Each form in a browser of its own: some of them sign out.
        var browser = host.Browser();
        await browser.GetAsync("/sign-in");
        if (account is { } known)
        {
            await browser.SignInAsync(known.Email, known.Password);
            await browser.GetAsync("/profile");
        }

        if (route.Method == "GET")
        {
            readers[account?.Email ?? ""] = browser;
        }

        if (account is not null && path.EndsWith("/sign-out-everywhere", StringComparison.Ordinal))
        {
            scripts.Remove(account.Value.Email);
        }

        var page = route.Method == "GET" ? await browser.GetAsync(path) : await browser.PostAsync(path, Fields(reply));
        return Class(page.Status, page.Location);
    }

    private async Task<ApiClient> ScriptAsync((string Email, string Password)? account)
    {
        if (account is not { } known)
        {
            return host.Anonymous();
        }

        return scripts.TryGetValue(known.Email, out var script)
            ? script
            : scripts[known.Email] = await host.SignInAsync(known.Email, known.Password);
    }

    /// <summary>One body with the fields of every input: each reads its own.</summary>
    private object Body(string path) =>
        path switch
        {
            _ when path.EndsWith("/tokens", StringComparison.Ordinal) => new { email = "" },
            _ when path.EndsWith("/refresh", StringComparison.Ordinal) => new { refreshToken = "none" },
            _ when path.Contains("/assignments", StringComparison.Ordinal) => new
            {
                clientId,
                items = new[] { new { clientId } },
                title = "First meeting",
                position = 0,
                version = 1,
                reason = "A test of who may.",
            },
            _ => new
            {
                clientId,
                templateId = clientId,
                clientMessageId = Guid.CreateVersion7(),
                text = Talk.Lines[1],
                notes = "Ask about Tuesday.",
                version = 1,
                theme = "dark",
                reason = "A test of who may.",
                name = "Seminar",
                email = "somebody@school.example",
                code = "AAAAAAAA",
                scribe = true,
                kind = "kudos",
                on = true,
                revision = 0,
                fields = new { name = new[] { "Nobody" } },
            },
        };

    private (string, string)[] Fields(string reply) =>
        [
            ("clientId", clientId),
            ("messageId", Guid.CreateVersion7().ToString()),
            ("text", Talk.Lines[1]),
            ("notes", "Ask about Tuesday."),
            ("version", "1"),
            ("replyId", reply),
            ("hide", "true"),
            ("kind", "kudos"),
            ("critiqueId", clientId),
            ("principleId", clientId),
            ("on", "true"),
            ("instead", "none"),
            ("theme", "dark"),
            ("name", "Seminar"),
            ("archived", "true"),
            ("title", "First meeting"),
            ("publish", "true"),
            ("studentId", Guid.Empty.ToString()),
            ("emails", "somebody@school.example"),
            ("code", "AAAAAAAA"),
            ("email", DemoAccounts.All[0].Email),
        ];

    private static string Class(int status, string? location) =>
        status switch
        {
            >= 200 and < 300 => "ok",
            302 => location!.StartsWith("/sign-in?ReturnUrl", StringComparison.Ordinal) ? "in" : "go",
            _ => status.ToString(),
        };
}
