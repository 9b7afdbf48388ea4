namespace VirtualClient.Web.Components.Ui;

/// <summary>The small drawings of the quiet room.</summary>
public enum LineArt
{
    /// <summary>Nobody has sat down yet.</summary>
    Chairs,

    /// <summary>Nothing is waiting.</summary>
    Window,

    /// <summary>Not here.</summary>
    Door,

    /// <summary>Something is broken.</summary>
    Lamp,
}
