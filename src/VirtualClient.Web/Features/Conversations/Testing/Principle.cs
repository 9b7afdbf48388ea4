using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>
/// Where a principle of a teacher's client comes from and who changed it last; remembers its text while it is off. Which principles are on
/// is what the client's persona holds, and nothing else.
/// </summary>
public sealed class Principle
{
    public const int TextMax = PlainPrinciples.MostCharactersOfOne;

    private Principle() { }

    public Guid Id { get; private set; }

    public Guid ClientProfileId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The critique it was proposed from; null: written without one, or it came with the client.</summary>
    public Guid? CritiqueId { get; private set; }

    /// <summary>Null: it came with the client.</summary>
    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static Principle Kept(Guid clientProfileId, string text, Guid? critiqueId, Guid by, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ClientProfileId = clientProfileId,
            Text = text,
            CritiqueId = critiqueId,
            CreatedBy = by,
            CreatedAt = now,
        };

    /// <summary>One that came with the client's text; found again by the same id until somebody changes it.</summary>
    public static Principle CameWith(Guid clientProfileId, string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{clientProfileId:N} {text}")).AsSpan(0, 16);
        // Version 8 of RFC 9562: made in a way of our own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Principle
        {
            Id = new Guid(bytes, bigEndian: true),
            ClientProfileId = clientProfileId,
            Text = text,
        };
    }

    public void Change(string text, Guid by, DateTimeOffset now)
    {
        Text = text;
        ChangedBy = by;
        ChangedAt = now;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Principle>
    {
        public void Configure(EntityTypeBuilder<Principle> builder)
        {
            builder.ToTable("principles");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Text).HasMaxLength(TextMax);
            builder.Property(p => p.Version).IsConcurrencyToken();
            builder.HasIndex(p => p.ClientProfileId);
            builder.HasOne<ClientProfile>().WithMany().HasForeignKey(p => p.ClientProfileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
