using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class RubricKeyTests
{
    [Theory]
    [InlineData("Listening and empathy", "listening_and_empathy")]
    [InlineData("  R:Q -- ratio? ", "r_q_ratio")]
    [InlineData("Écoute & présence", "coute_prsence")]
    [InlineData("傾聴", "item")]
    [InlineData("", "item")]
    public void A_key_is_made_from_the_name(string name, string key) => Assert.Equal(key, RubricKeys.FromName(name));

    [Fact]
    public void A_key_that_is_made_is_unlike_all_others_and_one_that_is_there_stays() =>
        Assert.Equal(
            ["listening_2", "listening", "listening_3", "own"],
            RubricKeys.Fill([(null, "Listening"), ("listening", "Something else"), ("", "listening"), (" own ", "X")])
        );

    [Fact]
    public void Keys_of_very_long_names_are_cut_and_still_differ()
    {
        var name = new string('a', 500);
        var keys = RubricKeys.Fill([(null, name), (null, name)]);
        Assert.NotEqual(keys[0], keys[1]);
        Assert.All(keys, key => Assert.True(key.Length <= RubricKeys.Longest));
    }
}
