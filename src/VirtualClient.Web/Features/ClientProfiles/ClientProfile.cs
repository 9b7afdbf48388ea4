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
    private const int SearchMax = 1_000;

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

    /// <summary>Name, setting and summary in lower case, for searching and sorting.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Codes of all issues, each between bars ("|grief_loss|elder_care|").</summary>
    public string IssueCodes { get; private set; } = "";

    public int SortOrder { get; private set; }

    /// <summary>Other teachers see it and may make their own copy.</summary>
    public bool IsShared { get; private set; }

    /// <summary>When its teacher said that this is not a real person's story or record; asked once.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was first published; an archived client comes back as what it was.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

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
    public static ClientProfile CopyFor(Guid teacherId, Persona persona, DateTimeOffset now) =>
        New(teacherId, persona with { StartHere = false, ReviewedBy = "" }, now);

    /// <summary>A teacher's new client; a draft until they publish it.</summary>
    public static ClientProfile New(Guid teacherId, Persona persona, DateTimeOffset now)
    {
        var profile = new ClientProfile
        {
            OwnerId = teacherId,
            Status = ProfileStatus.Draft,
            CreatedAt = now,
        };
        profile.Take(persona with { StartHere = false }, now);
        return profile;
    }

    /// <summary>Takes a changed text. Conversations that are under way keep the copy they were begun with.</summary>
    public void Change(Persona persona, DateTimeOffset now)
    {
        RefuseArchived();
        Take(persona with { StartHere = Persona.StartHere }, now);
        Version++;
    }

    public void Share(bool shared, DateTimeOffset now)
    {
        RefuseArchived();
        if (IsShared != shared)
        {
            IsShared = shared;
            Touch(now);
        }
    }

    /// <summary>Students may meet it from now on. Whether its text is fit for that is checked before.</summary>
    public void Publish(DateTimeOffset now)
    {
        RefuseArchived();
        if (Status != ProfileStatus.Published)
        {
            Status = ProfileStatus.Published;
            PublishedAt ??= now;
            Touch(now);
        }
    }

    /// <summary>The teacher has said that this is not a real person's story or record.</summary>
    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    /// <summary>Nobody begins with it any more; what was begun goes on.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (Status != ProfileStatus.Archived)
        {
            Status = ProfileStatus.Archived;
            Touch(now);
        }
    }

    public void Restore(DateTimeOffset now)
    {
        if (Status == ProfileStatus.Archived)
        {
            Status = PublishedAt is null ? ProfileStatus.Draft : ProfileStatus.Published;
            Touch(now);
        }
    }

    /// <summary>Brings what lists search by up to this program's way of writing it.</summary>
    public void Index()
    {
        SearchText =
            $"{Persona.Name} {Persona.Setting} {Persona.Summary}".ToLowerInvariant() is var text && text.Length > SearchMax
                ? text[..SearchMax]
                : text;
        IssueCodes = Persona.Issues.Count == 0 ? "" : $"|{string.Join('|', Persona.Issues.Select(Codes.Of))}|";
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
        Index();
        UpdatedAt = now;
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    private void RefuseArchived()
    {
        if (Status == ProfileStatus.Archived)
        {
            throw new DomainException("client-archived", $"{Name} is archived. Restore this client first.");
        }
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
            builder.Property(c => c.SearchText).HasMaxLength(SearchMax);
            builder.Property(c => c.IssueCodes).HasMaxLength(400);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => c.TemplateKey).IsUnique();
            builder.HasIndex(c => new { c.OwnerId, c.UpdatedAt });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
