using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Sections;

/// <summary>What became of one row.</summary>
public sealed record ImportedRow(int Line, string Email, string? Name, string Role, string Result, bool Invited);

/// <summary>What came of a file, or would.</summary>
/// <param name="Invited">Of those added: accounts that were made.</param>
public sealed record ImportReport(
    bool DryRun,
    int Rows,
    int Created,
    int Reactivated,
    int Unchanged,
    int Refused,
    int Invited,
    IReadOnlyList<RowError> Errors,
    IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<ImportedRow> Items
);

/// <summary>
/// Enrolls everybody whom a file names. What is wrong with a row is said with its line, and the other rows go in; nobody is ever removed
/// because a file does not name them; the same file again changes nothing.
/// </summary>
internal sealed class ImportRoster(
    AppDbContext db,
    SectionDoor door,
    EnrollPeople enroll,
    InvitationLinks links,
    MailInvitations mails,
    JobDesk desk,
    TimeProvider clock
) : IJobWork
{
    public const string KindName = "roster-import";

    /// <summary>How long a script waits for the end before it is sent to the job.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Kind => KindName;

    private sealed record Work(Guid SectionId, string Text, string Site);

    /// <summary>Says what would happen, and keeps nothing.</summary>
    public async Task<ImportReport> TryAsync(CurrentUser user, Guid sectionId, byte[] bytes, CancellationToken cancellationToken)
    {
        await RequireAsync(user, sectionId, cancellationToken);
        return await ReportAsync(user.Id, sectionId, RosterFile.Read(bytes), dryRun: true, cancellationToken);
    }

    /// <summary>Looks the file through and keeps it until its owner says yes.</summary>
    public async Task<Job> PrepareAsync(CurrentUser user, Guid sectionId, byte[] bytes, CancellationToken cancellationToken)
    {
        var section = await RequireAsync(user, sectionId, cancellationToken);
        var report = await ReportAsync(user.Id, sectionId, RosterFile.Read(bytes), dryRun: true, cancellationToken);
        return await desk.AddAsync(
            Job.Prepare(
                KindName,
                user.Id,
                sectionId,
                $"People for {section.Name}",
                Input(sectionId, bytes),
                JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
                clock.GetUtcNow()
            ),
            cancellationToken
        );
    }

    /// <summary>Its owner says yes to what was prepared, if they still may; saying it twice changes nothing.</summary>
    public async Task GoAsync(CurrentUser user, Guid sectionId, Guid jobId, CancellationToken cancellationToken)
    {
        var job = await desk.FindAsync(user, jobId, cancellationToken);
        if (job.SubjectId != sectionId)
        {
            throw DomainException.NotFound();
        }

        await RequireAsync(user, sectionId, cancellationToken);
        await desk.GoAsync(user, jobId, cancellationToken);
        await desk.WaitAsync(user, jobId, TimeSpan.FromSeconds(5), cancellationToken);
    }

    /// <summary>Hands the file in and waits for its end; a file that takes longer goes on and is found among the jobs.</summary>
    public async Task<Job> HandleAsync(CurrentUser user, Guid sectionId, byte[] bytes, CancellationToken cancellationToken)
    {
        var section = await RequireAsync(user, sectionId, cancellationToken);
        RosterFile.Read(bytes);
        var job = await desk.AddAsync(
            Job.Queue(KindName, user.Id, sectionId, $"People for {section.Name}", Input(sectionId, bytes), clock.GetUtcNow()),
            cancellationToken
        );
        return await desk.WaitAsync(user, job.Id, Patience, cancellationToken);
    }

    public async Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(job.Input, JsonSerializerOptions.Web)!;
        await door.StillTeachesAsync(job.OwnerId, work.SectionId, cancellationToken);
        var file = RosterFile.Read(work.Text);
        progress.Tell(0, file.Rows);
        var report = await ReportAsync(job.OwnerId, work.SectionId, file, dryRun: false, cancellationToken, work.Site);
        progress.Tell(file.Rows, file.Rows);
        return JsonSerializer.Serialize(report, JsonSerializerOptions.Web);
    }

    private async Task<CourseSection> RequireAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        section.RequireCurrent();
        db.ChangeTracker.Clear();
        return section;
    }

    private string Input(Guid sectionId, byte[] bytes) =>
        JsonSerializer.Serialize(new Work(sectionId, CsvFile.Decode(bytes)!, links.Site()), JsonSerializerOptions.Web);

    private async Task<ImportReport> ReportAsync(
        Guid actorId,
        Guid sectionId,
        RosterFile file,
        bool dryRun,
        CancellationToken cancellationToken,
        string? site = null
    )
    {
        var results = await enroll.HandleAsync(actorId, sectionId, [.. file.People.Select(p => p.Person)], dryRun, cancellationToken);
        if (!dryRun)
        {
            await mails.QueueAsync(actorId, sectionId, site ?? "", results, cancellationToken);
        }

        var lined = file.People.Zip(results, (person, result) => (person.Line, Result: result)).ToList();
        var refused = lined
            .Where(r => r.Result.Outcome == EnrollOutcome.Refused)
            .Select(r => new RowError(r.Line, r.Result.Code is "twice" ? "email" : "role", r.Result.Sentence!));
        var added = lined.Where(r => r.Result.Outcome is EnrollOutcome.Created or EnrollOutcome.Reactivated).ToList();
        return new ImportReport(
            dryRun,
            file.Rows,
            lined.Count(r => r.Result.Outcome == EnrollOutcome.Created),
            lined.Count(r => r.Result.Outcome == EnrollOutcome.Reactivated),
            lined.Count(r => r.Result.Outcome == EnrollOutcome.Unchanged),
            file.Errors.Count + lined.Count(r => r.Result.Outcome == EnrollOutcome.Refused),
            added.Count(r => InvitationLinks.IsOpen(r.Result.User!)),
            [.. file.Errors.Concat(refused).OrderBy(error => error.Line)],
            file.IgnoredColumns,
            [.. lined.Where(r => r.Result.Outcome != EnrollOutcome.Refused).Select(r => Row(r.Line, r.Result))]
        );
    }

    private static ImportedRow Row(int line, EnrollResult result) =>
        new(
            line,
            result.Line.Email,
            result.User!.DisplayName,
            Codes.Of(result.Enrollment!.Role),
            Codes.Of(result.Outcome),
            InvitationLinks.IsOpen(result.User)
        );
}
