using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Accounts;

public sealed class TokenTests(EveryTest every)
{
    private const string Tokens = "/api/v1/accounts/tokens";
    private const string NoMatch = "That email and password do not match.";

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
    public async Task An_unknown_email_and_a_wrong_password_get_the_same_answer()
    {
        var (email, _) = await every.Host.NewAccountAsync(Roles.Student);
        var api = every.Host.Anonymous();
        var wrong = (await api.PostAsync(Tokens, new { email, password = "not-the-password" })).Is(401, "sign-in-failed");
        var unknown = (await api.PostAsync(Tokens, new { email = "nobody@example.test", password = "not-the-password" })).Is(401);
        Assert.Equal(NoMatch, wrong.Text("detail"));
        Assert.Equal((NoMatch, wrong.Code), (unknown.Text("detail"), unknown.Code));
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

        Assert.All(sentences.Take(7), sentence => Assert.Equal(NoMatch, sentence));
        var right = (await api.PostAsync(Tokens, new { email, password })).Is(401);
        Assert.Equal("Too many tries. Wait ten minutes, then try again.", right.Text("detail"));
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
