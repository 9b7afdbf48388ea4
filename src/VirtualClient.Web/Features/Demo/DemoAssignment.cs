using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Demo;

/// <summary>What the demo class has to do: one assignment with two clients, an attempt to review, and one whose feedback is released.</summary>
internal sealed class DemoAssignment(AppDbContext db, DemoConversations conversations, TimeProvider clock)
{
    private static readonly string[] Clients = ["walter-ellison", "denise-yamada"];

    private static readonly DemoTalk ToReview = new(
        "student2@demo.test",
        Clients[0],
        Test: false,
        TimeSpan.FromHours(20),
        Ended: true,
        "Ask about the evenings earlier.",
        7,
        [
            "Good afternoon, Mr. Ellison. I'm Jonas, a student with the bereavement program. We have about half an hour, and what you tell me stays with the team here.",
            "What has this week been like for you?",
            "So the evenings are the hardest, when the house is quiet.",
            "Who do you talk to on days like that?",
            "Are you eating?",
            "It sounds like cooking for one is a reminder every night.",
            "Thank you for telling me about her. Would it be all right if we met again next week?",
        ]
    );

    private static readonly DemoTalk ToRead = new(
        "student@demo.test",
        Clients[0],
        Test: false,
        TimeSpan.FromHours(44),
        Ended: true,
        "",
        9,
        [
            "Good afternoon, Mr. Ellison. I'm Priya, a social work student with the bereavement program. What we talk about stays with my supervisor and me, unless somebody could get hurt.",
            "What made you come in today?",
            "Forty-six years is a long time to set the table for two.",
            "It sounds like the house is full of places where she used to be.",
            "What do the evenings look like now?",
            "You keep her chair where it was, and nobody has asked you about it.",
            "You have told me about the evenings, the table and the chair. Did I get that right?",
            "Would it help if I called you on Thursday, before the weekend begins?",
        ]
    )
    {
        View = new(
            "Quiet. I was afraid of the silences and then I was not.",
            "Somebody who asks about her.",
            "He comes when he says he will.",
            SeenRisk.NotEnoughAsked,
            "I did not ask about the nights.",
            WouldDo.Consult,
            "My supervisor, this week.",
            "Call on Thursday.",
            SelfRating.Mostly,
            SelfRating.Mostly,
            "I let him tell it in his order.",
            "Ask about safety in plain words."
        ),
    };

    public async Task AddAsync(string className, CancellationToken cancellationToken)
    {
        var section = await db.Set<CourseSection>().FirstOrDefaultAsync(s => s.Name == className, cancellationToken);
        var rubric = await db.Set<Rubric>()
            .Where(r => r.TemplateKey != null)
            .OrderBy(r => r.SortOrder)
            .Skip(1)
            .FirstOrDefaultAsync(cancellationToken);
        var clients = await db.Set<ClientProfile>()
            .Where(c => c.TemplateKey != null && Clients.Contains(c.TemplateKey))
            .ToDictionaryAsync(c => c.TemplateKey!, cancellationToken);
        if (
            section is null
            || rubric is null
            || clients.Count < Clients.Length
            || await db.Set<Assignment>().AnyAsync(a => a.SectionId == section.Id, cancellationToken)
        )
        {
            return;
        }

        var now = clock.GetUtcNow();
        var assignment = Assignment.Create(
            section.Id,
            new CreateAssignmentInput
            {
                Title = "A first conversation after a loss",
                Description =
                    "Meet both clients once. Say who you are and what the time is for, and let them lead. Twenty to thirty minutes each is plenty.",
                Kind = AssignmentKind.Graded,
                AvailableFrom = now.AddDays(-5),
                DueAt = now.AddDays(9),
                MaxAttempts = 2,
                Settings = new SettingsInput { TimeLimitMinutes = 45 },
            },
            now.AddDays(-6)
        );
        foreach (var key in Clients)
        {
            assignment.Add(clients[key].Id, rubric.Id, now.AddDays(-6));
        }

        assignment.Publish(now.AddDays(-5));
        db.Add(assignment);
        await db.SaveChangesAsync(cancellationToken);
        var assessments = new DemoAssessments(db, clock);
        if (await HoldAsync(ToReview, assignment, rubric, clients[Clients[0]], cancellationToken) is { } open)
        {
            await assessments.DraftAsync(open, cancellationToken);
        }

        if (await HoldAsync(ToRead, assignment, rubric, clients[Clients[0]], cancellationToken) is { } done)
        {
            await assessments.ReleaseAsync(await assessments.DraftAsync(done, cancellationToken), done.Rubric!, cancellationToken);
        }
    }

    private async Task<Conversation?> HoldAsync(
        DemoTalk talk,
        Assignment assignment,
        Rubric rubric,
        ClientProfile client,
        CancellationToken cancellationToken
    )
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Email == talk.Email, cancellationToken) is not { } student)
        {
            return null;
        }

        var pair = assignment.ActivePairs.First(p => p.ClientProfileId == client.Id);
        var terms = new AttemptTerms(
            assignment.SectionId,
            assignment.Id,
            pair.Id,
            null,
            rubric.Definition,
            AttemptRules.Of(assignment),
            assignment.DueAt,
            AttemptTerms.LimitOf(assignment.Settings.TimeLimitMinutes, ExtraTime.Standard),
            AttemptTerms.LongestOf(ExtraTime.Standard)
        );
        return await conversations.HoldAsync(talk, student, client, cancellationToken, conversation => conversation.Count(terms, 1));
    }
}
