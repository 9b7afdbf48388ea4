using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What is said on the pages of reviewing.</summary>
internal static class ReviewWords
{
    public static string Of(FeedbackRelease release) =>
        release switch
        {
            FeedbackRelease.AtOnce => "It is released as soon as a teacher has decided every criterion.",
            FeedbackRelease.AtDue => "What is decided in full is released on the due date.",
            _ => "It is released when a teacher says so.",
        };

    public static string Of(CountingAttempt counting) =>
        counting switch
        {
            CountingAttempt.Last => "The last attempt counts.",
            CountingAttempt.Chosen => "The attempt that a teacher chooses counts.",
            _ => "The best attempt that is scored in full counts.",
        };

    /// <summary>How the student sees a label.</summary>
    public static string Own(OwnLabel own)
    {
        var instead = own.Instead == OwnLabel.NoLabel ? "no label" : Named(own.Instead);
        var words = own.Label == OwnLabel.NoLabel ? $"Sees it as: {instead}." : $"Not “{Named(own.Label)}”: {instead}.";
        return own.Reason.Length == 0 ? words : $"{words} {own.Reason}";
    }

    private static string Named(string code) => Codes.Find<LabelCode>(code) is { } label ? LabelNames.Of(label).Student : code;
}
