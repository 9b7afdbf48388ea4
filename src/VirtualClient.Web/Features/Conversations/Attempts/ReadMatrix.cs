using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>One client of one assignment: a column.</summary>
public sealed record MatrixColumn(Guid PairId, Guid AssignmentId, string Assignment, string Client);

/// <summary>What one student did with one client.</summary>
/// <param name="Latest">The newest ended attempt, to read; one that counts before one that does not.</param>
/// <param name="Used">The newest ended attempt that counts as used, to give back.</param>
public sealed record MatrixCell(int Done, bool UnderWay, Guid? Latest, Guid? Used);

/// <summary>A student, what they did by pair, and how often they practiced; never what was said there.</summary>
/// <param name="Shared">Practice that the student lets this section read.</param>
/// <param name="ContactAskedAt">When they asked the teachers to get in touch; on a teacher's page and nowhere else.</param>
public sealed record MatrixRow(
    Guid StudentId,
    string Name,
    string Email,
    IReadOnlyDictionary<Guid, MatrixCell> Cells,
    int Practiced,
    IReadOnlyList<Guid> Shared,
    [property: JsonIgnore] DateTimeOffset? ContactAskedAt
);

/// <summary>Who has done what in a section.</summary>
/// <param name="CostUsd">Null for assistants: money is for teachers and admins.</param>
public sealed record Matrix(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixRow> Rows, decimal? CostUsd);

/// <summary>Four queries for the whole of a section, whatever its size.</summary>
internal sealed class ReadMatrix(AppDbContext db)
{
    public async Task<Matrix> HandleAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var columns = await db.Set<AssignmentClient>()
            .Where(p => p.RemovedAt == null)
            .Join(
                db.Set<Assignment>().Where(a => a.SectionId == sectionId && a.PublishedAt != null),
                p => p.AssignmentId,
                a => a.Id,
                (p, a) => new { p, a }
            )
            .Join(
                db.Set<ClientProfile>(),
                r => r.p.ClientProfileId,
                c => c.Id,
                (r, c) =>
                    new
                    {
                        r.p,
                        r.a,
                        c.Name,
                    }
            )
            .OrderBy(r => r.a.CreatedAt)
            .ThenBy(r => r.p.Position)
            .ThenBy(r => r.p.Id)
            .Select(r => new MatrixColumn(r.p.Id, r.a.Id, r.a.Title, r.Name))
            .ToListAsync(cancellationToken);
        var students = await db.Set<Enrollment>()
            .Where(e => e.SectionId == sectionId && e.Role == SectionRole.Student && e.RemovedAt == null)
            .Join(
                db.Users,
                e => e.UserId,
                u => u.Id,
                (e, u) =>
                    new
                    {
                        u.Id,
                        u.DisplayName,
                        u.Email,
                        e.ContactAskedAt,
                        Practiced = db.Set<Conversation>().Count(c => c.OwnerId == u.Id && c.PairId == null && !c.IsTest),
                    }
            )
            .OrderBy(u => u.DisplayName)
            .ThenBy(u => u.Id)
            .ToListAsync(cancellationToken);
        var held = await db.Set<Conversation>()
            .Where(c =>
                (c.SectionId == sectionId && c.EndReason != EndReason.SteppedOut)
                || (c.SharedWith == sectionId && c.Status != ConversationStatus.Active)
            )
            .OrderBy(c => c.StartedAt)
            .Select(c => new
            {
                c.Id,
                c.OwnerId,
                c.PairId,
                c.Status,
                c.EndReason,
                c.GivenBackAt,
                c.AttemptNumber,
            })
            .ToListAsync(cancellationToken);
        var cost = user.SeesCost
            ? await db.Set<UsageHour>().Where(h => h.SectionId == sectionId).SumAsync(h => h.CostNanoUsd, cancellationToken)
            : (long?)null;
        var byStudent = held.Where(h => h.PairId is not null).ToLookup(h => h.OwnerId);
        var shared = held.Where(h => h.PairId is null).ToLookup(h => h.OwnerId, h => h.Id);
        return new Matrix(
            columns,
            [
                .. students.Select(s => new MatrixRow(
                    s.Id,
                    s.DisplayName,
                    s.Email!,
                    byStudent[s.Id]
                        .GroupBy(h => h.PairId!.Value)
                        .ToDictionary(
                            g => g.Key,
                            g =>
                            {
                                var ended = g.Where(h => h.Status != ConversationStatus.Active).OrderBy(h => h.AttemptNumber).ToList();
                                var used = ended.FindAll(h => Conversation.Uses(h.Status, h.EndReason, h.GivenBackAt));
                                return new MatrixCell(
                                    used.Count,
                                    g.Any(h => h.Status == ConversationStatus.Active),
                                    (used.LastOrDefault() ?? ended.LastOrDefault())?.Id,
                                    used.LastOrDefault()?.Id
                                );
                            }
                        ),
                    s.Practiced,
                    [.. shared[s.Id]],
                    s.ContactAskedAt
                )),
            ],
            cost is { } nano ? Money.Usd(nano) : null
        );
    }
}
