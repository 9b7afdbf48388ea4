using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Home;

/// <summary>Everything this installation keeps of one person's own words and doings, as one document.</summary>
internal sealed class ExportMyData(AppDbContext db, TimeProvider clock)
{
    public async Task<object> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var account = await db
            .Users.AsNoTracking()
            .Where(u => u.Id == user.Id)
            .Select(u => new
            {
                u.Id,
                u.Email,
                u.DisplayName,
                u.TimeZone,
                u.Theme,
                u.DeliverWhole,
                u.HideClock,
                u.CreatedAt,
            })
            .SingleAsync(cancellationToken);
        var conversations = await db.Set<Conversation>()
            .AsNoTracking()
            .VisibleTo(user)
            .OrderBy(c => c.StartedAt)
            .Select(c => new
            {
                c.Id,
                c.ClientName,
                c.IsTest,
                c.Status,
                c.EndReason,
                c.StartedAt,
                c.EndedAt,
                c.Notes,
                c.BranchOf,
                c.SharedWith,
            })
            .ToListAsync(cancellationToken);
        var own = db.Set<Conversation>().VisibleTo(user).Select(c => c.Id);
        var messages = (
            await db.Set<Message>()
                .AsNoTracking()
                .Where(m => own.Contains(m.ConversationId))
                .OrderBy(m => m.Sequence)
                .Select(m => new
                {
                    m.ConversationId,
                    m.Sequence,
                    m.Speaker,
                    m.Text,
                    m.Status,
                    m.SentAt,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(m => m.ConversationId);
        var debriefs = await db.Set<Debrief>()
            .AsNoTracking()
            .Where(d => own.Contains(d.ConversationId))
            .ToDictionaryAsync(d => d.ConversationId, cancellationToken);
        var labels = (
            await db.Set<OwnLabel>().AsNoTracking().Where(l => own.Contains(l.ConversationId)).ToListAsync(cancellationToken)
        ).ToLookup(l => l.ConversationId);
        var notes = (
            await db.Set<CoachedTurn>().AsNoTracking().Where(c => own.Contains(c.ConversationId)).ToListAsync(cancellationToken)
        ).ToLookup(c => c.ConversationId);
        // Who read or changed what is this person's.
        var traces = await db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(e => e.SubjectId == user.Id)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Action,
                e.TargetType,
                e.TargetId,
                By = db.Users.Where(u => u.Id == e.ActorId).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var sections = await db.Set<Enrollment>()
            .AsNoTracking()
            .Where(e => e.UserId == user.Id)
            .Join(db.Set<CourseSection>(), e => e.SectionId, s => s.Id, (e, s) => new { e, s.Name })
            .OrderBy(r => r.e.EnrolledAt)
            .Select(r => new
            {
                r.Name,
                r.e.Role,
                r.e.EnrolledAt,
                r.e.RemovedAt,
            })
            .ToListAsync(cancellationToken);
        var feedback = await db.Set<Assessment>()
            .Where(a => own.Contains(a.ConversationId) && a.ReleasedAt != null)
            .Select(a => new { a.ConversationId, a.Released })
            .ToDictionaryAsync(a => a.ConversationId, a => a.Released, cancellationToken);
        return new
        {
            ExportedAt = clock.GetUtcNow(),
            Account = account,
            Sections = sections,
            ReadByOthers = traces
                .Where(e => e.Action == "conversation.read")
                .Select(e => new
                {
                    e.At,
                    ConversationId = e.TargetId,
                    e.By,
                }),
            Conversations = conversations
                .Select(c => new
                {
                    Conversation = c,
                    Messages = messages[c.Id]
                        .Select(m => new
                        {
                            m.Sequence,
                            m.Speaker,
                            m.Text,
                            m.Status,
                            m.SentAt,
                        }),
                    OwnView = debriefs.GetValueOrDefault(c.Id)?.View is { } view ? OwnView.Parse(view) : null,
                    Reflection = debriefs.GetValueOrDefault(c.Id) is { } debrief
                        ? new
                        {
                            debrief.Felt,
                            debrief.Assumed,
                            debrief.Next,
                        }
                        : null,
                    OwnLabels = labels[c.Id]
                        .Select(l => new
                        {
                            l.MessageId,
                            l.Label,
                            l.Instead,
                            l.Reason,
                        }),
                    Feedback = feedback.GetValueOrDefault(c.Id),
                    CoachNotes = notes[c.Id]
                        .Select(n => new
                        {
                            n.AfterTurn,
                            n.Goal,
                            n.Wording,
                            n.ByModel,
                            n.AskedAt,
                        }),
                })
                .ToList(),
            Audit = traces,
        };
    }
}
