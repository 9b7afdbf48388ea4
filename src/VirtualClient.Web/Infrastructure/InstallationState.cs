using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What an admin set for everybody, known without a query. What was changed on another server is known here within ten seconds.</summary>
public sealed partial class InstallationState(
    IDbContextFactory<AppDbContext> factory,
    TimeProvider clock,
    ILogger<InstallationState> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public InstallationChange Now { get; private set; } = new();

    /// <summary>Said at the top of every page, or null.</summary>
    public string? Banner => Now.Banner;

    /// <exception cref="DomainException">An admin has closed registration.</exception>
    public void RequireOpenRegistration()
    {
        if (Now.RegistrationClosed)
        {
            throw new DomainException(
                "registration-closed",
                "Nobody can join or complete an account right now. Your school has closed this for the moment."
            );
        }
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        Now = await db.Set<InstallationChange>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new InstallationChange();
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch (Exception e) when (e.IsTransient())
        {
            // Known ten seconds later; that must not keep a server from starting.
            LogAway(e);
        }

        await base.StartAsync(cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; what admins set stays as it was")]
    private partial void LogAway(Exception exception);
}
