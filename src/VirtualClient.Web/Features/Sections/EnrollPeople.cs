using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>One person to enroll.</summary>
internal sealed record EnrollLine(string Email, SectionRole Role, string? Name = null, string? StudentNumber = null);

internal enum EnrollOutcome
{
    Created,
    Reactivated,
    Unchanged,
    Refused,
}

/// <summary>What became of one person.</summary>
/// <param name="Code">Of the refusal.</param>
internal sealed record EnrollResult(
    EnrollLine Line,
    EnrollOutcome Outcome,
    AppUser? User = null,
    Enrollment? Enrollment = null,
    string? Code = null,
    string? Sentence = null
);

/// <summary>
/// Enrolls people by email, however many, in one transaction and a handful of queries. Who is enrolled stays as they are, who was removed comes
/// back with the new role, and who has no account gets one to complete.
/// </summary>
internal sealed class EnrollPeople(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    InviteAccounts invite,
    AuditLog audit,
    TimeProvider clock
)
{
    public static bool IsEmail(string text) =>
        text.Length is > 2 and <= 256
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <param name="dryRun">Says what would happen and keeps nothing.</param>
    public async Task<IReadOnlyList<EnrollResult>> HandleAsync(
        Guid actorId,
        Guid sectionId,
        IReadOnlyList<EnrollLine> lines,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var results = await ApplyAsync(db, actorId, sectionId, lines, cancellationToken);
            if (dryRun)
            {
                return results;
            }

            try
            {
                await gate.SaveAsync(db, cancellationToken);
                return results;
            }
            catch (DbUpdateException e) when (attempt < 3 && (e.IsUniqueViolation() || e is DbUpdateConcurrencyException))
            {
                // Somebody enrolled one of them in the same moment; look again.
            }
        }
    }

    private async Task<IReadOnlyList<EnrollResult>> ApplyAsync(
        AppDbContext db,
        Guid actorId,
        Guid sectionId,
        IReadOnlyList<EnrollLine> lines,
        CancellationToken cancellationToken
    )
    {
        var good = lines.Where(line => IsEmail(line.Email)).ToList();
        var people = await invite.FindOrMakeAsync(
            db,
            [.. good.Select(line => new Invitee(line.Email, line.Name, line.StudentNumber, line.Role != SectionRole.Teacher))],
            cancellationToken
        );
        var enrollments = await db.Set<Enrollment>()
            .Where(e => e.SectionId == sectionId)
            .ToDictionaryAsync(e => e.UserId, cancellationToken);
        var seen = new HashSet<Guid>();
        var results = new List<EnrollResult>(lines.Count);
        foreach (var line in lines)
        {
            results.Add(
                !IsEmail(line.Email)
                    ? new EnrollResult(
                        line,
                        EnrollOutcome.Refused,
                        Code: "bad-email",
                        Sentence: $"“{Short(line.Email)}” is not an email address."
                    )
                    : One(db, actorId, sectionId, line, people.GetValueOrDefault(invite.Key(line.Email)), enrollments, seen)
            );
        }

        return results;
    }

    private EnrollResult One(
        AppDbContext db,
        Guid actorId,
        Guid sectionId,
        EnrollLine line,
        KnownAccount? account,
        Dictionary<Guid, Enrollment> enrollments,
        HashSet<Guid> seen
    )
    {
        if (account is null || (line.Role == SectionRole.Teacher && !account.IsTeacher))
        {
            return new EnrollResult(
                line,
                EnrollOutcome.Refused,
                Code: "not-a-teacher",
                Sentence: $"{line.Email} has no teacher’s account. An admin can make it one."
            );
        }

        if (!seen.Add(account.User.Id))
        {
            return new EnrollResult(
                line,
                EnrollOutcome.Refused,
                account.User,
                Code: "twice",
                Sentence: $"{line.Email} is there twice; the first counts."
            );
        }

        if (line.Role == SectionRole.Student && !account.IsStudent)
        {
            return new EnrollResult(
                line,
                EnrollOutcome.Refused,
                account.User,
                Code: "not-a-student",
                Sentence: $"{line.Email} has no student’s account. Add them as an assistant or a teacher."
            );
        }

        var now = clock.GetUtcNow();
        if (!enrollments.TryGetValue(account.User.Id, out var enrollment))
        {
            enrollment = new Enrollment
            {
                SectionId = sectionId,
                UserId = account.User.Id,
                Role = line.Role,
                EnrolledAt = now,
            };
            db.Add(enrollment);
            enrollments[account.User.Id] = enrollment;
            audit.Add(db, actorId, "enrollment.added", "section", sectionId, account.User.Id, after: Codes.Of(line.Role));
            return new EnrollResult(line, EnrollOutcome.Created, account.User, enrollment);
        }

        if (enrollment.IsActive)
        {
            return new EnrollResult(line, EnrollOutcome.Unchanged, account.User, enrollment);
        }

        var before = Codes.Of(enrollment.Role);
        enrollment.Reactivate(line.Role, now);
        audit.Add(db, actorId, "enrollment.reactivated", "section", sectionId, account.User.Id, before, Codes.Of(line.Role));
        return new EnrollResult(line, EnrollOutcome.Reactivated, account.User, enrollment);
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
