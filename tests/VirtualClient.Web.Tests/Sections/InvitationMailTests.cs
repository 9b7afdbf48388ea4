using System.Text;
using System.Text.RegularExpressions;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

/// <summary>With a mail server set, whoever is invited gets the link that the teacher sees.</summary>
public sealed partial class InvitationMailTests
{
    [Fact]
    public async Task Whoever_is_invited_gets_a_link_that_lets_them_in_and_a_refused_mail_is_told()
    {
        await using var post = new MailServer(refuses: recipient => recipient.Contains("nobody", StringComparison.Ordinal));
        await using var host = await WebHost.StartAsync([.. post.Settings, "Installation:PublicAddress=https://vc.school.example"]);
        var room = await Classroom.MakeAsync(host);
        var email = $"ada-{Guid.NewGuid():N}@school.example";
        var away = $"nobody-{Guid.NewGuid():N}@school.example";
        (await room.Teacher.PostAsync(room.Path + "/enrollments", new { emails = new[] { email, away } })).Is(200);
        var job = await FinishedAsync(room.Teacher);
        Assert.Equal("Invitations to Direct Practice", job["title"]!.GetValue<string>());
        Assert.Equal(1, job["result"]!["mails"]!.GetValue<int>());
        Assert.Equal(away, Assert.Single(job["result"]!["notSent"]!.AsArray())!.GetValue<string>());

        var mail = Assert.Single(post.Mails);
        Assert.Contains(email, mail, StringComparison.Ordinal);
        var link = Link().Match(Decoded(mail)).Value;
        var browser = host.Browser();
        var token = (await browser.GetAsync("/invitation?token=" + link)).Document.QuerySelector("input[name=token]")!;
        var done = await browser.PostAsync(
            "/accounts/invitation",
            ("token", token.GetAttribute("value")!),
            ("name", "Ada Okoro"),
            ("password", "long-enough-now")
        );
        Assert.Equal("/", done.Location);

        // The same list again: she is in, and nobody is asked twice.
        (await room.Teacher.PostAsync(room.Path + "/enrollments", new { emails = new[] { email } })).Is(200);
        Assert.Single(post.Mails);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> FinishedAsync(ApiClient teacher)
    {
        for (var tries = 0; ; tries++)
        {
            var job = Assert.Single((await teacher.GetAsync("/api/v1/jobs")).Is(200).Items)!;
            if (job["state"]!.GetValue<string>() is "done" or "failed")
            {
                return (await teacher.GetAsync($"/api/v1/jobs/{job["id"]}")).Is(200).Json!;
            }

            Assert.True(tries < 600, "the mails are still on their way");
            await Task.Delay(100);
        }
    }

    /// <summary>The body, whatever encoding the sender chose for the transport.</summary>
    private static string Decoded(string mail)
    {
        var body = mail[
            (mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var at ? at : mail.IndexOf("\n\n", StringComparison.Ordinal))..
        ]
            .Trim();
        return mail.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
            : body.Replace("=\r\n", "", StringComparison.Ordinal)
                .Replace("=\n", "", StringComparison.Ordinal)
                .Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=vc\.school\.example/invitation\?token=)[\w-]+")]
    private static partial Regex Link();
}
