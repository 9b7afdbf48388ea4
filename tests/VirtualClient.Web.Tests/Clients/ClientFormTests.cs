using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>The buttons beside the editor are forms: each does its work without script, and the next page says so.</summary>
public sealed class ClientFormTests(EveryTest every)
{
    [Fact]
    public async Task A_client_is_shared_and_no_longer_shared()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var colleague = await Teacher.NewAsync(every.Host);
        (await colleague.Api.GetAsync(desk.Client.Path)).Is(404);
        await DoAsync(desk, "share", desk.PagePath, "Other teachers here can see and copy this client.");
        (await colleague.Api.GetAsync(desk.Client.Path)).Is(200);
        Assert.Contains("Stop sharing", (await desk.EditorAsync()).Text, StringComparison.Ordinal);
        await DoAsync(desk, "share", desk.PagePath, "Only you see this client now.");
        (await colleague.Api.GetAsync(desk.Client.Path)).Is(404);
        Assert.Contains("Share with colleagues", (await desk.EditorAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_archived_and_restored()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        await desk.Client.PublishAsync();
        await DoAsync(desk, "archive", "/clients", "Ray Delgado is archived.");
        Assert.Equal("archived", (await desk.Client.ReadAsync()).Text("status"));
        Assert.DoesNotContain(desk.PagePath, (await desk.Browser.GetAsync("/clients")).Html, StringComparison.Ordinal);
        Assert.Contains(desk.PagePath, (await desk.Browser.GetAsync("/clients?state=archived")).Html, StringComparison.Ordinal);
        var archived = (await desk.EditorAsync()).Document;
        Assert.Contains("This client is archived", archived.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(archived.QuerySelector($"form[action='{desk.PagePath}/archive']"));

        await DoAsync(desk, "restore", desk.PagePath, "Ray Delgado is back.");
        Assert.Equal("published", (await desk.Client.ReadAsync()).Text("status"));
        Assert.Contains(desk.PagePath, (await desk.Browser.GetAsync("/clients")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_nobody_met_is_deleted_and_one_that_somebody_met_is_not()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        (await desk.Api.PostAsync("/api/v1/conversations", new { clientId = desk.Client.Id, test = true })).Is(201);
        await DoAsync(desk, "delete", "/clients", "Ray Delgado is in use: 1 conversation, 1 under way. Archive this client instead.");
        await desk.Client.ReadAsync();

        var unused = desk with { Client = await new Teacher(desk.Api).MakeAsync() };
        await DoAsync(unused, "delete", "/clients", "The client is deleted.");
        (await desk.Api.GetAsync(unused.Client.Path)).Is(404);
        Assert.Equal(404, (await unused.EditorAsync()).Status);
    }

    [Fact]
    public async Task A_copy_is_made_of_a_client()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var to = (await desk.PressAsync(desk.PagePath, desk.PagePath + "/duplicate")).Location!;
        Assert.NotEqual(desk.PagePath, to);
        Assert.Contains("This is your own copy of", (await desk.Browser.GetAsync(to)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Api.GetAsync("/api/v1/clients")).Is(200).Items.Count);
    }

    [Fact]
    public async Task An_earlier_version_is_brought_back_as_a_new_one()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var first = (await desk.Client.ReadAsync()).Json!["persona"]!.ToJsonString();
        (await desk.Client.ChangeAsync(new JsonObject { ["age"] = 33, ["wish"] = "To be asked first." })).Is(200);
        var versions = desk.PagePath + "/versions";
        var page = (await desk.Browser.GetAsync(versions)).Document;
        Assert.Null(page.QuerySelector($"form[action='{versions}/2/restore']"));

        var back = await desk.PressAsync(versions, $"{versions}/1/restore");
        Assert.Equal(desk.PagePath, back.Location);
        Assert.Contains("Version 1 is back, as a new version.", (await desk.EditorAsync()).Text, StringComparison.Ordinal);
        var now = await desk.Client.ReadAsync();
        Assert.Equal((3, first), (now.Number("version"), now.Json!["persona"]!.ToJsonString()));
        Assert.Equal("57", (await desk.EditorAsync()).Document.QuerySelector("[name=age]")!.GetAttribute("value"));
        var articles = (await desk.Browser.GetAsync(versions)).Document.QuerySelectorAll("article.version");
        Assert.Equal(3, articles.Length);
        Assert.Contains("an earlier one brought back", articles[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forms_of_somebody_elses_client_do_nothing()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var other = await ClientDesk.NewAsync(every.Host);
        (await desk.Client.ChangeAsync(new JsonObject { ["age"] = 33 })).Is(200);
        await other.EditorAsync();
        var before = (await desk.Client.ReadAsync()).Content;
        foreach (var verb in new[] { "share", "archive", "restore", "delete", "publish", "duplicate", "versions/1/restore" })
        {
            Assert.Equal(404, (await other.Browser.PostAsync($"{desk.PagePath}/{verb}", ("shared", "true"))).Status);
        }

        Assert.Equal(before, (await desk.Client.ReadAsync()).Content);
    }

    /// <summary>Presses a button of the editor and reads where it leads.</summary>
    private static async Task DoAsync(ClientDesk desk, string verb, string to, string sentence)
    {
        var answer = await desk.PressAsync(desk.PagePath, $"{desk.PagePath}/{verb}");
        Assert.Equal((302, to), (answer.Status, answer.Location));
        Assert.Contains(sentence, (await desk.Browser.GetAsync(to)).Text, StringComparison.Ordinal);
    }
}
