using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Rules;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>What is a question by its form, whatever mark stands at its end, and what only looks like one.</summary>
public sealed class QuestionFormTests
{
    private const string Client = "I went there on my own and they told me to come back Monday.";

    [Theory]
    [InlineData("What would you say to your brother if he asked.")]
    [InlineData("And how would you explain it to your brother.")]
    [InlineData("Tell me what the week was like.")]
    public void An_open_question_needs_no_question_mark(string turn) => Assert.Equal(QuestionKind.Open, KindOf(turn));

    [Theory]
    [InlineData("What you did on Monday took a lot.")]
    [InlineData("How they spoke to you was not fair.")]
    [InlineData("I wonder whether it would be worth a second call.")]
    public void What_is_told_is_no_question(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.False(signals.Has(LabelCode.OpenQuestion));
        Assert.False(signals.Has(LabelCode.ClosedQuestion));
    }

    [Fact]
    public void Wondering_about_the_client_is_a_closed_question() =>
        Assert.Equal(QuestionKind.Closed, KindOf("I was wondering whether he called you back."));

    [Fact]
    public void Asking_whether_one_understood_asks_nothing_new() =>
        Assert.False(AnalyzerScene.Analyze("Am I right in thinking you went there alone.", Client).Has(LabelCode.ClosedQuestion));

    [Theory]
    [InlineData("Um, so you went on your own, and, you know, it's up to you whether you go back there Monday.")]
    [InlineData("So you, uh, you stood there by yourself and they just sent you home.")]
    public void In_speech_what_else_a_sentence_does_does_not_hide_that_it_gives_back(string turn)
    {
        var signals = AnalyzerScene.Analyze(turn, Client);
        Assert.True(signals.Has(LabelCode.SimpleReflection) || signals.Has(LabelCode.ComplexReflection));
    }

    private static QuestionKind KindOf(string turn)
    {
        var context = new TurnContext { Persona = AnalyzerScene.Persona, History = [new Utterance(Speaker.Client, Client)] };
        return Assert.Single(TurnAnalyzer.ReadByRules(turn, context).Questions);
    }
}
