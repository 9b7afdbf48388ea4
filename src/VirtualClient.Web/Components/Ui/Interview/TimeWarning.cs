namespace VirtualClient.Web.Components.Ui.Interview;

/// <summary>What is said of the time that is left: at five minutes, at one, and when it is over. The page's script takes the same sentences.</summary>
public static class TimeWarning
{
    public const string Five = "About five minutes are left. Time to find an ending.";
    public const string One = "About one minute is left. A reply that has begun is finished.";
    public const string Over = "The time is over. The conversation closes in a moment.";

    /// <summary>Null while there is no need to say anything.</summary>
    public static string? For(TimeSpan? left) =>
        left is not { } rest || rest > TimeSpan.FromMinutes(5) ? null
        : rest <= TimeSpan.Zero ? Over
        : rest <= TimeSpan.FromMinutes(1) ? One
        : Five;
}
