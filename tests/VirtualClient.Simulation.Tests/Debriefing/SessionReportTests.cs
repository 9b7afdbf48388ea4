using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Tests.Turns;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Debriefing;

/// <summary>A debrief against a count by hand, with a moderate client without traits who begins at 2.00.</summary>
public sealed class SessionReportTests
{
    private static readonly Persona Dana = TestPersonas.Plain;

    /// <summary>Introduced, asked, reflected, advised, blamed, repaired, reflected again.</summary>
    private static Meeting Seven() =>
        new Meeting(Dana)
            .Say("Hello, I'm Ana.", Turn.Of(LabelCode.Introduction))
            .Say("How has the week been?", Turn.Of(LabelCode.OpenQuestion), "I lost two shifts and I'm scared of the letter.")
            .Say("Two shifts gone.", Turn.Of(LabelCode.SimpleReflection).About("shifts"))
            .Say("You should call the landlord.", Turn.Of(LabelCode.AdviceWithoutPermission))
            .Say("Why did you wait so long?", Turn.Of(LabelCode.Confronting))
            .Say("That was unfair of me.", Turn.Of(LabelCode.Repair))
            .Say("You carry this alone.", Turn.Of(LabelCode.ComplexReflection));

    [Fact]
    public void Openness_follows_the_arithmetic_turn_by_turn()
    {
        // 2.00 +0.05 | +0.10 x 0.975 = 2 steps | +0.20 x 0.925 = 4 steps | -0.25 | -0.50 | +0.25 | +0.25
        var report = Seven().Report;
        Assert.Equal(OpennessBand.Warming, report.StartBand);
        Assert.Equal([2.05m, 2.15m, 2.35m, 2.10m, 1.60m, 1.85m, 2.10m], report.Openness.Select(turn => turn.Trust));
        Assert.Equal("wwwwggw", string.Concat(report.Openness.Select(turn => char.ToLowerInvariant(turn.Band.ToString()[0]))));
        Assert.Equal("UUUDDUU", string.Concat(report.Openness.Select(turn => turn.Change.ToString()[0])));
        Assert.Equal(["said who you are"], report.Openness[0].Reasons);
        Assert.Equal(["advice before it was wanted"], report.Openness[3].Reasons);
        Assert.Equal(["put something right"], report.Openness[5].Reasons);
    }

    [Fact]
    public void The_counts_are_those_of_a_hand()
    {
        var listening = Seven().Report.Listening;
        // 3 + 5 + 3 + 5 + 6 + 5 + 4 words against 7 of the opening, 10 of the long answer and 6 times 2; a gesture is no word.
        Assert.Equal((31, 29), (listening.StudentWords, listening.ClientWords));
        Assert.Equal(0.52m, listening.TalkShare);
        Assert.Equal((1, 0, 0, 0), (listening.Open, listening.Closed, listening.Leading, listening.Double));
        Assert.Equal((1, 1, 2), (listening.SimpleReflections, listening.ComplexReflections, listening.Reflections));
        // 2 to 1; 2 x 0.72 / 1.1 = 1.31 and 2 x 1.28 / 0.9 = 2.84
        Assert.Equal(new Estimate(2.0m, 1.3m, 2.8m, Reliability.Low), listening.ReflectionsPerQuestion);
        Assert.Equal((1, 0.14m), (listening.Advice, listening.AdviceRate));
    }

    [Fact]
    public void Without_a_question_there_is_no_ratio_and_an_empty_meeting_has_no_share()
    {
        Assert.Null(new Meeting(Dana).Say(LabelCode.SimpleReflection).Report.Listening.ReflectionsPerQuestion);
        var empty = new Meeting(Dana, "").Report;
        Assert.Null(empty.Listening.TalkShare);
        Assert.Equal(0m, empty.Listening.AdviceRate);
        Assert.Equal("You came", empty.Keep.Title);
        Assert.Empty(empty.Retries);
    }

    [Fact]
    public void A_ratio_that_rests_on_enough_turns_is_fair_and_no_better()
    {
        var meeting = new Meeting(Dana);
        for (var i = 0; i < 4; i++)
        {
            meeting.Say(LabelCode.OpenQuestion).Say(LabelCode.SimpleReflection);
        }

        Assert.Equal(new Estimate(1.0m, 0.7m, 1.4m, Reliability.Fair), meeting.Report.Listening.ReflectionsPerQuestion);
    }

