using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Training;

/// <summary>
/// Two training turns to the same words of the client, said in one breath: people do several things in one turn, and speak longer than
/// they type. What is said in it is what is said in both.
/// </summary>
internal static class JoinedTurns
{
    private static readonly LabelCode[] Questions =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
    ];

    private static readonly LabelCode[] Reflections = [LabelCode.SimpleReflection, LabelCode.ComplexReflection, LabelCode.Summary];

    /// <summary>These stand alone, or change what the rest of the turn is.</summary>
    private static readonly LabelCode[] Alone =
    [
        LabelCode.Encourager,
        LabelCode.Silence,
        LabelCode.OffTopic,
        LabelCode.NotAnalyzed,
        LabelCode.AboutTheStudent,
        LabelCode.AdviceWithPermission,
        LabelCode.AdviceWithoutPermission,
        LabelCode.AnswersQuestion,
        LabelCode.Summary,
    ];

    /// <summary>The labels of both, or null where the two do not go together; at most one question and one reflection a turn.</summary>
    public static HashSet<LabelCode>? Labels(GoldTurn turn, GoldTurn next)
    {
        var fits =
            turn.Client == next.Client
            && turn.Scenario == next.Scenario
            && !turn.Labels.Overlaps(Alone)
            && !next.Labels.Overlaps(Alone)
            && !(turn.Labels.Overlaps(Questions) && next.Labels.Overlaps(Questions))
            && !(turn.Labels.Overlaps(Reflections) && next.Labels.Overlaps(Reflections));
        return fits ? [.. turn.Labels, .. next.Labels] : null;
    }

    /// <summary>What is asked comes last.</summary>
    public static string Text(GoldTurn turn, GoldTurn next) =>
        turn.Labels.Overlaps(Questions) ? $"{Ended(next.Text)} {turn.Text}" : $"{Ended(turn.Text)} {next.Text}";

    private static string Ended(string text) => text[^1] is '.' or '?' or '!' ? text : text + ".";
}
