using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Demo;

/// <summary>A conversation to look at: who held it with whom, when, and what they said. The client's answers are made by the real simulation.</summary>
internal sealed record DemoTalk(
    string Email,
    string ClientKey,
    bool Test,
    TimeSpan Ago,
    bool Ended,
    string Notes,
    ulong Seed,
    IReadOnlyList<string> Said
)
{
    /// <summary>What was thought before the figures.</summary>
    public OwnView? View { get; init; }
}

/// <summary>Holds the demo conversations, in no time: the same client, without its pauses.</summary>
internal sealed class DemoConversations(AppDbContext db, TimeProvider clock)
{
    public static readonly IReadOnlyList<DemoTalk> All =
    [
        new(
            "student@demo.test",
            "ray-delgado",
            Test: false,
            TimeSpan.FromHours(50),
            Ended: true,
            "Wants the list first, feelings later. He checked the date on the can. Ask about the truck next time?",
            11,
            [
                "Good morning, Mr. Delgado. I'm Priya, a social work student here at the pantry. I can go through what there is with you.",
                "What would help most this week?",
                "So you came for a list, and you would like it straight. I can do that.",
                "How has it been at home since the warehouse closed?",
                "It sounds like providing is who you are, and that is what got taken.",
                "Would it be okay if I told you about two programs, and you say which one fits?",
                "Thank you for telling me that. I will find out about the application and call you Thursday.",
            ]
        )
        {
            View = new(
                "Easier than I thought, once he had his list.",
                "A list, and nobody making a fuss.",
                "He keeps count of everything, and he thinks of Linda first.",
                SeenRisk.NoneSeen,
                "He talked about food and work.",
                WouldDo.Neither,
                "",
                "Find out about the application and call on Thursday.",
                SelfRating.Mostly,
                SelfRating.AtTimes,
                "I stayed with what he had come for.",
                "Say at the start what stays between us."
            ),
        },
        new(
            "student@demo.test",
            "danny-kealoha",
            Test: false,
            TimeSpan.FromDays(9),
            Ended: true,
            "",
            21,
            [
                "Hi, I'm Priya. Have a seat. Did you come about classes?",
                "You should make a weekly schedule, that helped me a lot.",
                "Do you have family here? Do they help you?",
                "It sounds like you have been doing this on your own.",
                "Everything will work out, you'll see.",
            ]
        ),
        new(
            "student@demo.test",
            "walter-ellison",
            Test: false,
            TimeSpan.FromDays(5),
            Ended: true,
            "",
            22,
            [
                "Good afternoon, Mr. Ellison. I'm Priya, a social work student here.",
                "What has this week been like for you?",
                "It sounds like the evenings are the longest part.",
                "Did you eat today?",
                "You miss having somebody to set the table for.",
                "What would you like me to know about her?",
            ]
        ),
        new(
            "student@demo.test",
            "denise-yamada",
            Test: false,
            TimeSpan.FromMinutes(40),
            Ended: false,
            "She cries and apologizes for it. Slow down.",
            5,
            [
                "Hello Dr. Yamada, I'm Priya, a student on the social work team. Is now still a good time?",
                "How have these last weeks been for you?",
                "You have been here every day, and nobody has asked how you are.",
            ]
        ),
    ];

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        foreach (var talk in All)
        {
            var owner = await db.Users.FirstOrDefaultAsync(u => u.Email == talk.Email, cancellationToken);
            var client = await db.Set<ClientProfile>().FirstOrDefaultAsync(c => c.TemplateKey == talk.ClientKey, cancellationToken);
            if (
                owner is null
                || client is null
                || await db.Set<Conversation>().AnyAsync(c => c.OwnerId == owner.Id && c.ClientProfileId == client.Id, cancellationToken)
            )
            {
                continue;
            }

            await HoldAsync(talk, owner, client, cancellationToken);
        }
    }

    /// <summary>Holds one, saved at its end.</summary>
    /// <param name="begun">What else is to be said of the conversation before it is held.</param>
    public async Task<Conversation> HoldAsync(
        DemoTalk talk,
        AppUser owner,
        ClientProfile client,
        CancellationToken cancellationToken,
        Action<Conversation>? begun = null
    )
    {
        await using var services = new ServiceCollection()
            .AddSimulation(pace => pace.MinDuration = pace.MaxDuration = TimeSpan.Zero)
            .BuildServiceProvider();
        var simulator = services.GetRequiredService<ClientSimulator>();
        var at = clock.GetUtcNow() - talk.Ago;
        var opening = client.Persona.OpeningLine ?? Simulation.Voices.Greeting.For(client.Persona, talk.Seed);
        var (conversation, first) = Conversation.Start(owner.Id, client, talk.Test, null, null, talk.Seed, opening, at);
        begun?.Invoke(conversation);
        db.AddRange(conversation, first);
        var history = new List<Utterance> { new(Speaker.Client, opening) };
        var state = conversation.FirstState();
        foreach (var text in talk.Said)
        {
            at += TimeSpan.FromSeconds(35 + text.Length / 4);
            var (said, reply) = conversation.Say(Guid.CreateVersion7(at), text, null, at);
            var request = new TurnRequest
            {
                Persona = client.Persona,
                State = state,
                History = [.. history],
                Text = text,
            };
            var (words, turn) = await ReplyAsync(simulator, request, cancellationToken);
            at += TimeSpan.FromSeconds(4);
            reply.CompleteWith(words, turn.ToJson(), at);
            db.AddRange(said, reply);
            history.Add(new Utterance(Speaker.Student, text));
            history.Add(new Utterance(Speaker.Client, words));
            state = turn.Step.State;
        }

        if (talk.Ended)
        {
            conversation.End(EndReason.Student, at + TimeSpan.FromMinutes(1));
        }

        conversation.TakeNotes(talk.Notes);
        if (talk.View is { } view)
        {
            var debrief = Debrief.Of(conversation.Id);
            debrief.Open(view, codeFirst: false, at + TimeSpan.FromMinutes(3));
            db.Add(debrief);
        }

        await db.SaveChangesAsync(cancellationToken);
        return conversation;
    }

    private static async Task<(string Words, TurnRecord Turn)> ReplyAsync(
        ClientSimulator simulator,
        TurnRequest request,
        CancellationToken cancellationToken
    )
    {
        TurnRecord? turn = null;
        await foreach (var update in simulator.RespondAsync(request, cancellationToken))
        {
            switch (update)
            {
                case ReplyUpdate.Planned planned:
                    turn = TurnRecord.Of(planned.Signals, planned.Step, planned.Plan);
                    break;
                case ReplyUpdate.Completed completed:
                    return (completed.Whole, turn!);
            }
        }

        throw new InvalidOperationException("The built-in voice gave no reply to a demo turn.");
    }
}
