using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>
/// Tells somebody outside of critical and high problems, by a signed webhook and by mail: once for each problem and hour, on however many
/// servers. What could not be delivered is tried again five minutes later.
/// </summary>
internal sealed partial class ProblemAlerts(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    IOptions<MonitoringOptions> options,
    IOptions<InstallationOptions> installation,
    Mailer mailer,
    TimeProvider clock,
    ILogger<ProblemAlerts> logger
) : BackgroundService
{
    public const string SignatureHeader = "X-Virtual-Client-Signature";
    public const string TimeHeader = "X-Virtual-Client-Time";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Once = TimeSpan.FromHours(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    private bool Mails => options.Value.MailTo is { Length: > 0 } && mailer.IsOn;

    /// <summary>"sha256=" and the HMAC of the time, a point and the body, in hexadecimal.</summary>
    public static string Sign(string secret, string time, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WebhookUrl is null && !Mails)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var due = clock.GetUtcNow() - Once;
        var problems = await db.Set<Problem>()
            .AsNoTracking()
            .Where(p => p.AcknowledgedAt == null && (p.Severity == Severity.High || p.Severity == Severity.Critical))
            .Where(p => p.LastSeenAt >= due && (p.NotifiedAt == null || (p.NotifiedAt <= due && p.LastSeenAt > p.NotifiedAt)))
            .OrderBy(p => p.LastSeenAt)
            .Take(20)
            .ToListAsync(cancellationToken);
        foreach (var problem in problems)
        {
            // Whoever writes the moment first tells of it; the other servers find nothing to write.
            if (await MarkAsync(db, problem, clock.GetUtcNow(), cancellationToken))
            {
                await TellAsync(db, problem, cancellationToken);
            }
        }
    }

    private Task<bool> MarkAsync(AppDbContext db, Problem problem, DateTimeOffset at, CancellationToken cancellationToken) =>
        gate.CommitAsync(
            db,
            async () =>
                await db.Set<Problem>()
                    .Where(p => p.Id == problem.Id && p.NotifiedAt == problem.NotifiedAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.NotifiedAt, at), cancellationToken) == 1,
            cancellationToken
        );

    private async Task TellAsync(AppDbContext db, Problem problem, CancellationToken cancellationToken)
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
        }
        catch (Exception e)
            when (e is HttpRequestException or SmtpException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            LogNotTold(e, problem.Id);
            var again = clock.GetUtcNow() - Once + Again;
            await gate.CommitAsync(
                db,
                () =>
                    db.Set<Problem>()
                        .Where(p => p.Id == problem.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(p => p.NotifiedAt, again), cancellationToken),
                cancellationToken
            );
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; problems are told of in a moment")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be told of the problem {Problem}; it is tried again")]
    private partial void LogNotTold(Exception exception, Guid problem);
}
