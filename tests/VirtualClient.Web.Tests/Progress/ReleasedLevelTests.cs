using System.Text.Json.Nodes;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Assessments;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Progress;

/// <summary>What teachers decided, criterion by criterion over a student's own attempts: released, and never a draft.</summary>
public sealed class ReleasedLevelTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task Released_levels_stand_in_progress_by_criterion_and_nothing_that_was_not_released()
    {
        var (email, password) = await scoring.Host.NewAccountAsync(Roles.Student);
        var student = await scoring.Host.SignInAsync(email, password);
        var begun = await Scoring.BeginAsync(
            scoring.Host,
            new
            {
                title = "First meeting",
                kind = "graded",
                maxAttempts = 3,
            }
        );
        (await begun.Work.Room.EnrollAsync(email)).Is(201);
        var first = await begun.DraftedAsync(student);
        Assert.Empty(await CriteriaAsync(student));

        (await first.DecideAsync(Scoring.Keys[0], "satisfactory")).Is(200);
        (await first.DecideAsync(Scoring.Keys[1], null)).Is(200);
        Assert.Empty(await CriteriaAsync(student));
        (await first.PostAsync("release")).Is(200);
        var second = await begun.DraftedAsync(student);
        await second.DecideAllAsync();
        (await second.PostAsync("release")).Is(200);

        // A third one waits with a draft and shows in nothing; a classmate's is a classmate's.
        await begun.DraftedAsync(student);
        var other = await begun.DraftedAsync();
        await other.DecideAllAsync("excellent");
        (await other.PostAsync("release")).Is(200);

        var criteria = await CriteriaAsync(student);
        Assert.Equal(Scoring.Keys, criteria.Select(c => c["key"]!.GetValue<string>()));
        Assert.Equal([("Satisfactory", 0.5m), ("Good", 0.75m)], Levels(criteria[0]));
        Assert.Equal([(null, null), ("Good", 0.75m)], Levels(criteria[1]));
        Assert.Null(criteria[2]["levels"]![0]);
        Assert.Equal("Good", criteria[2]["levels"]![1]!["level"]!.GetValue<string>());

        var browser = scoring.Host.Browser();
        await browser.SignInAsync(email, password);
        browser.Count = "progress with criteria";
        var page = await browser.GetAsync("/progress");
        Assert.InRange(scoring.Host.RoundTrips.Of("progress with criteria").Count, 1, 6);
        var rows = page.Document.QuerySelectorAll("#criteria tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Satisfactory", rows[0], StringComparison.Ordinal);
        Assert.Contains("No opportunity", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Excellent", page.Document.QuerySelector("#criteria")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Scoring.Keys.Length, page.Document.QuerySelectorAll("#criteria .small-multiples > div").Length);
        Assert.Equal(2, page.Document.QuerySelectorAll("#criteria tbody th a[href$='/debrief']").Length);

        // Taken back is taken back here too.
        var version = (await second.ReadAsync())["version"]!.GetValue<int>();
        (await second.PostAsync("reopen", new { version, reason = "Look again." })).Is(200);
        Assert.Equal(Scoring.Keys[..2], (await CriteriaAsync(student)).Select(c => c["key"]!.GetValue<string>()));
    }

    private static async Task<List<JsonNode>> CriteriaAsync(ApiClient student) =>
        [.. (await student.GetAsync("/api/v1/student/progress")).Is(200).Json!["criteria"]!.AsArray().Select(c => c!)];

    private static IEnumerable<(string?, decimal?)> Levels(JsonNode criterion) =>
        criterion["levels"]!.AsArray().Select(l => (l!["level"]?.GetValue<string>(), l["share"]?.GetValue<decimal>()));
}
