using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

public sealed class ContentFloorTests
{
    [Theory]
    [InlineData(FloorRule.MeansDetail, "I'd take forty pills and that would be it. I want to die.")]
    [InlineData(FloorRule.MeansDetail, "I thought about overdosing. The whole bottle of Tylenol.")]
    [InlineData(FloorRule.MeansDetail, "I was going to hang myself.")]
    [InlineData(FloorRule.MeansDetail, "I thought about jumping off the Main Street bridge.")]
    [InlineData(FloorRule.MeansDetail, "I’d kill myself with his gun.")]
    [InlineData(FloorRule.MeansDetail, "That's where I'd end it all, by the train tracks.")]
    [InlineData(FloorRule.MeansDetail, "She once took 30 pills.")]
    [InlineData(FloorRule.MeansDetail, "He held the gun to his head.")]
    [InlineData(FloorRule.SexualContent, "You're sexy, you know that?")]
    [InlineData(FloorRule.SexualContent, "I want to kiss you.")]
    [InlineData(FloorRule.ChildAbuseDetail, "He hit my son with a belt until he bled.")]
    [InlineData(FloorRule.ChildAbuseDetail, "When I was seven my father beat me against the wall.")]
    [InlineData(FloorRule.ChildAbuseDetail, "He molested my daughter.")]
    [InlineData(FloorRule.IdentityAttack, "You're just another white girl playing savior.")]
    [InlineData(FloorRule.IdentityAttack, "Go back to where you came from.")]
    [InlineData(FloorRule.IdentityAttack, "You are such a bitch.")]
    [InlineData(FloorRule.IdentityAttack, "I can't stand your kind.")]
    public void Text_below_the_floor_is_a_fault_for_an_adult(FloorRule rule, string text) =>
        Assert.Contains(ContentFloor.Check(text, 40), f => f.Rule == rule);

    [Theory]
    [InlineData("I take 50 mg of sertraline every morning and it helps some.")]
    [InlineData("My husband's gun is still in the closet. I don't know what to do with it.")]
    [InlineData("I thought about not being here anymore. Not like a plan.")]
    [InlineData("I had a plan. I'd rather not say what.")]
    [InlineData("I slapped him once. I'm ashamed of it.")]
    [InlineData("He hit me. More than once.")]
    [InlineData("You people always say that and then nothing happens.")]
    [InlineData("How old are you, anyway? You look about twelve.")]
    [InlineData("They've got me on one little white tablet for the pressure.")]
    [InlineData("The little white house on the corner, that was ours.")]
    [InlineData("The bus went down on the corner of Pine.")]
    [InlineData("I take two pills a day, one with breakfast.")]
    [InlineData("I walk over the bridge to get to work.")]
    [InlineData("I drink a bottle of wine most nights.")]
    [InlineData("I was abused when I was a kid. That's all I want to say.")]
    [InlineData("My mother's black dress was still hanging there.")]
    [InlineData("I could kill him, leaving the milk out again.")]
    [InlineData("The bills hit us again and again.")]
    [InlineData("They cut my hours. I can't shoot down every idea.")]
    [InlineData("You're a good man. You're an old friend of hers?")]
    public void Text_that_an_adult_client_may_say_is_no_fault(string text) => Assert.Empty(ContentFloor.Check(text, 40));

    [Theory]
    [InlineData("I just don't fucking care anymore.")]
    [InlineData("I had two grams of weed in my locker.")]
    [InlineData("My dad hit me with a belt.")]
    [InlineData("We hooked up once and now he tells everybody.")]
    [InlineData("I keep a razor in my bag. I hurt myself.")]
    public void A_client_under_18_is_held_to_a_stricter_floor(string text)
    {
        Assert.Empty(ContentFloor.Check(text, 18));
        Assert.NotEmpty(ContentFloor.Check(text, 17));
    }

    [Fact]
    public void A_slur_is_found_in_any_case_with_digits_and_with_invisible_marks()
    {
        var slur = Slurs.Rotate("ergneq");
        Assert.NotEmpty(ContentFloor.Check($"He called me a {slur}.", 40));
        Assert.NotEmpty(ContentFloor.Check($"He called me a {slur.ToUpperInvariant()}!", 40));
        Assert.NotEmpty(ContentFloor.Check($"He called me a {slur.Replace('e', '3')}.", 40));
        Assert.NotEmpty(ContentFloor.Check($"He called me a {slur.Insert(2, "\u200B")}.", 40));
        Assert.Empty(ContentFloor.Check("They said I was slow and retired me early.", 40));
    }

    [Fact]
    public void Nothing_is_no_fault()
    {
        Assert.Empty(ContentFloor.Check(null, 12));
        Assert.Empty(ContentFloor.Check("  ", 12));
    }
}

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("Mr. Reed came by. He left.", 2)]
    [InlineData("I don't know... maybe.", 2)]
    [InlineData("It was 3.5 miles.", 1)]
    [InlineData("First line\nsecond line", 2)]
    [InlineData("", 0)]
    [InlineData("no mark", 1)]
    public void Text_is_cut_where_a_reader_would_cut_it(string text, int count) => Assert.Equal(count, Sentences.Split(text).Count);
}
