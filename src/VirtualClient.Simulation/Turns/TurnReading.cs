using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What a turn means to this client at this moment, read once from signals and state and then used by every rule.</summary>
internal sealed class TurnReading
{
    private static readonly LabelCode[] DutyCodes =
    [
        LabelCode.LimitsOfConfidentiality,
        LabelCode.DutyToReport,
        LabelCode.BringsSupervision,
    ];

    /// <summary>"What does one do in a meeting like this" is answered by saying what it is for and how it goes.</summary>
    private static readonly LabelCode[] SaysHowItGoes = [LabelCode.AgreesPurpose, LabelCode.Agenda, LabelCode.ExplainsRole];

    public TurnReading(Persona persona, ClientState before, TurnSignals signals)
    {
        Persona = persona;
        Before = before;
        Signals = signals;
        Turn = before.Turn + 1;
        JustOpened = before.Opened.Values.Contains(before.Turn) && before.Turn > 0;
        ListeningMoves = ListeningMovesOf(signals).Count();
    }

    public Persona Persona { get; }

    public ClientState Before { get; }

    public TurnSignals Signals { get; }

    public int Turn { get; }

    /// <summary>A fact opened in the reply just before this turn.</summary>
    public bool JustOpened { get; }

    public int ListeningMoves { get; }

    /// <summary>Too many moves or too many words: the client loses the thread.</summary>
    public bool LostThread => ListeningMoves >= StateConstants.LostThreadMoves || Signals.Words > StateConstants.LostThreadWords;

    public bool Reflects =>
        (Signals.Has(LabelCode.SimpleReflection) || Signals.Has(LabelCode.ComplexReflection)) && Signals.Tied && !Signals.Parroted;

    public bool Asks =>
        Signals.Has(LabelCode.OpenQuestion)
        || Signals.Has(LabelCode.ClosedQuestion)
        || Signals.Has(LabelCode.LeadingQuestion)
        || Signals.Has(LabelCode.DoubleQuestion);

    /// <summary>A question that does not put the answer into the client's mouth.</summary>
    public bool AsksDirectly => Asks && !Signals.Has(LabelCode.LeadingQuestion);

    /// <summary>A safety question asked directly, not leading and without judging.</summary>
    public bool AsksSafetyCalmly =>
        (Signals.Has(LabelCode.SafetyQuestion) || Signals.AskedAbout.Count > 0)
        && !Signals.Has(LabelCode.LeadingQuestion)
        && !Signals.Has(LabelCode.Confronting);

    /// <summary>What a worker has to do or say whatever the client feels about it; shielded from the rules that would punish it.</summary>
    public bool IsDuty => AsksSafetyCalmly || DutyCodes.Any(Signals.Has);

    /// <summary>The client asked, and this turn passes over it.</summary>
    public bool IgnoresQuestion =>
        Signals.ClientAsked
        && !Signals.Has(LabelCode.AnswersQuestion)
        && !(Signals.HelpWanted && GivesHelp)
        && !DutyCodes.Any(Signals.Has)
        && !SaysHowItGoes.Any(Signals.Has);

    public bool GivesHelp =>
        Signals.Has(LabelCode.PracticalHelp)
        || Signals.Has(LabelCode.Information)
        || Signals.Has(LabelCode.Referral)
        || Signals.Has(LabelCode.AdviceWithPermission);

    /// <summary>A warning that is nothing but the naming of a duty is no threat.</summary>
    public bool Confronts => Signals.Has(LabelCode.Confronting) || (Signals.Has(LabelCode.Warning) && !DutyCodes.Any(Signals.Has));

    public bool NotAnalyzed => Signals.Has(LabelCode.NotAnalyzed);

    /// <summary>Listening moves of a turn, whether they earn or not; at most one reflection.</summary>
    public static IEnumerable<TurnLabel> ListeningMovesOf(TurnSignals signals)
    {
        var reflected = false;
        foreach (var label in signals.Labels)
        {
            switch (label.Code)
            {
                case LabelCode.SimpleReflection or LabelCode.ComplexReflection when !reflected:
                    reflected = true;
                    yield return label;
                    break;
                case LabelCode.Validation
                or LabelCode.Summary
                or LabelCode.Affirmation
                or LabelCode.Autonomy
                or LabelCode.OpenQuestion
                or LabelCode.Permission
                or LabelCode.Silence:
                    yield return label;
                    break;
                default:
                    break;
            }
        }
    }
}
