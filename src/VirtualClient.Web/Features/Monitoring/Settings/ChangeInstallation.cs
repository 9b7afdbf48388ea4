using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>What holds for everybody, as it is to be.</summary>
public sealed class ChangeInstallationInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    /// <summary>Said at the top of every page; empty: nothing.</summary>
    [StringLength(InstallationChange.BannerMax, ErrorMessage = "A banner has at most 300 characters.")]
    public string? Banner { get; set; }

    public bool RegistrationClosed { get; set; }

    /// <summary>Days after its end at which the words of a conversation are removed; null: never.</summary>
    [Range(30, 36_500, ErrorMessage = "Words are kept for at least 30 days.")]
    public int? KeepWordsDays { get; set; }
}

public sealed record InstallationView(
    int Version,
    string? Banner,
    bool RegistrationClosed,
    int? KeepWordsDays,
    DateTimeOffset? ChangedAt,
    Guid? ChangedBy
)
{
    internal static InstallationView Of(InstallationChange change) =>
        new(change.Version, change.Banner, change.RegistrationClosed, change.KeepWordsDays, change.ChangedAt, change.ChangedBy);
}

/// <summary>Reads and changes what holds for everybody: here at once, on other servers within ten seconds.</summary>
internal sealed class ChangeInstallation(AppDbContext db, WriteGate gate, AuditLog audit, InstallationState state, TimeProvider clock)
{
    public async Task<InstallationView> ReadAsync(CancellationToken cancellationToken) =>
        InstallationView.Of(
            await db.Set<InstallationChange>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new InstallationChange()
        );

    public async Task<InstallationView> HandleAsync(CurrentUser user, ChangeInstallationInput input, CancellationToken cancellationToken)
    {
        var stored = await db.Set<InstallationChange>().SingleOrDefaultAsync(cancellationToken);
        var change = stored ?? db.Add(new InstallationChange()).Entity;
        if (change.Version != input.Version)
        {
            throw Stale(change.Version);
        }

        var before = Describe(change);
        change.Banner = string.IsNullOrWhiteSpace(input.Banner) ? null : input.Banner.Trim();
        change.RegistrationClosed = input.RegistrationClosed;
        change.KeepWordsDays = input.KeepWordsDays;
        change.Version++;
        change.ChangedAt = clock.GetUtcNow();
        change.ChangedBy = user.Id;
        audit.Add(db, user.Id, "installation.changed", "installation", before: before, after: Describe(change));
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Another admin was first.
            throw Stale(input.Version.Value + 1);
        }

        await state.ReadAsync(CancellationToken.None);
        return InstallationView.Of(change);
    }

    private static string Describe(InstallationChange change) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"banner: {change.Banner ?? "-"}; registration {(change.RegistrationClosed ? "closed" : "open")}; words kept {(change.KeepWordsDays is { } days ? $"{days} days" : "for good")}"
        );

    private static DomainException Stale(int version) =>
        new("stale", "Somebody changed this in the meantime. Load it again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = version },
        };
}
