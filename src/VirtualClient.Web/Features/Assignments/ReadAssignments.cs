using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>A pair as teachers see it.</summary>
public sealed record PairView(Guid Id, Guid ClientId, string ClientName, Guid? RubricId, string? RubricName, int Position);

/// <summary>What the section would cost if every student met every client once, and with all attempts.</summary>
public sealed record CostForecast(int Students, int Clients, decimal EachUsd, decimal OnceUsd, decimal? AllAttemptsUsd);

/// <summary>An assignment as teachers and assistants see it.</summary>
public sealed record AssignmentView(
    Guid Id,
    Guid SectionId,
    string Title,
    string Description,
    AssignmentKind Kind,
    bool Published,
    DateTimeOffset? PublishedAt,
    string Window,
    DateTimeOffset? AvailableFrom,
    DateTimeOffset? DueAt,
    int? MaxAttempts,
    AssignmentSettings Settings,
    IReadOnlyList<PairView> Clients,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version
);

/// <summary>Assignments as those see them who give and read them.</summary>
internal sealed class ReadAssignments(
    AppDbContext db,
    SectionDoor sections,
    AssignmentDoor door,
    ModelCatalog models,
    BudgetBook book,
    TimeProvider clock
)
{
    /// <summary>Of an ordinary client's prompt, and of the direction for one reply.</summary>
    private const int StableTokens = 1_500;
    private const int DirectionTokens = 200;

    public async Task<KeysetPage<AssignmentView>> OfSectionAsync(
        CurrentUser user,
        Guid sectionId,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        await sections.StaffAsync(user, sectionId, cancellationToken);
        return await PageAsync(db.Set<Assignment>().Where(a => a.SectionId == sectionId), limit, after, cancellationToken);
    }

    public async Task<KeysetPage<AssignmentView>> AllAsync(CurrentUser user, int? limit, string? after, CancellationToken cancellationToken)
    {
        var mine = db.Set<CourseSection>().StaffedBy(db, user);
        if (!user.IsTeacher && !await mine.AnyAsync(cancellationToken))
        {
            throw SectionDoor.Refusal(user);
        }

        return await PageAsync(
            db.Set<Assignment>().Where(a => mine.Any(s => s.Id == a.SectionId && s.ArchivedAt == null)),
            limit,
            after,
            cancellationToken
        );
    }

    public async Task<AssignmentView> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await ViewAsync((await door.StaffAsync(user, id, cancellationToken)).Assignment, cancellationToken);

    public async Task<AssignmentView> ViewAsync(Assignment assignment, CancellationToken cancellationToken) =>
        (await ViewsAsync([assignment], cancellationToken))[0];

    /// <summary>30 messages for each conversation at the prices of now; free with the built-in voice.</summary>
    public async Task<CostForecast> ForecastAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var students = await db.Set<Enrollment>()
            .CountAsync(
                e => e.SectionId == assignment.SectionId && e.Role == SectionRole.Student && e.RemovedAt == null,
                cancellationToken
            );
        return await ForecastAsync(assignment, students, cancellationToken);
    }

    /// <summary>By the route that speaks: the assignment's own, or what the admin chose for students, or the first that is set up.</summary>
    public async Task<CostForecast> ForecastAsync(Assignment assignment, int students, CancellationToken cancellationToken)
    {
        var clients = assignment.ActivePairs.Count();
        var name = assignment.Settings.ModelRoute ?? (await book.DefaultsAsync(cancellationToken)).RouteFor(isTest: false);
        var route = name is null ? models.Default : models.Find(name);
        var price = route is null || ModelCatalog.IsBuiltIn(route) ? null : models.PriceOf(route.Model);
        var each = price is null ? 0 : Money.Usd(ConversationForecast.NanoUsd(price, StableTokens, DirectionTokens));
        var once = each * students * clients;
        return new CostForecast(students, clients, each, once, assignment.MaxAttempts is { } most ? once * most : null);
    }

    private async Task<KeysetPage<AssignmentView>> PageAsync(
        IQueryable<Assignment> query,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(a => a.CreatedAt < position.At || (a.CreatedAt == position.At && a.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .AsNoTracking()
            .Include(a => a.Pairs)
            .OrderByDescending(a => a.CreatedAt)
            .ThenByDescending(a => a.Id)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        var page = rows.Take(take).ToList();
        return new KeysetPage<AssignmentView>(
            await ViewsAsync(page, cancellationToken),
            rows.Count > take ? new KeysetPosition(page[^1].CreatedAt, page[^1].Id).Encode() : null
        );
    }

    public async Task<IReadOnlyList<AssignmentView>> ViewsAsync(IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken)
    {
        var clients = assignments.SelectMany(a => a.ActivePairs).Select(p => p.ClientProfileId).Distinct().ToArray();
        var rubrics = assignments.SelectMany(a => a.ActivePairs).Select(p => p.RubricId).OfType<Guid>().Distinct().ToArray();
        var names =
            clients.Length == 0
                ? []
                : await db.Set<ClientProfile>()
                    .Where(c => clients.Contains(c.Id))
                    .ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var titles =
            rubrics.Length == 0
                ? []
                : await db.Set<Rubric>().Where(r => rubrics.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. assignments.Select(a => new AssignmentView(
                a.Id,
                a.SectionId,
                a.Title,
                a.Description,
                a.Kind,
                a.IsPublished,
                a.PublishedAt,
                Assignment.StateOf(a.AvailableFrom, a.DueAt, now).ToString().ToLowerInvariant(),
                a.AvailableFrom,
                a.DueAt,
                a.MaxAttempts,
                a.Settings,
                [
                    .. a.ActivePairs.Select(p => new PairView(
                        p.Id,
                        p.ClientProfileId,
                        names[p.ClientProfileId],
                        p.RubricId,
                        p.RubricId is { } rubric ? titles[rubric] : null,
                        p.Position
                    )),
                ],
                a.CreatedAt,
                a.UpdatedAt,
                a.Version
            )),
        ];
    }
}
