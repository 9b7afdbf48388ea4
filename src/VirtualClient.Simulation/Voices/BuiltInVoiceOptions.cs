using System.ComponentModel.DataAnnotations;

namespace VirtualClient.Simulation.Voices;

/// <summary>How fast the built-in voice talks. Both zero: the reply comes at once (tests, load runs).</summary>
public sealed class BuiltInVoiceOptions
{
    /// <summary>Time from the first to the last word of the shortest reply.</summary>
    /// <value>Default 0.5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan MinDuration { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time for a reply of forty words or more; shorter ones lie between.</summary>
    /// <value>Default 2.5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMilliseconds(2500);
}
