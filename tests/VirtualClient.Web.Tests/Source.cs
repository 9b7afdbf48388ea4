namespace VirtualClient.Web.Tests;

/// <summary>A file of the repository as a person wrote it; its path begins at the root and has slashes.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Text => string.Join('\n', Lines);
}

/// <summary>The repository's own files, for tests that read them. Generated ones are left out.</summary>
internal static class Source
{
    private static readonly string[] Generated = ["bin", "obj", "out", "Migrations"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(Read);

    public static string Root { get; } = FindRoot();

    public static IEnumerable<SourceFile> Files(params string[] extensions) =>
        All.Value.Where(file => extensions.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal));

    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static List<SourceFile> Read()
    {
        var files =
            from room in new[] { "src", "tests", "bench", "tools" }
            from file in Directory.EnumerateFiles(Path.Combine(Root, room), "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
            where Path.GetExtension(path) is ".cs" or ".razor" or ".css" or ".js"
            where
                !path.Split('/').Intersect(Generated, StringComparer.Ordinal).Any()
                && !path.EndsWith("wwwroot/ui.css", StringComparison.Ordinal)
            select new SourceFile(path, File.ReadAllLines(file));
        return [.. files];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtualClient.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
