using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;

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
);

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
        new(
            "teacher@demo.test",
            "walter-ellison",
            Test: true,
            TimeSpan.FromHours(26),
            Ended: true,
            "",
            3,
            [
                "Good afternoon, Mr. Ellison. I'm with the bereavement program. Thank you for coming in.",
                "What has this week been like for you?",
                "Forty-six years is a long time to set the table for two.",
                "Sometimes people who lose a wife think about suicide. Have you had thoughts of killing yourself?",
            ]
        ),
    ];

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddSimulation(pace => pace.MinDuration = pace.MaxDuration = TimeSpan.Zero)
            .BuildServiceProvider();
        var simulator = services.GetRequiredService<ClientSimulator>();
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

            await HoldAsync(talk, owner, client, simulator, cancellationToken);
        }
    }

    /// <param name="begun">What else is to be said of the conversation before it is held.</param>
    internal async Task HoldAsync(
        DemoTalk talk,
        AppUser owner,
        ClientProfile client,
        ClientSimulator simulator,
        CancellationToken cancellationToken,
        Action<Conversation>? begun = null
    )
    {
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
        await db.SaveChangesAsync(cancellationToken);
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
