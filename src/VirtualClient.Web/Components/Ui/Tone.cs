namespace VirtualClient.Web.Components.Ui;

/// <summary>What a message or a pill means; always said in words or an icon too.</summary>
public enum Tone
{
    None,
    Good,
    Warn,
    Bad,
    Info,
    Spruce,
}

internal static class ToneNames
{
    /// <summary>The value of <c>data-tone</c>; null leaves the attribute out.</summary>
    public static string? Attribute(this Tone tone) =>
        tone switch
        {
            Tone.Good => "good",
            Tone.Warn => "warn",
            Tone.Bad => "bad",
            Tone.Info => "info",
            Tone.Spruce => "spruce",
            _ => null,
        };

    public static string Icon(this Tone tone) =>
        tone switch
        {
            Tone.Good => "check",
            Tone.Warn or Tone.Bad => "warn",
            _ => "info",
        };
}
