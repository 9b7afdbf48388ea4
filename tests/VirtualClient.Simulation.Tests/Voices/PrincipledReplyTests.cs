using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>What the built-in voice keeps of a teacher's principles, over whole conversations with every built-in client.</summary>
public sealed class PrincipledReplyTests
{
    [Fact]
    public void Without_principles_that_it_can_follow_the_words_are_the_same()
    {
        foreach (var exchange in Exchanges(BuiltInClients.All[0].Persona))
        {
            var persona = exchange.Request.Turn.Persona with { Principles = ["Speak as if it were raining."] };
            Assert.Equal(exchange.Reply, PrincipledReply.Compose(With(exchange.Request, persona)));
        }
    }

    [Fact]
    public void Nobody_who_is_not_to_ask_asks()
    {
        var asked = 0;
        foreach (var exchange in BuiltInClients.All.SelectMany(c => Exchanges(c.Persona)))
        {
            asked += exchange.Reply.Contains('?', StringComparison.Ordinal) ? 1 : 0;
            var reply = Compose(exchange.Request, "Do not ask the worker questions.");
            Assert.True(
                !reply.Contains('?', StringComparison.Ordinal)
                    || MustBeSaid(exchange.Plan, reply)
                    || SpokenText.Sentences(reply).Count == 1,
                reply
            );
        }

        Assert.True(asked > 5, $"only {asked} replies asked anything, this test wants more");
    }

    [Fact]
    public void A_sentence_that_was_said_is_said_no_more_when_it_is_not_to_be_unless_it_tells_what_must_be_told()
    {
        var changed = 0;
        foreach (var exchange in BuiltInClients.All.Take(6).SelectMany(c => Exchanges(c.Persona)))
        {
            var sentence = SpokenText.Sentences(exchange.Reply).First(s => SpokenText.Words(s) > 0).Trim('.', '?', '!', ' ');
            var reply = Compose(exchange.Request, $"Do not say \"{sentence}\".");
            var still = Says(reply, sentence);
            changed += still ? 0 : 1;
            Assert.True(
                !still
                    || MustBeSaid(exchange.Plan, sentence)
                    || SpokenText.Sentences(reply).TrueForAll(s => SpokenText.Words(s) == 0 || Says(s, sentence)),
                reply
            );
            Assert.True(SpokenText.Words(reply) > 0, "nothing was said");
        }

        Assert.True(changed > 10, $"only {changed} replies changed");
    }

    [Fact]
    public void Shorter_is_shorter_and_still_tells_what_opens()
    {
        var (words, fewer) = (0, 0);
        foreach (var exchange in BuiltInClients.All.SelectMany(c => Exchanges(c.Persona)))
        {
            var reply = Compose(exchange.Request, "Keep replies short: one or two sentences.");
            // What opens is told whole, and what is one or two sentences already is not to be cut.
            if (exchange.Plan.Opening.Count == 0 && SpokenText.Sentences(exchange.Reply).Count(s => SpokenText.Words(s) > 0) > 2)
            {
                words += SpokenText.Words(exchange.Reply);
                fewer += SpokenText.Words(reply);
            }

            Assert.All(
                exchange.Plan.Opening,
                fact =>
                    Assert.Contains(
                        fact.OwnWords,
                        own => SpokenText.Bare(reply).Contains(SpokenText.Bare(own)[..8], StringComparison.Ordinal)
                    )
            );
        }

        Assert.True(words > 100, $"only {words} words in replies that could be shorter");
        Assert.True(fewer < words * 0.7, $"{fewer} words instead of {words}");
    }

    [Fact]
    public void The_same_request_gives_the_same_words()
    {
        foreach (var exchange in Exchanges(BuiltInClients.All[1].Persona))
        {
            Assert.Equal(Compose(exchange.Request, "Be brief."), Compose(exchange.Request, "Be brief."));
        }
    }

    [Fact]
    public void Principles_stand_behind_an_edited_prompt_and_nothing_kept_back_comes_in_with_them()
    {
        var nora = Given.Nora with
        {
            Principles = ["Hum when it gets hard.", "Nora was let go from the bakery in March and has told nobody."],
        };
        var text = PromptBuilder.StablePart(nora, "You are Nora.");
        Assert.StartsWith("You are Nora.", text, StringComparison.Ordinal);
        Assert.Contains("- Hum when it gets hard.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bakery", text, StringComparison.Ordinal);
        Assert.Equal("You are Nora.", PromptBuilder.StablePart(nora with { Principles = [] }, "You are Nora."));
    }

    private static readonly string[] Said =
    [
        "Hello, I'm a student here. What brings you in today?",
        "Do you have any questions for me?",
        "That sounds like a lot to carry on your own.",
        "How have you been sleeping?",
        "Who is there for you at home?",
    ];

    private static List<Exchange> Exchanges(Persona persona) =>
        Rehearsal.Of(persona, Said.Select(text => new ScriptedTurn(text, null)), 21).Exchanges;

    private static string Compose(VoiceRequest request, string principle) =>
        PrincipledReply.Compose(With(request, request.Turn.Persona with { Principles = [principle] }));

    private static VoiceRequest With(VoiceRequest request, Persona persona) =>
        request with
        {
            Turn = request.Turn with { Persona = persona },
        };

    private static bool Says(string text, string words) =>
        $" {SpokenText.Bare(text)} ".Contains($" {SpokenText.Bare(words)} ", StringComparison.Ordinal);

    private static bool MustBeSaid(ReplyPlan plan, string sentence) =>
        plan.Opening.Count > 0 || plan.PartialAnswers.Count > 0 || plan.CleanAnswers.Count > 0 || sentence.Length == 0;
}