    [Fact]
    public void A_wait_says_no_words() =>
        Assert.Equal(0, new Meeting(Dana).Say("(waits)", Turn.Of(LabelCode.Silence)).Report.Listening.StudentWords);

    [Fact]
    public void A_rupture_is_told_with_its_cause_and_the_turn_that_closed_it()
    {
        Assert.Equal([new RuptureOutcome(5, "could land as blame", 7)], Seven().Report.Ruptures);
        Assert.Equal([new RuptureOutcome(1, "could land as blame", null)], new Meeting(Dana).Say(LabelCode.Confronting).Report.Ruptures);
    }

    [Fact]
    public void Worth_keeping_are_the_turns_that_moved_the_client_most()
    {
        var report = Seven().Report;
        Assert.Equal([6, 7, 3], report.Kept.Select(kept => kept.Turn!.Value));
        Assert.Equal(
            ["Put something right", "Gave back what was meant", "Gave back what was said"],
            report.Kept.Select(kept => kept.Title)
        );
        Assert.Equal("What had come between you was put right.", report.Kept[1].Note);
        Assert.Equal(report.Kept[0], report.Keep);
    }

    [Fact]
    public void Worth_another_try_are_the_turns_that_cost_most_each_with_two_wordings_of_the_clients_own_words()
    {
        var report = Seven().Report;
        Assert.Equal([5, 4], report.Retries.Select(retry => retry.Turn!.Value));
        Assert.Equal(["Could land as blame", "Advice before it was wanted"], report.Retries.Select(retry => retry.Title));
        Assert.Equal([PracticeArea.Empathy, PracticeArea.Suggestions], report.Retries.Select(retry => retry.Area));
        // The turn before the advice heard only a shrug, so the wording takes up what was said one turn earlier.
        var advice = report.Retries[1];
        Assert.Equal(
            "You said: “I lost two shifts and I'm scared of the letter.” What have you already tried, or thought of trying?",
            advice.Plain
        );
        Assert.Equal("You lost two shifts and you’re scared of the letter. There may be no quick way out of that.", advice.Reflective);
        Assert.All(report.Retries, retry => Assert.StartsWith("It might help to ", retry.Goal, StringComparison.Ordinal));
    }

    [Fact]
    public void The_one_thing_to_try_begins_with_safety_then_privacy_then_the_costliest_moment()
    {
        Assert.Equal("Say early what stays private", Seven().Report.Try.Title);
        Assert.Equal("Ask about safety in plain words", new Meeting(TestPersonas.AtRisk).Say(LabelCode.OpenQuestion).Report.Try.Title);
        Assert.Equal(
            "Could land as blame",
            new Meeting(Dana).Say(LabelCode.LimitsOfConfidentiality).Say(LabelCode.Confronting).Report.Try.Title
        );
        var fine = new Meeting(Dana).Say(LabelCode.LimitsOfConfidentiality).Say(LabelCode.OpenQuestion).Report.Try;
        Assert.Equal((null, "One reflection before the next question"), (fine.Turn, fine.Title));
    }

    [Fact]
    public void What_the_client_warms_to_is_named()
    {
        var walter = Dana with
        {
            BuildsTrust = new()
            {
                More = [TrustBuilder.PlainDirectness, TrustBuilder.Silence, TrustBuilder.Humor],
                Less = [TrustBuilder.NamingFeelings],
            },
        };
        Assert.Equal(
            "Dana warms to plain, direct talk, silence and a light touch. Less to feelings being named.",
            new Meeting(walter).Report.WarmsTo
        );
        Assert.Null(new Meeting(Dana).Report.WarmsTo);
    }

    [Fact]
    public void A_duty_to_report_that_cost_trust_was_necessary_and_is_not_worth_another_try()
    {
        var report = new Meeting(Dana).Say(LabelCode.DutyToReport).Report;
        Assert.Equal(OpennessChange.Down, report.Openness[0].Change);
        Assert.StartsWith("named a duty to report: necessary", report.Openness[0].Reasons[0], StringComparison.Ordinal);
        Assert.Empty(report.Retries);
    }
}
