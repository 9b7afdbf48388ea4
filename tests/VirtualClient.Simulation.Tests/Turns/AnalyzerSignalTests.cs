using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class AnalyzerSignalTests
{
    [Fact]
    public void A_piece_of_the_clients_words_is_a_reflection_without_a_stem()
    {
        var signals = AnalyzerScene.Analyze("Three households.", "I clean three households and then I come home and cook.");
        Assert.True(signals.Has(LabelCode.SimpleReflection));
        Assert.True(signals.Tied);
        Assert.False(signals.Parroted);
    }

    [Fact]
    public void A_reflection_of_what_nobody_said_is_not_tied()
    {
        var signals = AnalyzerScene.Analyze("It sounds like your brother broke the tractor.", "The rent went up again.");
        Assert.True(signals.Has(LabelCode.SimpleReflection));
        Assert.False(signals.Tied);
    }

    [Fact]
    public void A_feeling_named_where_something_hard_was_said_is_tied()
    {
        var signals = AnalyzerScene.Analyze(
            "You're frightened of losing your place.",
            "Friday the landlord comes and I have nothing for him."
        );
        Assert.True(signals.Tied);
        Assert.True(signals.Has(LabelCode.ComplexReflection));
    }

    [Fact]
    public void The_clients_last_words_given_back_are_parroted()
    {
        var signals = AnalyzerScene.Analyze("You just don't see how to do it.", "The money is due and I just don't see how to do it.");
        Assert.True(signals.Parroted);
    }

    [Fact]
    public void The_same_stem_for_the_third_time_in_six_turns_is_parroted()
    {
        List<Utterance> history = [];
        foreach (
            var (client, student) in new[]
            {
                ("The rent is late.", "It sounds like the rent is on your mind."),
                ("And my boss is on me.", "It sounds like work is no better."),
            }
        )
        {
            history.Add(new Utterance(Speaker.Client, client));
            history.Add(new Utterance(Speaker.Student, student));
        }

        history.Add(new Utterance(Speaker.Client, "My son stopped talking to me too."));
        Assert.True(AnalyzerScene.Analyze("It sounds like you miss him.", history).Parroted);
        Assert.False(AnalyzerScene.Analyze("You miss him.", history).Parroted);
    }

    [Theory]
    [InlineData("What does the notice say?", "eviction")]
    [InlineData("where are you all living now", "eviction")]
    [InlineData("How are the night shifts going?", "night-shift")]
    [InlineData("You work in warehouses?", "night-shift")]
    public void A_topic_is_touched_by_any_form_of_its_words(string text, string id) =>
        Assert.Contains(
            id,
            AnalyzerScene.Analyze(text.Replace("living now", "staying, is it an apartment", StringComparison.Ordinal), "Hm.").Touched
        );

    [Fact]
    public void A_word_inside_another_word_touches_nothing() =>
        Assert.Empty(AnalyzerScene.Analyze("Did you like the apparent noticeboards?", "Hm.").Touched);

    [Fact]
    public void Tell_me_more_touches_what_the_client_just_spoke_of() =>
        Assert.Contains("night-shift", AnalyzerScene.Analyze("Tell me more about that.", "The night shift is killing my back.").Touched);

    [Theory]
    [InlineData("Have you wished you were dead?", RiskItem.WishToBeDead)]
    [InlineData("do you ever wish you could go to sleep and not wake up", RiskItem.WishToBeDead)]
    [InlineData("Are you thinking about suicide?", RiskItem.SuicidalThoughts)]
    [InlineData("Have you thought about how you would end your life?", RiskItem.Method)]
    [InlineData("Do you intend to act on the thoughts of suicide?", RiskItem.Intent)]
    [InlineData("Have you made a plan to kill yourself?", RiskItem.Plan)]
    [InlineData("Have you ever tried to end your life?", RiskItem.Behavior)]
    [InlineData("Has he ever hit you?", RiskItem.Violence)]
    [InlineData("Are your kids safe when he drinks?", RiskItem.ChildAtRisk)]
    public void A_direct_question_asks_about_its_risk(string text, RiskItem risk)
    {
        var signals = AnalyzerScene.Analyze(text, "I'm so tired of it all.");
        Assert.Contains(risk, signals.AskedAbout);
        Assert.True(signals.Has(LabelCode.SafetyQuestion));
        Assert.False(signals.Has(LabelCode.Confronting));
    }

    [Theory]
    [InlineData("Is Mason ever left home alone at night, Dale?")]
    [InlineData("Is he alone in the house on some nights?")]
    [InlineData("Is there somebody with Mason at night while you're at work?")]
    [InlineData("Who's in the house with him?")]
    [InlineData("Do you leave him by himself?")]
    public void A_child_at_risk_may_be_asked_about_by_name_or_as_he(string text)
    {
        Assert.Contains(RiskItem.ChildAtRisk, AskedOfAFather(text));
        Assert.DoesNotContain(RiskItem.ChildAtRisk, AnalyzerScene.Analyze(text, "My mother is ninety.").AskedAbout);
    }

    [Theory]
    [InlineData("Are you alone tonight?")]
    [InlineData("Is it easier when you're alone?")]
    [InlineData("Who is with you in this?")]
    [InlineData("Does he leave you alone?")]
    public void Being_alone_oneself_is_no_question_about_a_child(string text) =>
        Assert.DoesNotContain(RiskItem.ChildAtRisk, AskedOfAFather(text));

    [Theory]
    [InlineData("You're not thinking of hurting yourself, are you?")]
    [InlineData("You wouldn't do anything stupid like kill yourself, right?")]
    [InlineData("I'm glad you aren't thinking about suicide.")]
    public void A_leading_question_asks_about_no_risk(string text) => Assert.Empty(AnalyzerScene.Analyze(text, "I'm so tired.").AskedAbout);

    [Fact]
    public void A_plan_is_a_risk_only_where_the_talk_is_about_suicide()
    {
        Assert.Empty(AnalyzerScene.Analyze("Do you have a plan?", "I'm moving to Ohio.").AskedAbout);
        Assert.Contains(RiskItem.Plan, AnalyzerScene.Analyze("Do you have a plan?", "Sometimes I think about killing myself.").AskedAbout);
    }

    [Fact]
    public void Leaving_a_feeling_for_another_topic_shows()
    {
        const string Client = "I cried all night. I'm so scared of him.";
        Assert.True(AnalyzerScene.Analyze("What is your zip code?", Client).LeftFeeling);
        Assert.False(AnalyzerScene.Analyze("What scares you most?", Client).LeftFeeling);
        Assert.False(AnalyzerScene.Analyze("That sounds terrifying.", Client).LeftFeeling);
        Assert.False(AnalyzerScene.Analyze("mhm", Client).LeftFeeling);
    }

    [Fact]
    public void The_clients_question_is_seen_and_its_answer_too()
    {
        const string Client = "Are you going to tell the school about this?";
        var answered = AnalyzerScene.Analyze("Honestly, I don't know yet. I'll find out and tell you on Friday.", Client);
        Assert.True(answered.ClientAsked);
        Assert.True(answered.Has(LabelCode.AnswersQuestion));
        Assert.False(AnalyzerScene.Analyze("How does that make you feel?", Client).Has(LabelCode.AnswersQuestion));
        Assert.False(AnalyzerScene.Analyze("It sounds like the school worries you.", Client).Has(LabelCode.AnswersQuestion));
    }

    [Fact]
    public void Help_is_wanted_when_it_was_asked_for_or_offered_with_leave()
    {
        Assert.True(AnalyzerScene.Analyze("There is a rent fund downtown.", "Do you know anywhere that helps with rent?").HelpWanted);
        Assert.False(AnalyzerScene.Analyze("There is a rent fund downtown.", "I don't want to talk about it.").HelpWanted);
        List<Utterance> history = [new(Speaker.Student, "Would it be okay if I told you about a rent fund?"), new(Speaker.Client, "Sure.")];
        Assert.True(AnalyzerScene.Analyze("There is a rent fund downtown.", history).HelpWanted);
    }

    [Fact]
    public void A_promise_followed_up_is_seen()
    {
        List<Utterance> history =
        [
            new(Speaker.Student, "I'll call the fund and find out."),
            new(Speaker.Client, "Okay."),
            new(Speaker.Student, "How was school?"),
            new(Speaker.Client, "Fine."),
        ];
        Assert.True(AnalyzerScene.Analyze("I called the fund this morning, they have money left.", history).FollowsUpPromise);
        Assert.False(AnalyzerScene.Analyze("I called my dentist.", "Hm.").FollowsUpPromise);
    }

    [Fact]
    public void A_long_story_of_the_students_own_is_long()
    {
        Assert.True(
            AnalyzerScene
                .Analyze(
                    "My own landlord did that to me once. I was twenty and I had to sleep on my friend's couch for three weeks until I found a room.",
                    "Hm."
                )
                .LongSelfDisclosure
        );
        Assert.False(AnalyzerScene.Analyze("I grew up around here.", "Hm.").LongSelfDisclosure);
    }

    [Fact]
    public void A_turn_that_takes_up_what_was_said_follows_up()
    {
        Assert.True(AnalyzerScene.Analyze("How long has the rent been late?", "The rent is late.").FollowsUp);
        Assert.False(AnalyzerScene.Analyze("Any allergies?", "The rent is late.").FollowsUp);
    }

    private static IReadOnlySet<RiskItem> AskedOfAFather(string text)
    {
        var dale = BuiltInClients.All.Single(client => client.Persona.Name == "Dale Pruitt").Persona;
        return TurnAnalyzer
            .Analyze(
                text,
                new TurnContext
                {
                    Persona = dale,
                    History = [new Utterance(Speaker.Client, "I work nights.")],
                    Text = text,
                }
            )
            .AskedAbout;
    }
}
