using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>The words of a safety question are never taken for an insult, and an insult in the same words still is one.</summary>
public sealed class SafetyWordsTests
{
    [Theory]
    [InlineData("Have you wished you were dead?")]
    [InlineData("Have you had thoughts of killing yourself?")]
    [InlineData("Have you thought about how you would kill yourself?")]
    [InlineData("Have you started to work out a plan for how to kill yourself?")]
    [InlineData("Did you ever want to just kill yourself?")]
    [InlineData("Do you feel that you should kill yourself?")]
    [InlineData("Are you going to kill yourself?")]
    [InlineData("Have you ever tried to hang yourself?")]
    public void Asking_about_suicide_is_no_breach(string text)
    {
        var signals = AnalyzerScene.Analyze(text, "Some nights I don't see the point of it.");
        Assert.False(signals.Has(LabelCode.BoundaryBreach));
        Assert.True(signals.Has(LabelCode.SafetyQuestion));
        Assert.NotEmpty(signals.AskedAbout);
    }

    [Theory]
    [InlineData("Is anyone in this house not safe?")]
    [InlineData("Is anybody at home unsafe right now?")]
    public void Whether_anybody_at_home_is_not_safe_asks_about_violence(string text)
    {
        var signals = AnalyzerScene.Analyze(text, "It's loud at our place.");
        Assert.True(signals.Has(LabelCode.SafetyQuestion));
        Assert.Contains(RiskItem.Violence, signals.AskedAbout);
    }

    [Theory]
    [InlineData("Has there been a time he was left on his own?", true)]
    [InlineData("Do you want to be left alone now?", false)]
    public void A_child_left_alone_is_asked_about_and_a_wish_for_peace_is_not(string text, bool asks) =>
        Assert.Equal(asks, AnalyzerScene.Analyze(text, "He waits for me.").AskedAbout.Contains(RiskItem.ChildAtRisk));

    [Theory]
    [InlineData("I'd like to go back to where you let me in.", false)]
    [InlineData("Go back to where you came from.", true)]
    public void Going_back_to_what_was_said_sends_nobody_home(string text, bool breach) =>
        Assert.Equal(breach, AnalyzerScene.Analyze(text, "I let you in, that's all.").Has(LabelCode.BoundaryBreach));

    [Theory]
    [InlineData("Go kill yourself.")]
    [InlineData("Just kill yourself.")]
    [InlineData("You should just go hang yourself.")]
    public void Telling_somebody_to_is_one(string text) =>
        Assert.True(AnalyzerScene.Analyze(text, "Some nights I don't see the point of it.").Has(LabelCode.BoundaryBreach));
}
