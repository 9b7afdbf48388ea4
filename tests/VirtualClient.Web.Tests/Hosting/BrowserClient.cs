using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>A browser without script: keeps cookies, reads pages, sends forms with their antiforgery token. Follows no redirect by itself.</summary>
internal sealed class BrowserClient(Uri address)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(100),
    };

    private readonly Dictionary<string, string> cookies = [];
    private string token = "";

    /// <summary>Counts the round trips of the following requests under this name.</summary>
    public string? Count { get; set; }

    public bool HasCookie(string name) => cookies.ContainsKey(name);

    public async Task<Page> GetAsync(string path)
    {
        var page = await SendAsync(HttpMethod.Get, path, null);
        token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? token;
        return page;
    }

    /// <summary>Sends a form of the page that was read last.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form([.. fields, ("__RequestVerificationToken", token)]));

    /// <summary>Sends a form with a file.</summary>
    public Task<Page> PostFileAsync(string path, string field, string fileName, string text) =>
        SendAsync(
            HttpMethod.Post,
            path,
            new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent(text), field, fileName },
            }
        );

    /// <summary>As another site's page would make this browser send it.</summary>
    public Task<Page> ForgeAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form(fields));

    /// <summary>As a script of our page sends it, or, without the header, as somebody else's would.</summary>
    public Task<Page> SendJsonAsync(HttpMethod method, string path, string json, bool antiforgery) =>
        SendAsync(method, path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), antiforgery ? token : null);

    public async Task SignInAsync(string email, string password)
    {
        await GetAsync("/sign-in");
        var answer = await PostAsync("/accounts/sign-in", ("email", email), ("password", password));
        Assert.Equal(("/", true), (answer.Location, HasCookie("vc-session")));
    }

    private async Task<Page> SendAsync(HttpMethod method, string path, HttpContent? content, string? header = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        if (header is not null)
        {
            request.Headers.Add("X-Antiforgery", header);
        }

        if (Count is not null)
        {
            request.Headers.Add(RoundTrips.Header, Count);
        }

        using var response = await Http.SendAsync(request);
        Keep(response);
        var html = await response.Content.ReadAsStringAsync();
        var location = response.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : null;
        return new Page((int)response.StatusCode, location, html, new HtmlParser().ParseDocument(html));
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            return;
        }

        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                cookies.Remove(pair[0]);
            }
            else
            {
                cookies[pair[0]] = pair[1];
            }
        }
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}

internal sealed record Page(int Status, string? Location, string Html, IDocument Document)
{
    /// <summary>What a person reads.</summary>
    public string Text => Document.Body?.TextContent ?? "";
}
