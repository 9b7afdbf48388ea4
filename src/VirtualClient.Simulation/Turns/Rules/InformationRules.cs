using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Giving information: neutral, not aimed at moving this client (MITI 4.2.1). Structuring is not information. Runs last: what no other family claimed.</summary>
internal static class InformationRules
{
    private static readonly LabelCode[] Claimed =
    [
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.Confronting,
        LabelCode.Warning,
        LabelCode.Minimizing,
        LabelCode.Introduction,
        LabelCode.ExplainsRole,
        LabelCode.LimitsOfConfidentiality,
        LabelCode.PromisesSecrecy,
        LabelCode.Closing,
        LabelCode.Repair,
        LabelCode.BoundaryBreach,
        LabelCode.OffTopic,
        LabelCode.AboutTheStudent,
        LabelCode.SelfDisclosure,
        LabelCode.Affirmation,
        LabelCode.Validation,
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Autonomy,
        LabelCode.Permission,
        LabelCode.PracticalHelp,
        LabelCode.AgreesPurpose,
        LabelCode.Agenda,
        LabelCode.BringsSupervision,
        LabelCode.DutyToReport,
        LabelCode.Referral,
        LabelCode.Summary,
    ];

    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            if (reading.Questions[sentence.Index] != QuestionKind.None || sentence.CoreWords < 4 || reading.HasAny(sentence.Index, Claimed))
            {
                continue;
            }

            if (Statements.StatesFact(reading, sentence) && !NoFact.IsMatch(reading.Core(sentence)))
            {
                reading.AddSentence(LabelCode.Information, sentence, "information.states");
            }
        }
    }

    private static Pattern NoFact { get; } =
        Pattern.Of(
            @"^(?:(?:it|that|this) (?:is|sounds|seems|was) (?:great|good|nice|wonderful|awesome|fantastic|excellent|okay|fine|right|"
                + @"true|a (?:great|good|nice|fair) (?:idea|point|question|plan|start|goal|question))|i (?:am|was) (?:glad|happy|sorry|"
                + @"wondering|curious)|thank|nice to|good to|we (?:talked|were talking|have talked)|you (?:said|told|mentioned))"
        );
}
