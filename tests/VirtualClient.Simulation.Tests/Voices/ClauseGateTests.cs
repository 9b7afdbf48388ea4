using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class ClauseGateTests
{
    private static readonly Utterance[] Met = [Given.Client("Hi."), Given.Student("I'm the worker."), Given.Client("Okay.")];

    [Fact]
    public void Text_comes_through_in_clauses_of_24_characters_or_at_a_sentences_end()
    {
        var gate = Gate();
        Assert.Equal("", gate.Push("Well, the letter came "));
        Assert.Equal("Well, the letter came on ", gate.Push("on Frid"));
        Assert.Equal("Friday. ", gate.Push("ay. Th"));
        Assert.Equal("", gate.Push("at's it"));
        Assert.Equal("That's it", gate.End());
        Assert.Equal("Well, the letter came on Friday. That's it", gate.Shown);
        Assert.Null(gate.Fault);
    }

    [Fact]
    public void A_reply_is_the_same_however_it_was_cut_into_pieces()
    {
        const string reply =
            "Well, look. *turns her keys over* The letter came on Friday and Mr. Reed from the office, he never calls back. So.";
        for (var size = 1; size < 40; size++)
        {
            var gate = Gate();
            var whole = "";
            for (var i = 0; i < reply.Length; i += size)
            {
                whole += gate.Push(reply.Substring(i, Math.Min(size, reply.Length - i)));
            }

            whole += gate.End();
            Assert.Null(gate.Fault);
            Assert.Equal(reply, whole);
        }
    }

    [Theory]
    [InlineData("I'm sorry, but I can't continue with this conversation about these things.")]
    [InlineData("As an AI language model I cannot say how that would be for me.")]
    [InlineData("Thank you so much for asking about it, it really means a lot to me.")]
    [InlineData("How does all that I have told you so far make you feel about me? How does that make you feel?")]
    public void Nothing_of_a_sentence_that_turns_out_bad_is_shown(string reply)
    {
        var gate = Gate();
        foreach (var c in reply)
        {
            var fault = gate.Fault is not null;
            Assert.True(gate.Push(c.ToString()).Length == 0 || !fault);
        }

        gate.End();
        Assert.NotNull(gate.Fault);
        Assert.False(reply.StartsWith("I'm") && gate.Shown.Length > 0, gate.Shown);
        Assert.DoesNotContain("make you feel", gate.Shown[..Math.Min(gate.Shown.Length, 40)]);
    }

    [Fact]
    public void A_fault_after_text_was_shown_ends_the_reply_at_the_last_good_sentence()
    {
        var gate = Gate();
        gate.Push("The letter came on Friday. I put it on the fridge next to the calendar that ");
        Assert.Contains("calendar", gate.Shown);
        gate.Push("says **pay** on it. ");
        Assert.Equal(LintRule.Markdown, gate.Fault?.Rule);
        Assert.Equal("", gate.Push("More of it. "));
        Assert.Equal("The letter came on Friday.", gate.Cut());
    }

    [Fact]
    public void A_reply_that_goes_on_and_on_ends_at_a_sentence()
    {
        var gate = Gate(LengthBand.Short);
        for (var i = 0; i < 30; i++)
        {
            gate.Push("And then there is the next thing. ");
        }

        Assert.Equal(LintRule.TooLong, gate.Fault?.Rule);
        Assert.EndsWith("next thing.", gate.Cut());
        Assert.InRange(gate.Cut().Split(' ').Length, 15, 30);
    }

    [Fact]
    public void On_the_second_try_a_sentence_of_bad_manner_is_left_out_and_a_name_in_front_removed()
    {
        var gate = Gate(leaveOut: true);
        gate.Push("Nora: Thank you for asking. The letter came on Friday. How does that make you feel? ");
        gate.End();
        Assert.Null(gate.Fault);
        Assert.Equal("The letter came on Friday.", gate.Shown.TrimEnd());
        Assert.Equal(
            [LintRule.Label, LintRule.Counseling, LintRule.Counseling],
            gate.LeftOut.Select(r => r == LintRule.Thanks ? LintRule.Counseling : r)
        );
    }

    [Fact]
    public void On_the_second_try_a_break_of_role_is_still_not_shown()
    {
        var gate = Gate(leaveOut: true);
        gate.Push("I'm an AI. The letter came on Friday. ");
        gate.End();
        Assert.Equal("", gate.Shown);
        Assert.Equal(LintRule.RoleBreak, gate.Fault?.Rule);
    }

    private static ClauseGate Gate(LengthBand length = LengthBand.Medium, bool leaveOut = false) =>
        new(new ReplyLint(Given.Request(Given.Plan with { Length = length }, Given.Turn("So?", Met))), leaveOut);
}
