using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What an admin set; one row. A null leaves the configuration's value.</summary>
public sealed class LimitChange
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public int? MessagesPerMinute { get; set; }

    public int? TestMessagesPerMinute { get; set; }

    public int? MessagesPerHourForAll { get; set; }

    public int? LiveReplies { get; set; }

    public bool? BuiltInVoiceWhenModelsFail { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LimitChange>
    {
        public void Configure(EntityTypeBuilder<LimitChange> builder)
        {
            builder.ToTable("limits");
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>The limits in force. Read without a query; what was changed on another server is known here within ten seconds.</summary>
internal sealed partial class LimitSettings(
    IDbContextFactory<AppDbContext> factory,
    IOptions<LimitOptions> configured,
    TimeProvider clock,
    ILogger<LimitSettings> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public LimitOptions Now { get; private set; } = configured.Value;

    /// <summary>As it was set up, whatever an admin saved since.</summary>
    public LimitOptions Configured => configured.Value;

    public static LimitOptions Merge(LimitOptions configured, LimitChange? change) =>
        new()
        {
            MessagesPerMinute = change?.MessagesPerMinute ?? configured.MessagesPerMinute,
            TestMessagesPerMinute = change?.TestMessagesPerMinute ?? configured.TestMessagesPerMinute,
            MessagesPerHourForAll = change?.MessagesPerHourForAll ?? configured.MessagesPerHourForAll,
            LiveReplies = change?.LiveReplies ?? configured.LiveReplies,
            BuiltInVoiceWhenModelsFail = change?.BuiltInVoiceWhenModelsFail ?? configured.BuiltInVoiceWhenModelsFail,
        };

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        Now = Merge(configured.Value, await db.Set<LimitChange>().AsNoTracking().SingleOrDefaultAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; the limits stay as they were")]
    private partial void LogAway(Exception exception);
}
