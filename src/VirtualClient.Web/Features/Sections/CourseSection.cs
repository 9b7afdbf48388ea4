using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>A class of students in a term.</summary>
public sealed class CourseSection
{
    public const int NameMax = 200;
    public const int CourseCodeMax = 20;
    public const int TermMax = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public string CourseCode { get; set; } = "";

    public string Term { get; set; } = "";

    /// <summary>What students enter to join; null while joining is closed.</summary>
    public string? JoinCode { get; private set; }

    public DateTimeOffset? JoinCodeExpiresAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsArchived => ArchivedAt is not null;

    /// <exception cref="DomainException">Somebody else changed it since.</exception>
    public void Change(int basedOn, ChangeSectionInput input, DateTimeOffset now)
    {
        if (basedOn != Version)
        {
            throw new DomainException("stale", "Somebody changed this section in the meantime. Load it again.")
            {
                Details = new Dictionary<string, object?>
                {
                    ["version"] = Version,
                    ["name"] = Name,
                    ["courseCode"] = CourseCode,
                    ["term"] = Term,
                    ["archived"] = IsArchived,
                },
            };
        }

        Name = input.Names(nameof(input.Name)) ? input.Name!.Trim() : Name;
        CourseCode = input.Names(nameof(input.CourseCode)) ? input.CourseCode!.Trim() : CourseCode;
        Term = input.Names(nameof(input.Term)) ? input.Term!.Trim() : Term;
        if (input.Names(nameof(input.Archived)))
        {
            ArchivedAt = input.Archived == true ? ArchivedAt ?? now : null;
            if (IsArchived)
            {
                CloseJoining();
            }
        }

        Version++;
    }

    /// <summary>A new code; the one before no longer holds.</summary>
    public void OpenJoining(string code, DateTimeOffset until)
    {
        RequireCurrent();
        (JoinCode, JoinCodeExpiresAt) = (code, until);
    }

    public void CloseJoining() => (JoinCode, JoinCodeExpiresAt) = (null, null);

    public void RequireCurrent()
    {
        if (IsArchived)
        {
            throw new DomainException("section-archived", "This section is archived. Restore it before you change anything in it.");
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CourseSection>
    {
        public void Configure(EntityTypeBuilder<CourseSection> builder)
        {
            builder.ToTable("sections");
            builder.Property(s => s.Name).HasMaxLength(NameMax);
            builder.Property(s => s.CourseCode).HasMaxLength(CourseCodeMax);
            builder.Property(s => s.Term).HasMaxLength(TermMax);
            builder.Property(s => s.JoinCode).HasMaxLength(8);
            builder.Property(s => s.Version).IsConcurrencyToken();
            builder.HasIndex(s => s.JoinCode).IsUnique();
            builder.HasIndex(s => new { s.CreatedAt, s.Id });
        }
    }
}
