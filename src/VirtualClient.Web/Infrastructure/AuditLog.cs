using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Who did what to what: append-only, without anybody's text.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    /// <summary>Null: the system itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What was done, area and verb ("account.signed-out-everywhere").</summary>
    public required string Action { get; init; }

    public string? TargetType { get; init; }

    public Guid? TargetId { get; init; }

    /// <summary>Whose data it concerns, for a student's own export.</summary>
    public Guid? SubjectId { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? FromAddress { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("audit_log");
            builder.Property(e => e.Action).HasMaxLength(80);
            builder.Property(e => e.TargetType).HasMaxLength(40);
            builder.Property(e => e.Before).HasMaxLength(2000);
            builder.Property(e => e.After).HasMaxLength(2000);
            builder.Property(e => e.FromAddress).HasMaxLength(64);
            builder.HasIndex(e => new { e.At, e.Id });
            builder.HasIndex(e => new { e.SubjectId, e.At });
        }
    }
}

/// <summary>Adds audit rows to the caller's unit of work, so that the deed and its trace are committed together.</summary>
public sealed class AuditLog(TimeProvider clock, IHttpContextAccessor http)
{
    public void Add(
        AppDbContext db,
        Guid? actorId,
        string action,
        string? targetType = null,
        Guid? targetId = null,
        Guid? subjectId = null,
        string? before = null,
        string? after = null
    ) =>
        db.Add(
            new AuditEntry
            {
                At = clock.GetUtcNow(),
                ActorId = actorId,
                Action = action,
                TargetType = targetType,
                TargetId = targetId,
                SubjectId = subjectId,
                Before = before,
                After = after,
                FromAddress = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            }
        );
}
