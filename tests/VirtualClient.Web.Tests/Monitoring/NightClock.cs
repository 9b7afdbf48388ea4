namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>A clock that jumps when told to and whose slow timers, those of work that is done now and then, go off when told to.</summary>
internal sealed class NightClock : TimeProvider
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly List<Bell> bells = [];
    private DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <summary>To the next moment at which it is so late in this zone, so many days from now.</summary>
    public void MoveTo(TimeZoneInfo zone, int days, TimeOnly time)
    {
        lock (gate)
        {
            var local = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(days) + time.ToTimeSpan();
            now = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }

    public void Ring()
    {
        List<Bell> all;
        lock (gate)
        {
            all = [.. bells];
        }

        all.ForEach(bell => bell.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period < Slow)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var bell = new Bell(() => callback(state));
        lock (gate)
        {
            bells.Add(bell);
        }

        return bell;
    }

    private sealed class Bell(Action ring) : ITimer
    {
        private volatile bool isOver;

        public void Ring()
        {
            if (!isOver)
            {
                ring();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
