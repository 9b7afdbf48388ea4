namespace VirtualClient.Simulation.Models.Layers;

/// <summary>What is seen of one attempt below the chat client: headers, and when bytes came. Written by the HTTP handler.</summary>
internal sealed class CallAttempt(TimeProvider time)
{
    private static readonly AsyncLocal<CallAttempt?> Local = new();
    private long _eventAt = time.GetTimestamp();

    /// <summary>The attempt on whose behalf a request is sent. Flows down into the provider's client, whoever wrote it.</summary>
    public static CallAttempt? Current
    {
        get => Local.Value;
        set => Local.Value = value;
    }

    public string? RequestId { get; set; }

    public TimeSpan? RetryAfter { get; set; }

    public int? StatusCode { get; set; }

    /// <summary>Time since the last whole event of the stream, a ping included; before the first one since the start.</summary>
    public TimeSpan Quiet => time.GetElapsedTime(Volatile.Read(ref _eventAt));

    public void SawEvent() => Volatile.Write(ref _eventAt, time.GetTimestamp());
}
