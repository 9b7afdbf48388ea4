using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>All limits as they shall be; null goes back to what the configuration says.</summary>
public sealed class ChangeLimitsInput
{
    [Range(1, 1_000_000)]
    public int? MessagesPerMinute { get; set; }

    [Range(1, 1_000_000)]
    public int? TestMessagesPerMinute { get; set; }

    [Range(1, 100_000_000)]
    public int? MessagesPerHourForAll { get; set; }

    [Range(1, 100_000)]
    public int? LiveReplies { get; set; }

    public bool? BuiltInVoiceWhenModelsFail { get; set; }

    [Required(ErrorMessage = "Send the version your change is based on.")]
    public int? Version { get; set; }
}

/// <summary>The limits in force, and what the configuration says without the admin's changes.</summary>
public sealed record LimitsView(
    int MessagesPerMinute,
    int TestMessagesPerMinute,
    int MessagesPerHourForAll,
    int LiveReplies,
    bool BuiltInVoiceWhenModelsFail,
    int Version
)
{
    public static LimitsView Of(LimitOptions limits, int version) =>
        new(
            limits.MessagesPerMinute,
            limits.TestMessagesPerMinute,
            limits.MessagesPerHourForAll,
            limits.LiveReplies,
            limits.BuiltInVoiceWhenModelsFail,
            version
        );
}

/// <summary>Reads and changes the limits; a change holds on this server at once and on others within ten seconds.</summary>
internal sealed class ChangeLimits(
    AppDbContext db,
    WriteGate gate,
    AuditLog audit,
    LimitSettings settings,
    IOptions<LimitOptions> configured
)
{
    public async Task<LimitsView> ReadAsync(CancellationToken cancellationToken)
    {
        var change = await db.Set<LimitChange>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return LimitsView.Of(LimitSettings.Merge(configured.Value, change), change?.Version ?? 0);
    }

    public async Task<LimitsView> HandleAsync(CurrentUser user, ChangeLimitsInput input, CancellationToken cancellationToken)
    {
        var change = await db.Set<LimitChange>().SingleOrDefaultAsync(cancellationToken);
        var before = LimitsView.Of(LimitSettings.Merge(configured.Value, change), change?.Version ?? 0);
        if (before.Version != input.Version)
        {
            throw Stale(before);
        }

        if (change is null)
        {
            change = new LimitChange();
            db.Add(change);
        }

        change.MessagesPerMinute = input.MessagesPerMinute;
        change.TestMessagesPerMinute = input.TestMessagesPerMinute;
        change.MessagesPerHourForAll = input.MessagesPerHourForAll;
        change.LiveReplies = input.LiveReplies;
        change.BuiltInVoiceWhenModelsFail = input.BuiltInVoiceWhenModelsFail;
        change.Version = before.Version + 1;
        var after = LimitsView.Of(LimitSettings.Merge(configured.Value, change), change.Version);
        audit.Add(
            db,
            user.Id,
            "limits.changed",
            "limits",
            before: JsonSerializer.Serialize(before),
            after: JsonSerializer.Serialize(after)
        );
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            throw Stale(before);
        }

        await settings.ReadAsync(CancellationToken.None);
        return after;
    }

    private static DomainException Stale(LimitsView now) =>
        new("stale", "Somebody changed the limits in the meantime. Load them again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = now.Version },
        };
}
