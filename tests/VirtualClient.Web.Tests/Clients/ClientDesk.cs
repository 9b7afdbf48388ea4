using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>A teacher with a client of their own, at the API and in a browser without script.</summary>
internal sealed record ClientDesk(WebHost Host, ApiClient Api, BrowserClient Browser, OwnClient Client)
{
    public string PagePath => $"/clients/{Client.Id}";

    public static async Task<ClientDesk> NewAsync(WebHost host, string name = "Ray Delgado")
    {
        var (email, password) = await host.NewAccountAsync(Roles.Teacher);
        var api = await host.SignInAsync(email, password);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        return new ClientDesk(host, api, browser, await new Teacher(api).CopyAsync(name));
    }

    public Task<Page> EditorAsync() => Browser.GetAsync(PagePath);

    /// <summary>Presses the button of a form that the page offers; fails where the page has no such form.</summary>
    public async Task<Page> PressAsync(string page, string action)
    {
        var form = (await Browser.GetAsync(page)).Document.QuerySelector($"form[method=post][action='{action}']");
        Assert.True(form is not null, $"{page} has no form for {action}");
        var fields = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => (input.GetAttribute("name") ?? "", input.GetAttribute("value") ?? ""))
            .Where(field => !field.Item1.StartsWith('_'));
        return await Browser.PostAsync(action, [.. fields]);
    }
}
