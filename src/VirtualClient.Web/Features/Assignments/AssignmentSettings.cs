using System.ComponentModel.DataAnnotations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

public enum AssignmentKind
{
    Practice,
    Graded,
}

public enum CoachMode
{
    Off,
    OnRequest,
}

/// <summary>Which of several attempts counts.</summary>
public enum CountingAttempt
{
    Best,
    Last,
    Chosen,
}

public enum FeedbackRelease
{
    AtOnce,
    WhenReleased,
    AtDue,
}

/// <summary>What the debrief says of what was not reached.</summary>
public enum DebriefReveals
{
    Themes,
    Facts,
}

public enum PairOrder
{
    Fixed,
    Shuffled,
}

/// <summary>How an assignment is held; an immutable value.</summary>
public sealed record AssignmentSettings
{
    public const int LongestMinutes = 120;

    /// <summary>Minutes of connected time; null: up to the longest.</summary>
    public int? TimeLimitMinutes { get; init; }

    public bool NotesAllowed { get; init; } = true;

    public bool RubricShown { get; init; } = true;

    public CoachMode Coach { get; init; }

    /// <summary>A route of the installation, or null for the configured order.</summary>
    public string? ModelRoute { get; init; }

    public bool BuiltInVoiceWhenModelsFail { get; init; } = true;

    public bool SelfRating { get; init; }

    public CountingAttempt CountingAttempt { get; init; } = CountingAttempt.Best;

    public FeedbackRelease FeedbackRelease { get; init; } = FeedbackRelease.WhenReleased;

    public DebriefReveals Reveals { get; init; } = DebriefReveals.Themes;

    public PairOrder ClientOrder { get; init; } = PairOrder.Fixed;

    public AssignmentSettings With(SettingsInput input) =>
        this with
        {
            TimeLimitMinutes = input.Names(nameof(input.TimeLimitMinutes)) ? input.TimeLimitMinutes : TimeLimitMinutes,
            NotesAllowed = input.NotesAllowed ?? NotesAllowed,
            RubricShown = input.RubricShown ?? RubricShown,
            Coach = input.Coach ?? Coach,
            ModelRoute = input.Names(nameof(input.ModelRoute)) ? (input.ModelRoute is { Length: > 0 } route ? route : null) : ModelRoute,
            BuiltInVoiceWhenModelsFail = input.BuiltInVoiceWhenModelsFail ?? BuiltInVoiceWhenModelsFail,
            SelfRating = input.SelfRating ?? SelfRating,
            CountingAttempt = input.CountingAttempt ?? CountingAttempt,
            FeedbackRelease = input.FeedbackRelease ?? FeedbackRelease,
            Reveals = input.Reveals ?? Reveals,
            ClientOrder = input.ClientOrder ?? ClientOrder,
        };
}

/// <summary>The settings that a request names; the others stay.</summary>
public sealed class SettingsInput : NamedInput
{
    [Range(1, AssignmentSettings.LongestMinutes, ErrorMessage = "A time limit is 1 to 120 minutes, or none.")]
    public int? TimeLimitMinutes
    {
        get;
        set => field = Named(value);
    }

    public bool? NotesAllowed
    {
        get;
        set => field = Named(value);
    }

    public bool? RubricShown
    {
        get;
        set => field = Named(value);
    }

    public CoachMode? Coach
    {
        get;
        set => field = Named(value);
    }

    [StringLength(60, ErrorMessage = "The name of a route is at most 60 characters.")]
    public string? ModelRoute
    {
        get;
        set => field = Named(value);
    }

    public bool? BuiltInVoiceWhenModelsFail
    {
        get;
        set => field = Named(value);
    }

    public bool? SelfRating
    {
        get;
        set => field = Named(value);
    }

    public CountingAttempt? CountingAttempt
    {
        get;
        set => field = Named(value);
    }

    public FeedbackRelease? FeedbackRelease
    {
        get;
        set => field = Named(value);
    }

    public DebriefReveals? Reveals
    {
        get;
        set => field = Named(value);
    }

    public PairOrder? ClientOrder
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required =>
        [
            nameof(NotesAllowed),
            nameof(RubricShown),
            nameof(Coach),
            nameof(BuiltInVoiceWhenModelsFail),
            nameof(SelfRating),
            nameof(CountingAttempt),
            nameof(FeedbackRelease),
            nameof(Reveals),
            nameof(ClientOrder),
        ];
}
