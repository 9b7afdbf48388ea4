using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public sealed class JoinSectionInput
{
    [NotBlank(ErrorMessage = "Enter the code that your teacher gave you.")]
    [StringLength(40, ErrorMessage = "A code has 8 letters and figures.")]
    public string Code { get; set; } = "";
}

/// <summary>A try to join by code, counted in the database so that a restart or another server changes nothing.</summary>
public sealed class JoinTry
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JoinTry>
    {
        public void Configure(EntityTypeBuilder<JoinTry> builder)
        {
            builder.ToTable("join_tries");
            builder.HasIndex(t => new { t.UserId, t.At });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A student joins a section with its code. Wrong codes are counted; a right one is not.</summary>
internal sealed class JoinSection(AppDbContext db, WriteGate gate, AuditLog audit, InstallationState installation, TimeProvider clock)
{
    public const int MostTries = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <returns>The section, and whether the student is new in it.</returns>
    /// <exception cref="DomainException">No section has this code, or there were too many tries.</exception>
    public async Task<(CourseSection Section, bool IsNew)> HandleAsync(
        CurrentUser user,
        JoinSectionInput input,
        CancellationToken cancellationToken
    )
    {
        installation.RequireOpenRegistration();
        var now = clock.GetUtcNow();
        var attempt = new JoinTry { UserId = user.Id, At = now };
        db.Add(attempt);
        await gate.SaveAsync(db, cancellationToken);
        await RequireTriesLeftAsync(user, now, cancellationToken);

        var code = new string([.. input.Code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        var section = await db.Set<CourseSection>().FirstOrDefaultAsync(s => s.JoinCode == code && s.JoinCode != null, cancellationToken);
        if (section is null || section.IsArchived || section.JoinCodeExpiresAt <= now)
        {
            throw new DomainException("wrong-join-code", "No section has this code now. Check it, or ask your teacher for a new one.");
        }

        db.Remove(attempt);
        var isNew = await EnrollAsync(user, section, now, cancellationToken);
        return (section, isNew);
    }

    private async Task<bool> EnrollAsync(CurrentUser user, CourseSection section, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var enrollment = await db.Set<Enrollment>()
            .FirstOrDefaultAsync(e => e.SectionId == section.Id && e.UserId == user.Id, cancellationToken);
        if (enrollment is { IsActive: true } && enrollment.Role != SectionRole.Student)
        {
            await gate.SaveAsync(db, cancellationToken);
            throw new DomainException("already-staff", $"You already help to teach {section.Name}, so you cannot also be its student.");
        }

        var isNew = enrollment is not { IsActive: true };
        if (enrollment is null)
        {
            db.Add(
                new Enrollment
                {
                    SectionId = section.Id,
                    UserId = user.Id,
                    Role = SectionRole.Student,
                    EnrolledAt = now,
                }
            );
        }
        else if (isNew)
        {
            enrollment.Reactivate(SectionRole.Student, now);
        }

        if (isNew)
        {
            audit.Add(db, user.Id, "enrollment.joined", "section", section.Id, user.Id);
        }

        try
        {
            await gate.SaveAsync(db, cancellationToken);
            return isNew;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation() || e is DbUpdateConcurrencyException)
        {
            // Two clicks: the other one was first.
            return false;
        }
    }

    private async Task RequireTriesLeftAsync(CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Window;
        var tries = await db.Set<JoinTry>()
            .Where(t => t.UserId == user.Id && t.At > since)
            .OrderBy(t => t.At)
            .Select(t => t.At)
            .ToListAsync(cancellationToken);
        if (tries.Count > MostTries)
        {
            throw new DomainException("too-many-joins", "Too many codes were tried. Wait a few minutes, then try again.", 429)
            {
                RetryAfter = tries[^MostTries] + Window - now,
            };
        }
    }
}
