using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Sends plain mails through the installation's server; without one set, nothing is sent and pages show what a mail would have said.</summary>
internal sealed class Mailer(IOptions<InstallationOptions> installation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool IsOn => installation.Value.Smtp.Host is { Length: > 0 };

    /// <exception cref="SmtpException">The server is away, or refused it.</exception>
    public async Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken)
    {
        var smtp = installation.Value.Smtp;
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.User is { Length: > 0 } };
        if (smtp.User is { Length: > 0 })
        {
            client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        }

        using var mail = new MailMessage { From = new MailAddress(smtp.From ?? "virtual-client@localhost", installation.Value.Name) };
        mail.To.Add(to);
        mail.Subject = subject.ReplaceLineEndings(" ");
        mail.Body = body;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(mail, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpException("The mail server did not answer in time.", e);
        }
    }
}
