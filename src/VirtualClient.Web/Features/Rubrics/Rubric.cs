using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>The row a teacher authors, or a built-in one; holds a <see cref="RubricDefinition"/> that whatever uses it copies.</summary>
public sealed class Rubric
{
    private Rubric() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The teacher it belongs to; null: a built-in rubric, everybody's and nobody's to change.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Stable key of a built-in rubric; null for a teacher's own.</summary>
    public string? TemplateKey { get; private set; }

    public RubricDefinition Definition { get; private set; } = null!;

    /// <summary>A copy of the definition's name, which lists search.</summary>
    public string Name { get; private set; } = "";

    public int SortOrder { get; private set; }

    /// <summary>Archived: kept for what uses it, offered for nothing new. Null: in use as usual.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsBuiltIn => OwnerId is null;

    public static Rubric BuiltIn(string key, int order, RubricDefinition definition, DateTimeOffset now)
    {
        var rubric = new Rubric
        {
            Id = IdOf(key),
            TemplateKey = key,
            SortOrder = order,
            CreatedAt = now,
        };
        rubric.Take(definition, now);
        return rubric;
    }

    public static Rubric OwnedBy(Guid teacherId, RubricDefinition definition, DateTimeOffset now)
    {
        var rubric = new Rubric { OwnerId = teacherId, CreatedAt = now };
        rubric.Take(definition, now);
        return rubric;
    }

    /// <summary>A newer program brings a newer text of a built-in rubric; what used it keeps the copy it was made with.</summary>
    public void Refresh(int order, RubricDefinition definition, DateTimeOffset now)
    {
        SortOrder = order;
        Take(definition, now);
        Version++;
    }

    /// <exception cref="DomainException">Archived rubrics do not change.</exception>
    public void Change(RubricDefinition definition, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
        {
            throw new DomainException("rubric-archived", "This rubric is archived. Restore it first, then change it.");
        }

        Take(definition, now);
        Version++;
    }

    /// <summary>Archiving what is archived changes nothing.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is null)
        {
            ArchivedAt = now;
            UpdatedAt = now;
            Version++;
        }
    }

    public void Restore(DateTimeOffset now)
    {
        if (ArchivedAt is not null)
        {
            ArchivedAt = null;
            UpdatedAt = now;
            Version++;
        }
    }

    /// <summary>The same on every installation, so that addresses stay when a database is made anew.</summary>
    private static Guid IdOf(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("built-in rubric " + key)).AsSpan(0, 16);
        // Version 8 of RFC 9562: made in a way of our own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private void Take(RubricDefinition definition, DateTimeOffset now)
    {
        Definition = definition;
        Name = definition.Name;
        UpdatedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Rubric>
    {
        public void Configure(EntityTypeBuilder<Rubric> builder)
        {
            builder.ToTable("rubrics");
            builder.Ignore(r => r.IsBuiltIn);
            builder.Property(r => r.TemplateKey).HasMaxLength(80);
            builder.Property(r => r.Definition).AsJson();
            builder.Property(r => r.Name).HasMaxLength(RubricRules.LongestName);
            builder.Property(r => r.Version).IsConcurrencyToken();
            builder.HasIndex(r => r.TemplateKey).IsUnique();
            builder.HasIndex(r => new { r.OwnerId, r.UpdatedAt });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class RubricQueries
{
    /// <summary>Teachers: built-in rubrics and their own. Nobody else reads rubrics by themselves.</summary>
    public static IQueryable<Rubric> VisibleTo(this IQueryable<Rubric> rubrics, CurrentUser user) =>
        user.IsTeacher ? rubrics.Where(r => r.OwnerId == null || r.OwnerId == user.Id) : rubrics.Where(r => false);

    /// <summary>What this teacher may change: their own.</summary>
    public static IQueryable<Rubric> OwnedBy(this IQueryable<Rubric> rubrics, CurrentUser user) => rubrics.Where(r => r.OwnerId == user.Id);

    /// <exception cref="DomainException">404: not there or not theirs.</exception>
    public static async Task<Rubric> OneAsync(this IQueryable<Rubric> rubrics, Guid id, CancellationToken cancellationToken) =>
        await rubrics.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw DomainException.NotFound();
}
