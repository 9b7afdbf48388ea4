using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Analyzer;

/// <summary>Our labels in the four classes of the coded transcripts.</summary>
internal static class MainBehaviour
{
    private static readonly LabelCode[] Questions =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
    ];

    private static readonly LabelCode[] Reflections = [LabelCode.SimpleReflection, LabelCode.ComplexReflection, LabelCode.Summary];

    private static readonly LabelCode[] Inputs =
    [
        LabelCode.Information,
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.Referral,
        LabelCode.PracticalHelp,
        LabelCode.Warning,
        LabelCode.Autonomy,
    ];

    public static string Of(TurnSignals signals)
    {
        if (Asks(signals) && !Reflects(signals))
        {
            return "question";
        }

        if (Reflects(signals))
        {
            return Asks(signals) && !signals.Labels.Any(label => label.Rule == "questions.checking") ? "question" : "reflection";
        }

        return Informs(signals) ? "therapist_input" : "other";
    }

    public static bool Asks(TurnSignals signals) =>
        signals.Labels.Any(label => Questions.Contains(label.Code) || label.Rule is "permission.asks" or "safety.direct");

    public static bool Reflects(TurnSignals signals) =>
        signals.Labels.Any(label => Reflections.Contains(label.Code) || label.Code == LabelCode.Validation);

    public static bool Informs(TurnSignals signals) => signals.Labels.Any(label => Inputs.Contains(label.Code));

    public static bool IsOpen(TurnSignals signals) =>
        signals.Labels.Any(label => label.Rule is "questions.open-stem" or "questions.double-open");
}
