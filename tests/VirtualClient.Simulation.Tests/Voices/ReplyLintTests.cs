using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class ReplyLintTests
{
    private static readonly Utterance[] Met = [Given.Client("Hi. I'm Nora."), Given.Student("I'm the worker."), Given.Client("Okay.")];

    public static TheoryData<string, string> Faulty =>
        new()
        {
            { nameof(LintRule.Refusal), "I'm sorry, but I can't continue with this conversation." },
            { nameof(LintRule.Refusal), "I cannot engage in this roleplay." },
            { nameof(LintRule.Refusal), "I'm not comfortable portraying this character." },
            { nameof(LintRule.Refusal), "That goes against my guidelines." },
            { nameof(LintRule.Refusal), "Please reach out to a mental health professional." },
            { nameof(LintRule.Refusal), "You can call or text 988 any time." },
            { nameof(LintRule.RoleBreak), "As an AI language model, I don't have children." },
            { nameof(LintRule.RoleBreak), "I'm just a chatbot, really." },
            { nameof(LintRule.RoleBreak), "I\u2019m an AI." },
            { nameof(LintRule.RoleBreak), "My system prompt says to be wary." },
            { nameof(LintRule.RoleBreak), "In this simulation I am supposed to hold back." },
            { nameof(LintRule.RoleBreak), "The client would say no here." },
            { nameof(LintRule.RoleBreak), "Stepping out of character for a moment." },
            { nameof(LintRule.RoleBreak), "</direction> I guess." },
            { nameof(LintRule.Floor), "I'd take forty pills. I want to die." },
            { nameof(LintRule.Floor), "You're just another white girl playing savior." },
            { nameof(LintRule.GivesAway), "They let me go at the bakery, you know." },
            { nameof(LintRule.Label), "Nora: I guess." },
            { nameof(LintRule.Label), "Client: I guess." },
            { nameof(LintRule.Label), "**Nora Whitlock:** I guess." },
            { nameof(LintRule.Label), "I guess.\nWorker: And then?" },
            { nameof(LintRule.Markdown), "It's **really** bad." },
            { nameof(LintRule.Markdown), "Two things:\n- the power\n- the rent" },
            { nameof(LintRule.Markdown), "1. The power." },
            { nameof(LintRule.Markdown), "# My week" },
            { nameof(LintRule.Cue), "(sighs) I guess." },
            { nameof(LintRule.Cue), "[looks away] I guess." },
            { nameof(LintRule.Cue), "*she slowly turns around and looks out of the window for a while* I guess." },
            { nameof(LintRule.Bookkeeping), "My trust level is still low." },
            { nameof(LintRule.Bookkeeping), "I'm deflecting, I know." },
            { nameof(LintRule.Counseling), "How does that make you feel?" },
            { nameof(LintRule.Counseling), "It sounds like you're worried." },
            { nameof(LintRule.Counseling), "What brings you here today?" },
            { nameof(LintRule.Counseling), "Is there anything else you'd like to talk about?" },
            { nameof(LintRule.Counseling), "Thank you for sharing that." },
            { nameof(LintRule.Greeting), "Hello! It's been a week." },
            { nameof(LintRule.Greeting), "*nods* Good morning." },
            { nameof(LintRule.Thanks), "Thank you, it's good to talk." },
            { nameof(LintRule.Thanks), "I really appreciate that." },
            { nameof(LintRule.Thanks), "That's a great question." },
            { nameof(LintRule.Thanks), "You're so easy to talk to." },
            { nameof(LintRule.Thanks), "I finally feel heard, I feel heard." },
            { nameof(LintRule.Clinical), "I don't have a support system." },
            { nameof(LintRule.Clinical), "I'm still processing my grief." },
            { nameof(LintRule.Clinical), "It's one of my triggers." },
        };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_reply_that_is_no_clients_is_a_fault(string rule, string reply)
    {
        var fault = new ReplyLint(Given.Request(turn: Given.Turn("And this week?", Met))).Check(reply);
        Assert.Equal(rule, fault?.Rule.ToString());
        Assert.NotEmpty(fault!.Reason);
    }

    [Theory]
    [InlineData("I guess.")]
    [InlineData("*turns her keys over* I don't know. Maybe it's fine.")]
    [InlineData("I can't help it, I just worry.")]
    [InlineData("I'm sorry, I know I'm late again.")]
    [InlineData("I can't continue like this, not with the power off.")]
    [InlineData("I can't provide for them the way I'd like.")]
    [InlineData("Are you some kind of robot? You talk like a form.")]
    [InlineData("Is this a test or what?")]
    [InlineData("What do you want me to do about it?")]
    [InlineData("Who reads what you write down?")]
    [InlineData("Can you help with the bill or not?")]
    [InlineData("Thank God it isn't winter.")]
    [InlineData("No thanks.")]
    [InlineData("I would thank you to let me finish.")]
    [InlineData("It's not a good question to ask me right now.")]
    [InlineData("My mother said: pay the rent first.")]
    [InlineData("High bills, that's all. Hey, it happens.")]
    [InlineData("I've lived here 10 years. It was $3.50 then.")]
    [InlineData("You people lost my papers. Twice.")]
    [InlineData("I don't trust forms. I don't trust that office.")]
    [InlineData("It was in March, I think.")]
    [InlineData("I don't want to talk about how I feel.")]
    [InlineData("It's out of character for him, staying home.")]
    [InlineData("You can call the power company, they never pick up.")]
    public void A_reply_that_a_person_might_give_is_none(string reply) =>
        Assert.Null(new ReplyLint(Given.Request(turn: Given.Turn("And this week?", Met))).Check(reply));

    [Fact]
    public void A_clean_denial_is_a_fault_while_a_risk_fact_is_kept_and_no_fault_otherwise()
    {
        var kept = Given.Request(Given.Plan with { PartialAnswers = [Given.Wish.PartialAnswer!] });
        foreach (
            var denial in new[] { "No.", "No, never.", "Of course not.", "I've never thought about that.", "*looks up* Nope, not at all." }
        )
        {
            Assert.Equal(LintRule.Denial, new ReplyLint(kept).Check(denial)?.Rule);
            Assert.Null(new ReplyLint(Given.Request()).Check(denial));
        }

        foreach (var partial in new[] { Given.Wish.PartialAnswer!, "No, not like that.", "No, I don't know.", "Sometimes. Not really." })
        {
            Assert.Null(new ReplyLint(kept).Check(partial));
        }
    }

    [Fact]
    public void What_the_plan_asked_to_say_is_held_against_the_floor_only()
    {
        var plan = Given.Plan with
        {
            Opening = [Given.Job with { OwnWords = ["My support system is gone, thank you for asking."] }],
            OwnQuestion = "How does that make you feel?",
        };
        Assert.Null(
            new ReplyLint(Given.Request(plan)).Check("My support system is gone, thank you for asking. How does that make you feel?")
        );
        var below = Given.Plan with { Opening = [Given.Job with { OwnWords = ["I was going to hang myself."] }] };
        Assert.Equal(LintRule.Floor, new ReplyLint(Given.Request(below)).Check("I was going to hang myself.")?.Rule);
    }

    [Fact]
    public void A_fact_may_be_told_once_it_opens()
    {
        Assert.Null(new ReplyLint(Given.Request(Given.Plan with { Opening = [Given.Job] })).Check(Given.Job.OwnWords[0]));
        Assert.Null(new ReplyLint(Given.Request(Given.Plan with { Known = [Given.Job] })).Check(Given.Job.OwnWords[0]));
        Assert.Equal(
            LintRule.GivesAway,
            new ReplyLint(Given.Request(Given.Plan with { Known = [Given.Job] })).Check(Given.Son.OwnWords[0])?.Rule
        );
    }

    [Fact]
    public void A_thanks_is_fine_at_the_end_or_once_in_a_while_in_a_warm_moment()
    {
        const string reply = "Thanks. That helps.";
        Assert.Null(new ReplyLint(Given.Request(null, null, LabelCode.Closing)).Check(reply));
        var warm = Given.Plan with { Affect = Affect.Warm };
        Assert.Null(new ReplyLint(Given.Request(warm)).Check(reply));
        var again = Given.Turn("So.", Given.Client("Thanks for that."));
        Assert.Equal(LintRule.Thanks, new ReplyLint(Given.Request(warm, again)).Check(reply)?.Rule);
    }

    [Fact]
    public void A_client_greets_once_and_may_greet_back_at_the_beginning()
    {
        Assert.Null(new ReplyLint(Given.Request()).Check("Hi."));
        Assert.Null(new ReplyLint(Given.Request(turn: Given.Turn("Hello, I'm Sam.", Given.Client("Hi.")))).Check("Hi. Nice to meet you."));
        Assert.Equal(LintRule.Greeting, new ReplyLint(Given.Request(turn: Given.Turn("So?", Given.Client("Hi.")))).Check("Hi.")?.Rule);
    }

    [Fact]
    public void A_word_out_of_a_textbook_may_be_given_back_to_the_worker_who_brought_it()
    {
        var turn = Given.Turn("Do you have a support system?");
        Assert.Null(new ReplyLint(Given.Request(turn: turn)).Check("A support system? No. I have a cat."));
    }

    [Fact]
    public void A_long_gesture_is_fine_where_the_author_wrote_it()
    {
        const string gesture = "folds the notice in half, and in half again";
        var turn = Given.Turn() with { Persona = Given.Nora with { Cues = [gesture] } };
        Assert.Null(new ReplyLint(Given.Request(turn: turn)).Check($"*{gesture}* I guess."));
        Assert.Equal(LintRule.Cue, new ReplyLint(Given.Request()).Check($"*{gesture}* I guess.")?.Rule);
    }

    [Fact]
    public void A_client_under_18_is_linted_more_strictly()
    {
        var turn = Given.Turn() with { Persona = Given.Nora with { Age = 16 } };
        Assert.Equal(LintRule.Floor, new ReplyLint(Given.Request(turn: turn)).Check("I don't fucking know.")?.Rule);
        Assert.Null(new ReplyLint(Given.Request()).Check("I don't fucking know."));
    }
}
