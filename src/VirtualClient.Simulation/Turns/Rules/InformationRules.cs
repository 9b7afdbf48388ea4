using System.Text.RegularExpressions;
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
    ];

    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            if (reading.Questions[sentence.Index] != QuestionKind.None || sentence.CoreWords < 4 || reading.HasAny(sentence.Index, Claimed))
            {
                continue;
            }

            var core = reading.Core(sentence);
            if (Facts.IsMatch(core) && !NoFact.IsMatch(core))
            {
                reading.AddSentence(LabelCode.Information, sentence, "information.facts");
            }
            else if (sentence.CoreWords >= 8 && Impersonal.IsMatch(core) && !NoFact.IsMatch(core))
            {
                reading.AddSentence(LabelCode.Information, sentence, "information.impersonal");
            }
        }
    }

    private static Regex Facts { get; } =
        Pattern.Of(
            @"\b(?:(?:research|studies|evidence|data|statistics|experts?|science|doctors|surveys?) (?:shows?|suggests?|says?|tells?|has|have|find|found|is|are)|(?:the )?(?:program|programs|form|forms|application|service|services|shelter|clinic|agency|law|benefits?|medication|medications|medicine|policy|process|court|office|treatment|test|results?|insurance|waiting list|deadline|hotline|group|groups|vaccine|class|classes|center|fund|guidelines?)(?: \w+){0,2} (?:is|are|takes?|covers?|offers?|runs?|helps?|starts?|opens?|works?|means?|requires?|allows?|pays?|provides?|can|will|usually|has|have|does|do|says|costs?|show)\b|(?:is|are) (?:called|known as|available|free|eligible|open|located|designed|meant|linked|associated|recommended|required|covered)|(?:you|people|families|most people|anyone|they) (?:may|might|can|could|would|will|do|are|should be)(?: \w+){0,2} (?:qualify|eligible|apply|entitled|get (?:help|benefits|food|support|access))|(?:it|this|that) (?:usually|typically|generally|often|can|could|may|might|takes|means|causes|increases|reduces|works|helps|depends|costs|includes|covers|will|would take)\b|(?:percent|per cent|\d+ (?:days?|weeks?|months?|hours?|minutes|dollars|percent|drinks|years|people))|(?:the way|how) (?:it|this|that) works|what (?:that|this|it) means|(?:some|most|many|a lot of|lots of|other|few) (?:people|folks|patients|clients|families|students|women|men|smokers|of the|kids|parents|teens)|there (?:is|are) (?:a |an |some |many |lots |several |different |also |other |two |three |number |no |actually |plenty |certain )+\w+|tend(?:s)? to|for example|for instance|because of (?:how|the)|one of the (?:things|ways|reasons|most|main|key|best|biggest)|the (?:reason|thing|risk|risks|good news|main|key|important|most|problem|idea|fact|average|normal|level|number|symptoms?|side effects?|body|brain|goal|point|difference) (?:\w+ ){0,3}(?:is|are|that|of)\b|(?:is|are) (?:very |really |quite |also |actually |one |more |most |less |a |an |the )*(?:common|effective|important|dangerous|harmful|healthy|risky|helpful|safe|high|low|risk|addictive|normal range|likely|higher|lower|available|option|options|possible))\b"
        );

    private static Regex Impersonal { get; } =
        Pattern.Of(
            @"^(?:(?:it|this|that|they|there|these|those|some|most|many|people|the|a|an|if|when|because|one|another|with|in|at|for|once|every|each|all|our|we|usually|typically|sometimes|research|any) )"
        );

    private static Regex NoFact { get; } =
        Pattern.Of(
            @"^(?:(?:it|that|this) (?:is|sounds|seems|was) (?:great|good|nice|wonderful|awesome|fantastic|excellent|okay|fine|right|true|a (?:great|good|nice|fair) (?:idea|point|question|plan|start|goal|question))|i (?:am|was) (?:glad|happy|sorry|wondering|curious)|thank|nice to|good to|we (?:talked|were talking|have talked)|you (?:said|told|mentioned))"
        );
}
