using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Demo;

/// <summary>What the demo class has to do: one assignment with two clients, and one attempt that was done.</summary>
internal sealed class DemoAssignment(AppDbContext db, DemoConversations conversations, TimeProvider clock)
{
    private const string Student = "student2@demo.test";
    private static readonly string[] Clients = ["walter-ellison", "denise-yamada"];

    private static readonly DemoTalk Talk = new(
        Student,
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
            "Thank you for telling me about her. Would it be all right if we met again next week?",
        ]
    );

    public async Task AddAsync(string className, CancellationToken cancellationToken)
    {
        var section = await db.Set<CourseSection>().FirstOrDefaultAsync(s => s.Name == className, cancellationToken);
        var rubric = await db.Set<Rubric>()
            .Where(r => r.TemplateKey != null)
            .OrderBy(r => r.SortOrder)
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
        await HoldAsync(assignment, rubric, clients[Clients[0]], cancellationToken);
    }

    private async Task HoldAsync(Assignment assignment, Rubric rubric, ClientProfile client, CancellationToken cancellationToken)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Email == Student, cancellationToken) is not { } student)
        {
            return;
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
        await conversations.HoldAsync(Talk, student, client, cancellationToken, conversation => conversation.Count(terms, 1));
    }
}
