using System.Globalization;
using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Simulation.Tests.Assessment;

/// <summary>The rubrics that come with the product keep the rules for all rubrics and the stricter ones for those we ship.</summary>
public sealed class BuiltInRubricTests
{
    public static TheoryData<string> Keys { get; } = [.. BuiltInRubrics.All.Select(rubric => rubric.Key)];

    [Fact]
    public void There_are_seven_in_teaching_order() =>
        Assert.Equal(
            [
                "core-interview",
                "engagement-and-first-contact",
                "psychosocial-assessment",
                "motivational-interviewing",
                "crisis-and-suicide-risk",
                "cultural-humility",
                "ending-and-referral",
            ],
            BuiltInRubrics.All.Select(rubric => rubric.Key)
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_rubric_has_no_fault(string key)
    {
        var faults = RubricRules.Check(Of(key));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => $"{fault.Field}: {fault.Sentence}")));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_level_is_described_and_every_criterion_names_its_competency(string key)
    {
        var rubric = Of(key);
        Assert.Equal(1m, rubric.Criteria.Sum(c => c.Weight));
        Assert.NotEmpty(rubric.Description);
        foreach (var criterion in rubric.Criteria)
        {
            Assert.Equal(["excellent 4", "good 3", "satisfactory 2", "needs_improvement 1"], criterion.Levels.Select(Short));
            Assert.All(criterion.Levels, level => Assert.InRange(Words(level.Descriptor), 6, 60));
            Assert.InRange(criterion.EvaluationPoints.Count, 4, 6);
            Assert.NotNull(criterion.Competency);
        }

        static string Short(RubricLevel level) => string.Create(CultureInfo.InvariantCulture, $"{level.Key} {level.Points}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Nothing_is_said_twice_and_nothing_is_shouted(string key)
    {
        var texts = Of(key)
            .Criteria.SelectMany(c => c.EvaluationPoints.Concat(c.Levels.Select(level => level.Descriptor)).Append(c.Description))
            .ToList();
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(texts, text => text.Contains('!'));
    }

    [Fact]
    public void Competencies_are_those_that_an_interview_can_show()
    {
        Assert.Equal([6, 6, 1, 7, 8], Of("core-interview").Criteria.Select(c => c.Competency!.Value));
        Assert.Equal([1, 6], Named("engagement-and-first-contact"));
        Assert.Equal([7], Named("psychosocial-assessment"));
        Assert.Equal([6, 8], Named("motivational-interviewing"));
        Assert.Equal([1, 6, 7, 8], Named("crisis-and-suicide-risk"));
        Assert.Equal([2, 3], Named("cultural-humility"));
        Assert.Equal([8, 9], Named("ending-and-referral"));

        static IEnumerable<int> Named(string key) => Of(key).Criteria.Select(c => c.Competency!.Value).Distinct().Order();
    }

    [Fact]
    public void Cultural_humility_is_judged_by_a_person_only() =>
        Assert.All(Of("cultural-humility").Criteria, criterion => Assert.True(criterion is { PersonOnly: true, Indicator: null }));

    private static RubricDefinition Of(string key) => BuiltInRubrics.All.Single(rubric => rubric.Key == key).Rubric;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
