namespace VirtualClient.Simulation.Models;

/// <summary>Calls and failures of the last seconds, one bucket a second. Not safe for several threads.</summary>
internal sealed class FailureWindow(TimeSpan length)
{
    private readonly (long Second, int Calls, int Failures)[] _buckets = new (long, int, int)[Math.Max(1, (int)length.TotalSeconds)];

    public void Add(DateTimeOffset at, bool failed)
    {
        var second = at.ToUnixTimeSeconds();
        ref var bucket = ref _buckets[second % _buckets.Length];
        if (bucket.Second != second)
            bucket = (second, 0, 0);
        bucket.Calls++;
        bucket.Failures += failed ? 1 : 0;
    }

    public (int Calls, int Failures) Count(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        var calls = 0;
        var failures = 0;
        foreach (var bucket in _buckets)
            if (second - bucket.Second < _buckets.Length && bucket.Second <= second)
            {
                calls += bucket.Calls;
                failures += bucket.Failures;
            }
        return (calls, failures);
    }

    public void Clear() => Array.Clear(_buckets);
}
