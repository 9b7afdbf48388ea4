namespace VirtualClient.Web.Tests.Hosting;

/// <summary>A wall clock that stands still and jumps when told to; timers and how long something takes go by the machine's.</summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly DateTimeOffset start = System.GetUtcNow();
    private long movedTicks;

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref movedTicks));

    public void Move(TimeSpan by) => Interlocked.Add(ref movedTicks, by.Ticks);
}
