using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>Something an admin should know, counted rather than repeated, without anybody's text.</summary>
public sealed class Problem
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Same code and source: the same problem, counted again while it is not acknowledged.</summary>
    public required string Code { get; init; }

    /// <summary>Where it comes from: a route's name, "database", "budget".</summary>
    public required string Source { get; init; }

    public required Severity Severity { get; set; }

    public required string Sentence { get; set; }

    public string? Details { get; set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public int Count { get; set; } = 1;

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public Guid? AcknowledgedBy { get; set; }

    public string? Note { get; set; }

    /// <summary>When somebody outside was told of it last; once an hour at most.</summary>
    public DateTimeOffset? NotifiedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Problem>
    {
        public void Configure(EntityTypeBuilder<Problem> builder)
        {
            builder.ToTable("problems");
            builder.Property(p => p.Code).HasMaxLength(60);
            builder.Property(p => p.Source).HasMaxLength(60);
            builder.Property(p => p.Severity).AsWord();
            builder.Property(p => p.Sentence).HasMaxLength(400);
            builder.Property(p => p.Details).HasMaxLength(2000);
            builder.Property(p => p.Note).HasMaxLength(400);
            builder.HasIndex(p => new { p.LastSeenAt, p.Id });
            builder.HasIndex(p => new
            {
                p.Code,
                p.Source,
                p.AcknowledgedAt,
            });
        }
    }
}

/// <summary>Writes problems; one row per code and source until somebody acknowledges it.</summary>
public sealed class ProblemLog(IDbContextFactory<AppDbContext> factory, WriteGate gate, TimeProvider clock)
{
    /// <param name="toldAt">When somebody outside was already told of it; they are not told again for an hour.</param>
    public async Task ReportAsync(
        string code,
        string source,
        Severity severity,
        string sentence,
        string? details,
        CancellationToken cancellationToken,
        DateTimeOffset? toldAt = null
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await gate.CommitAsync(
            db,
            async () =>
            {
                var now = clock.GetUtcNow();
                var open = await db.Set<Problem>()
                    .FirstOrDefaultAsync(p => p.Code == code && p.Source == source && p.AcknowledgedAt == null, cancellationToken);
                if (open is null)
                {
                    db.Add(
                        new Problem
                        {
                            Code = code,
                            Source = source,
                            Severity = severity,
                            Sentence = sentence,
                            Details = Cut(details),
                            FirstSeenAt = now,
                            LastSeenAt = now,
                            NotifiedAt = toldAt,
                        }
                    );
                }
                else
                {
                    open.LastSeenAt = now;
                    open.Count++;
                    open.Severity = severity > open.Severity ? severity : open.Severity;
                    open.Sentence = sentence;
                    open.Details = Cut(details);
                    open.NotifiedAt = toldAt ?? open.NotifiedAt;
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    private static string? Cut(string? text) => text is { Length: > 2000 } ? text[..2000] : text;
}
