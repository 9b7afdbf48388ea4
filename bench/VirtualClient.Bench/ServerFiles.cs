namespace VirtualClient.Bench;

/// <summary>
/// The product's server a bench starts: the one built beside the bench, or a published one, compiled for the machine as an institution runs it,
/// from the folder in <c>BENCH_SERVER</c>.
/// </summary>
internal static class ServerFiles
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("BENCH_SERVER") is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;

    public static string Main { get; } = Path.Combine(Folder, "VirtualClient.Web.dll");
}
