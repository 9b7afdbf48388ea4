using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Demo;

/// <summary>What the demo teacher has to review, and what they have released. The drafts are real ones, from indicators only.</summary>
internal sealed class DemoAssessments(AppDbContext db, TimeProvider clock)
{
    private const string Teacher = "teacher@demo.test";

    private static readonly int[] Places = [1, 1, 0, 2];

    public async Task<Assessment> DraftAsync(Conversation attempt, CancellationToken cancellationToken)
    {
        var messages = await db.Set<Message>()
            .Where(m => m.ConversationId == attempt.Id)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var request = new AssessmentRequest
        {
            Rubric = attempt.Rubric!,
            Lines = AttemptLines.Of(HeldConversation.Of(attempt, messages)),
            Persona = attempt.Persona,
        };
        var at = attempt.EndedAt!.Value.AddMinutes(1);
        var assessment = Assessment.Of(attempt, at);
        assessment.Take(await new RubricAssessor(null).AssessAsync(request, cancellationToken), attempt.Rubric!, at);
        assessment.Hear(LabelCounts.In(request.Lines));
        db.Add(assessment);
        await db.SaveChangesAsync(cancellationToken);
        return assessment;
    }

    public async Task ReleaseAsync(Assessment assessment, RubricDefinition rubric, CancellationToken cancellationToken)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Email == Teacher, cancellationToken) is not { } teacher)
        {
            return;
        }

        var now = clock.GetUtcNow().AddHours(-3);
        foreach (var (place, criterion) in assessment.InOrder.ToList().Index())
        {
            // The second best, and now and then the one below or above it.
            var levels = rubric.Find(criterion.Key)!.Levels;
            assessment.Decide(
                rubric,
                criterion.Key,
                new Decision(levels[Places[place % Places.Length]].Key, ""),
                sawDraft: false,
                teacher.Id,
                now
            );
        }

        assessment.Comment(
            6,
            "You put words to what he had only shown, and waited. He goes on because of it.",
            teacher.Id,
            teacher.DisplayName,
            now
        );
        assessment.Say(
            "You gave him time, and he used it. The first half carries this conversation.",
            "Ask about the nights in plain words, and then stay with the answer."
        );
        assessment.Release(rubric, teacher.Id, teacher.DisplayName, now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
