namespace VirtualClient.Web.Components;

/// <summary>Where to go after a form: an address of this site, or home.</summary>
public static class LocalAddress
{
    /// <summary>Refuses other sites' addresses in all their disguises ("//evil", "/\evil", "https://evil").</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
