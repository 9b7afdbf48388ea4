using System.Text.RegularExpressions;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Accounts;

public sealed partial class DemoAndFirstAdminTests(EveryTest every)
{
    [Fact]
    public async Task In_demo_mode_one_click_enters_as_each_of_the_demo_people()
    {
        foreach (var account in DemoAccounts.All)
        {
            var browser = every.Host.Browser();
            var page = await browser.GetAsync("/sign-in");
            Assert.NotNull(page.Document.QuerySelector($"button[name=email][value='{account.Email}']"));
            Assert.Equal("/", (await browser.PostAsync("/accounts/demo", ("email", account.Email))).Location);
            Assert.Equal(200, (await browser.GetAsync("/")).Status);
        }
    }

    [Fact]
    public async Task One_click_enters_as_nobody_else()
    {
        var (email, _) = await every.Host.NewAccountAsync("teacher");
        var browser = every.Host.Browser();
        await browser.GetAsync("/sign-in");
        Assert.Equal(404, (await browser.PostAsync("/accounts/demo", ("email", email))).Status);
        Assert.False(browser.HasCookie("vc-session"));
    }

    [Fact]
    public async Task Demo_accounts_left_from_before_are_not_offered_when_demo_mode_is_off()
    {
        await using var host = await WebHost.StartAsync("Installation:Demo=false");
        var browser = host.Browser();
        var page = await browser.GetAsync("/sign-in");
        Assert.DoesNotContain("demo", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (await browser.PostAsync("/accounts/demo", ("email", DemoAccounts.All[0].Email))).Status);
    }

    [Fact]
    public async Task A_fresh_production_server_has_no_demo_people_and_makes_its_first_admin_by_the_printed_code()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var server = await ServerProcess.StartAsync(database.Connection, "Production");
        foreach (var account in DemoAccounts.All)
        {
            var tokens = new { email = account.Email, password = DemoAccounts.Password };
            (await server.Anonymous().PostAsync("/api/v1/accounts/tokens", tokens)).Is(401);
        }

        var code = await CodeOfAsync(server);
        var browser = server.Browser();
        await browser.GetAsync("/first-admin");
        (string, string)[] person = [("name", "Ada Okafor"), ("email", "ada@example.test"), ("password", "a-long-password")];
        Assert.Equal("/first-admin", (await browser.PostAsync("/accounts/first-admin", [("code", "AAAAAAAAAAAA"), .. person])).Location);
        Assert.Contains("That is not the code", (await browser.GetAsync("/first-admin")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await browser.PostAsync("/accounts/first-admin", [("code", code), .. person])).Location);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);

        var late = server.Browser();
        Assert.Contains("This installation has an admin", (await late.GetAsync("/first-admin")).Text, StringComparison.Ordinal);
        await late.GetAsync("/sign-in");
        person[1] = ("email", "late@example.test");
        Assert.Equal("/first-admin", (await late.PostAsync("/accounts/first-admin", [("code", code), .. person])).Location);
        var admin = await server.SignInAsync("ada@example.test", "a-long-password");
        Assert.Equal("admin", (await admin.GetAsync("/api/v1/me")).Json!["roles"]![0]!.GetValue<string>());
        (
            await server.Anonymous().PostAsync("/api/v1/accounts/tokens", new { email = "late@example.test", password = "a-long-password" })
        ).Is(401);
    }

    /// <summary>The code comes on a line after the address; the process may still be writing it.</summary>
    private static async Task<string> CodeOfAsync(ServerProcess server)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (CodeLine().Match(server.Output) is { Success: true } found)
            {
                return found.Groups[1].Value;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The server printed no code: " + server.Output);
    }

    [GeneratedRegex("First admin: open .+/first-admin and enter the code ([A-Z0-9]+)")]
    private static partial Regex CodeLine();
}
