namespace VirtualClient.Simulation.Turns;

/// <summary>The two names of a label: one for teachers, who read codes, and one for students, about the moment and not the person.</summary>
public sealed record LabelName(string Teacher, string Student);

/// <summary>Names for every <see cref="LabelCode"/>. Thread-safe.</summary>
public static class LabelNames
{
    /// <summary>The names of a label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not one of <see cref="LabelCode"/>.</exception>
    public static LabelName Of(LabelCode code) =>
        code switch
        {
            LabelCode.OpenQuestion => new("Open question", "asked openly"),
            LabelCode.ClosedQuestion => new("Closed question", "asked for a short answer"),
            LabelCode.LeadingQuestion => new("Leading question", "a question that held its answer"),
            LabelCode.DoubleQuestion => new("Double question", "more than one question at once"),
            LabelCode.SimpleReflection => new("Simple reflection", "gave back what was said"),
            LabelCode.ComplexReflection => new("Complex reflection", "gave back what was meant"),
            LabelCode.Summary => new("Summary", "gathered what was said"),
            LabelCode.Affirmation => new("Affirmation", "named a strength"),
            LabelCode.Validation => new("Validation or empathy", "met the feeling"),
            LabelCode.Permission => new("Seeking permission or collaboration", "asked first, or planned together"),
            LabelCode.Autonomy => new("Emphasizing autonomy", "left the choice with the client"),
            LabelCode.AnswersQuestion => new("Answers the client's question", "answered the client's question"),
            LabelCode.PracticalHelp => new("Practical help or next step", "offered help or a next step"),
            LabelCode.Information => new("Giving information", "gave information"),
            LabelCode.AdviceWithoutPermission => new("Advice without permission", "advice before it was wanted"),
            LabelCode.AdviceWithPermission => new("Advice with permission", "advice with a go-ahead"),
            LabelCode.Confronting => new("Confronting, blaming or judging", "could land as blame"),
            LabelCode.Warning => new("Warning or threatening", "could land as a threat"),
            LabelCode.Minimizing => new("Minimizing or premature reassurance", "reassured before hearing"),
            LabelCode.SelfDisclosure => new("Self-disclosure", "spoke from your own life"),
            LabelCode.Jargon => new("Jargon", "used a word from the field"),
            LabelCode.Introduction => new("Introduction", "said who you are"),
            LabelCode.ExplainsRole => new("Explaining role", "said what your role is"),
            LabelCode.LimitsOfConfidentiality => new("Limits of confidentiality", "said what stays private and what cannot"),
            LabelCode.PromisesSecrecy => new("Promise of full secrecy", "promised more privacy than you can keep"),
            LabelCode.AgreesPurpose => new("Agreeing on purpose", "agreed what this meeting is for"),
            LabelCode.Agenda => new("Agenda or time", "said how the time is used"),
            LabelCode.SafetyQuestion => new("Direct safety question", "asked about safety directly"),
            LabelCode.DutyToReport => new("Naming a duty to report", "named a duty to report"),
            LabelCode.BringsSupervision => new("Bringing in supervision", "brought in a supervisor"),
            LabelCode.Referral => new("Referral or resource", "named a place that can help"),
            LabelCode.Closing => new("Closing", "brought the meeting to its end"),
            LabelCode.Repair => new("Repair", "put something right"),
            LabelCode.Encourager => new("Encourager", "kept listening"),
            LabelCode.Silence => new("Silence", "left room"),
            LabelCode.OffTopic => new("Off-topic", "left the conversation for something else"),
            LabelCode.BoundaryBreach => new("Boundary breach", "crossed a line"),
            LabelCode.AboutTheStudent => new("Seems to be about the student", "may be about you, not the client"),
            LabelCode.NotAnalyzed => new("Not analyzed", "not analyzed: turns are read in English only"),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown label code."),
        };

    /// <summary>The student-facing name of leaving a feeling for another topic, which is a measure of the turn and no label.</summary>
    public const string LeftFeeling = "moved on from a feeling";
}
