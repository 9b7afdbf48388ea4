using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>Where a moment is in a window. The window is half-open: it holds from its first instant and ends with the instant it is due.</summary>
public enum WindowState
{
    Upcoming,
    Open,
    Closed,
}

/// <summary>What a section gets with a date: clients to meet, in a window, some number of times. The rules are here and hold on every path.</summary>
public sealed class Assignment
{
    public const int TitleMax = 200;
    public const int DescriptionMax = 10_000;

    private readonly List<AssignmentClient> pairs = [];

    private Assignment() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid SectionId { get; private set; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public AssignmentKind Kind { get; private set; }

    public DateTimeOffset? AvailableFrom { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>For each client; null: as many as they like.</summary>
    public int? MaxAttempts { get; private set; }

    public AssignmentSettings Settings { get; private set; } = new();

    public DateTimeOffset? PublishedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>All pairs, removed ones too, in display order.</summary>
    public IReadOnlyList<AssignmentClient> Pairs => pairs;

    public IEnumerable<AssignmentClient> ActivePairs => pairs.Where(p => p.IsActive).OrderBy(p => p.Position).ThenBy(p => p.Id);

    public bool IsPublished => PublishedAt is not null;

    public static Assignment Create(Guid sectionId, CreateAssignmentInput input, DateTimeOffset now)
    {
        var assignment = new Assignment
        {
            SectionId = sectionId,
            Title = input.Title.Trim(),
            Description = input.Description?.Trim() ?? "",
            Kind = input.Kind ?? AssignmentKind.Practice,
            AvailableFrom = input.AvailableFrom?.ToUniversalTime(),
            DueAt = input.DueAt?.ToUniversalTime(),
            MaxAttempts = input.MaxAttempts,
            Settings = input.Settings is { } settings ? new AssignmentSettings().With(settings) : new AssignmentSettings(),
            CreatedAt = now,
            UpdatedAt = now,
        };
        assignment.RequireWindow();
        return assignment;
    }

    /// <summary>The same for another section, a draft, with its window moved.</summary>
    public static Assignment Copy(Assignment of, Guid sectionId, Func<DateTimeOffset, DateTimeOffset> move, DateTimeOffset now)
    {
        var copy = new Assignment
        {
            SectionId = sectionId,
            Title = of.Title,
            Description = of.Description,
            Kind = of.Kind,
            AvailableFrom = of.AvailableFrom is { } from ? move(from) : null,
            DueAt = of.DueAt is { } due ? move(due) : null,
            MaxAttempts = of.MaxAttempts,
            Settings = of.Settings,
            CreatedAt = now,
            UpdatedAt = now,
        };
        copy.pairs.AddRange(of.ActivePairs.Select((p, place) => new AssignmentClient(copy.Id, p.ClientProfileId, p.RubricId, place)));
        return copy;
    }

    public static WindowState StateOf(DateTimeOffset? from, DateTimeOffset? due, DateTimeOffset now) =>
        due is { } end && now >= end ? WindowState.Closed
        : from is { } begin && now < begin ? WindowState.Upcoming
        : WindowState.Open;

    /// <exception cref="DomainException">A published assignment changes in a few things only; the window must stay one.</exception>
    public void Change(ChangeAssignmentInput input, DateTimeOffset now)
    {
        var title = input.Names(nameof(input.Title)) ? input.Title!.Trim() : Title;
        var kind = input.Kind ?? Kind;
        var from = input.Names(nameof(input.AvailableFrom)) ? input.AvailableFrom?.ToUniversalTime() : AvailableFrom;
        var settings = input.Settings is { } named ? Settings.With(named) : Settings;
        if (IsPublished && (title != Title || kind != Kind || from != AvailableFrom || settings != Settings))
        {
            throw new DomainException(
                "assignment-published",
                "Students have this assignment. Its description, due date and attempts can change; for anything else unpublish it first."
            );
        }

        (Title, Kind, AvailableFrom, Settings) = (title, kind, from, settings);
        Description = input.Names(nameof(input.Description)) ? input.Description!.Trim() : Description;
        DueAt = input.Names(nameof(input.DueAt)) ? input.DueAt?.ToUniversalTime() : DueAt;
        MaxAttempts = input.Names(nameof(input.MaxAttempts)) ? input.MaxAttempts : MaxAttempts;
        RequireWindow();
        Touch(now);
    }

    /// <summary>Publishing what is published changes nothing.</summary>
    public void Publish(DateTimeOffset now)
    {
        if (IsPublished)
        {
            return;
        }

        RequireWindow();
        if (!ActivePairs.Any())
        {
            throw new DomainException("no-clients", "Add at least one client before you publish.");
        }

        if (Kind == AssignmentKind.Graded && ActivePairs.Any(p => p.RubricId is null))
        {
            throw new DomainException("rubric-missing", "Graded work needs a rubric with each client.");
        }

        PublishedAt = now;
        Touch(now);
    }

    public void Unpublish(DateTimeOffset now)
    {
        PublishedAt = null;
        Touch(now);
    }

    /// <returns>The pair, and whether anything changed: the same client again with the same rubric is the same pair.</returns>
    public (AssignmentClient Pair, bool Changed) Add(Guid clientId, Guid? rubricId, DateTimeOffset now)
    {
        var pair = pairs.Find(p => p.ClientProfileId == clientId);
        if (pair is { IsActive: true } && pair.RubricId == rubricId)
        {
            return (pair, false);
        }

        if (pair is { IsActive: true })
        {
            throw new DomainException("client-there", "This client is in the assignment already, with another rubric.");
        }

        RequireDraftForPairs();
        var place = pairs.Count == 0 ? 0 : pairs.Max(p => p.Position) + 1;
        if (pair is null)
        {
            pair = new AssignmentClient(Id, clientId, rubricId, place);
            pairs.Add(pair);
        }
        else
        {
            pair.Restore(rubricId, place);
        }

        Touch(now);
        return (pair, true);
    }

    public AssignmentClient Change(Guid clientId, ChangePairInput input, DateTimeOffset now)
    {
        var pair = Find(clientId);
        if (input.Names(nameof(input.RubricId)) && input.RubricId != pair.RubricId)
        {
            RequireDraftForPairs();
            pair.Use(input.RubricId);
        }

        if (input.Position is { } to)
        {
            var order = ActivePairs.ToList();
            order.Remove(pair);
            order.Insert(Math.Clamp(to, 0, order.Count), pair);
            foreach (var (place, moved) in order.Index())
            {
                moved.MoveTo(place);
            }
        }

        Touch(now);
        return pair;
    }

    /// <summary>What was held with it stays.</summary>
    public void Remove(Guid clientId, DateTimeOffset now)
    {
        var pair = Find(clientId);
        if (IsPublished && ActivePairs.Count() == 1)
        {
            throw new DomainException("last-client", "A published assignment keeps at least one client. Unpublish it first.");
        }

        pair.Remove(now);
        Touch(now);
    }

    public void RequireVersion(int? basedOn)
    {
        if (basedOn != Version)
        {
            throw new DomainException("stale", "Somebody changed this assignment in the meantime. Load it again.")
            {
                Details = new Dictionary<string, object?>
                {
                    ["version"] = Version,
                    ["current"] = new
                    {
                        Title,
                        Description,
                        AvailableFrom,
                        DueAt,
                        MaxAttempts,
                    },
                },
            };
        }
    }

    private AssignmentClient Find(Guid clientId) =>
        pairs.Find(p => p.ClientProfileId == clientId && p.IsActive) ?? throw DomainException.NotFound();

    private void RequireDraftForPairs()
    {
        if (IsPublished)
        {
            throw new DomainException(
                "assignment-published",
                "Students have this assignment. Unpublish it before you change whom they meet and what they are judged by."
            );
        }
    }

    private void RequireWindow()
    {
        if (AvailableFrom >= DueAt)
        {
            throw new DomainException("due-before-available", "The due date comes after the moment it becomes available.");
        }
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> builder)
        {
            builder.ToTable("assignments");
            builder.Ignore(a => a.ActivePairs);
            builder.Property(a => a.Title).HasMaxLength(TitleMax);
            builder.Property(a => a.Description).HasMaxLength(DescriptionMax);
            builder.Property(a => a.Kind).AsWord();
            builder.Property(a => a.Settings).AsJson();
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.HasIndex(a => new { a.SectionId, a.CreatedAt });
            builder.HasOne<CourseSection>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(a => a.Pairs).WithOne().HasForeignKey(p => p.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
