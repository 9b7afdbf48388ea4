using System.Reflection;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns.Rules;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class AnalyzerPatternTests
{
    [Fact]
    public void Every_rules_expression_can_be_made()
    {
        var patterns = typeof(Pattern)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(property => property.PropertyType == typeof(Pattern))
            .Select(property => (Pattern)property.GetValue(null)!)
            .ToList();
        Assert.True(patterns.Count > 100);
        Assert.All(patterns, pattern => Assert.True(pattern.MakeAll() > 0));
    }

    [Theory]
    [InlineData(@"\b(?:you (?:should|must) call|why not (?:just )?go)\b", "you must call")]
    [InlineData(@"\b(?:you (?:should|must) call|why not (?:just )?go)\b", "why not go")]
    [InlineData(@"^(?:(?:and |so )*tell me\b|what|how (?:long|many))", "so tell me more")]
    [InlineData(@"^(?:(?:and |so )*tell me\b|what|how (?:long|many))", "how many are there")]
    [InlineData(@"\bhop(?:e|es|ing)?d? (?:to|for)\b", "hoping for rain")]
    [InlineData(@"colou?r|gr[ae]y\w{2,}", "the color of it")]
    [InlineData(@"colou?r|gr[ae]y\w{2,}", "graying")]
    [InlineData(@"\b(?:a(?:b|c)+d|xyz{2,3})\b", "abcbd")]
    [InlineData(@"\b(?:a(?:b|c)+d|xyz{2,3})\b", "xyzz")]
    [InlineData(@"(?<!to )calm down|(?:so )?relax(?! at)", "calm down")]
    public void Taken_apart_an_expression_finds_what_it_found_whole(string expression, string text)
    {
        var whole = Regex.Match(text, expression, RegexOptions.ExplicitCapture);
        Assert.True(whole.Success);
        Assert.Equal(whole.Index, Pattern.Of(expression).First(text)?.Index);
        Assert.True(Pattern.Of(expression).IsMatch(text));
    }

    [Fact]
    public void Text_without_any_required_piece_is_not_searched()
    {
        var pattern = Pattern.Of(@"\b(?:you (?:should|must) call|why not go)\b");
        Assert.Null(pattern.Candidates(Stretch.Of("the weather is fine")));
        Assert.Null(pattern.Candidates(Stretch.Of("you must")));
        Assert.NotNull(pattern.Candidates(Stretch.Of("you must call")));
    }

    [Fact]
    public void A_part_of_a_sentence_is_searched_with_the_letter_runs_of_all_of_it()
    {
        var pattern = Pattern.Of(@"^you must call\b");
        var whole = Stretch.Of("and so you must call him");
        Assert.False(pattern.IsMatch(whole));
        Assert.True(pattern.IsMatch(whole.Part(whole.Text[7..])));
        Assert.False(pattern.IsMatch(whole.Part(whole.Text[..6])));
    }
}
