using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed partial class PromptBuilderTests
{
    [Fact]
    public void The_stable_part_is_the_same_byte_for_byte_in_every_state_of_a_conversation()
    {
        var first = PromptBuilder.Build(Given.Request());
        var later = PromptBuilder.Build(
            Given.Request(
                Given.Plan with
                {
                    Opening = [Given.Son],
                    Known = [Given.Job],
                    Stance = Stance.OpensUp,
                },
                Given.Turn("And school?", Given.Client("Hi."), Given.Student("Hello."), Given.Client("They let me go."))
            )
        );
        Assert.Equal(first.Messages[0].Text, later.Messages[0].Text);
        Assert.Equal(PromptBuilder.StablePart(Given.Nora), first.Messages[0].Text);
        Assert.True(first.Messages[0].Text.Length > 2_000);
    }

    [Fact]
    public void The_history_is_appended_to_and_never_rewritten()
    {
        Utterance[] history = [Given.Client("Hi."), Given.Student("Hello."), Given.Client("It's the notice.")];
        var before = PromptBuilder.Build(Given.Request(turn: Given.Turn("Which notice?", history)));
        var after = PromptBuilder.Build(
            Given.Request(turn: Given.Turn("Go on.", [.. history, Given.Student("Which notice?"), Given.Client("The power.")]))
        );
        var old = before.Messages.SkipLast(1).Select(m => (m.Role, m.Text)).ToList();
        Assert.Equal(old, after.Messages.Take(old.Count).Select(m => (m.Role, m.Text)));
        Assert.Equal("Which notice?", after.Messages[old.Count].Text);
    }

    [Fact]
    public void Cache_points_are_on_the_stable_part_and_on_the_end_of_the_history_and_nowhere_else()
    {
        var prompt = PromptBuilder.Build(
            Given.Request(turn: Given.Turn("So?", Given.Client("Hi."), Given.Student("Hello."), Given.Client("Yes.")))
        );
        var marks = prompt.Messages.Select(m => m.Contents.Single().AdditionalProperties?[ModelKeys.Cache] as string).ToList();
        Assert.Equal([ModelKeys.OneHour, null, null, null, ModelKeys.FiveMinutes, null], marks);
        Assert.Equal(ChatRole.System, prompt.Messages[0].Role);
        Assert.Equal(ChatRole.User, prompt.Messages[1].Role);
    }

    [Fact]
    public void Reasons_and_placeholders_are_not_in_a_prompt_nor_are_times_traits_state_or_hidden_issues()
    {
        var text = PromptBuilder
            .Build(
                Given.Request(
                    Given.Plan with
                    {
                        Deflections = [Given.Job.Deflection],
                        Avoid = ["do not thank the worker"],
                        Foothold = "the notice is on the fridge",
                    }
                )
            )
            .AllText;
        Assert.DoesNotContain("<!--", text);
        Assert.DoesNotContain("{{", text);
        Assert.DoesNotMatch(TimeStamp(), text);
        foreach (
            var word in new[]
            {
                "suspicious",
                "stoic",
                "trust",
                "distress",
                "rupture",
                "stance",
                "mental_health",
                "mental health",
                "moderate",
                "2.5",
            }
        )
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("An agency once lost her papers and blamed her.", text);
        Assert.Contains("You make it sound smaller than it is", text);
        Assert.Contains("She never says sorry for asking.", text);
    }

    [Fact]
    public void Sentences_of_the_story_are_background_unless_they_may_tell_a_kept_fact_in_other_words()
    {
        var stable = PromptBuilder.StablePart(Given.Nora);
        Assert.Contains("She likes crossword puzzles.", stable);
        Assert.Contains("Her mother lives in Tulsa.", stable);
        Assert.DoesNotContain("no job at the bakery", stable);
        Assert.DoesNotContain("minds the baby", stable);
    }

    [Fact]
    public void An_authored_text_that_gives_a_fact_away_is_left_out_wherever_it_stands()
    {
        var careless = Given.Nora with
        {
            PresentingConcern = "I need help with the bill. They let me go at the bakery.",
            Wish = "That nobody learns she was let go from the bakery in March.",
            Principles = ["Say that Eli has missed three weeks of school."],
            PlainFacts = [new(["job"], "They let me go at the bakery, back in March.")],
        };
        var plan = Given.Plan with
        {
            Deflections = ["Nobody knows they let me go at the bakery."],
            Foothold = "let go from the bakery in March",
            Echoes = ["has missed three weeks of school"],
        };
        var request = Given.Request(plan, Given.Turn() with { Persona = careless });
        var text = PromptBuilder.Build(request).AllText;
        Assert.Null(KeptBack.All(careless).FindIn(text));
        Assert.Contains("I need help with the bill.", text);
    }

    [Fact]
    public void A_touched_closed_topic_brings_its_deflection_and_an_opening_fact_its_own_words()
    {
        var closed = PromptBuilder.Build(Given.Request(Given.Plan with { Deflections = [Given.Job.Deflection] })).AllText;
        Assert.Contains(Given.Job.Deflection, closed);
        Assert.DoesNotContain("bakery", closed);
        var open = PromptBuilder.Build(Given.Request(Given.Plan with { Opening = [Given.Job] })).AllText;
        Assert.Contains(Given.Job.OwnWords[0], open);
        Assert.DoesNotContain("Eli", open);
    }

    [Fact]
    public void A_plan_is_short_even_when_there_is_much_to_say()
    {
        var plan = Given.Plan with
        {
            Opening = [Given.Son],
            Known = [Given.Job, Given.Wish, Given.Job, Given.Wish],
            Cue = "turns her keys over",
            OwnQuestion = "Who reads what you write down?",
            Foothold = "the notice is on the fridge",
            Avoid = ["do not thank or praise the worker", "do not ask the worker anything", "do not go deeper"],
            Echoes = ["the notice", "the power"],
        };
        var text = PromptBuilder.PlanText(plan);
        Assert.InRange(text.Length, 200, 800);
        Assert.Contains(Given.Son.OwnWords[0], text);
        Assert.Contains("Say 16 to 40 words.", text);
    }

    [Fact]
    public void One_gesture_is_enough_and_a_word_or_two_need_no_reminders()
    {
        var plan = Given.Plan with { Cue = "turns her keys over", Known = [Given.Job] };
        Assert.Contains("*turns her keys over*", PromptBuilder.PlanText(plan));
        Assert.Contains(Given.Job.Fact, PromptBuilder.PlanText(plan));
        Assert.Contains("No gesture this time.", PromptBuilder.PlanText(plan with { Cue = null }));
        var partial = PromptBuilder.PlanText(plan with { PartialAnswers = [Given.Wish.PartialAnswer!] });
        Assert.DoesNotContain("*turns her keys over*", partial);
        Assert.DoesNotContain("No gesture", partial);
        Assert.DoesNotContain(Given.Job.Fact, PromptBuilder.PlanText(plan with { Length = LengthBand.Minimal }));
    }

    [Fact]
    public void Every_stance_length_feeling_trait_and_style_has_its_sentence()
    {
        foreach (var stance in Enum.GetValues<Stance>())
        {
            foreach (var affect in Enum.GetValues<Affect>())
            {
                foreach (var length in Enum.GetValues<LengthBand>())
                {
                    Assert.NotEmpty(PromptBuilder.PlanText(Given.Plan with { Stance = stance, Affect = affect, Length = length }));
                }
            }
        }

        foreach (var style in Enum.GetValues<CommunicationStyle>())
        {
            var stable = PromptBuilder.StablePart(Given.Nora with { Style = style, Traits = Enum.GetValues<Trait>(), TraitReasons = [] });
            Assert.Contains("How you put things: ", stable);
            Assert.DoesNotContain("honest", stable, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_client_under_18_is_told_to_talk_like_it()
    {
        Assert.Contains("You are 16. Talk like somebody that age.", PromptBuilder.StablePart(Given.Nora with { Age = 16 }));
        Assert.DoesNotContain("Talk like somebody that age", PromptBuilder.StablePart(Given.Nora));
    }

    [Fact]
    public void An_edited_stable_part_is_used_for_a_test_without_what_is_kept_back()
    {
        var edited = "You are Nora.\nBe brief.\nShe was let go from the bakery in March and hides it.";
        var text = PromptBuilder.Build(Given.Request(turn: Given.Turn() with { PromptOverride = edited })).Messages[0].Text;
        Assert.StartsWith("You are Nora.\nBe brief.", text);
        Assert.DoesNotContain("bakery", text);
    }

    [Fact]
    public void The_same_request_gives_the_same_prompt()
    {
        var request = Given.Request(Given.Plan with { Opening = [Given.Job] }, Given.Turn("Hm?", Given.Client("Hi.")));
        Assert.Equal(PromptBuilder.Build(request).AllText, PromptBuilder.Build(request).AllText);
    }

    [GeneratedRegex(@"\b20\d\d\b|\d{1,2}:\d\d|\b(?:UTC|GMT)\b")]
    private static partial Regex TimeStamp();
}
