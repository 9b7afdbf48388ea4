using System.Text.Json.Nodes;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Rubrics;

/// <summary>What must be true of a rubric, as a script learns it.</summary>
public sealed class RubricRuleTests(EveryTest every)
{
    [Fact]
    public async Task A_new_rubric_gets_the_keys_and_levels_that_were_left_out()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var made = await teacher.CreateAsync();
        var read = (await teacher.GetAsync(made.At())).Is(200);
        Assert.Equal(made.Content, read.Content);
        Assert.Equal(("Home visit", 1), (read.Text("name"), read.Number("version")));
        var criterion = read.Json!["criteria"]![0]!;
        Assert.Equal(("listening", 0.6m), (criterion["key"]!.GetValue<string>(), criterion["weight"]!.GetValue<decimal>()));
        Assert.Equal(
            ["excellent 4", "good 3", "satisfactory 2", "needs_improvement 1"],
            criterion["levels"]!.AsArray().Select(l => $"{l!["key"]} {l["points"]}")
        );
        Assert.Equal("", (await teacher.CreateAsync(RubricSample.Two().With("description", null))).Text("description"));
    }

    [Theory]
    [InlineData(0.5, 0.49, "0.99")]
    [InlineData(0.6, 0.6, "1.2")]
    [InlineData(0.5, 0.5011, "1.0011")]
    public async Task Weights_that_do_not_add_up_are_refused_with_their_true_sum(double one, double other, string sum)
    {
        var answer = await RefusedAsync(RubricSample.Of(RubricSample.Criterion("A", one), RubricSample.Criterion("B", other)));
        Assert.Equal($"The weights add up to {sum}; they must add up to 1.0.", Sentence(answer, "criteria"));
    }

    [Theory]
    [InlineData(0.5, 0.5009)]
    [InlineData(0.5, 0.499)]
    public async Task A_thousandth_more_or_less_is_let_through(double one, double other)
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        await teacher.CreateAsync(RubricSample.Of(RubricSample.Criterion("A", one), RubricSample.Criterion("B", other)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.2)]
    [InlineData(1.2)]
    public async Task A_weight_is_over_0_and_at_most_1(double weight)
    {
        var answer = await RefusedAsync(RubricSample.Of(RubricSample.Criterion("A", weight), RubricSample.Criterion("B", 1 - weight)));
        Assert.Contains("over 0 and at most 1", Sentence(answer, "criteria[0].weight"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_criteria_of_one_name_are_refused_whatever_their_case_and_outer_spaces()
    {
        var answer = await RefusedAsync(
            RubricSample.Of(RubricSample.Criterion("Listening", 0.5), RubricSample.Criterion("  lISTENING ", 0.5))
        );
        Assert.Contains("this name", Sentence(answer, "criteria[1].name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rubric_without_criteria_is_refused()
    {
        Assert.Equal("A rubric has at least one criterion.", Sentence(await RefusedAsync(RubricSample.Of()), "criteria"));
        Assert.NotNull(Sentence(await RefusedAsync([]), "name"));
    }

    [Fact]
    public async Task A_criterion_has_a_description_and_something_to_look_for()
    {
        var bare = RubricSample.Criterion("A", 1).With("description", " ").With("evaluationPoints", new JsonArray());
        var answer = await RefusedAsync(RubricSample.Of(bare));
        Assert.NotNull(Sentence(answer, "criteria[0].description"));
        Assert.NotNull(Sentence(answer, "criteria[0].evaluationPoints"));
    }

    [Fact]
    public async Task Levels_out_of_order_are_refused_and_so_are_two_of_the_same_points()
    {
        var mixed = RubricSample.Criterion("A", 1).Levels(("High", 2), ("Higher", 3), ("Low", 1));
        Assert.Contains("most points", Sentence(await RefusedAsync(RubricSample.Of(mixed)), "criteria[0].levels[1].points"));
        var same = RubricSample.Criterion("A", 1).Levels(("High", 2), ("Low", 2));
        Assert.Contains("most points", Sentence(await RefusedAsync(RubricSample.Of(same)), "criteria[0].levels[1].points"));
        var none = RubricSample.Criterion("A", 1).With("levels", new JsonArray());
        Assert.Contains("2 to 7 levels", Sentence(await RefusedAsync(RubricSample.Of(none)), "criteria[0].levels"));
    }

    [Fact]
    public async Task Five_levels_of_ones_own_are_kept_as_they_are()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var five = RubricSample.Criterion("A", 1).Levels(("Exceeds", 5), ("Meets", 4), ("Near", 3), ("Below", 2), ("Harmful", 0));
        var made = await teacher.CreateAsync(RubricSample.Of(five));
        Assert.Equal(
            ["exceeds 5", "meets 4", "near 3", "below 2", "harmful 0"],
            made.Json!["criteria"]![0]!["levels"]!.AsArray().Select(l => $"{l!["key"]} {l["points"]}")
        );
    }

    [Theory]
    [InlineData("Empathy", 6)]
    [InlineData("Patient safety", 7)]
    [InlineData("Honesty", 1)]
    public async Task Counting_words_never_stands_in_for_empathy_ethics_or_safety(string name, int competency)
    {
        var counted = RubricSample.Criterion(name, 1).With("competency", competency).With("indicator", "reflections");
        Assert.Contains("Rules count words", Sentence(await RefusedAsync(RubricSample.Of(counted)), "criteria[0].indicator"));
    }

    [Fact]
    public async Task A_competency_is_one_of_nine()
    {
        var tenth = RubricSample.Criterion("A", 1).With("competency", 10);
        Assert.Contains("1 to 9", Sentence(await RefusedAsync(RubricSample.Of(tenth)), "criteria[0].competency"));
    }

    [Fact]
    public async Task Html_templates_and_control_characters_are_words_like_others()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        const string hostile = "<script>alert(1)</script> {{7*7}} ${x} %0a\u0000\u001b[31m '; drop table rubrics; --";
        var made = await teacher.CreateAsync(RubricSample.Of(RubricSample.Criterion(hostile, 1)).With("name", hostile));
        const string kept = "<script>alert(1)</script> {{7*7}} ${x} %0a[31m '; drop table rubrics; --";
        Assert.Equal((kept, kept), (made.Text("name"), made.Json!["criteria"]![0]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused_by_field()
    {
        var answer = await RefusedAsync(
            RubricSample.Of(RubricSample.Criterion(new string('x', 201), 1).With("description", new string('x', 2_001)))
        );
        Assert.Contains("201", Sentence(answer, "criteria[0].name"), StringComparison.Ordinal);
        Assert.Contains("2,001", Sentence(answer, "criteria[0].description"), StringComparison.Ordinal);
    }

    private async Task<Answer> RefusedAsync(JsonObject rubric)
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var answer = (await teacher.PostAsync(RubricSample.Path, rubric)).Is(422, "invalid");
        Assert.Empty((await teacher.GetAsync(RubricSample.Path)).Items);
        return answer;
    }

    private static string Sentence(Answer answer, string field)
    {
        var errors = answer.Json!["errors"]!.AsObject();
        Assert.True(errors.ContainsKey(field), $"{field} is not in {errors.ToJsonString()}");
        return errors[field]![0]!.GetValue<string>();
    }
}
