namespace VirtualClient.Simulation.Models;

/// <summary>How a route did lately, as this process saw it: at most its newest 200 attempts of the last 15 minutes.</summary>
/// <param name="Calls">Attempts that came to an end by themselves; those cut short by us are left out.</param>
/// <param name="Failures">Those of <paramref name="Calls"/> that failed.</param>
/// <param name="Cut">Those that ended at the token limit.</param>
/// <param name="FirstTextTypical">Median time to the first text, or null when nothing was said.</param>
/// <param name="FirstTextSlow">Its 95th percentile.</param>
public sealed record RouteFigures(int Calls, int Failures, int Cut, TimeSpan? FirstTextTypical, TimeSpan? FirstTextSlow)
{
    /// <summary>Share of failures, 0 to 1; 0 without calls.</summary>
    public double FailureShare => Calls == 0 ? 0 : (double)Failures / Calls;

    /// <summary>Those of <see cref="Calls"/> that the provider declined to answer.</summary>
    public int Refused { get; init; }

    /// <summary>Attempts under way at this moment.</summary>
    public int InFlight { get; init; }

    /// <summary>The provider's name of the attempt that failed last, for questions to it; null when it gave none.</summary>
    public string? LastFailedRequestId { get; init; }
}

/// <summary>Collects what <see cref="RouteFigures"/> tells. Thread-safe.</summary>
internal sealed class RouteRecord(TimeProvider time)
{
    private const int Most = 200;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, string Outcome, TimeSpan? FirstText)> _calls = new();
    private int _inFlight;
    private string? _lastFailedRequestId;

    public RouteFigures Figures
    {
        get
        {
            lock (_gate)
            {
                var since = time.GetUtcNow() - Lately;
                var calls = _calls.Where(c => c.At > since).ToList();
                var first = calls.Select(c => c.FirstText).OfType<TimeSpan>().Order().ToList();
                return new(
                    calls.Count,
                    calls.Count(c => c.Outcome == "failed"),
                    calls.Count(c => c.Outcome == "cut"),
                    At(first, 0.5),
                    At(first, 0.95)
                )
                {
                    Refused = calls.Count(c => c.Outcome == "refused"),
                    InFlight = _inFlight,
                    LastFailedRequestId = _lastFailedRequestId,
                };
            }
        }
    }

    public void Begin()
    {
        lock (_gate)
            _inFlight++;
    }

    /// <summary>Takes an attempt that has begun and is over.</summary>
    public void Add(ModelCall call)
    {
        lock (_gate)
        {
            _inFlight--;
            if (call.Outcome == "failed")
                _lastFailedRequestId = call.RequestId;
            if (call.Outcome == "cancelled")
                return;
            _calls.Enqueue((time.GetUtcNow(), call.Outcome, call.FirstTextAfter));
            while (_calls.Count > Most)
                _calls.Dequeue();
        }
    }

    private static TimeSpan? At(List<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
