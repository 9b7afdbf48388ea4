using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>Why a turn moved the client, in words for a student: about the moment and not the person.</summary>
internal static class MoveWords
{
    private const string NecessaryCost = "named a duty to report: necessary, and it cost something; what comes next matters";

    public static string Of(TrustMove move) =>
        move switch
        {
            { Label: LabelCode.DutyToReport, Amount: < 0m } => NecessaryCost,
            { Amount: < 0m } => move.Reason,
            { Label: LabelCode.SafetyQuestion } => "asked about safety calmly and directly",
            { Label: LabelCode.PracticalHelp or LabelCode.Referral or LabelCode.Information or LabelCode.AdviceWithPermission } =>
                "gave help that was wanted",
            { Label: { } label } => LabelNames.Of(label).Student,
            _ => move.Reason,
        };

    /// <summary>"Walter warms to plain talk and silence. Feelings being named reach him less." Null when nothing is named.</summary>
    public static string? WarmsTo(string name, TrustBuilders builders)
    {
        var more = builders.More.Count == 0 ? null : $"{name} warms to {List(builders.More)}.";
        var less = builders.Less.Count == 0 ? null : $"Less to {List(builders.Less)}.";
        return more is null
            ? less is null
                ? null
                : $"{name} warms less to {List(builders.Less)}."
            : less is null
                ? more
                : $"{more} {less}";
    }

    public static string List(IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
        };

    private static string List(IReadOnlyList<TrustBuilder> builders) => List([.. builders.Select(Of)]);

    private static string Of(TrustBuilder builder) =>
        builder switch
        {
            TrustBuilder.PracticalHelp => "practical help",
            TrustBuilder.PlainDirectness => "plain, direct talk",
            TrustBuilder.Patience => "patience",
            TrustBuilder.Formality => "formality and respect",
            TrustBuilder.FamilyIncluded => "family being part of it",
            TrustBuilder.NamingFeelings => "feelings being named",
            TrustBuilder.Humor => "a light touch",
            TrustBuilder.Silence => "silence",
            _ => "hearing how things work",
        };
}
