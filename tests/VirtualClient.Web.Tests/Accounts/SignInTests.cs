using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Accounts;

public sealed class SignInTests(EveryTest every)
{
    [Fact]
    public async Task Somebody_sent_to_sign_in_comes_back_to_where_they_wanted_to_go()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        var sent = await browser.GetAsync("/history");
        Assert.StartsWith("/sign-in?ReturnUrl=%2Fhistory", sent.Location, StringComparison.OrdinalIgnoreCase);
        var form = (await browser.GetAsync(sent.Location!)).Document;
        var to = form.QuerySelector("input[name=returnUrl]")!.GetAttribute("value")!;
        var signedIn = await browser.PostAsync("/accounts/sign-in", ("email", email), ("password", password), ("returnUrl", to));
        Assert.Equal("/history", signedIn.Location);
        Assert.Equal(200, (await browser.GetAsync("/history")).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string address)
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.GetAsync("/sign-in");
        var answer = await browser.PostAsync("/accounts/sign-in", ("email", email), ("password", password), ("returnUrl", address));
        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_email_in_its_box_and_says_so()
    {
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.GetAsync("/sign-in");
        var answer = await browser.PostAsync("/accounts/sign-in", ("email", email), ("password", "wrong"));
        var page = await browser.GetAsync(answer.Location!);
        Assert.Contains("That email and password do not match.", page.Text, StringComparison.Ordinal);
        Assert.Equal(email, page.Document.QuerySelector("#email")!.GetAttribute("value"));
        Assert.False(browser.HasCookie("vc-session"));
    }

    [Fact]
    public async Task A_browser_writes_only_with_the_antiforgery_token()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync("/profile");
        Assert.Equal(400, (await browser.ForgeAsync("/accounts/profile", ("theme", "dark"))).Status);
        Assert.Equal(400, (await browser.ForgeAsync("/sign-out")).Status);
        const string dark = """{ "theme": "dark" }""";
        Assert.Equal(400, (await browser.SendJsonAsync(HttpMethod.Patch, "/api/v1/me", dark, antiforgery: false)).Status);
        Assert.Contains("\"system\"", (await browser.GetAsync("/api/v1/me")).Html, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.SendJsonAsync(HttpMethod.Patch, "/api/v1/me", dark, antiforgery: true)).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_and_every_refresh_token()
    {
        await using var host = await WebHost.StartAsync(services =>
            services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero)
        );
        var (email, password) = await host.NewAccountAsync(Roles.Student);
        var script = host.Anonymous();
        var tokens = (await script.PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200);
        var here = host.Browser();
        var elsewhere = host.Browser();
        await here.SignInAsync(email, password);
        await elsewhere.SignInAsync(email, password);
        Assert.Equal(200, (await elsewhere.GetAsync("/history")).Status);

        await here.GetAsync("/profile");
        Assert.Equal("/sign-in", (await here.PostAsync("/accounts/sign-out-everywhere")).Location);

        Assert.Equal(302, (await here.GetAsync("/history")).Status);
        Assert.Equal(302, (await elsewhere.GetAsync("/history")).Status);
        (await script.PostAsync("/api/v1/accounts/tokens/refresh", new { refreshToken = tokens.Text("refreshToken") })).Is(401);
    }
}
