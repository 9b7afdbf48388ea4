using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class HistoryWindowTests
{
    [Fact]
    public void A_conversation_within_the_budget_goes_in_whole()
    {
        var history = Talk(30);
        var window = HistoryWindow.Of(history, 100_000, []);
        Assert.Equal(history, window.Recent);
        Assert.Equal("", window.Earlier);
    }

    [Fact]
    public void Two_hundred_turns_keep_the_persona_the_newest_turns_and_a_summary_of_what_was_said()
    {
        var history = Talk(200).ToList();
        history[11] = Given.Client("They let me go at the bakery back in March. So.");
        var plan = Given.Plan with { Known = [Given.Job] };
        var prompt = PromptBuilder.Build(Given.Request(plan, Given.Turn("And now?", [.. history])), 20_000);
        var text = prompt.AllText;
        Assert.StartsWith(PromptBuilder.StablePart(Given.Nora), text);
        Assert.Contains(history[^1].Text, text);
        Assert.Contains("<direction>", text);
        Assert.Contains("You told the worker: \u201CThey let me go at the bakery back in March.\u201D", prompt.Messages[1].Text);
        Assert.DoesNotContain("question number 3 ", text);
        Assert.True(text.Length < 20_000 + 12_000, $"{text.Length} characters");
    }

    [Fact]
    public void The_summary_holds_only_what_was_said()
    {
        var history = Talk(200);
        var window = HistoryWindow.Of(history, 10_000, [Given.Job]);
        Assert.NotEqual("", window.Earlier);
        Assert.DoesNotContain("bakery", window.Earlier);
        foreach (var quote in window.Earlier.Split('\u201C').Skip(1).Select(q => q.Split('\u201D')[0].TrimEnd('\u2026')))
        {
            Assert.Contains(history, u => u.Text.Contains(quote, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_window_moves_in_steps_so_that_most_turns_only_append()
    {
        var beginnings = Enumerable
            .Range(120, 60)
            .Select(turns => HistoryWindow.Of(Talk(turns), 10_000, []).Recent[0].Text)
            .Distinct()
            .Count();
        Assert.InRange(beginnings, 2, 8);
    }

    [Fact]
    public void The_newest_turns_go_in_whatever_their_length()
    {
        var history = Enumerable.Range(0, 10).Select(i => Given.Student(i + new string('x', 3_900))).ToList();
        var window = HistoryWindow.Of(history, 100, []);
        Assert.Equal(8, window.Recent.Count);
        Assert.Equal(history[^1], window.Recent[^1]);
    }

    private static List<Utterance> Talk(int turns) =>
        [
            .. Enumerable
                .Range(0, turns)
                .SelectMany(i =>
                    new[]
                    {
                        Given.Student(
                            $"Thanks. This is question number {i} about how the days have been going for you lately, and is it any better?"
                        ),
                        Given.Client($"It goes along, answer {i}, with the bills and the noise next door and all of that."),
                    }
                ),
        ];
}
