using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>The rules of doubt between families (MITI 4.2.1, and ours for codes MITI lacks).</summary>
internal static class Doubt
{
    private static readonly LabelCode[] Duties = [LabelCode.LimitsOfConfidentiality, LabelCode.DutyToReport, LabelCode.BringsSupervision];

    private static readonly LabelCode[] Judging = [LabelCode.Confronting, LabelCode.Warning, LabelCode.BoundaryBreach];

    private static readonly LabelCode[] Advice = [LabelCode.AdviceWithoutPermission, LabelCode.AdviceWithPermission];

    public static void BeforeReflections(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            var at = sentence.Index;
            if (reading.HasAny(at, Duties))
            {
                // A duty move is never coded warning, confronting or advice.
                Drop(
                    reading,
                    at,
                    LabelCode.Warning,
                    LabelCode.Confronting,
                    LabelCode.AdviceWithoutPermission,
                    LabelCode.AdviceWithPermission
                );
            }

            if (reading.HasAny(at, LabelCode.Repair))
            {
                Drop(
                    reading,
                    at,
                    LabelCode.Confronting,
                    LabelCode.AdviceWithoutPermission,
                    LabelCode.SelfDisclosure,
                    LabelCode.Affirmation,
                    LabelCode.Minimizing
                );
            }

            if (reading.Has(LabelCode.SafetyQuestion, at))
            {
                Drop(
                    reading,
                    at,
                    LabelCode.Confronting,
                    LabelCode.Warning,
                    LabelCode.AdviceWithoutPermission,
                    LabelCode.AdviceWithPermission,
                    LabelCode.Minimizing
                );
            }

            if (reading.HasAny(at, Judging))
            {
                Drop(
                    reading,
                    at,
                    LabelCode.AdviceWithoutPermission,
                    LabelCode.AdviceWithPermission,
                    LabelCode.Affirmation,
                    LabelCode.Permission,
                    LabelCode.Autonomy,
                    LabelCode.Validation
                );
            }

            if (reading.Has(LabelCode.Minimizing, at))
            {
                Drop(
                    reading,
                    at,
                    LabelCode.AdviceWithoutPermission,
                    LabelCode.AdviceWithPermission,
                    LabelCode.Validation,
                    LabelCode.Affirmation
                );
            }

            if (reading.Has(LabelCode.BoundaryBreach, at))
            {
                Drop(reading, at, LabelCode.Confronting, LabelCode.Warning);
            }

            if (reading.Has(LabelCode.Autonomy, at))
            {
                Drop(reading, at, Advice);
            }

            if (reading.Has(LabelCode.AgreesPurpose, at))
            {
                reading.Remove(LabelCode.PracticalHelp, at);
            }
        }
    }

    /// <summary>What the model added claims its sentence as a rule's mark would have: what would not have been read there goes.</summary>
    public static void AfterLearned(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            var at = sentence.Index;
            if (ReflectionRules.IsClaimed(reading, at))
            {
                Drop(reading, at, LabelCode.SimpleReflection, LabelCode.ComplexReflection);
            }

            if (reading.HasAny(at, Judging) || reading.HasAny(at, LabelCode.Permission) || OnlyGreets(reading, sentence))
            {
                Drop(reading, at, LabelCode.OpenQuestion, LabelCode.ClosedQuestion, LabelCode.LeadingQuestion, LabelCode.DoubleQuestion);
            }
        }
    }

    /// <summary>"How you doing" with one's name is a greeting.</summary>
    private static bool OnlyGreets(Reading reading, Sentence sentence) =>
        (reading.Has(LabelCode.Introduction) || reading.Has(LabelCode.ExplainsRole)) && Greeting.IsMatch(reading.Span(sentence));

    private static Pattern Greeting { get; } =
        Pattern.Of(
            @"^(?:(?:hey|hi|hello|good|morning|afternoon|evening|there|well|so|okay|yo)[, ]+)*(?:how (?:are |is )?(?:you|it|y'all|everybody|"
                + @"everything) (?:doing|going|goin|today|this morning|this afternoon)\b|what is (?:up|good)\b)"
        );

    public static void AtTheEnd(Reading reading)
    {
        if (reading.Has(LabelCode.AboutTheStudent))
        {
            // The student's own distress is answered by people; nothing else in the turn is weighed.
            DropAll(
                reading,
                LabelCode.SelfDisclosure,
                LabelCode.Confronting,
                LabelCode.Warning,
                LabelCode.OffTopic,
                LabelCode.Minimizing,
                LabelCode.SafetyQuestion
            );
        }

        if (reading.Has(LabelCode.AdviceWithoutPermission) && reading.Has(LabelCode.AdviceWithPermission))
        {
            reading.Remove(LabelCode.AdviceWithoutPermission);
        }

        if (reading.Has(LabelCode.Encourager) && reading.Marks.Any(mark => mark.Code is not LabelCode.Encourager))
        {
            reading.Remove(LabelCode.Encourager);
        }
    }

    private static void Drop(Reading reading, int sentence, params ReadOnlySpan<LabelCode> codes)
    {
        foreach (var code in codes)
        {
            reading.Remove(code, sentence);
        }
    }

    private static void DropAll(Reading reading, params ReadOnlySpan<LabelCode> codes)
    {
        foreach (var code in codes)
        {
            reading.Remove(code);
        }
    }
}
