using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Accounts;

public sealed class TokenTests(EveryTest every)
{
    private const string Tokens = "/api/v1/accounts/tokens";
    private const string NoMatch = "That email and password do not match. After several wrong tries, wait ten minutes before the next.";

    [Fact]
    public async Task A_script_signs_in_and_reads_its_own_profile()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher, "Ana Prado");
        var api = every.Host.Anonymous();
        var tokens = (await api.PostAsync(Tokens, new { email, password })).Is(200);
        Assert.True(tokens.Number("expiresInSeconds") > 0);
        api.Token = tokens.Text("accessToken");
        var me = (await api.GetAsync("/api/v1/me")).Is(200);
        Assert.Equal((email, "Ana Prado", "teacher"), (me.Text("email"), me.Text("name"), me.Json!["roles"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_and_is_good_for_nothing_else()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var api = every.Host.Anonymous();
        var first = (await api.PostAsync(Tokens, new { email, password })).Is(200);
        var second = (await api.PostAsync(Tokens + "/refresh", new { refreshToken = first.Text("refreshToken") })).Is(200);
        api.Token = first.Text("refreshToken");
        (await api.GetAsync("/api/v1/me")).Is(401, "sign-in-needed");
        api.Token = second.Text("accessToken");
        (await api.GetAsync("/api/v1/me")).Is(200);
        var anonymous = every.Host.Anonymous();
        (await anonymous.PostAsync(Tokens + "/refresh", new { refreshToken = second.Text("accessToken") })).Is(401);
        (await anonymous.PostAsync(Tokens + "/refresh", new { refreshToken = "CfDJ8-nonsense" })).Is(401, "sign-in-needed");
    }

    [Fact]
    public async Task An_unknown_email_a_wrong_password_and_a_locked_account_get_the_same_answer()
    {
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        var api = every.Host.Anonymous();
        var wrong = (await api.PostAsync(Tokens, new { email, password = "not-the-password" })).Is(401, "sign-in-failed");
        var unknown = (await api.PostAsync(Tokens, new { email = "nobody@example.test", password = "not-the-password" })).Is(401);
        Assert.Equal(NoMatch, wrong.Text("detail"));
        Assert.Equal((NoMatch, wrong.Code), (unknown.Text("detail"), unknown.Code));

        // Locked by an admin, the right password included.
        var (other, password) = await every.Host.NewAccountAsync(Roles.Student);
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var found = (await admin.GetAsync($"/api/v1/admin/users?search={other}")).Items.Single()!;
        var version = found["version"]!.GetValue<string>();
        (await admin.PatchAsync($"/api/v1/admin/users/{found["id"]}", new { version, locked = true })).Is(200);
        var locked = (await api.PostAsync(Tokens, new { email = other, password })).Is(401);
        Assert.Equal((NoMatch, wrong.Code), (locked.Text("detail"), locked.Code));

        async Task<string> OnThePageAsync(string who, string word)
        {
            var browser = every.Host.Browser();
            await browser.GetAsync("/sign-in");
            var answer = await browser.PostAsync("/accounts/sign-in", ("email", who), ("password", word));
            return (await browser.GetAsync(answer.Location!)).Document.QuerySelector("[role=status], [role=alert]")!.TextContent.Trim();
        }

        var said = await OnThePageAsync("nobody@example.test", "not-the-password");
        Assert.Contains(NoMatch, said, StringComparison.Ordinal);
        Assert.Equal(said, await OnThePageAsync(other, password));
    }

    [Fact]
    public async Task A_token_is_refused_at_the_next_request_once_its_account_is_locked_signed_out_or_has_another_role()
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        foreach (var change in new object?[] { new { locked = true }, new { roles = new[] { "teacher" } }, null })
        {
            var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
            var api = await every.Host.SignInAsync(email, password);
            (await api.GetAsync("/api/v1/me")).Is(200);
            var user = (await admin.GetAsync($"/api/v1/admin/users?search={email}")).Items.Single()!;
            var path = $"/api/v1/admin/users/{user["id"]}";
            if (change is null)
            {
                (await admin.PostAsync(path + "/sign-out")).Is(204);
            }
            else
            {
                var body = System.Text.Json.JsonSerializer.SerializeToNode(change)!;
                body["version"] = user["version"]!.DeepClone();
                (await admin.PatchAsync(path, body)).Is(200);
            }

            (await api.GetAsync("/api/v1/me")).Is(401, "sign-in-needed");
            // Who brings a token that was taken back may still sign in.
            if (change is null)
            {
                (await api.PostAsync(Tokens, new { email, password })).Is(200);
            }
        }
    }

    [Fact]
    public async Task Another_server_refuses_a_token_that_was_taken_back_within_ten_seconds()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        var clock = new MovableClock();
        await using var one = WebHost.Start(database, [], services => services.AddSingleton<TimeProvider>(clock));
        await using var two = WebHost.Start(database, [], services => services.AddSingleton<TimeProvider>(clock));
        one.KeepDatabase();
        two.KeepDatabase();
        var (email, password) = await one.NewAccountAsync(Roles.Student);
        var here = await one.SignInAsync(email, password);
        var there = two.Anonymous();
        there.Token = here.Token;
        (await there.GetAsync("/api/v1/me")).Is(200);
        var admin = await one.NewPersonAsync(Roles.Admin);
        var user = (await admin.GetAsync($"/api/v1/admin/users?search={email}")).Items.Single()!;
        (await admin.PostAsync($"/api/v1/admin/users/{user["id"]}/sign-out")).Is(204);
        (await here.GetAsync("/api/v1/me")).Is(401);
        clock.Move(TimeSpan.FromSeconds(11));
        (await there.GetAsync("/api/v1/me")).Is(401);
    }

    [Fact]
    public async Task Fields_left_out_are_named()
    {
        var answer = (await every.Host.Anonymous().PostAsync(Tokens, new { email = " " })).Is(422, "invalid");
        Assert.Equal("Enter your email.", answer.Json!["errors"]!["email"]![0]!.GetValue<string>());
        Assert.Equal("Enter your password.", answer.Json!["errors"]!["password"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var api = every.Host.Anonymous();
        var sentences = new List<string>();
        for (var tries = 0; tries < 8; tries++)
        {
            sentences.Add((await api.PostAsync(Tokens, new { email, password = "wrong" })).Is(401).Text("detail"));
        }

        Assert.All(sentences, sentence => Assert.Equal(NoMatch, sentence));
        Assert.Equal(NoMatch, (await api.PostAsync(Tokens, new { email, password })).Is(401, "sign-in-failed").Text("detail"));
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_told_to_wait()
    {
        await using var host = await WebHost.StartAsync("SignIn:TriesPerMinute=5");
        var api = host.Anonymous();
        var answers = new List<Answer>();
        for (var tries = 0; tries < 8; tries++)
        {
            answers.Add(await api.PostAsync(Tokens, new { email = "nobody@example.test", password = "wrong" }));
        }

        var refused = answers.Where(a => a.Status != 401).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.NotNull(a.Is(429, "too-many-sign-ins").Headers.RetryAfter));
    }
}
