namespace VirtualClient.Web.Infrastructure;

/// <summary>The system's clock in whole microseconds, as PostgreSQL keeps times: what is answered before a row is read again is what is stored.</summary>
internal sealed class StoredClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
