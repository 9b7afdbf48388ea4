using System.Text.RegularExpressions;

namespace VirtualClient.Web.Tests;

/// <summary>Where things may live, and who may know whom; docs/architecture.md says why.</summary>
public sealed partial class LayoutTests
{
    /// <summary>Between features only leftwards.</summary>
    private static readonly string[] Features =
    [
        "Accounts",
        "Sections",
        "Spending",
        "ClientProfiles",
        "Rubrics",
        "Assignments",
        "Conversations",
        "Debriefs",
        "Assessments",
        "Progress",
        "Monitoring",
        "Home",
        "Demo",
    ];

    private static readonly string[] Forbidden = ["Common", "Shared", "Helpers", "Utils", "Services", "DTOs", "Dto", "Extensions"];

    private static readonly string Root = FindRoot();

    [Fact]
    public void A_feature_knows_only_the_features_to_its_left()
    {
        var wrong = new List<string>();
        foreach (
            var (path, text) in Sources("src/VirtualClient.Web/Features")
                .Where(f => !f.Path.EndsWith("_Imports.razor", StringComparison.Ordinal))
        )
        {
            var own = Array.IndexOf(Features, path.Split('/')[3]);
            Assert.True(own >= 0, $"{path}: a feature that the order does not know");
            wrong.AddRange(Features.Skip(own + 1).Where(right => Mentions(text, right)).Select(right => $"{path} knows {right}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A page names its scripts by an address with a version, an import by one without: the browser would run them once for each.</summary>
    [Fact]
    public void A_script_that_a_page_starts_is_imported_by_no_other()
    {
        var started = Source
            .Files(".razor")
            .SelectMany(page => StartedScript().Matches(page.Text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var imported =
            from script in Source.Files(".js")
            from Match match in ImportedScript().Matches(script.Text)
            let here = new Uri("http://page/" + script.Path[(script.Path.IndexOf("wwwroot/", StringComparison.Ordinal) + 8)..])
            select new Uri(here, match.Groups[1].Value).AbsolutePath[1..];
        Assert.NotEmpty(started);
        Assert.Empty(imported.Intersect(started, StringComparer.Ordinal));
    }

    [Fact]
    public void What_features_stand_on_knows_no_feature_and_the_simulation_knows_no_web()
    {
        string[] below = ["src/VirtualClient.Web/Infrastructure", "src/VirtualClient.Web/Components"];
        var wrong = below.SelectMany(Sources).Where(file => file.Text.Contains("VirtualClient.Web.Features", StringComparison.Ordinal));
        var web = Sources("src/VirtualClient.Simulation")
            .Where(file =>
                file.Text.Contains("VirtualClient.Web", StringComparison.Ordinal)
                || file.Text.Contains("using Microsoft.AspNetCore", StringComparison.Ordinal)
                || file.Text.Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            )
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));
        Assert.Empty(wrong.Concat(web).Select(file => file.Path));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines_and_no_folder_is_a_drawer_for_everything()
    {
        var all = new[] { "src", "tests", "bench", "tools" }
            .SelectMany(Sources)
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .ToList();
        Assert.True(all.Count > 200, "hardly any source was found");
        Assert.Empty(all.Where(file => file.Text.Count(c => c == '\n') > 300).Select(file => file.Path));
        var drawers = all.Where(file => file.Path.Split('/')[..^1].Intersect(Forbidden, StringComparer.OrdinalIgnoreCase).Any());
        var models = all.Where(file =>
            file.Path.StartsWith("src/VirtualClient.Web/", StringComparison.Ordinal)
            && file.Path.Contains("/Models/", StringComparison.Ordinal)
        );
        Assert.Empty(drawers.Concat(models).Select(file => file.Path));
    }

    [Fact]
    public void Time_comes_from_the_clock_that_is_passed_in()
    {
        var now = Sources("src").Where(file => NowPattern().IsMatch(file.Text));
        Assert.Empty(now.Select(file => file.Path));
    }

    /// <summary>By its namespace, or by a name put before one of its types.</summary>
    private static bool Mentions(string text, string feature) =>
        Regex.IsMatch(text, $@"\bFeatures\.{feature}\b|(?<![\w./""]){feature}\.[A-Z]\w+");

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtualClient.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The source is not above the tests.");
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex NowPattern();

    [GeneratedRegex("""Assets\["(js/[^"]+)"\]""", RegexOptions.CultureInvariant)]
    private static partial Regex StartedScript();

    [GeneratedRegex("""^import [^"]*"(\.[^"]+)";""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ImportedScript();
}
