using System.Text.RegularExpressions;
using VirtualClient.Simulation.Voices;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class PhraseBookTests
{
    private static readonly PhraseBook Book = PhraseBook.Standard;

    [Fact]
    public void The_book_holds_at_least_800_phrases() => Assert.True(Book.Count >= 800, $"{Book.Count}");

    [Fact]
    public void Every_family_has_lines_for_anybody()
    {
        foreach (var (name, family) in Book.Families)
        {
            Assert.True(family.Any(phrase => phrase.Tags == default), $"'{name}' has no untagged line.");
        }
    }

    [Fact]
    public void No_family_has_the_same_line_twice_under_the_same_tags()
    {
        foreach (var (name, family) in Book.Families)
        {
            var twice = family.GroupBy(phrase => phrase).FirstOrDefault(group => group.Count() > 1);
            Assert.True(twice is null, $"'{name}': {twice?.Key.Text}");
        }
    }

    [Theory]
    [InlineData("a phrase without a family", "before the first")]
    [InlineData("== family\n-- cheerful\nHello.", "line 2")]
    public void A_file_that_is_not_of_the_format_is_refused_with_its_line(string text, string reason)
    {
        var refusal = Assert.Throws<FormatException>(() => new PhraseBook().Read("new.txt", new StringReader(text)));
        Assert.Contains(reason, refusal.Message);
        Assert.Contains("new.txt", refusal.Message);
    }

    [Fact]
    public void Slots_are_only_those_the_picker_fills()
    {
        string[] known = ["name", "full-name", "age", "echo", "opener"];
        foreach (var phrase in Lines())
        {
            foreach (Match slot in Regex.Matches(phrase, @"\{([^{}|]*)\}"))
            {
                Assert.Contains(slot.Groups[1].Value, known);
            }
        }
    }

    [Fact]
    public void No_line_shouts_formats_or_talks_like_a_file()
    {
        foreach (var phrase in Lines())
        {
            Assert.DoesNotMatch(
                @"[!#_`\[\]]|https?:|\b(trauma|diagnos|symptom|disorder|therap|intervention|client|coping|trigger|boundar)\w*",
                phrase
            );
        }
    }

    [Fact]
    public void No_line_is_longer_than_a_breath()
    {
        foreach (var phrase in Lines())
        {
            Assert.True(SpokenText.Words(phrase) <= 34, phrase);
        }
    }

    [Fact]
    public void A_line_ends_with_its_mark_unless_it_leads_into_another()
    {
        foreach (
            var (name, family) in Book.Families.Where(family =>
                family.Key
                    is not ("lead" or "unasked" or "unasked-first" or "link" or "risk-lead" or "again-lead" or "openers" or "fillers")
            )
        )
        {
            Assert.All(family, phrase => Assert.Matches(@"[.…]$", phrase.Text));
        }
    }

    private static IEnumerable<string> Lines() => Book.Families.Values.SelectMany(family => family).Select(phrase => phrase.Text);
}
