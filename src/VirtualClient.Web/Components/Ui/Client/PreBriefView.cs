using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Components.Ui.Record;

namespace VirtualClient.Web.Components.Ui.Client;

/// <summary>The page before a conversation.</summary>
public sealed record PreBriefView
{
    public required FaceView Client { get; init; }

    /// <summary>"First contact".</summary>
    public required string Kind { get; init; }

    public required ReferralView Referral { get; init; }

    public string? Scene { get; init; }

    public IReadOnlyList<string> Goals { get; init; } = [];

    public required PrivacyKind Privacy { get; init; }

    /// <summary>Null: as long as it takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>"Attempt 2 of 2"; null in practice.</summary>
    public string? Attempt { get; init; }

    /// <summary>UTC, the end of the window.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    public bool NotesAllowed { get; init; }

    public bool CoachAllowed { get; init; }

    /// <summary>Somebody may type for this student.</summary>
    public bool ScribeAllowed { get; init; }

    /// <summary>A rating of oneself is asked for afterwards, and the teacher reads it.</summary>
    public bool SelfRating { get; init; }

    public string? ContentNote { get; init; }

    /// <summary>Who reviewed this client; empty until a practitioner has.</summary>
    public string ReviewedBy { get; init; } = "";

    public string? ReportingRule { get; init; }

    public IReadOnlyList<HelpContact> Help { get; init; } = [];

    /// <summary>Empty when the rubric is not shown.</summary>
    public IReadOnlyList<CriterionView> Rubric { get; init; } = [];

    /// <summary>Address of the library, for another client.</summary>
    public required string OtherClients { get; init; }

    /// <summary>POST that begins the conversation; null while it cannot be begun.</summary>
    public string? Start { get; init; }

    /// <summary>Hidden fields of that form.</summary>
    public IReadOnlyDictionary<string, string> StartFields { get; init; } = new Dictionary<string, string>();

    /// <summary>The installation lets a student who steps out ask their teachers to get in touch.</summary>
    public bool TeachersCanBeAsked { get; init; }

    /// <summary>Address of the conversation that is under way; takes the place of Start.</summary>
    public string? Resume { get; init; }

    /// <summary>Why it cannot be begun ("Opens Mon 30 Nov, 09:00 CST.").</summary>
    public string? NotNow { get; init; }
}

/// <summary>A criterion with what each level looks like.</summary>
public sealed record CriterionView(string Name, IReadOnlyList<(LevelView Level, string Description)> Levels);
