using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What drafts for a whole assignment or section would cost, before anybody asks for them.</summary>
/// <param name="Attempts">Ended attempts with a rubric.</param>
/// <param name="ToDraft">Those without a usable draft: none yet, parked, or with a criterion that was not scored.</param>
/// <param name="Undecided">Those with something that nobody has decided, drafted or not.</param>
/// <param name="Model">Null: no model is set up; drafts come from indicators only and cost nothing.</param>
public sealed record DraftForecast(
    int Attempts,
    int ToDraft,
    int Undecided,
    string? Model,
    decimal EachUsd,
    decimal AllUsd,
    decimal UndecidedUsd,
    decimal LeftTodayUsd
);

/// <summary>What came of a run.</summary>
public sealed record DraftRunResult(int Asked, int Drafted, int Waiting, int Parked);

/// <summary>How far a run reaches: one assignment, or all of a section.</summary>
public sealed record DraftReach(Guid? AssignmentId, Guid? SectionId)
{
    public static DraftReach Assignment(Guid id) => new(id, null);

    public static DraftReach Section(Guid id) => new(null, id);
}

/// <summary>Drafts for everybody in an assignment or a section who has none, or for all that is undecided, as a job that can be left. Decisions are not touched.</summary>
internal sealed class RunDrafts(
    AppDbContext db,
    WriteGate gate,
    AssignmentDoor door,
    SectionDoor sections,
    DraftAssessment draft,
    BudgetBook book,
    ReadBudgets budgets,
    ModelCatalog models,
    JobDesk desk,
    TimeProvider clock
) : IJobWork
{
    public const string KindName = "assessment-drafts";

    // Mean lengths in tokens. Source: ours, from the prompt, the built-in rubrics and what drafts of them took.
    private const int RuleTokens = 1_100;
    private const int RubricTokens = 1_400;
    private const int AnswerTokens = 1_600;
    private const int CharactersPerToken = 4;
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    public string Kind => KindName;

    private sealed record Work(Guid? AssignmentId, Guid? SectionId, DraftScope Scope)
    {
        public DraftReach Reach => new(AssignmentId, SectionId);
    }

    public async Task<DraftForecast> ForecastAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken)
    {
        await door.StaffAsync(user, assignmentId, cancellationToken);
        return await ForecastAsync(DraftReach.Assignment(assignmentId), cancellationToken);
    }

    public async Task<DraftForecast> ForecastSectionAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        await sections.StaffAsync(user, sectionId, cancellationToken);
        return await ForecastAsync(DraftReach.Section(sectionId), cancellationToken);
    }

    /// <summary>Of an assignment or a section that was found to be theirs.</summary>
    /// <param name="leftTodayUsd">What is left of today's budget, if it was read already.</param>
    public async Task<DraftForecast> ForecastAsync(DraftReach reach, CancellationToken cancellationToken, decimal? leftTodayUsd = null)
    {
        var defaults = await book.DefaultsAsync(cancellationToken);
        var route = defaults.AssessmentRoute is { } name ? models.Find(name) : models.Default;
        var model = route is null || ModelCatalog.IsBuiltIn(route) ? null : route.Model;
        var attempts = Within(AssessmentQueue.Assessable(db), reach);
        var none = attempts.Where(c => !db.Set<Assessment>().Any(a => a.ConversationId == c.Id));
        var of = db.Set<Assessment>().Where(a => attempts.Any(c => c.Id == a.ConversationId));
        var (missing, undecided) = (of.In(DraftScope.Missing), of.In(DraftScope.Undecided));
        var figures = await attempts
            .GroupBy(_ => 1)
            .Select(all => new
            {
                All = all.Count(),
                None = none.Count(),
                Missing = missing.Count(),
                Undecided = undecided.Count(),
                Characters = db.Set<Message>().Where(m => attempts.Any(c => c.Id == m.ConversationId)).Sum(m => (long?)m.Text.Length) ?? 0,
            })
            .FirstOrDefaultAsync(cancellationToken);
        var left = leftTodayUsd ?? (await budgets.ViewAsync(await book.BudgetsAsync(cancellationToken), cancellationToken)).Today.LeftUsd;
        if (figures is null)
        {
            return new DraftForecast(0, 0, 0, model, 0, 0, 0, left);
        }

        var price = model is null ? null : models.PriceOf(model);
        var each = price is null
            ? 0
            : Money.Usd(
                price.CostNanoUsd(
                    new Usage(RuleTokens + RubricTokens + figures.Characters / CharactersPerToken / figures.All, AnswerTokens, 0, 0)
                )
            );
        var (toDraft, open) = (figures.None + figures.Missing, figures.None + figures.Undecided);
        return new DraftForecast(figures.All, toDraft, open, model, each, each * toDraft, each * open, left);
    }

    public async Task<Job> QueueAsync(CurrentUser user, Guid assignmentId, DraftScope scope, CancellationToken cancellationToken)
    {
        var access = await TeacherAsync(user, assignmentId, cancellationToken);
        access.Section.RequireCurrent();
        return await desk.AddAsync(
            Job.Queue(
                KindName,
                user.Id,
                assignmentId,
                $"Drafts for {access.Assignment.Title}",
                JsonSerializer.Serialize(new Work(assignmentId, null, scope), JsonSerializerOptions.Web),
                clock.GetUtcNow()
            ),
            cancellationToken
        );
    }

    /// <summary>The same over all assignments of a section.</summary>
    public async Task<Job> QueueSectionAsync(CurrentUser user, Guid sectionId, DraftScope scope, CancellationToken cancellationToken)
    {
        var section = await sections.TeacherAsync(user, sectionId, cancellationToken);
        section.RequireCurrent();
        return await desk.AddAsync(
            Job.Queue(
                KindName,
                user.Id,
                sectionId,
                $"Drafts for all of {section.Name}",
                JsonSerializer.Serialize(new Work(null, sectionId, scope), JsonSerializerOptions.Web),
                clock.GetUtcNow()
            ),
            cancellationToken
        );
    }

    /// <summary>Only for teachers of the section, who answer for its budget.</summary>
    public async Task<AssignmentAccess> TeacherAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, assignmentId, cancellationToken);
        return access.Role == SectionRole.Teacher ? access : throw SectionDoor.OnlyTeachers();
    }

    /// <summary>Where to look at what came of a run.</summary>
    public static string PageOf(Job job) =>
        JsonSerializer.Deserialize<Work>(job.Input, JsonSerializerOptions.Web)!.AssignmentId is { } assignment
            ? $"/teaching/assignments/{assignment}/review"
            : $"/sections/{job.SubjectId}";

    public async Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(job.Input, JsonSerializerOptions.Web)!;
        await AddMissingAsync(work.Reach, cancellationToken);
        var now = clock.GetUtcNow();
        var open = db.Set<Assessment>()
            .Where(a => work.AssignmentId == null ? a.SectionId == work.SectionId : a.AssignmentId == work.AssignmentId)
            .In(work.Scope);
        var ids = await open.Select(a => a.Id).ToListAsync(cancellationToken);
        await gate.CommitAsync(
            db,
            () =>
                open.Where(a => a.LeaseUntil == null || a.LeaseUntil < now)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(a => a.State, DraftState.Waiting)
                                .SetProperty(a => a.Tries, 0)
                                .SetProperty(a => a.Fault, (string?)null)
                                .SetProperty(a => a.NextTryAt, now),
                        cancellationToken
                    ),
            cancellationToken
        );
        var done = 0;
        progress.Tell(0, ids.Count);
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                await draft.TryAsync(id, token);
                progress.Tell(Interlocked.Increment(ref done), ids.Count);
            }
        );
        return JsonSerializer.Serialize(await ResultAsync(ids, cancellationToken), JsonSerializerOptions.Web);
    }

    /// <summary>Attempts that the queue has not found yet.</summary>
    private async Task AddMissingAsync(DraftReach reach, CancellationToken cancellationToken)
    {
        var missing = await Within(AssessmentQueue.Assessable(db), reach)
            .AsNoTracking()
            .Where(c => !db.Set<Assessment>().Any(a => a.ConversationId == c.Id))
            .ToListAsync(cancellationToken);
        db.AddRange(missing.Select(c => Assessment.Of(c, clock.GetUtcNow())));
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // The queue was first.
        }

        db.ChangeTracker.Clear();
    }

    private static IQueryable<Conversation> Within(IQueryable<Conversation> attempts, DraftReach reach) =>
        reach.AssignmentId is { } assignment
            ? attempts.Where(c => c.AssignmentId == assignment)
            : attempts.Where(c => c.SectionId == reach.SectionId);

    /// <summary>What the queue took meanwhile is waited for.</summary>
    private async Task<DraftRunResult> ResultAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        while (true)
        {
            var states = await db.Set<Assessment>()
                .Where(a => ids.Contains(a.Id))
                .Select(a => new { a.State, a.LeaseUntil })
                .ToListAsync(cancellationToken);
            if (states.TrueForAll(s => s.LeaseUntil is null || s.LeaseUntil < clock.GetUtcNow()))
            {
                return new DraftRunResult(
                    ids.Count,
                    states.Count(s => s.State == DraftState.Drafted),
                    states.Count(s => s.State == DraftState.Waiting),
                    states.Count(s => s.State == DraftState.Parked)
                );
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }
}
