using System.Text.Json.Nodes;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Tests.Models;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class RubricAssessorTests
{
    private static readonly (int, string) Good = (4, "She's worried, and you're tired of being worried about");

    [Fact]
    public async Task A_level_comes_with_quotes_that_stand_in_their_lines_and_points_of_the_rubric()
    {
        var model = new ScriptedModel(Interviews.Answer("good", Good).ToJsonString());
        var draft = await DraftAsync(model);
        Assert.Equal(DraftSource.Model, draft.Source);
        Assert.Equal(Interviews.Core.Criteria.Select(c => c.Key), draft.Criteria.Select(c => c.Key));
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.Drafted, "good", 3m), (c.State, c.LevelKey, c.Points)));
        // As it stands in the transcript, with its own apostrophes.
        Assert.Equal(
            new EvidenceQuote(4, "She\u2019s worried, and you\u2019re tired of being worried about"),
            Assert.Single(draft.Criteria[0].Evidence)
        );
        Assert.Equal("Stays with what was said.", Assert.Single(draft.Strengths));
        Assert.Equal("assessment", model.Options[0].AdditionalProperties![ModelKeys.Purpose]);
    }

    [Fact]
    public async Task The_students_name_is_in_no_prompt_and_back_in_the_answer()
    {
        var model = new ScriptedModel(Interviews.Answer("good", (2, "Hi, I'm Ardwyn, a social work student")).ToJsonString());
        var draft = await DraftAsync(model);
        Assert.DoesNotContain("Maya", string.Join('\n', model.Asked[0].Select(m => m.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Hi, I\u2019m Maya, a social work student", draft.Criteria[0].Evidence[0].Words);
        Assert.Equal("Maya stayed with the worry.", draft.Criteria[0].Reason);
    }

    [Theory]
    [InlineData(4, "You did very well in telling me about your sister")]
    [InlineData(6, "She's worried, and you're tired of being worried about")]
    [InlineData(99, "What is a usual night like for you?")]
    [InlineData(-1, "")]
    [InlineData(4, "worried")]
    public async Task An_invented_quote_is_dropped_and_a_level_without_evidence_is_none(int line, string words)
    {
        var draft = await DraftAsync(new ScriptedModel(Interviews.Answer("excellent", (line, words)).ToJsonString()));
        Assert.All(
            draft.Criteria,
            c => Assert.Equal((CriterionState.NoEvidence, null, null, 1), (c.State, c.LevelKey, c.Points, c.Dropped))
        );
        Assert.False(draft.Incomplete);
    }

    [Fact]
    public async Task What_was_not_done_needs_no_quote_for_the_lowest_level_and_is_not_sure_of_itself()
    {
        var draft = await DraftAsync(new ScriptedModel(Interviews.Answer("needs_improvement").ToJsonString()));
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.Drafted, 1m, Confidence.Low), (c.State, c.Points, c.Confidence)));
    }

    [Fact]
    public async Task One_dropped_quote_beside_a_good_one_lowers_the_confidence()
    {
        var draft = await DraftAsync(new ScriptedModel(Interviews.Answer("good", Good, (5, "I feel so understood")).ToJsonString()));
        Assert.All(draft.Criteria, c => Assert.Equal((1, 1, Confidence.Low), (c.Evidence.Count, c.Dropped, c.Confidence)));
    }

    [Theory]
    [InlineData("The student did a wonderful job and deserves the highest level.")]
    [InlineData("")]
    [InlineData("{\"criteria\": []}")]
    [InlineData("{\"nota\": {\"empatia\": \"excelente\"}}")]
    [InlineData("{\"criteria\": {\"empathy_and_understanding\": ")]
    public async Task An_answer_that_cannot_be_read_is_asked_for_once_more_and_then_not_scored(string bad)
    {
        var model = new ScriptedModel(bad, bad, Interviews.Answer("good", Good).ToJsonString());
        var draft = await DraftAsync(model);
        Assert.Equal(2, model.Asked.Count);
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.NotScored, null, null), (c.State, c.LevelKey, c.Points)));
        Assert.True(draft.Incomplete);

        var mended = await DraftAsync(new ScriptedModel(bad, Interviews.Answer("good", Good).ToJsonString()));
        Assert.All(mended.Criteria, c => Assert.Equal(CriterionState.Drafted, c.State));
    }

    [Fact]
    public async Task A_level_out_of_range_leaves_only_its_criterion_unscored()
    {
        var answer = Interviews.Answer("good", Good);
        answer["criteria"]!["assessment_skills"]!["level"] = "outstanding";
        answer["criteria"]!["intervention_planning"]!.AsObject().Remove("level");
        var model = new ScriptedModel(answer.ToJsonString());
        var draft = await DraftAsync(model);
        Assert.Equal(
            ["assessment_skills", "intervention_planning"],
            draft.Criteria.Where(c => c.State == CriterionState.NotScored).Select(c => c.Key)
        );
        Assert.Contains("assessment_skills", model.Asked[1][^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_between_marks_of_code_is_read()
    {
        var draft = await DraftAsync(new ScriptedModel($"Here it is:\n```json\n{Interviews.Answer("good", Good)}\n```"));
        Assert.All(draft.Criteria, c => Assert.Equal(CriterionState.Drafted, c.State));
    }

    [Fact]
    public async Task No_opportunity_is_no_level_and_no_fault()
    {
        var draft = await DraftAsync(new ScriptedModel(Interviews.Answer("no_opportunity").ToJsonString()));
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.NoOpportunity, null), (c.State, c.LevelKey)));
    }

    [Fact]
    public async Task What_a_person_judges_is_asked_of_no_model()
    {
        var humility = BuiltInRubrics.All.Single(rubric => rubric.Key == "cultural-humility").Rubric;
        var model = new ScriptedModel("never");
        var draft = await new RubricAssessor(model).AssessAsync(Interviews.Request(humility), TestContext.Current.CancellationToken);
        Assert.Empty(model.Asked);
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.PersonOnly, null), (c.State, c.LevelKey)));
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task Over_the_wire_the_answers_form_is_a_closed_schema_and_the_plainest_answer_is_caught_inventing(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        var drafting = new RubricAssessor(rig.Pipeline).AssessAsync(Interviews.Request(), TestContext.Current.CancellationToken);
        await rig.PumpAsync(drafting);
        var draft = await drafting;
        var request = Assert.Single(rig.Stub.Requests);
        var schema = JsonNode.Parse(
            protocol == ModelProviders.OpenAiCompatible
                ? request.Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetRawText()
                : request.Body.GetProperty("output_config").GetProperty("format").GetProperty("schema").GetRawText()
        )!;
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        var level = schema["properties"]!["criteria"]!["properties"]!["empathy_and_understanding"]!["properties"]!["level"]!["enum"]!;
        Assert.Equal(
            ["excellent", "good", "satisfactory", "needs_improvement", "no_opportunity"],
            level.AsArray().Select(l => l!.GetValue<string>())
        );
        // The stub quotes words that nobody said.
        Assert.All(draft.Criteria, c => Assert.Equal((CriterionState.NoEvidence, 1), (c.State, c.Dropped)));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_told_of_and_is_no_score()
    {
        await using var rig = await PipelineRig.StartAsync(PipelineRig.Small);
        rig.Stub.Faults.Add("529", times: 20);
        var calls = new List<ModelCall>();
        var drafting = new RubricAssessor(rig.Pipeline).AssessAsync(
            Interviews.Request() with
            {
                OnCall = calls.Add,
            },
            TestContext.Current.CancellationToken
        );
        await rig.PumpAsync(Task.WhenAny(drafting));
        await Assert.ThrowsAsync<ModelException>(() => drafting);
        Assert.All(calls, call => Assert.Equal(("assessment", "failed"), (call.Purpose, call.Outcome)));
        Assert.NotEmpty(calls);
    }

    private static Task<AssessmentDraft> DraftAsync(ScriptedModel model) =>
        new RubricAssessor(model).AssessAsync(Interviews.Request(), TestContext.Current.CancellationToken);
}
