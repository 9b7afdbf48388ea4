using System.Diagnostics;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class AnalyzerRobustnessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("???")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("\uD83D")]
    [InlineData("'''''' ... -- ()[]")]
    [InlineData("\u0000\u0001")]
    public void Text_without_words_gets_no_label_and_no_error(string text)
    {
        var signals = AnalyzerScene.Analyze(text, "The rent is late?");
        Assert.Empty(signals.Labels);
        Assert.Equal(0, signals.Words);
    }

    [Fact]
    public void Emoji_alone_only_encourage() =>
        Assert.Equal([LabelCode.Encourager], AnalyzerScene.Analyze("\U0001F642\U0001F44D", "Hm.").Labels.Select(label => label.Code));

    [Fact]
    public void A_foreign_turn_has_no_label_but_that()
    {
        foreach (
            var text in new[]
            {
                "¿Por qué no lo hace usted?",
                "Je suis désolé pour vous",
                "Was ist denn passiert und wie geht es dir",
                "你今天怎么样？",
                "Чем я могу вам помочь?",
            }
        )
        {
            Assert.Equal([LabelCode.NotAnalyzed], AnalyzerScene.Analyze(text, "Hm.").Labels.Select(label => label.Code));
        }
    }

    [Fact]
    public void Silence_has_no_label_but_that() =>
        Assert.Equal([LabelCode.Silence], AnalyzerScene.Analyze("(waits)", "I'm so scared.").Labels.Select(label => label.Code));

    [Fact]
    public void A_turn_has_at_most_one_reflection_code_and_one_question_code()
    {
        var signals = AnalyzerScene.Analyze(
            "You're scared. The rent went up. What will you do? Who could help? You don't want to lose it, do you?",
            "The rent went up and I'm scared."
        );
        Assert.True(
            signals.Labels.Count(label =>
                label.Code is LabelCode.OpenQuestion or LabelCode.ClosedQuestion or LabelCode.LeadingQuestion or LabelCode.DoubleQuestion
            ) <= 1
        );
        Assert.True(
            signals.Labels.Count(label => label.Code is LabelCode.SimpleReflection or LabelCode.ComplexReflection or LabelCode.Summary) <= 1
        );
        Assert.Equal(signals.Labels.Count, signals.Labels.Select(label => label.Code).Distinct().Count());
    }

    [Fact]
    public void Confrontation_beats_the_question()
    {
        var signals = AnalyzerScene.Analyze("What were you thinking?", "I spent it.");
        Assert.True(signals.Has(LabelCode.Confronting));
        Assert.False(signals.Has(LabelCode.OpenQuestion));
    }

    [Fact]
    public void Limits_of_confidentiality_are_no_warning()
    {
        var signals = AnalyzerScene.Analyze(
            "If you tell me a child is being hurt, I will have to report it to protective services.",
            "Hm."
        );
        Assert.True(signals.Has(LabelCode.LimitsOfConfidentiality));
        Assert.False(signals.Has(LabelCode.Warning));
        Assert.False(signals.Has(LabelCode.Confronting));
    }

    [Theory]
    [InlineData("how r u feelin about the rent rn")]
    [InlineData("so ur scared abt the rent??")]
    [InlineData("wht do you think hapend wiht teh rent")]
    [InlineData("What\u2019s the hardest part of the rent?")]
    public void Phone_typing_is_read(string text)
    {
        var signals = AnalyzerScene.Analyze(text, "The rent went up.");
        Assert.NotEmpty(signals.Labels);
        Assert.Contains("eviction", signals.Touched);
    }

    [Fact]
    public void An_insult_in_a_quotation_is_not_the_students()
    {
        Assert.False(
            AnalyzerScene.Analyze("When he said \"you're an idiot\", what did you do?", "He said it.").Has(LabelCode.BoundaryBreach)
        );
        Assert.True(AnalyzerScene.Analyze("you're an idiot", "He said it.").Has(LabelCode.BoundaryBreach));
    }

    [Fact]
    public void Four_thousand_characters_of_anything_are_read_in_time()
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("you should really talk to your landlord about the rent and then ", 70)),
            new('a', 4000),
            string.Concat(Enumerable.Repeat("you ", 1000)),
            string.Concat(Enumerable.Repeat("if you do not ", 300)),
            string.Concat(Enumerable.Repeat("so so really very ", 240)),
            string.Concat(Enumerable.Repeat("*(\"", 1400)),
            string.Concat(Enumerable.Repeat("it is a a a a ", 300)),
            string.Concat(Enumerable.Repeat("I want you to know i really do ", 140)) + "?",
        ];
        AnalyzerScene.Analyze(texts[0], "Hm.");
        foreach (var text in texts)
        {
            var start = Stopwatch.GetTimestamp();
            AnalyzerScene.Analyze(text, text);
            // Generous for a busy machine; an exponential rule takes minutes.
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5), text[..20]);
        }
    }

    [Fact]
    public void What_stands_after_the_first_four_thousand_characters_is_not_read()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 900)) + "You are an idiot.";
        Assert.False(AnalyzerScene.Analyze(text, "Hm.").Has(LabelCode.BoundaryBreach));
    }

    [Fact]
    public void The_same_turn_gives_the_same_signals()
    {
        var first = AnalyzerScene.Analyze("It sounds hard. What helped?", "I'm tired.");
        var second = AnalyzerScene.Analyze("It sounds hard. What helped?", "I'm tired.");
        Assert.Equal(first.Labels, second.Labels);
    }
}
