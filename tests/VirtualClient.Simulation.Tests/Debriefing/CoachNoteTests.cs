using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Tests.Turns;
using VirtualClient.Simulation.Tests.Voices;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Debriefing;

/// <summary>The note from rules fits the client's last line, and quotes nothing that means nothing.</summary>
public sealed partial class CoachNoteTests
{
    private static CoachNote Note(string last, params string[] said) => For([.. said.Length == 0 ? ["How are the evenings?"] : said], last);

    /// <summary>A conversation in which the client said something to come back to and, at the end, the given line.</summary>
    private static CoachNote For(string[] said, string last)
    {
        var history = new List<Utterance> { new(Speaker.Client, "I lost my job at the mill last spring.") };
        foreach (var (at, text) in said.Index())
        {
            history.Add(new Utterance(Speaker.Student, text));
            history.Add(new Utterance(Speaker.Client, at == said.Length - 1 ? last : "We manage somehow, the two of us."));
        }

        return CoachNote.For(TestPersonas.Plain, history);
    }

    [Theory]
    [InlineData("Who else is going to read this?", "What you tell me stays with us")]
    [InlineData("Is this confidential?", "What you tell me stays with us")]
    [InlineData("Are you going to take my kids?", "I can't promise you how that goes.")]
    [InlineData("Do you have kids?", "That is a fair question.")]
    [InlineData("How old are you?", "That is a fair question.")]
    [InlineData("Where do I start?", "Wherever you like.")]
    [InlineData("What do you want to know?", "Wherever you like.")]
    [InlineData("What should I do?", "I don't want to answer that too fast.")]
    [InlineData("Do you think I'm a bad mother?", "I'm not sure yet.")]
    [InlineData("Do I have to answer all of this?", "No, you don't have to.")]
    [InlineData("If I tell you his name, does somebody have to do something?", "What you tell me stays with us")]
    [InlineData("*looks up* When does the shelter open?", "I don't know that yet.")]
    public void A_question_is_answered_by_what_it_asks_for(string asked, string answer)
    {
        var note = Note(asked);
        Assert.Contains("asked something", note.Goal, StringComparison.Ordinal);
        Assert.StartsWith(answer, note.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_the_client_answers_is_none() =>
        Assert.Equal("You sold the car to your cousin.", Note("My cousin? I sold the car to my cousin.").Wording);

    [Theory]
    [InlineData("People don't usually say that.")]
    [InlineData("You didn't push.")]
    [InlineData("I've heard that one.")]
    [InlineData("I'll think of it on the way home.")]
    public void What_only_speaks_of_the_talk_is_not_quoted(string line)
    {
        var wording = Note(line).Wording;
        Assert.DoesNotContain(line, wording, StringComparison.Ordinal);
        Assert.Contains("“I lost my job at the mill last spring.”", wording, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feeling_is_met_with_the_line_that_shows_it_and_not_with_an_older_one()
    {
        Assert.Equal("You’re scared of the letter. I can hear that it weighs on you.", Note("I'm scared of the letter.").Wording);
        var shown = Note("*looks away* Yeah.");
        Assert.Equal((PracticeArea.Empathy, "I can see that this is not easy to talk about. Take your time."), (shown.Area, shown.Wording));
    }

    [Fact]
    public void After_little_was_said_it_goes_back_to_something_that_was_said_and_else_it_waits()
    {
        Assert.Equal(
            "You said a moment ago: “I lost my job at the mill last spring.” I would like to hear more about that.",
            Note("Mm. Yeah.").Wording
        );
        IReadOnlyList<Utterance> nothing = [new(Speaker.Client, "Hm."), new(Speaker.Student, "How are you?"), new(Speaker.Client, "Fine.")];
        var note = CoachNote.For(TestPersonas.Plain, nothing);
        Assert.Equal("Take your time. We don't have to hurry.", note.Wording);
        Assert.Contains("to wait", note.Goal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_about_dying_is_asked_about_directly_and_after_that_it_is_stayed_with()
    {
        Assert.Contains("ending your life", Note("Some days I wish I would never wake up.").Wording, StringComparison.Ordinal);
        var after = For(["What is that like?", "Are you thinking of killing yourself?"], "Sometimes I think of ending my life, yes.");
        Assert.StartsWith("Thank you for telling me that.", after.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_is_followed_by_a_reflection_and_two_turns_without_one_by_an_open_question()
    {
        const string line = "I sold the car to my cousin.";
        Assert.Equal("You sold the car to your cousin.", Note(line).Wording);
        var open = Note(line, "You lost it.", "And that was sudden.");
        Assert.Equal((PracticeArea.Questions, $"You said: “{line}” What is that like for you?"), (open.Area, open.Wording));
    }

    [Fact]
    public void Privacy_comes_up_now_and_then_until_it_was_spoken_of()
    {
        const string line = "I sold the car to my cousin.";
        Assert.Equal(PracticeArea.Professionalism, Note(line, "How?", "What then?", "And since?").Area);
        Assert.NotEqual(PracticeArea.Professionalism, Note(line, "How?", "What then?", "And since?", "Who knows?").Area);
        Assert.NotEqual(
            PracticeArea.Professionalism,
            Note(line, "What you tell me stays between us unless somebody could get hurt.", "What then?", "And since?").Area
        );
    }

    public static TheoryData<string> Students => ["warm", "advising"];

    /// <summary>Every turn of twelve clients with a warm and an advising student: whole sentences, quotes that were said, of the last line where it is turned.</summary>
    [Theory]
    [MemberData(nameof(Students))]
    public void In_real_dialogues_every_note_fits_its_moment(string student)
    {
        foreach (var persona in BuiltInClients.All.Select(client => client.Persona))
        {
            var talk = Rehearsal.Of(persona, Script.For(student, persona), 11);
            var history = new List<Utterance> { new(Speaker.Client, talk.Opening) };
            foreach (var exchange in talk.Exchanges)
            {
                history.Add(new Utterance(Speaker.Student, exchange.Student));
                history.Add(new Utterance(Speaker.Client, exchange.Reply));
                var note = CoachNote.For(persona, history);
                var where = $"{persona.Name}: {exchange.Reply} -> {note.Goal} | {note.Wording}";
                TestContext.Current.TestOutputHelper?.WriteLine(where);
                Assert.True(note.Wording.Length is > 10 and < 300 && note.Goal.Length < 400, where);
                Assert.DoesNotMatch(@"[\[\]{}*]|  |\.\.(?!\.)", note.Wording + note.Goal);
                foreach (Match quote in Quoted().Matches(note.Wording))
                {
                    var words = quote.Groups[1].Value;
                    Assert.True(words.Split(' ').Length >= 3, where);
                    Assert.True(
                        history.Any(line => line.Speaker == Speaker.Client && line.Text.Contains(words[1..], StringComparison.Ordinal)),
                        where
                    );
                }
            }
        }
    }

    [GeneratedRegex("“([^”]+)”")]
    private static partial Regex Quoted();
}
