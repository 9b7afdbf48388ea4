using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// Says what a student's turn did: rules, and a linear model that weighs what they found together with the wording. Deterministic, under a
/// millisecond for an ordinary turn, each label with the words that earned it. Codes follow MITI 4.2.1 where it has them (Moyers, Manuel and Ernst, 2014), with its rules of doubt. Thread-safe.
/// </summary>
public static class TurnAnalyzer
{
    /// <summary>Analyzes one turn. Reads at most 4,000 characters of <paramref name="text"/>; never throws for any text.</summary>
    public static TurnSignals Analyze(string text, TurnContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var client = new ClientSide(context.History);
        if (SilenceRules.IsSilence(text))
        {
            return Quiet(new TurnLabel(LabelCode.Silence, text.Trim(), "silence.waits"), client);
        }

        var turn = TurnText.Parse(text);
        if (LanguageRules.IsForeign(turn))
        {
            return Quiet(new TurnLabel(LabelCode.NotAnalyzed, text.Trim(), "language.not-english"), client) with
            {
                Words = CountWords(text),
            };
        }

        var reading = Read(turn, client, context, out var asked);
        return Signals.From(reading, context, asked, CountWords(text));
    }

    /// <summary>All marks of a turn in English, for measuring.</summary>
    internal static Reading Read(string text, TurnContext context) =>
        Read(TurnText.Parse(text), new ClientSide(context.History), context, out _);

    /// <summary>What the rules alone mark; the learned part is trained on it.</summary>
    internal static Reading ReadByRules(string text, TurnContext context) =>
        ReadByRules(TurnText.Parse(text), new ClientSide(context.History), context, out _);

    private static Reading Read(TurnText turn, ClientSide client, TurnContext context, out HashSet<RiskItem> asked)
    {
        var reading = ReadByRules(turn, client, context, out asked);
        LearnedLabels.Apply(reading);
        SecondLanguage.Apply(reading);
        FinalRules.Apply(reading);
        Doubt.BeforeReflections(reading);
        Doubt.AfterLearned(reading);
        FinalRules.GivesBack(reading);
        FinalRules.Encourages(reading);
        Doubt.AtTheEnd(reading);
        return reading;
    }

    private static Reading ReadByRules(TurnText turn, ClientSide client, TurnContext context, out HashSet<RiskItem> asked)
    {
        var reading = new Reading(turn, client, new StudentSide(context.History));
        asked = Label(reading, context.Persona);
        return reading;
    }

    /// <summary>Runs the families in the order their rules of doubt need: what claims a sentence comes before what reads the rest.</summary>
    private static HashSet<RiskItem> Label(Reading reading, Persona persona)
    {
        StudentRules.Distress(reading);
        QuestionRules.Classify(reading);
        BoundaryRules.Apply(reading);
        IntroductionRules.Apply(reading);
        PrivacyRules.Apply(reading);
        OpeningRules.Apply(reading);
        RepairRules.Apply(reading);
        ConfrontationRules.Apply(reading);
        ToneRules.Apply(reading);
        PermissionRules.Apply(reading);
        var asked = SafetyRules.Apply(reading, persona);
        StudentRules.Apply(reading);
        EmpathyRules.Apply(reading);
        AdviceRules.Apply(reading);
        Doubt.BeforeReflections(reading);
        ReflectionRules.Apply(reading);
        InformationRules.Apply(reading);
        QuestionRules.Label(reading);
        SilenceRules.Apply(reading);
        AnswerRules.Apply(reading);
        Doubt.AtTheEnd(reading);
        return asked;
    }

    private static TurnSignals Quiet(TurnLabel label, ClientSide client) =>
        new()
        {
            Labels = [label],
            ClientAsked = client.Asked,
            ClientFelt = client.Felt,
        };

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(char.IsLetterOrDigit));
}
