namespace VirtualClient.Web.Components.Ui.Page;

/// <summary>A link in crumbs, tabs or a list of contents; without an address it is the page itself.</summary>
public sealed record Place(string Label, string? Href = null)
{
    /// <summary>A count or a mark after the label of a tab.</summary>
    public string? Note { get; init; }

    public bool Current { get; init; }
}
