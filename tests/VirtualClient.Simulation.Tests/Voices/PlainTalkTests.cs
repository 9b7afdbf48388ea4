using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>Lines a reader stumbled over, as rules: what a question is not about, and what nobody says after what was just said.</summary>
public sealed class PlainTalkTests
{
    private static Persona Client(string name) => BuiltInClients.All.Single(client => client.Persona.Name == name).Persona;

    [Fact]
    public void Your_age_in_advice_does_not_ask_how_old_the_client_is()
    {
        var walter = Client("Walter Ellison");
        Assert.All(
            Replies(walter, "You should really try to get more sleep, at your age it's important. Have you tried melatonin?"),
            reply => Assert.DoesNotContain("74", reply)
        );
        Assert.Contains(Replies(walter, "What is your age?"), reply => reply.Contains("74", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How has it been at home since the warehouse closed?")]
    [InlineData("How are things at home?")]
    public void How_it_is_at_home_does_not_ask_for_an_address(string text) =>
        Assert.All(Replies(Client("Ray Delgado"), text), reply => Assert.DoesNotContain("Calder", reply));

    [Fact]
    public void A_student_who_gives_a_name_is_not_greeted_a_second_time() =>
        Assert.All(PhraseBook.Standard.Family("introduced"), line => Assert.DoesNotMatch(@"\b(Hi|Hello|Hey|Good day)\b", line.Text));

    [Fact]
    public void Told_to_calm_down_nobody_answers_as_if_cheered_up()
    {
        var calm = PhraseBook.Standard.Family("told-to-calm").Select(line => line.Text).ToList();
        Assert.Contains(
            Replies(Client("Dale Pruitt"), "Please calm down."),
            reply => calm.Exists(line => reply.Contains(line, StringComparison.Ordinal))
        );
        Assert.All(Replies(Client("Dale Pruitt"), "Please calm down."), reply => Assert.DoesNotContain("cheered up", reply));
    }

    [Theory]
    [InlineData("I don't know why that's a whole thing.", true)]
    [InlineData("That's it.", true)]
    [InlineData("Ms. Okafor gave me a pass.", false)]
    public void A_sentence_that_points_back_is_not_said_by_itself(string sentence, bool leans) =>
        Assert.Equal(leans, SpokenText.LeansBack(sentence));

    [Fact]
    public void A_word_beside_the_question_is_not_what_it_asks()
    {
        var said = Replies(Client("Brooke Lindgren"), "The fish tank is nice. Has anyone ever asked you about this before?");
        Assert.All(said, reply => Assert.DoesNotContain("castle", reply));
    }

    [Theory]
    [InlineData("Dale Pruitt", "What's your boy like?", "noise with hair")]
    [InlineData("Walter Ellison", "What was she like?", "late for everything")]
    public void What_somebody_is_like_is_told(string name, string text, string told) =>
        Assert.All(Replies(Client(name), text), reply => Assert.Contains(told, reply));

    [Fact]
    public void Nobody_says_yes_or_no_to_a_danger_that_is_not_theirs()
    {
        Assert.All(PhraseBook.Standard.Family("asked-danger"), line => Assert.DoesNotMatch(@"^(Yes|No|Not)\b", line.Text));
        Assert.All(
            Replies(Client("Sunita Gurung"), "Is anyone in danger at home, from the cold or otherwise?"),
            reply => Assert.DoesNotMatch(@"\bSome days, yes\b", reply)
        );
    }

    [Fact]
    public void A_step_aside_has_somewhere_to_go()
    {
        var words = PhraseBook.Standard.Family("changes-subject").Select(line => line.Text).ToList();
        var aside = Replies(Client("Julian Marsh"), "That's all right. There's no hurry here.")
            .Where(reply => words.Contains(reply))
            .ToList();
        Assert.Empty(aside);
    }

    [Fact]
    public void Good_morning_does_not_bring_up_his_mornings() =>
        Assert.All(
            Replies(Client("Walter Ellison"), "Good morning, Mr. Ellison. I'm Sam, a student here. I'm glad you came in."),
            reply => Assert.DoesNotContain("two cups", reply)
        );

    [Fact]
    public void A_name_with_a_question_mark_asks_nothing() =>
        Assert.All(
            Replies(Client("Dale Pruitt"), "Mr. Pruitt? I'm Sam, a student from the county."),
            reply => Assert.DoesNotContain("Depends who", reply)
        );

    [Theory]
    [InlineData("Do you live in a house or an apartment?", "asked-which")]
    [InlineData("When will you have it done?", "asked-when")]
    [InlineData("Do they call on Sundays?", "asked-habit")]
    [InlineData("Does he live close by?", "asked-fact")]
    [InlineData("The nineteenth of what, exactly?", "asked-thing")]
    [InlineData("You said you had four questions. I'd like to hear the first.", "asked-questions")]
    [InlineData("Same time next month?", "asked-offer")]
    [InlineData("Were you a forklift driver over there?", "asked-yes-no")]
    [InlineData("How are you in the evenings?", "asked-how-is")]
    public void The_shape_of_a_question_says_which_answers_fit(string text, string family)
    {
        var signals = new TurnSignals { Labels = [new TurnLabel(LabelCode.ClosedQuestion, text, "test")] };
        Assert.Equal(family, HeardTurn.Of(text, signals).Asked);
    }

    private static List<string> Replies(Persona persona, string text) =>
        [.. Enumerable.Range(1, 40).Select(seed => Rehearsal.Of(persona, [new ScriptedTurn(text, null)], (ulong)seed).Exchanges[^1].Reply)];
}
