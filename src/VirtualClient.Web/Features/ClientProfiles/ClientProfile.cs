using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

public enum ProfileStatus
{
    Draft,
    Published,
    Archived,
}

/// <summary>The row a teacher authors, or a built-in template; holds a <see cref="Persona"/> that conversations copy.</summary>
public sealed class ClientProfile
{
    private ClientProfile() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The teacher it belongs to; null: a built-in client, everybody's and nobody's to change.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Stable key of a built-in client; null for a teacher's own.</summary>
    public string? TemplateKey { get; private set; }

    public ProfileStatus Status { get; private set; }

    public Persona Persona { get; private set; } = null!;

    /// <summary>Copies of persona fields that lists search and sort by.</summary>
    public string Name { get; private set; } = "";

    public Difficulty Difficulty { get; private set; }

    public int SortOrder { get; private set; }

    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static ClientProfile BuiltIn(string key, int order, Persona persona, DateTimeOffset now)
    {
        var profile = new ClientProfile
        {
            Id = IdOf(key),
            TemplateKey = key,
            SortOrder = order,
            Status = ProfileStatus.Published,
            CreatedAt = now,
        };
        profile.Take(persona, now);
        return profile;
    }

    /// <summary>A teacher's own copy of any client they can see; a draft until they publish it.</summary>
    public static ClientProfile CopyFor(Guid teacherId, Persona persona, DateTimeOffset now)
    {
        var profile = new ClientProfile
        {
            OwnerId = teacherId,
            Status = ProfileStatus.Draft,
            CreatedAt = now,
        };
        profile.Take(persona with { StartHere = false, ReviewedBy = "" }, now);
        return profile;
    }

    /// <summary>A newer program brings a newer text of a built-in client; conversations keep the copy they were held with.</summary>
    public void Refresh(int order, Persona persona, DateTimeOffset now)
    {
        SortOrder = order;
        Take(persona, now);
        Version++;
    }

    /// <summary>The same on every installation, so that addresses and the color of a face stay when a database is made anew.</summary>
    private static Guid IdOf(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("built-in client " + key)).AsSpan(0, 16);
        // Version 8 of RFC 9562: made in a way of our own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private void Take(Persona persona, DateTimeOffset now)
    {
        Persona = persona;
        Name = persona.Name;
        Difficulty = persona.Difficulty;
        UpdatedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ClientProfile>
    {
        public void Configure(EntityTypeBuilder<ClientProfile> builder)
        {
            builder.ToTable("client_profiles");
            builder.Property(c => c.TemplateKey).HasMaxLength(80);
            builder.Property(c => c.Status).AsWord();
            builder.Property(c => c.Persona).AsJson();
            builder.Property(c => c.Name).HasMaxLength(100);
            builder.Property(c => c.Difficulty).AsWord();
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => c.TemplateKey).IsUnique();
            builder.HasIndex(c => new { c.OwnerId, c.UpdatedAt });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class ClientProfileQueries
{
    /// <summary>Students: published clients. Teachers: built-in clients and their own. Admins without another role: built-in clients.</summary>
    public static IQueryable<ClientProfile> VisibleTo(this IQueryable<ClientProfile> profiles, CurrentUser user) =>
        user.IsTeacher
            ? profiles.Where(c => c.OwnerId == null || c.OwnerId == user.Id)
            : profiles.Where(c => c.OwnerId == null && c.Status == ProfileStatus.Published);
}
