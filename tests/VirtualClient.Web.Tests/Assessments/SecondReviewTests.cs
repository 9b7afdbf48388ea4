using VirtualClient.Web.Data;

namespace VirtualClient.Web.Tests.Assessments;

public sealed class SecondReviewTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    private static Dictionary<string, string> All(string level) => Scoring.Keys.ToDictionary(key => key, _ => level);

    [Fact]
    public async Task Who_has_read_the_review_of_an_attempt_is_not_blind_any_more()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (attempt, other) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        var assistant = await begun.Work.Room.AddAsync(Roles.Student, "assistant");
        await attempt.ReadAsync(assistant);
        var levels = All("satisfactory");
        (await assistant.PostAsync($"/api/v1/assessments/{await attempt.IdAsync()}/second", new { levels })).Is(409, "not-blind");
        (await assistant.PostAsync($"/api/v1/assessments/{await other.IdAsync()}/second", new { levels })).Is(201);
    }

    [Fact]
    public async Task A_second_reviewer_sees_nothing_of_the_first_until_their_own_levels_are_given()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        await attempt.DecideAllAsync("good");
        var assistant = await begun.Work.Room.AddAsync(Roles.Student, "assistant");
        var path = $"/api/v1/assessments/{await attempt.IdAsync()}/second";
        var before = (await assistant.GetAsync(path)).Is(200);
        Assert.DoesNotContain("Good", before.Content, StringComparison.Ordinal);
        Assert.False(before.Json!["given"]!.GetValue<bool>());
        var levels = All("satisfactory");
        levels.Remove(Scoring.Keys[4]);
        (await assistant.PostAsync(path, new { levels })).Is(422, "second-incomplete");
        (await assistant.PostAsync(path, new { levels = All("superb") })).Is(422, "level-unknown");
        (await assistant.PostAsync(path, new { })).Is(422, "invalid");
        levels[Scoring.Keys[4]] = "no_opportunity";
        var after = (await assistant.PostAsync(path, new { levels })).Is(201).Json!;
        Assert.Equal(
            ("Satisfactory", "Good"),
            (after["criteria"]![0]!["mine"]!.GetValue<string>(), after["criteria"]![0]!["first"]!.GetValue<string>())
        );
        Assert.Equal("No opportunity", after["criteria"]![4]!["mine"]!.GetValue<string>());
        (await assistant.PostAsync(path, new { levels })).Is(409, "second-given");
        (await begun.Teacher.PostAsync(path, new { levels })).Is(409, "not-blind");
        (await attempt.Student.GetAsync(path)).Is(403);
        // Nothing of it is in what counts.
        Assert.Equal(0.75m, (await attempt.ReadAsync())["score"]!["share"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Two_reviewers_agree_as_far_as_their_levels_do()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var assistant = await begun.Work.Room.AddAsync(Roles.Student, "assistant");
        foreach (var (first, second) in new[] { ("good", "good"), ("satisfactory", "good") })
        {
            var attempt = await begun.DraftedAsync();
            await attempt.DecideAllAsync(first);
            (await assistant.PostAsync($"/api/v1/assessments/{await attempt.IdAsync()}/second", new { levels = All(second) })).Is(201);
        }

        var agreement = (await begun.Teacher.GetAsync(begun.Work.Path + "/agreement")).Is(200).Json!["reviewers"]!;
        Assert.Equal(
            (true, 10, 0.5m),
            (agreement["known"]!.GetValue<bool>(), agreement["pairs"]!.GetValue<int>(), agreement["percent"]!.GetValue<decimal>())
        );
        Assert.Equal(5, agreement["criteria"]!.AsArray().Count);
    }
}
