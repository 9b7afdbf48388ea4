using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

/// <summary>Drafts where no model is set up.</summary>
public sealed class IndicatorDraftTests(EveryTest every)
{
    [Fact]
    public async Task Without_a_model_counts_give_a_draft_for_what_can_be_counted_and_for_nothing_else()
    {
        var begun = await Scoring.BeginAsync(every.Host);
        var attempt = await begun.DraftedAsync(null, [.. Talk.Lines, "What else is on your mind?"]);
        var read = await attempt.ReadAsync(draft: true);
        Assert.Equal("indicators", read["source"]!.GetValue<string>());
        var drafted = read["criteria"]!
            .AsArray()
            .Where(c => c!["draft"]!["level"] is not null)
            .Select(c => c!["key"]!.GetValue<string>())
            .ToList();
        Assert.DoesNotContain("empathy_and_understanding", drafted);
        Assert.DoesNotContain("professional_boundaries", drafted);
        Assert.All(read["criteria"]!.AsArray(), c => Assert.Null(c!["decided"]));
        Assert.Null(read["score"]);
        var forecast = (await begun.Teacher.GetAsync(begun.Work.Path + "/drafts/forecast")).Is(200);
        Assert.Null(forecast.Json!["model"]);
        Assert.Equal(0m, forecast.Json["allUsd"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task One_turn_no_question_and_no_reflection_give_no_level_and_no_failure()
    {
        var begun = await Scoring.BeginAsync(every.Host);
        var attempt = await begun.DraftedAsync(null, "Hello.");
        var read = await attempt.ReadAsync(draft: true);
        Assert.Equal("drafted", read["draft"]!.GetValue<string>());
        Assert.All(read["criteria"]!.AsArray(), c => Assert.Null(c!["draft"]!["level"]));
    }
}
