using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>What words mean from outside our turns, and a turn as the vectors of its words.</summary>
public sealed class TurnVectorTests
{
    [Theory]
    [InlineData("doctor", "nurse", "landlord")]
    [InlineData("angry", "upset", "monday")]
    [InlineData("mother", "daughter", "rent")]
    public void Words_used_alike_lie_closer_than_others(string word, string alike, string other) =>
        Assert.True(Closeness(word, alike) > Closeness(word, other));

    [Fact]
    public void Frequent_words_count_less()
    {
        Assert.True(WordVectors.TryFind("the", out var vector, out var the));
        Assert.Equal(WordVectors.Dimensions, vector.Length);
        Assert.True(WordVectors.TryFind("supper", out _, out var supper));
        Assert.True(supper > 10 * the);
        Assert.InRange(the, 1, 256);
        Assert.False(WordVectors.TryFind("qwxzzk", out _, out _));
    }

    [Fact]
    public void A_turn_of_one_word_is_that_word_three_times()
    {
        Assert.True(WordVectors.TryFind("supper", out var vector, out _));
        var turn = TurnVector.Of(TurnText.Parse("supper"));
        Assert.Equal(TurnVector.Length, turn.Length);
        for (var i = 0; i < turn.Length; i++)
        {
            Assert.Equal(16 * vector[i % WordVectors.Dimensions], turn[i]);
        }
    }

    [Fact]
    public void A_turn_lies_between_the_least_and_the_greatest_of_its_words()
    {
        var turn = TurnVector.Of(TurnText.Parse("My mother cooked supper and we waited for the rain qwxzzk."));
        for (var i = 0; i < WordVectors.Dimensions; i++)
        {
            Assert.InRange(turn[i], turn[i + 2 * WordVectors.Dimensions], turn[i + WordVectors.Dimensions]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("qwxzzk")]
    [InlineData("😀")]
    public void What_holds_no_known_word_says_nothing(string turn) =>
        Assert.All(TurnVector.Of(TurnText.Parse(turn)), number => Assert.Equal(0, number));

    [Fact]
    public void A_vector_s_weights_are_added_to_what_the_words_say()
    {
        var numbers = string.Join(' ', Enumerable.Range(0, TurnVector.Length).Select(i => i == 7 ? 2000 : 0));
        var model = new LearnedModel(["target\taffirmation\t-20\t10\t-30", "vector\taffirmation\t" + numbers]);
        var vector = new int[TurnVector.Length];
        vector[7] = 31;
        Assert.Equal(62, model.OfVector(0, vector));
        Assert.Equal(0, new LearnedModel(["target\taffirmation\t-20\t10\t-30"]).OfVector(0, vector));
    }

    private static int Closeness(string word, string other)
    {
        Assert.True(WordVectors.TryFind(word, out var a, out _));
        Assert.True(WordVectors.TryFind(other, out var b, out _));
        var sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
