using System.Text.Json;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Tests;

/// <summary>The type of every problem is a heading in docs/errors.md; a code without one would lead nowhere.</summary>
public sealed partial class ErrorsDocTests
{
    private static readonly string Page = Source.Text("docs", "errors.md");

    [Fact]
    public void Every_code_in_the_source_has_its_heading()
    {
        var missing = CodesInSource().Except(Headings(), StringComparer.Ordinal);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_kind_of_failed_reply_is_explained()
    {
        var kinds = Enum.GetNames<FailureKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Append("breach").Append("interrupted");
        Assert.Empty(kinds.Where(kind => !Page.Contains($"| `{kind}` |", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("throw new DomainException(\"a-rule\", \"Sentence.\");")]
    [InlineData("throw new DomainException(\n    \"a-rule\",\n    \"Sentence.\", 400);")]
    [InlineData("public static DomainException Active(Message m) =>\n    new(\"a-rule\", \"Sentence.\")")]
    [InlineData("Problems.Of(429, \"a-rule\", \"Sentence.\")")]
    [InlineData("Result(\n    StatusCodes.Status422UnprocessableEntity,\n    \"a-rule\",")]
    public void A_code_is_found_however_it_is_written(string source) =>
        Assert.Equal("a-rule", Assert.Single(Codes().Matches(source)).Groups["code"].Value);

    private static HashSet<string> CodesInSource()
    {
        var codes = Source
            .Files(".cs")
            .Where(file => file.Path.StartsWith("src/VirtualClient.Web/", StringComparison.Ordinal))
            .SelectMany(file => Codes().Matches(file.Text))
            .Select(match => match.Groups["code"].Value)
            .ToHashSet(StringComparer.Ordinal);
        // A pattern that finds nothing any more would make these tests say yes to everything.
        Assert.InRange(codes.Count, 15, 500);
        return codes;
    }

    private static IReadOnlyList<string> Headings() =>
        [.. Page.Split('\n').Where(line => Heading().IsMatch(line)).Select(line => line[3..].Trim())];

    [GeneratedRegex(
        """(?:DomainException\(|DomainException\s+\w+\([^)]*\)\s*=>\s*new\(|\b(?:Of|Result)\(\s*(?:\d{3}|StatusCodes\.\w+),)\s*"(?<code>[a-z][a-z-]+)"\s*,""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Codes();

    [GeneratedRegex("^## [a-z-]+\r?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
