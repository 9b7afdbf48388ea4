using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>What the learned part of the analyzer may do beside the rules, and what not.</summary>
public sealed class LearnedLabelTests
{
    private static readonly string[] Turns =
    [
        "so what happened then and how did you get home, did anybody see you",
        "It sounds like you're tired, and you miss him. What would help, and who could you call?",
        "you been by yourself with all of it. how you holding up",
        "u want me to stay or go",
        "Why you did not come, and where you was?",
        "honestly thats on you, you knew the rent was due",
    ];

    [Fact]
    public void Every_label_but_silence_and_other_languages_is_learned()
    {
        var learned = LearnedModel.Value.Targets.Select(target => target.Code).ToHashSet();
        foreach (var code in Enum.GetValues<LabelCode>())
        {
            Assert.Equal(code is not (LabelCode.Silence or LabelCode.NotAnalyzed), learned.Contains(code));
        }
    }

    [Fact]
    public void A_model_adds_up_what_speaks_for_a_label()
    {
        var model = new LearnedModel(["target\taffirmation\t-20\t10\t-30", "w:proud\t0:25", "w:not\t0:-12"]);
        var target = Assert.Single(model.Targets);
        Assert.Equal((LabelCode.Affirmation, -20, 10, -30), (target.Code, target.Bias, target.Add, target.Keep));
        Assert.Equal(25, Assert.Single(model.Of(model.NumberOf("w:proud")).ToArray()).Value);
        Assert.Equal(-12, Assert.Single(model.Of(model.NumberOf("w:not")).ToArray()).Value);
        Assert.Equal(-1, model.NumberOf("w:unheard"));
        Assert.Equal(2, model.Features);
    }

