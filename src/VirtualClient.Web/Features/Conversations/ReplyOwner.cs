using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Whose conversation a reply belongs to, as it is at this moment.</summary>
/// <param name="SectionId">An attempt counts for its section, practice for the section that the student joined last.</param>
/// <param name="TeacherId">Who has been teaching there longest.</param>
internal sealed record ReplyOwner(string Name, Guid? SectionId, Guid? TeacherId)
{
    private static readonly Func<AppDbContext, Guid, bool, Guid?, CancellationToken, Task<ReplyOwner>> Compiled = EF.CompileAsyncQuery(
        (AppDbContext db, Guid ownerId, bool isTest, Guid? sectionId, CancellationToken cancellationToken) =>
            db
                .Users.AsNoTracking()
                .Where(u => u.Id == ownerId)
                .Select(u => new
                {
                    u.DisplayName,
                    Section = sectionId
                        ?? db.Set<Enrollment>()
                            .Where(e => e.RemovedAt == null && e.UserId == ownerId && e.Role == SectionRole.Student && !isTest)
                            .OrderByDescending(e => e.EnrolledAt)
                            .Select(e => (Guid?)e.SectionId)
                            .FirstOrDefault(),
                })
                .Select(u => new ReplyOwner(
                    u.DisplayName,
                    u.Section,
                    db.Set<Enrollment>()
                        .Where(e => e.RemovedAt == null && e.SectionId == u.Section && e.Role == SectionRole.Teacher)
                        .OrderBy(e => e.EnrolledAt)
                        .Select(e => (Guid?)e.UserId)
                        .FirstOrDefault()
                ))
                .First()
    );

    public static Task<ReplyOwner> OfAsync(AppDbContext db, Conversation conversation, CancellationToken cancellationToken) =>
        Compiled(db, conversation.OwnerId, conversation.IsTest, conversation.SectionId, cancellationToken);

    public IReadOnlyList<string> Names => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public Payer PayerOf(Conversation conversation, Guid replyId) =>
        new()
        {
            StudentId = conversation.IsTest ? null : conversation.OwnerId,
            TeacherId = conversation.IsTest ? conversation.OwnerId : TeacherId,
            SectionId = SectionId,
            AssignmentId = conversation.AssignmentId,
            ConversationId = conversation.Id,
            ReplyId = replyId,
            IsTest = conversation.IsTest,
        };
}
