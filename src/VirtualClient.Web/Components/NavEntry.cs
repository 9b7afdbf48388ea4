namespace VirtualClient.Web.Components;

/// <summary>
/// One place in the main navigation. A feature registers its own, so that the shell knows no feature:
/// <c>services.AddSingleton(new NavEntry("teacher", 20, "Sections", "/sections", "people"))</c>. Three to five per role.
/// </summary>
/// <param name="Role">The role that sees it; somebody with two roles sees both sets.</param>
/// <param name="Order">Ascending from left; Home is 0.</param>
/// <param name="Icon">A symbol of <c>icons.svg</c>, shown on phones.</param>
public sealed record NavEntry(string Role, int Order, string Label, string Href, string Icon)
{
    /// <summary>Whether the page at <paramref name="path"/> belongs to this entry: the same address or one below it.</summary>
    public bool Holds(string path) =>
        Href == "/"
            ? path == "/"
            : path.StartsWith(Href, StringComparison.OrdinalIgnoreCase) && (path.Length == Href.Length || path[Href.Length] == '/');
}
