using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Typing and dialects in the one form that rules are written for.</summary>
public sealed class LeftOutWordTests
{
    [Theory]
    [InlineData("you sleeping okay", "you are sleeping okay")]
    [InlineData("you been carrying it", "you have been carrying it")]
    [InlineData("she been gone", "she has been gone")]
    [InlineData("they be calling you", "they are calling you")]
    [InlineData("you done told them", "you have told them")]
    [InlineData("you ain't got to answer", "you do not have to answer")]
    [InlineData("i ain't the police", "i am not the police")]
    [InlineData("she ain't call", "she did not call")]
    [InlineData("we ain't seen it", "we have not seen it")]
    [InlineData("i'ma bring it", "i am going to bring it")]
    [InlineData("what u tryna do", "what you trying to do")]
    [InlineData("ill bring it n u read it", "i will bring it and you read it")]
    [InlineData("id rather wait", "i would rather wait")]
    [InlineData("talkin bout ur mom", "talking about your mom")]
    [InlineData("last yr", "last year")]
    public void What_is_left_out_is_put_back(string typed, string read) => Assert.Equal(read, TurnText.Parse(typed).Normal.TrimEnd());

    [Theory]
    [InlineData("are you sleeping")]
    [InlineData("how have you been")]
    [InlineData("would you be willing")]
    [InlineData("she is ill today")]
    [InlineData("do you have your id card")]
    [InlineData("you are done for today")]
    [InlineData("what happened this morning")]
    public void What_is_whole_stays(string typed) => Assert.Equal(typed, TurnText.Parse(typed).Normal.TrimEnd());

    [Fact]
    public void The_words_shown_are_those_typed()
    {
        var text = TurnText.Parse("ok, you ain't got to answer");
        Assert.Equal("ok, you ain't got to answer", text.AsTyped(0, text.Normal.Length));
    }

    [Theory]
    [InlineData("Okay, um, how was it?", true)]
    [InlineData("I-I see.", true)]
    [InlineData("-and then what?", true)]
    [InlineData("mm-hmm", false)]
    [InlineData("how was it?", false)]
    [InlineData("a well-known place", false)]
    public void Speech_put_on_paper_is_told_from_typing(string text, bool speech) => Assert.Equal(speech, SpeechMarks.In(text));
}
