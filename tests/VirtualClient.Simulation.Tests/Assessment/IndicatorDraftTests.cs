using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class IndicatorDraftTests
{
    [Fact]
    public async Task Without_a_model_counts_speak_about_what_they_can_and_about_nothing_else()
    {
        var draft = await DraftAsync(Interviews.Core, Listening(reflections: 8, questions: 4));
        Assert.Equal(DraftSource.Indicators, draft.Source);
        var communication = draft.Criteria.Single(c => c.Key == "communication_skills");
        Assert.Equal((CriterionState.Drafted, "excellent", 4m), (communication.State, communication.LevelKey, communication.Points));
        Assert.Equal("8 reflections to 4 questions: 2.0 for each.", communication.Reason);
        Assert.NotEmpty(communication.Evidence);
        Assert.All(
            draft.Criteria.Where(c => c != communication),
            c => Assert.Equal((CriterionState.NotCountable, null, null), (c.State, c.LevelKey, c.Points))
        );
    }

    [Theory]
    [InlineData(0, 8, "needs_improvement")]
    [InlineData(2, 4, "satisfactory")]
    [InlineData(5, 5, "good")]
    [InlineData(12, 6, "excellent")]
    [InlineData(8, 0, "excellent")]
    public async Task Reflections_for_each_question_give_the_level(int reflections, int questions, string level)
    {
        var draft = await DraftAsync(Interviews.Core, Listening(reflections, questions));
        Assert.Equal(level, draft.Criteria.Single(c => c.Key == "communication_skills").LevelKey);
    }

    [Fact]
    public async Task One_turn_is_nothing_to_count_in()
    {
        var draft = await DraftAsync(Interviews.Core, [Interviews.Student(1, "So it was long.", LabelCode.SimpleReflection)]);
        Assert.All(draft.Criteria, c => Assert.Null(c.LevelKey));
    }

    [Fact]
    public async Task Duties_of_the_beginning_are_counted_where_they_belong()
    {
        var rubric = BuiltInRubrics.All.Single(r => r.Key == "engagement-and-first-contact").Rubric;
        List<TranscriptLine> lines =
        [
            Interviews.Student(1, "Hi, I\u2019m Maya.", LabelCode.Introduction),
            Interviews.Student(2, "I\u2019m a student with the family service.", LabelCode.ExplainsRole),
            Interviews.Student(3, "Today is for getting to know each other.", LabelCode.AgreesPurpose),
            .. Enumerable.Range(4, 8).Select(n => Interviews.Student(n, "How was that?", LabelCode.OpenQuestion)),
            Interviews.Student(12, "We have until four.", LabelCode.Agenda),
        ];
        var arriving = (await DraftAsync(rubric, lines)).Criteria.Single(c => c.Key == "arriving_and_introducing");
        Assert.Equal(("good", "In the first turns: name, role, purpose. Not heard: time or agenda."), (arriving.LevelKey, arriving.Reason));
        Assert.Equal([1, 2, 3], arriving.Evidence.Select(e => e.Line));
    }

    [Fact]
    public async Task Never_for_empathy_ethics_or_safety_whatever_a_rubric_says()
    {
        var wrong = Interviews.Core with
        {
            Criteria = [.. Interviews.Core.Criteria.Select(c => c with { Indicator = Indicator.Reflections })],
        };
        var draft = await DraftAsync(wrong, Listening(9, 3));
        Assert.Null(draft.Criteria.Single(c => c.Key == "empathy_and_understanding").LevelKey);
        Assert.Null(draft.Criteria.Single(c => c.Key == "professional_boundaries").LevelKey);
    }

    [Fact]
    public async Task Levels_of_ones_own_are_reached_by_the_same_counts()
    {
        RubricLevel Level(string key, decimal points) =>
            new()
            {
                Key = key,
                Name = key,
                Points = points,
            };
        var two = Interviews.Core.Criteria[1] with { Levels = [Level("yes", 1), Level("not_yet", 0)] };
        var rubric = Interviews.Core with { Criteria = [two with { Weight = 1 }] };
        Assert.Equal("yes", (await DraftAsync(rubric, Listening(9, 3))).Criteria[0].LevelKey);
        Assert.Equal("not_yet", (await DraftAsync(rubric, Listening(0, 9))).Criteria[0].LevelKey);
    }

    private static IReadOnlyList<TranscriptLine> Listening(int reflections, int questions) =>
        [
            .. Enumerable.Range(1, reflections).Select(n => Interviews.Student(n, "So it was long.", LabelCode.SimpleReflection)),
            .. Enumerable.Range(reflections + 1, questions).Select(n => Interviews.Student(n, "How was it?", LabelCode.OpenQuestion)),
        ];

    private static Task<AssessmentDraft> DraftAsync(RubricDefinition rubric, IReadOnlyList<TranscriptLine> lines) =>
        new RubricAssessor(null).AssessAsync(Interviews.Request(rubric, lines), TestContext.Current.CancellationToken);
}
