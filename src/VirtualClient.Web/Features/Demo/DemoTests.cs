using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Testing;

namespace VirtualClient.Web.Features.Demo;

/// <summary>The demo teacher's workshop: an own copy of a client, a test whose reply was critiqued, the principle kept from it, and a test after it.</summary>
internal sealed class DemoTests(AppDbContext db, DemoConversations conversations, TimeProvider clock)
{
    private const string Teacher = "teacher@demo.test";
    private const string Client = "walter-ellison";
    private const string Words = "Too long for a man who was never much of a talker.";

    private static readonly DemoTalk Before = new(
        Teacher,
        Client,
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
    );

    private static readonly DemoTalk After = Before with
    {
        Ago = TimeSpan.FromHours(25),
        Said =
        [
            "Good afternoon, Mr. Ellison. I'm with the bereavement program.",
            "Are you eating?",
            "You should join the lunch club, it would do you good.",
            "I am sorry, that was quick of me. What would help you today?",
        ],
    };

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var teacher = await db.Users.FirstOrDefaultAsync(u => u.Email == Teacher, cancellationToken);
        var template = await db.Set<ClientProfile>().FirstOrDefaultAsync(c => c.TemplateKey == Client, cancellationToken);
        if (
            teacher is null
            || template is null
            || await db.Set<Conversation>().AnyAsync(c => c.OwnerId == teacher.Id && c.IsTest, cancellationToken)
        )
        {
            return;
        }

        var at = clock.GetUtcNow() - Before.Ago - TimeSpan.FromMinutes(20);
        var own = ClientProfile.CopyFor(teacher.Id, template.Persona, at);
        db.AddRange(own, ClientVersion.Of(own, VersionKind.Copied, null, teacher.Id, at));
        var test = await conversations.HoldAsync(Before, teacher, own, cancellationToken);
        await KeepAsync(own, test, teacher.Id, cancellationToken);
        await conversations.HoldAsync(After, teacher, own, cancellationToken);
    }

    private async Task KeepAsync(ClientProfile own, Conversation test, Guid teacherId, CancellationToken cancellationToken)
    {
        var reply = await db.Set<Message>()
            .Where(m => m.ConversationId == test.Id && m.Speaker == Speaker.Client)
            .OrderByDescending(m => m.Text.Length)
            .FirstAsync(m => m.InReplyTo != null, cancellationToken);
        var at = test.EndedAt!.Value + TimeSpan.FromMinutes(3);
        var text = PrincipleDraft.From(CritiqueKind.Critique, Words, "", reply.Text);
        var critique = Critique.Of(reply, teacherId, CritiqueKind.Critique, Words, "", text, at);
        var before = own.Persona;
        own.Change(before with { Principles = [text] }, at);
        db.AddRange(
            critique,
            Principle.Kept(own.Id, text, critique.Id, teacherId, at),
            ClientVersion.Of(own, VersionKind.Changed, before, teacherId, at)
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
