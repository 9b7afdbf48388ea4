using VirtualClient.Web.Features.Assignments;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>What an assignment allowed and asked when the attempt began; an immutable copy, so that a later change is true of later attempts.</summary>
/// <param name="Graded">Judged, not for learning only.</param>
/// <param name="CoachAllowed">A note may be asked for.</param>
/// <param name="SelfRating">The student rates themselves before the figures, and the teacher reads it.</param>
/// <param name="RevealsFacts">The debrief may show what was not told, once nobody of the section can meet this client any more.</param>
/// <param name="BuiltInVoice">The built-in voice answers when models are down.</param>
public sealed record AttemptRules(bool Graded, bool NotesAllowed, bool CoachAllowed, bool SelfRating, bool RevealsFacts, bool BuiltInVoice)
{
    public static AttemptRules Of(Assignment assignment) =>
        new(
            assignment.Kind == AssignmentKind.Graded,
            assignment.Settings.NotesAllowed,
            assignment.Settings.Coach == CoachMode.OnRequest,
            assignment.Settings.SelfRating,
            assignment.Settings.Reveals == DebriefReveals.Facts,
            assignment.Settings.BuiltInVoiceWhenModelsFail
        );
}
