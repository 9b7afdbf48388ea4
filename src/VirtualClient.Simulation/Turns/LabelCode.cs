namespace VirtualClient.Simulation.Turns;

/// <summary>
/// What a turn of the student's did. Definitions follow MITI 4.2.1 where it has the code (Moyers, Manuel and Ernst, 2014); the others are
/// ours. A turn carries any number of labels, but at most one reflection code and one question code.
/// </summary>
public enum LabelCode
{
    OpenQuestion,
    ClosedQuestion,
    LeadingQuestion,
    DoubleQuestion,
    SimpleReflection,
    ComplexReflection,
    Summary,
    Affirmation,
    Validation,
    Permission,
    Autonomy,
    AnswersQuestion,
    PracticalHelp,
    Information,
    AdviceWithoutPermission,
    AdviceWithPermission,
    Confronting,
    Warning,
    Minimizing,
    SelfDisclosure,
    Jargon,
    Introduction,
    ExplainsRole,
    LimitsOfConfidentiality,
    PromisesSecrecy,
    AgreesPurpose,
    Agenda,
    SafetyQuestion,
    DutyToReport,
    BringsSupervision,
    Referral,
    Closing,
    Repair,
    Encourager,
    Silence,
    OffTopic,
    BoundaryBreach,
    AboutTheStudent,
    NotAnalyzed,
}
