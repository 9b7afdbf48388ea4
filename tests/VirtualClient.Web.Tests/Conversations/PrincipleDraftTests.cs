using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Features.Conversations.Testing;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>What a critique proposes, by plain rules.</summary>
public sealed class PrincipleDraftTests
{
    private const string Reply = "*looks down* I appreciate that. It means a lot to me.";

    [Theory]
    [InlineData("She would never say \"I appreciate that\".", "Do not say \"I appreciate that\".")]
    [InlineData("He wouldn’t say “no worries” or “for sure”", "Do not say \"no worries\" or \"for sure\".")]
    [InlineData("Far too long, he rambles", "Keep replies short: one or two sentences.")]
    [InlineData("She asks too many questions", "Do not ask the worker questions.")]
    [InlineData("He is so grateful all the time", "Do not say \"thank you\" or \"thanks\".")]
    [InlineData("Too open for a first meeting", "Hold back more: one thing at a time, and only when it was earned.")]
    [InlineData("She wouldn't joke about her son", "Do not joke about her son.")]
    [InlineData("He would look away first", "Look away first.")]
    [InlineData("too polite", "Be less polite.")]
    [InlineData("Her English is simpler", "Her English is simpler.")]
    public void A_critique_proposes_a_rule_a_teacher_would_write(string words, string proposal) =>
        Assert.Equal(proposal, PrincipleDraft.From(CritiqueKind.Critique, words, "", Reply));

    [Fact]
    public void Better_words_and_praise_propose_an_example_without_gestures()
    {
        Assert.Equal(
            "Rather like this: \"Yeah. Well.\" than like this: \"I appreciate that. It means a lot to me.\"",
            PrincipleDraft.From(CritiqueKind.Wording, "", "Yeah. Well.", Reply)
        );
        Assert.Equal(
            "Keep this: dry and short. As in: \"I appreciate that. It means a lot to me.\"",
            PrincipleDraft.From(CritiqueKind.Kudos, "Dry and short", "", Reply)
        );
    }

    [Fact]
    public void No_proposal_is_longer_than_a_principle_may_be()
    {
        var endless = string.Concat(Enumerable.Repeat("on and on ", 90));
        Assert.InRange(PrincipleDraft.From(CritiqueKind.Critique, endless, "", endless).Length, 1, Principle.TextMax);
        Assert.InRange(PrincipleDraft.From(CritiqueKind.Wording, "", endless, endless).Length, 1, Principle.TextMax);
        Assert.InRange(PrincipleDraft.From(CritiqueKind.Kudos, endless, "", endless).Length, 1, Principle.TextMax);
    }

    [Theory]
    [InlineData("Do not say \"I appreciate that\" or \"no worries\".", "I appreciate that|no worries", false, false)]
    [InlineData("Never use the word “journey”.", "journey", false, false)]
    [InlineData("Keep replies short: one or two sentences.", "", true, false)]
    [InlineData("Do not ask the worker questions.", "", false, true)]
    [InlineData("She asks no questions.", "", false, true)]
    [InlineData("Do not be too short with the worker.", "", false, false)]
    [InlineData("Answer questions about the garden at length.", "", false, false)]
    [InlineData("Rather like this: \"Yeah. Well.\" than like this: \"I appreciate that.\"", "", false, false)]
    [InlineData("Do not ask for help.", "", false, false)]
    public void The_built_in_voice_follows_what_can_be_followed_without_understanding(
        string text,
        string avoid,
        bool shorter,
        bool noQuestions
    )
    {
        var plain = PlainPrinciples.Of(text);
        Assert.Equal((avoid, shorter, noQuestions), (string.Join('|', plain.Avoid), plain.Shorter, plain.NoQuestions));
    }
}
