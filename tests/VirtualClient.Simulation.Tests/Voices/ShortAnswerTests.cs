using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>What a word or two can be an answer to, and what a lead can stand before.</summary>
public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData("Not particularly.", true)]
    [InlineData("Can't.", true)]
    [InlineData("I guess so.", true)]
    [InlineData("Sure.", true)]
    [InlineData("Same as always.", false)]
    [InlineData("Nothing of note.", false)]
    [InlineData("I don't know.", false)]
    [InlineData("Hard to say.", false)]
    public void Some_short_lines_answer_only_yes_or_no(string line, bool only) => Assert.Equal(only, SpokenText.AnswersYesOrNo(line));

    [Theory]
    [InlineData("Okay, so,", "So I got in the car.", true)]
    [InlineData("It's just,", "Just that one time.", true)]
    [InlineData("The thing is,", "So I got in the car.", false)]
    [InlineData("Like,", "I get Owen up.", false)]
    public void A_lead_does_not_stutter(string lead, string sentence, bool stutters) =>
        Assert.Equal(stutters, SpokenText.Stutters(lead, sentence));
}