    [Fact]
    public void A_feature_told_twice_in_the_file_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new LearnedModel(["w:proud\t0:25", "w:proud\t0:12"]));

    [Theory]
    [InlineData("You want to get home to your dog, your garden, the life you had.", "I miss being on my own.")]
    [InlineData("It sounds like drinking changes how you think in those moments.", "We didn't stop to put one on. We weren't thinking.")]
    [InlineData("You two watch movies and hang out.", "Yeah. Mostly at her place.")]
    public void What_gives_back_is_no_safety_question_and_takes_no_leave(string turn, string client)
    {
        var signals = AnalyzerScene.Analyze(turn, client);
        Assert.False(signals.Has(LabelCode.SafetyQuestion));
        Assert.False(signals.Has(LabelCode.Closing));
        Assert.False(signals.Has(LabelCode.OpenQuestion));
    }

    [Theory]
    [InlineData("Do you have children in the house?", "I keep them in the nightstand by my bed.")]
    [InlineData("So how often do you think you drink?", "Sometimes. I'm going to be honest, sometimes.")]
    [InlineData("You just take it once a day.", "No, not really.")]
    public void A_plain_question_or_fact_is_no_blame(string turn, string client) =>
        Assert.False(AnalyzerScene.Analyze(turn, client).Has(LabelCode.Confronting));

    [Fact]
    public void A_label_the_model_adds_shows_the_words_as_typed_and_says_whose_it_is()
    {
        var seen = 0;
        foreach (var turn in Turns)
        {
            foreach (
                var label in AnalyzerScene
                    .Analyze(turn, "The rent is late and I'm alone with the kids.")
                    .Labels.Where(label => label.Rule.StartsWith("learned.", StringComparison.Ordinal))
            )
            {
                seen++;
                Assert.Contains(label.Words, turn, StringComparison.Ordinal);
                Assert.Equal("learned." + LabelCodes.NameOf(label.Code), label.Rule);
            }
        }

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void A_turn_has_one_question_code_and_one_reflection_code_whoever_gave_it()
    {
        foreach (var turn in Turns)
        {
            var codes = AnalyzerScene
                .Analyze(turn, "The rent is late and I'm alone with the kids.")
                .Labels.Select(label => label.Code)
                .ToList();
            Assert.True(codes.Count(LearnedLimits.Questions.Contains) <= 1, turn);
            Assert.True(codes.Count(LearnedLimits.Reflections.Contains) <= 1, turn);
        }
    }

    [Theory]
    [InlineData("My kids don't talk to me anymore.", "Your kids don't talk to you anymore.")]
    [InlineData("I lost the house and then I lost her.", "You lost the house and then you lost her.")]
    public void The_clients_own_words_given_back_are_read_by_rules_alone(string client, string turn) =>
        Assert.DoesNotContain(
            AnalyzerScene.Analyze(turn, client).Labels,
            label => label.Rule.StartsWith("learned.", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Don't you think you should have told her?")]
    [InlineData("You knew about the meeting, didn't you?")]
    public void A_question_that_leads_is_not_taken_for_blame(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, "I never went back there.");
        Assert.True(signals.Has(LabelCode.LeadingQuestion));
        Assert.False(signals.Has(LabelCode.Confronting));
    }

    [Theory]
    [InlineData("Okay. So, um, you've been on your own with it. And, uh, how has that been, you know, for the kids?")]
    [InlineData("Right. And what, what did they say when you-- when you got there?")]
    public void In_speech_put_on_paper_a_question_that_rules_found_stays(string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, "I went to the office on my own.").Has(LabelCode.OpenQuestion));

    [Theory]
    [InlineData("What do you think would help?")]
    [InlineData("what u think would help")]
    [InlineData("What you think gon help?")]
    [InlineData("What you think can help to you?")]
    public void An_open_question_is_one_in_every_wording(string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, "I don't know how to get through the month.").Has(LabelCode.OpenQuestion));

    [Theory]
    [InlineData("You don't have to tell me anything you don't want to.")]
    [InlineData("u dont have to tell me anything u dont want to")]
    [InlineData("You ain't got to tell me nothing you don't want to.")]
    [InlineData("You are free to say or not to say, you decide it.")]
    public void Leaving_the_choice_is_seen_in_every_wording(string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, "I'd rather not talk about my brother.").Has(LabelCode.Autonomy));

    [Theory]
    [InlineData("Are you thinking about killing yourself?")]
    [InlineData("r u thinking abt killing urself")]
    [InlineData("You been thinking about killing yourself?")]
    [InlineData("You think about to kill yourself?")]
    public void A_safety_question_is_one_in_every_wording(string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, "I don't want to be here anymore.").Has(LabelCode.SafetyQuestion));

    [Fact]
    public void A_lecture_is_advice_and_agrees_on_no_purpose()
    {
        const string Lecture =
            "Research shows that pupils who apply themselves do better, so what you need to do is make a timetable and stick to it. Will you do that?";
        var signals = AnalyzerScene.Analyze(Lecture, "Okay. I heard you.");
        Assert.True(signals.Has(LabelCode.AdviceWithoutPermission));
        Assert.False(signals.Has(LabelCode.AgreesPurpose));
    }

    [Theory]
    [InlineData(LabelCode.Confronting, LabelCode.Validation, true)]
    [InlineData(LabelCode.SimpleReflection, LabelCode.Affirmation, true)]
    [InlineData(LabelCode.Permission, LabelCode.Confronting, true)]
    [InlineData(LabelCode.Information, LabelCode.DutyToReport, true)]
    [InlineData(LabelCode.Autonomy, LabelCode.PracticalHelp, false)]
    [InlineData(LabelCode.AnswersQuestion, LabelCode.Information, false)]
    [InlineData(LabelCode.SafetyQuestion, LabelCode.Confronting, false)]
    public void One_sentence_cannot_both_blame_and_understand(LabelCode one, LabelCode other, bool opposed)
    {
        Assert.Equal(opposed, LearnedLimits.Opposed(one, other));
        Assert.Equal(opposed, LearnedLimits.Opposed(other, one));
    }

    [Theory]
    [InlineData("That is not a selfish thing to feel.", "I was relieved when she died.")]
    [InlineData("You always kept an eye on him, even then.", "I never let him walk home alone.")]
    [InlineData("anybody would be mad waiting that long", "They kept me there for six hours.")]
    public void No_sentence_of_a_typed_turn_holds_two_opposed_labels(string turn, string client)
    {
        var codes = AnalyzerScene.Analyze(turn, client).Labels.Select(label => label.Code).ToList();
        Assert.DoesNotContain(codes, one => codes.Exists(other => LearnedLimits.Opposed(one, other) && one != other));
    }
}
