using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Progress;

/// <summary>Computes a student's progress from the practice that has ended; nothing of it is stored.</summary>
internal sealed class ReadProgress(AppDbContext db, StudentLibrary library, ReleasedLevels released)
{
    /// <summary>Conversations in the picture; more would be no line to read.</summary>
    public const int Latest = 12;

    public async Task<ProgressView> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var practice = db.Set<Conversation>()
            .AsNoTracking()
            .VisibleTo(user)
            .Where(c => !c.IsTest && c.AssignmentId == null && c.BranchOf == null && c.Status != ConversationStatus.Active && c.Turns > 0);
        var all = await practice
            .OrderByDescending(c => c.StartedAt)
            .ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.ClientProfileId })
            .ToListAsync(cancellationToken);
        var ids = all.Take(Latest).Select(c => c.Id).ToArray();
        var conversations = await practice.Where(c => ids.Contains(c.Id)).OrderBy(c => c.StartedAt).ToListAsync(cancellationToken);
        var messages = (
            await db.Set<Message>()
                .AsNoTracking()
                .Where(m => ids.Contains(m.ConversationId))
                .OrderBy(m => m.Sequence)
                .ToListAsync(cancellationToken)
        ).ToLookup(m => m.ConversationId);
        var practiced = conversations.Select(c => Of(HeldConversation.Of(c, [.. messages[c.Id]]))).ToList();
        var clients = await library.ListAsync(user, new LibraryFilter(null, null, null), cancellationToken);
        var (attempts, criteria) = await released.HandleAsync(user, Latest, cancellationToken);
        return new ProgressView(
            all.Count,
            practiced,
            Skills(practiced),
            attempts,
            criteria,
            SuggestClient.Next(clients, all.Select(c => c.ClientProfileId).ToHashSet(), all.Count)
        );
    }

    private static PracticedView Of(HeldConversation held)
    {
        var conversation = held.Conversation;
        var report = held.Report;
        return new PracticedView(
            conversation.Id,
            conversation.ClientProfileId,
            conversation.ClientName,
            conversation.Persona.KindOfInterview,
            conversation.StartedAt,
            conversation.Turns,
            report.Listening.ReflectionsPerQuestion?.Value,
            report.Listening.AdviceRate,
            report.Listening.TalkShare,
            report.Listening.Validations,
            report.Duties.Count(duty => duty.Timing == DutyTiming.Timely),
            report.Duties.Count
        );
    }

    private static IReadOnlyList<SkillView> Skills(IReadOnlyList<PracticedView> practiced) =>
        [
            new(
                "reflections_per_question",
                "Reflections for each question",
                "Giving back before asking on.",
                false,
                [.. practiced.Select(p => p.ReflectionsPerQuestion)]
            ),
            new(
                "advice_rate",
                "Advice before it was wanted",
                "Share of turns; the fewer the better.",
                true,
                [.. practiced.Select(p => (decimal?)p.AdviceRate)]
            ),
            new(
                "talk_share",
                "Your share of the words",
                "A first meeting often has less than half.",
                true,
                [.. practiced.Select(p => p.TalkShare)]
            ),
            new("feelings_met", "Feelings met", "Turns that met a feeling.", false, [.. practiced.Select(p => (decimal?)p.FeelingsMet)]),
            new(
                "duties_in_time",
                "Opening duties in time",
                "Share of what is said at the start.",
                true,
                [
                    .. practiced.Select(p =>
                        p.DutiesExpected == 0
                            ? (decimal?)null
                            : decimal.Round((decimal)p.DutiesInTime / p.DutiesExpected, 2, MidpointRounding.AwayFromZero)
                    ),
                ]
            ),
        ];
}
