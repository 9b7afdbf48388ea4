using System.Net.Mail;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Sections;

/// <summary>
/// Sends those who were invited to a section the link that completes their account, where the installation has a mail server. Who has completed it
/// meanwhile gets none. The teacher sees every link as before.
/// </summary>
internal sealed class MailInvitations(
    AppDbContext db,
    InvitationLinks links,
    Mailer mailer,
    JobDesk desk,
    ProblemLog problems,
    IOptions<InstallationOptions> installation,
    TimeProvider clock
) : IJobWork
{
    public const string KindName = "invitation-mails";

    public string Kind => KindName;

    private sealed record Work(Guid SectionId, string Site, IReadOnlyList<Guid> People);

    /// <summary>What came of it.</summary>
    public sealed record Sent(int Mails, IReadOnlyList<string> NotSent);

    /// <summary>Hands the mails in, after the people are stored; does nothing where no mail server is set or nobody is invited.</summary>
    /// <param name="site">Where people reach this server, as in <see cref="InvitationLinks.Site"/>.</param>
    public async Task QueueAsync(
        Guid ownerId,
        Guid sectionId,
        string site,
        IEnumerable<EnrollResult> results,
        CancellationToken cancellationToken
    )
    {
        var people = results
            .Where(r => r.Outcome is EnrollOutcome.Created or EnrollOutcome.Reactivated && InvitationLinks.IsOpen(r.User!))
            .Select(r => r.User!.Id)
            .ToList();
        if (!mailer.IsOn || site.Length == 0 || people.Count == 0)
        {
            return;
        }

        var name = await db.Set<CourseSection>().Where(s => s.Id == sectionId).Select(s => s.Name).FirstAsync(cancellationToken);
        var input = JsonSerializer.Serialize(new Work(sectionId, site, people), JsonSerializerOptions.Web);
        await desk.AddAsync(Job.Queue(KindName, ownerId, sectionId, $"Invitations to {name}", input, clock.GetUtcNow()), cancellationToken);
    }

    public async Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(job.Input, JsonSerializerOptions.Web)!;
        var section = await db.Set<CourseSection>().AsNoTracking().FirstAsync(s => s.Id == work.SectionId, cancellationToken);
        var sent = 0;
        var notSent = new List<string>();
        // A server that takes the job over goes on where the last one said it was.
        for (var at = job.Done; at < work.People.Count; at++)
        {
            var id = work.People[at];
            if (
                await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken) is { } person
                && InvitationLinks.IsOpen(person)
            )
            {
                if (await TrySendAsync(person, section, work.Site, cancellationToken))
                {
                    sent++;
                }
                else
                {
                    notSent.Add(person.Email!);
                }
            }

            progress.Tell(at + 1, work.People.Count);
        }

        if (notSent.Count > 0)
        {
            await problems.ReportAsync(
                "mail-not-sent",
                "mail",
                Severity.Medium,
                "Invitations could not be mailed: look at the mail server and its settings. Teachers see the links in their rosters.",
                null,
                CancellationToken.None
            );
        }

        return JsonSerializer.Serialize(new Sent(sent, notSent), JsonSerializerOptions.Web);
    }

    private async Task<bool> TrySendAsync(AppUser person, CourseSection section, string site, CancellationToken cancellationToken)
    {
        var body =
            $"Hello {person.DisplayName},\n\n"
            + $"you were added to {section.Name} in {installation.Value.Name}, where you practice conversations with simulated clients.\n"
            + "Choose a password here, and you are in:\n\n"
            + $"{site}/invitation?token={links.Token(person)}\n\n"
            + $"The link holds for {InvitationLinks.HoldsFor.TotalDays:0} days and works once. If you did not expect this, leave it.\n";
        try
        {
            await mailer.SendAsync(person.Email!, $"Your account for {section.Name}", body, cancellationToken);
            return true;
        }
        catch (SmtpException)
        {
            return false;
        }
    }
}
