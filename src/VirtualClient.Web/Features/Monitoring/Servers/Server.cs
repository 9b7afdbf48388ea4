using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Monitoring.Servers;

/// <summary>A model route as one server sees it.</summary>
/// <param name="FirstTextMs">Median milliseconds to the first text.</param>
/// <param name="FirstTextSlowMs">Its 95th percentile.</param>
public sealed record ServerRoute(
    string Name,
    string Status,
    string Circuit,
    int Calls,
    double FailureShare,
    int InFlight,
    double? FirstTextMs,
    double? FirstTextSlowMs,
    string? LastError,
    DateTimeOffset? LastErrorAt,
    string? LastErrorRequestId
);

/// <summary>A running server as it measured itself a few seconds ago; its row is gone when it has stopped.</summary>
public sealed class Server
{
    public const int NameMax = 100;

    /// <summary>A server that has not been heard of for so long is not counted as running.</summary>
    public static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(20);

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Replies it is making.</summary>
    public int RepliesLive { get; set; }

    /// <summary>Replies that wait for their turn.</summary>
    public int RepliesWaiting { get; set; }

    /// <summary>Milliseconds that its last small question to the database took.</summary>
    public double? DatabaseMs { get; set; }

    public long? FreeDiskBytes { get; set; }

    public long MemoryBytes { get; set; }

    public IReadOnlyList<ServerRoute> Routes { get; set; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Server>
    {
        public void Configure(EntityTypeBuilder<Server> builder)
        {
            builder.ToTable("servers");
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Name).HasMaxLength(NameMax);
            builder.Property(s => s.Version).HasMaxLength(40);
            builder.Property(s => s.Routes).AsJson();
            builder.HasIndex(s => s.SeenAt);
        }
    }
}
