using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Moves in the grammar of English learned as an adult, and greetings that only look like questions.</summary>
public sealed class SecondLanguageTests
{
    private const string Client = "I went there on my own and they told me to come back Monday.";

    [Theory]
    [InlineData("You permit that I ask about your brother?")]
    [InlineData("You want that we look at the letter together?")]
    [InlineData("Is okay for you if I write it down?")]
    [InlineData("I may ask one thing more?")]
    public void Leave_is_asked_without_turning_the_verb_round(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.Permission));
        Assert.False(signals.Has(LabelCode.ClosedQuestion));
    }

    [Theory]
    [InlineData("You want that I go away.")]
    [InlineData("You want we leave you in peace.")]
    public void What_the_client_wants_is_given_back_and_no_leave_asked(string turn) =>
        Assert.False(AnalyzerScene.Analyze(turn, Client).Has(LabelCode.Permission));

    [Theory]
    [InlineData("You will not go back to him, no?")]
    [InlineData("And you know that she is right, or not?")]
    public void A_tag_of_another_language_leads(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.LeadingQuestion));
        Assert.False(signals.Has(LabelCode.Confronting));
    }

    [Theory]
    [InlineData("Did they give you the form, or not?")]
    [InlineData("Do you sleep at night, or not?")]
    public void A_question_with_the_verb_turned_round_does_not_lead(string turn) =>
        Assert.False(AnalyzerScene.Analyze(turn, Client).Has(LabelCode.LeadingQuestion));

    [Theory]
    [InlineData(LabelCode.PracticalHelp, "Tomorrow I bring you the form from our office.")]
    [InlineData(LabelCode.PracticalHelp, "I go with you to the counter and we ask.")]
    [InlineData(LabelCode.Autonomy, "To go or not to go, it is you who decides.")]
    [InlineData(LabelCode.Closing, "So we finish for today.")]
    public void Present_tense_says_what_will_be_done(LabelCode code, string turn) =>
        Assert.True(AnalyzerScene.Analyze(turn, Client).Has(code));

    [Theory]
    [InlineData("How you doing, I'm Tasha. I'm the social work student on this floor.")]
    [InlineData("What's up, I'm Andre, the intern here. I help with ID and housing.")]
    public void A_greeting_with_a_name_asks_nothing(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn);
        Assert.True(signals.Has(LabelCode.Introduction));
        Assert.False(signals.Has(LabelCode.OpenQuestion));
    }

    [Fact]
    public void How_somebody_sleeps_is_a_question() =>
        Assert.True(AnalyzerScene.Analyze("How have you been sleeping?", Client).Has(LabelCode.OpenQuestion));
}
