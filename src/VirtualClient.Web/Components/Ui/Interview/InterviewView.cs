using VirtualClient.Web.Components.Ui.Client;

namespace VirtualClient.Web.Components.Ui.Interview;

/// <summary>Everything the interview page shows, as plain values.</summary>
public sealed record InterviewView
{
    public required string ConversationId { get; init; }

    public required FaceView Client { get; init; }

    /// <summary>The moment the conversation begins.</summary>
    public string? Scene { get; init; }

    public required IReadOnlyList<TurnView> Turns { get; init; }

    public required PrivacyKind Privacy { get; init; }

    public required ClockView Clock { get; init; }

    /// <summary>When it ends by itself although time is left; UTC, or null.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Connected time until a limit ends it, also one that no clock shows; null: none.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Time until <see cref="ClosesAt"/>.</summary>
    public TimeSpan? UntilClosed { get; init; }

    public required ReferralView Referral { get; init; }

    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>What the school asks of a worker who must report, and whom to consult.</summary>
    public string? ReportingRule { get; init; }

    public IReadOnlyList<HelpContact> Help { get; init; } = [];

    /// <summary>Whom a student who steps out may ask to get in touch; null where the installation offers it not, or there is nobody.</summary>
    public TeachersView? Teachers { get; init; }

    public NotesView? Notes { get; init; }

    public CoachView? Coach { get; init; }

    /// <summary>What was being typed when the page was left.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Id of the next message, made by the server so that a form sent twice is one message.</summary>
    public required string NextMessageId { get; init; }

    /// <summary>The reply being made, or null.</summary>
    public string? ActiveReplyId { get; init; }

    /// <summary>A standing notice above the composer ("Models are down; the built-in voice answers.").</summary>
    public string? Notice { get; init; }

    /// <summary>The last text seemed to be about the student: the form asks, for pages without script.</summary>
    public bool AsksWhoSpoke { get; init; }

    /// <summary>Set when the conversation is over: nothing can be sent.</summary>
    public string? EndedBecause { get; init; }

    public required InterviewAddresses To { get; init; }

    /// <summary>What stands beside the conversation, for the sheet on a phone and for screen readers.</summary>
    public string SideTitle { get; init; } = "Notes and referral";

    /// <summary>Longest message, in characters.</summary>
    public int MaxLength { get; init; } = 4000;
}

/// <summary>Who can read this conversation.</summary>
public enum PrivacyKind
{
    /// <summary>Only the student.</summary>
    Practice,

    /// <summary>The section's teachers and assistants, afterwards.</summary>
    Assigned,

    /// <summary>A teacher's test of a client.</summary>
    Test,
}

/// <summary>Where the forms of the interview go; every one is a POST except the three that are read.</summary>
/// <param name="Send">Fields: messageId, text; or wait=true for silence.</param>
/// <param name="Stop">Fields: replyId.</param>
/// <param name="Retry">Fields: replyId.</param>
/// <param name="Notes">Fields: notes, version.</param>
/// <param name="StepOut">Pauses the clock; sent by script when the dialog opens, and by Leave.</param>
/// <param name="Tell">Asks the teachers to get in touch; with takeBack=true no longer.</param>
/// <param name="Withdraw">Stops for good without penalty.</param>
/// <param name="Clock">Fields: hide=true|false.</param>
/// <param name="Events">GET, server-sent events.</param>
/// <param name="PreBrief">GET, the referral sheet.</param>
/// <param name="Debrief">GET, once ended.</param>
/// <param name="TestSettings">GET, model and prompt of a test; null otherwise.</param>
/// <param name="Critique">GET, with a reply's id and "/critique" behind it; null when replies are not critiqued.</param>
public sealed record InterviewAddresses(
    string Send,
    string Stop,
    string Retry,
    string Notes,
    string Coach,
    string StepOut,
    string Tell,
    string Withdraw,
    string End,
    string Clock,
    string Events,
    string PreBrief,
    string Debrief,
    string? TestSettings = null,
    string? Critique = null
);

/// <summary>Time and turns so far. Hidden: neither is shown, to whoever does not want to be watched by a clock.</summary>
/// <param name="Running">Whether the clock counts at this moment.</param>
public sealed record ClockView(TimeSpan Used, TimeSpan? Limit, int Turns, bool Hidden, bool Running)
{
    /// <summary>A teacher hid it, so that it is not the student's to show.</summary>
    public bool HiddenByTeacher { get; init; }

    public TimeSpan? Left => Limit is { } limit ? (limit > Used ? limit - Used : TimeSpan.Zero) : null;
}

/// <summary>The teachers of a section, as a student who steps out sees them.</summary>
/// <param name="AskedAt">When they were asked to get in touch and have not yet; null: not asked.</param>
public sealed record TeachersView(string Section, DateTimeOffset? AskedAt);

/// <summary>Private notes; saving names the version they were based on.</summary>
public sealed record NotesView(string Text, int Version);

/// <summary>Hints asked for so far; <paramref name="CanAsk"/>: another may be asked for now.</summary>
public sealed record CoachView(IReadOnlyList<HintView> Hints, bool CanAsk)
{
    /// <summary>Said when a note is asked for twice in a turn.</summary>
    public const string NothingNew = "This is still the note for this turn. Ask again after your next turn.";
}

/// <summary>A hint and the turn it was about. <paramref name="ByModel"/>: drafted by AI; otherwise from rules.</summary>
public sealed record HintView(int Turn, string Text, bool ByModel);
