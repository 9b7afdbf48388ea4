using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What assignments hold on to: clients, rubrics, and the section they are in.</summary>
internal sealed class AssignmentUses(AppDbContext db) : IClientUse, IRubricUse, ISectionUse
{
    private const string Kind = "assignments";

    async Task<ClientUse?> IClientUse.OfAsync(Guid clientId, CancellationToken cancellationToken) =>
        await TitlesAsync(db.Set<AssignmentClient>().Where(p => p.ClientProfileId == clientId), cancellationToken) is { Count: > 0 } titles
            ? new ClientUse(Kind, titles.Count, Sentence(titles))
            : null;

    async Task<RubricUse?> IRubricUse.OfAsync(Guid rubricId, CancellationToken cancellationToken) =>
        await TitlesAsync(Held(db, rubricId), cancellationToken) is { Count: > 0 } titles
            ? new RubricUse(Kind, titles.Count, Sentence(titles))
            : null;

    public async Task<string?> DescribeAsync(AppDbContext context, Guid sectionId, CancellationToken cancellationToken) =>
        await context.Set<Assignment>().CountAsync(a => a.SectionId == sectionId, cancellationToken) is > 0 and var count
            ? $"{count} {(count == 1 ? "assignment" : "assignments")}"
            : null;

    /// <summary>Attempts keep a copy of their rubric, so the pair of a removed client or of an archived section needs it no more.</summary>
    public async Task LetGoAsync(AppDbContext context, Guid rubricId, CancellationToken cancellationToken) =>
        await context
            .Set<AssignmentClient>()
            .Where(p => p.RubricId == rubricId && !Held(context, rubricId).Any(held => held.Id == p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.RubricId, (Guid?)null), cancellationToken);

    private static IQueryable<AssignmentClient> Held(AppDbContext context, Guid rubricId) =>
        context
            .Set<AssignmentClient>()
            .Where(p =>
                p.RubricId == rubricId
                && p.RemovedAt == null
                && context
                    .Set<Assignment>()
                    .Any(a => a.Id == p.AssignmentId && context.Set<CourseSection>().Any(s => s.Id == a.SectionId && s.ArchivedAt == null))
            );

    /// <summary>Of a client removed pairs count too: conversations were held with them.</summary>
    private Task<List<string>> TitlesAsync(IQueryable<AssignmentClient> pairs, CancellationToken cancellationToken) =>
        pairs
            .Join(db.Set<Assignment>(), p => p.AssignmentId, a => a.Id, (_, a) => a.Title)
            .OrderBy(title => title)
            .ToListAsync(cancellationToken);

    private static string Sentence(List<string> titles) =>
        $"{titles.Count} {(titles.Count == 1 ? "assignment" : "assignments")}: {string.Join(", ", titles.Take(3))}{(titles.Count > 3 ? " and more" : "")}";
}
