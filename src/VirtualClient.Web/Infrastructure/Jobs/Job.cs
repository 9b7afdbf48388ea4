using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure.Jobs;

public enum JobState
{
    /// <summary>Looked through and waiting for its owner to say yes.</summary>
    Prepared,
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>
/// Work that takes longer than a page should: it runs on the server, can be left, and is found again with its result. The row is the queue;
/// a server holds a running job by a lease, and another takes it over when that server dies, so work must bear to be begun again.
/// </summary>
public sealed class Job
{
    public const int TitleMax = 200;
    public const int ErrorMax = 500;

    /// <summary>Work that was begun so often and never came to an end is given up: it may be what ends the servers that try it.</summary>
    public const int MaxTries = 5;

    private Job() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Which work it is, see <see cref="IJobWork.Kind"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who asked for it; nobody else sees it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What it is about, such as the section; for finding it on a page.</summary>
    public Guid? SubjectId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What to work on, as the kind writes it; emptied when the work is done.</summary>
    public string Input { get; private set; } = "";

    /// <summary>What came of it, as JSON that the kind writes.</summary>
    public string? Result { get; private set; }

    public JobState State { get; private set; }

    public int Done { get; private set; }

    /// <summary>0 until it is known.</summary>
    public int Total { get; private set; }

    /// <summary>Why it failed, for a person.</summary>
    public string? Error { get; private set; }

    /// <summary>How often a server took it.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public static Job Queue(string kind, Guid ownerId, Guid? subjectId, string title, string input, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            OwnerId = ownerId,
            SubjectId = subjectId,
            Title = title.Length > TitleMax ? title[..TitleMax] : title,
            Input = input,
            State = JobState.Queued,
            CreatedAt = now,
        };

    /// <summary>Looked through but not yet wanted; <paramref name="preview"/> is what would come of it.</summary>
    public static Job Prepare(string kind, Guid ownerId, Guid? subjectId, string title, string input, string preview, DateTimeOffset now)
    {
        var job = Queue(kind, ownerId, subjectId, title, input, now);
        job.State = JobState.Prepared;
        job.Result = preview;
        return job;
    }

    public bool IsOver => State is JobState.Done or JobState.Failed;

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.ToTable("jobs");
            builder.Property(j => j.Kind).HasMaxLength(40);
            builder.Property(j => j.Title).HasMaxLength(TitleMax);
            builder.Property(j => j.State).AsWord();
            builder.Property(j => j.Error).HasMaxLength(ErrorMax);
            builder.HasIndex(j => new { j.State, j.CreatedAt });
            builder.HasIndex(j => new { j.OwnerId, j.CreatedAt });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(j => j.OwnerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>One kind of long work. Features register theirs.</summary>
public interface IJobWork
{
    string Kind { get; }

    /// <summary>Does it and gives the result as JSON. It may be begun again on another server: what is done must not be done twice.</summary>
    /// <exception cref="DomainException">It cannot be done; the sentence is shown to the owner.</exception>
    Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken);
}

/// <summary>Tells how far the work is; may be called for every item, is written about once a second.</summary>
public sealed class JobProgress
{
    private int done;
    private int total;

    public void Tell(int doneSoFar, int ofAll)
    {
        Volatile.Write(ref done, doneSoFar);
        Volatile.Write(ref total, ofAll);
    }

    public (int Done, int Total) Now => (Volatile.Read(ref done), Volatile.Read(ref total));
}
