using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Carries a problem out of the building, by a signed webhook and by mail, to whom the configuration names. Needs no database.</summary>
internal sealed partial class AlertMessenger(
    IOptions<MonitoringOptions> options,
    IOptions<InstallationOptions> installation,
    Mailer mailer,
    TimeProvider clock,
    ILogger<AlertMessenger> logger
)
{
    public const string SignatureHeader = "X-Virtual-Client-Signature";
    public const string TimeHeader = "X-Virtual-Client-Time";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Whether anybody is to be told at all.</summary>
    public bool IsOn => options.Value.WebhookUrl is not null || Mails;

    private bool Mails => options.Value.MailTo is { Length: > 0 } && mailer.IsOn;

    /// <summary>"sha256=" and the HMAC of the time, a point and the body, in hexadecimal.</summary>
    public static string Sign(string secret, string time, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));

    /// <summary>False when it could not be delivered, which is in the log.</summary>
    public async Task<bool> TellAsync(Problem problem, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Value.WebhookUrl is { } url)
            {
                await PostAsync(url, problem, cancellationToken);
            }

            if (Mails)
            {
                await MailAsync(problem, cancellationToken);
            }

            return true;
        }
        catch (Exception e)
            when (e is HttpRequestException or SmtpException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            LogNotTold(e, problem.Id);
            return false;
        }
    }

    private async Task PostAsync(Uri url, Problem problem, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                problem.Id,
                Installation = installation.Value.Name,
                problem.Code,
                problem.Source,
                Severity = problem.Severity.ToString().ToLowerInvariant(),
                problem.Sentence,
                problem.Count,
                problem.FirstSeenAt,
                problem.LastSeenAt,
            },
            JsonSerializerOptions.Web
        );
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(TimeHeader, time);
        request.Headers.Add(SignatureHeader, Sign(options.Value.WebhookSecret!, time, body));
        using var response = await Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private Task MailAsync(Problem problem, CancellationToken cancellationToken) =>
        mailer.SendAsync(
            options.Value.MailTo!,
            $"{installation.Value.Name}: {problem.Severity.ToString().ToLowerInvariant()} problem",
            $"{problem.Sentence}\n\nWhere: {problem.Source}\nSeen: {problem.Count} times, last at {problem.LastSeenAt:u}\n\n"
                + "See the page about problems for details. You get at most one mail an hour about each problem.",
            cancellationToken
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be told of the problem {Problem}; it is tried again")]
    private partial void LogNotTold(Exception exception, Guid problem);
}
