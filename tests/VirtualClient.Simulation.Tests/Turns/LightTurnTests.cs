using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class LightTurnTests
{
    [Theory]
    [InlineData("Ha, I walked into that one.", true)]
    [InlineData("I can't read my own handwriting either.", true)]
    [InlineData("Fair enough :) What would you call it?", true)]
    [InlineData("*smiles* Worms are a good choice.", true)]
    [InlineData("That sounds hard.", false)]
    [InlineData("What happened then?", false)]
    [InlineData("Haha, calm down, it's not the end of the world.", false)]
    public void A_light_turn_is_seen_and_a_joke_that_makes_small_is_not(string text, bool light) =>
        Assert.Equal(light, AnalyzerScene.Analyze(text, "My brother calls me the fridge label king.").Light);

    [Theory]
    [InlineData("You kind of want to stop and kind of don't.")]
    [InlineData("So you kind of just got used to it.")]
    public void Kind_of_is_no_slight(string text) =>
        Assert.False(AnalyzerScene.Analyze(text, "I drink, but I do not want to drink.").Has(LabelCode.BoundaryBreach));
}
