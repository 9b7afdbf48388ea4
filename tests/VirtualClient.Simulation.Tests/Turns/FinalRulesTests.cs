using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Moves that are read whatever the wording weighs: orders, shame, sorrow for a loss, a name asked for.</summary>
public sealed class FinalRulesTests
{
    private const string Client = "My wife passed in April. I was up late, is all, and then the school called.";

    [Theory]
    [InlineData("Sit up straight please.")]
    [InlineData("Okay, look at me when I'm talking.")]
    [InlineData("Stop looking at the fish tank when I'm talking to you.")]
    [InlineData("Put your phone away.")]
    [InlineData("Watch your tone.")]
    [InlineData("Sir, you need to lower your voice before we can talk.")]
    [InlineData("You should answer the questions.")]
    [InlineData("Your mother must be very disappointed in you.")]
    public void An_order_or_somebody_elses_shame_lands_as_blame(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.Confronting));
        Assert.False(signals.Has(LabelCode.ComplexReflection));
        Assert.False(signals.Has(LabelCode.AdviceWithoutPermission));
    }

    [Theory]
    [InlineData("You sit up straight when the school comes up.")]
    [InlineData("You worry your mother is disappointed in you.")]
    [InlineData("Look at all the things you carry.")]
    [InlineData("You said the school called.")]
    public void What_only_shares_words_with_an_order_does_not(string turn) =>
        Assert.False(AnalyzerScene.Analyze(turn, Client).Has(LabelCode.Confronting));

    [Theory]
    [InlineData("I understand your wife died in April, and I am sorry.")]
    [InlineData("I'm sorry for your loss.")]
    public void Sorrow_for_a_loss_is_no_apology(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.Validation));
        Assert.False(signals.Has(LabelCode.Repair));
    }

    [Theory]
    [InlineData("None of that is your fault.")]
    [InlineData("You did nothing wrong.")]
    public void Guilt_lifted_is_validation(string turn) => Assert.True(AnalyzerScene.Analyze(turn, Client).Has(LabelCode.Validation));

    [Theory]
    [InlineData("This is one of those things I can't keep to myself.", true)]
    [InlineData("If somebody is hurting you I can't keep that to myself.", false)]
    public void What_was_told_and_cannot_be_kept_is_a_duty_to_report(string turn, bool duty) =>
        Assert.Equal(duty, AnalyzerScene.Analyze(turn, Client).Has(LabelCode.DutyToReport));

    [Theory]
    [InlineData("It doesn't sound mad to me. A good many people hear someone they've lost. What did she say to you?", true)]
    [InlineData("That sounds lonely. What do you do for money?", false)]
    public void A_question_may_point_back_whatever_else_is_said(string turn, bool back) =>
        Assert.Equal(back, AnalyzerScene.Analyze(turn, Client).RefersBack);

    [Fact]
    public void Cheer_by_command_makes_small() =>
        Assert.True(AnalyzerScene.Analyze("So just pay the landlord and stay positive, okay?", Client).Has(LabelCode.Minimizing));

    [Theory]
    [InlineData("So you were up late before the school called.")]
    [InlineData("So the school calls, and that is after a night up late.")]
    [InlineData("You said the school called.")]
    public void A_statement_that_gives_back_is_a_reflection_when_nothing_else_has_it(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.SimpleReflection) || signals.Has(LabelCode.ComplexReflection));
    }

    [Fact]
    public void A_question_that_begins_so_is_none()
    {
        var signals = AnalyzerScene.Analyze("So did you call the school?", Client);
        Assert.False(signals.Has(LabelCode.SimpleReflection) || signals.Has(LabelCode.ComplexReflection));
    }

    [Fact]
    public void Who_offers_to_come_back_to_something_does_not_take_leave() =>
        Assert.False(AnalyzerScene.Analyze("We can come back to the nights later, or not at all.", Client).Has(LabelCode.Closing));

    [Theory]
    [InlineData("Like taking a test where nobody told you what they were marking.", false)]
    [InlineData("Nobody told you to go there.", true)]
    public void Nobody_told_you_blames_only_for_what_was_done(string turn, bool blames) =>
        Assert.Equal(blames, AnalyzerScene.Analyze(turn, Client).Has(LabelCode.Confronting));

    [Fact]
    public void Who_says_what_they_wanted_themselves_blames_nobody() =>
        Assert.False(AnalyzerScene.Analyze("I am. I didn't want to talk over it.", "You're quiet.", Client).Has(LabelCode.Confronting));

    [Fact]
    public void Another_sentence_of_the_turn_says_what_a_validation_answers() =>
        Assert.True(
            AnalyzerScene
                .Analyze("Between the oatmeal and the shoes. That sounds exhausting.", "Oatmeal, shoes, the other shoe, class.", "Yep.")
                .Tied
        );

    [Theory]
    [InlineData("No pamphlet. I'm listening.")]
    [InlineData("Alright. Go ahead.")]
    public void A_turn_that_only_lets_the_client_go_on_encourages(string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, Client).Has(LabelCode.Encourager));

    [Fact]
    public void The_terms_of_the_talk_touch_nothing()
    {
        Assert.DoesNotContain(
            "eviction",
            AnalyzerScene.Analyze("What you say stays here, unless you get an eviction notice and are in danger.", Client).Touched
        );
        Assert.Contains("eviction", AnalyzerScene.Analyze("Is there a notice?", Client).Touched);
    }

    [Fact]
    public void An_apology_stays_one() =>
        Assert.True(
            AnalyzerScene.Analyze("I'm sorry I brought up her death so fast. That was clumsy of me.", Client).Has(LabelCode.Repair)
        );

    [Theory]
    [InlineData("What was your wife's name?")]
    [InlineData("And what grade is she in?")]
    public void A_name_or_a_grade_is_a_closed_question(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.ClosedQuestion));
        Assert.False(signals.Has(LabelCode.OpenQuestion));
    }

    [Fact]
    public void What_she_was_like_stays_open() =>
        Assert.True(AnalyzerScene.Analyze("What was she like?", Client).Has(LabelCode.OpenQuestion));

    [Theory]
    [InlineData("What do your folks say about money?", true)]
    [InlineData("How was the service?", true)]
    [InlineData("What has this week been like for you?", false)]
    [InlineData("What weighs on you most?", false)]
    [InlineData("Tell me more about that.", false)]
    public void A_question_about_one_thing_is_told_from_a_wide_one(string turn, bool narrow) =>
        Assert.Equal(narrow, AnalyzerScene.Analyze(turn, "It was okay, I guess. We went home.").AsksNarrowly);

    [Fact]
    public void Words_of_weight_are_tied_where_something_was_told()
    {
        const string told = "I've got nursing school, I've got a four-year-old, and I've got one of me.";
        Assert.True(AnalyzerScene.Analyze("So a lot is riding on you at home.", told).Tied);
        Assert.False(AnalyzerScene.Analyze("So a lot is riding on you at home.", "Okay.").Tied);
        Assert.False(AnalyzerScene.Analyze("So the boat and the harbor carry your fishing nets.", told).Tied);
    }
}
