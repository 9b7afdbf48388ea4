using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>The interviewers a client is tried with.</summary>
public static class Interviewers
{
    private static readonly LabelCode[] SkilledMoves =
    [
        LabelCode.OpenQuestion,
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Validation,
        LabelCode.ComplexReflection,
        LabelCode.OpenQuestion,
        LabelCode.SimpleReflection,
        LabelCode.Affirmation,
        LabelCode.ComplexReflection,
        LabelCode.Summary,
    ];

    /// <summary>One listening move a turn, two to three reflections to a question, a direct question where there may be danger.</summary>
    public static Interviewer Skilled { get; } = new("skilled", "Listens, one move a turn", SkilledTurn);

    /// <summary>One closed question after another, none following up the answer.</summary>
    public static Interviewer ClosedQuestionsOnly { get; } =
        new(
            "closed-questions-only",
            "Asks closed questions only",
            seat => Script.Of(seat, LabelCode.ClosedQuestion) with { FollowsUp = false }
        );

    /// <summary>Says what to do before it was wanted.</summary>
    public static Interviewer AdviceGiver { get; } =
        new("advice-giver", "Gives advice nobody asked for", seat => Script.Of(seat, LabelCode.AdviceWithoutPermission));

    /// <summary>Confronts every other turn and questions in between.</summary>
    public static Interviewer Confronter { get; } =
        new(
            "confronter",
            "Confronts",
            seat => Script.Of(seat, seat.Turn % 2 == 1 ? LabelCode.Confronting : LabelCode.ClosedQuestion) with { FollowsUp = false }
        );

    /// <summary>Five moves in every turn.</summary>
    public static Interviewer Stacker { get; } =
        new(
            "stacker",
            "Puts five moves into every turn",
            seat =>
                Script.Of(
                    seat,
                    LabelCode.ComplexReflection,
                    LabelCode.Validation,
                    LabelCode.Affirmation,
                    LabelCode.Autonomy,
                    LabelCode.OpenQuestion
                ) with
                {
                    Words = 60,
                }
        );

    /// <summary>The same stem, or the client's last words given back, in every turn.</summary>
    public static Interviewer Parrot { get; } =
        new("parrot", "Repeats the client's words", seat => Script.Of(seat, LabelCode.SimpleReflection) with { Parroted = seat.Turn > 2 });

    /// <summary>Answers, explains, gets things done and comes back to what was promised, with a client who asked for help.</summary>
    public static Interviewer PracticalHelper { get; } = new("practical-helper", "Helps in practical ways", PracticalTurn);

    /// <summary>Four warm turns, then eight safety questions in the order of the C-SSRS screener. Source: Posner et al., 2011.</summary>
    public static Interviewer Screener { get; } = new("screener", "Screens for danger", SafetyScreen.Turn);

    /// <summary>Turns the screener warms up with.</summary>
    public const int WarmTurns = 4;

    /// <summary>Questions the screener asks.</summary>
    public const int SafetyQuestions = 8;

    private static TurnSignals SkilledTurn(Seat seat)
    {
        var fact = Agenda.At(seat.Persona, seat.Turn);
        if (fact is { Risk: { } risk } && !seat.State.Opened.ContainsKey(fact.Id))
        {
            return Script.Safety(seat, risk);
        }

        var heard = seat.Turn % 2 == 0 ? LabelCode.Validation : LabelCode.SimpleReflection;
        var move = seat.JustTold ? heard : SkilledMoves[(seat.Turn - 1) % SkilledMoves.Length];
        var directly = fact is { DirectQuestion: true } && !seat.State.Opened.ContainsKey(fact.Id) && !seat.JustTold;
        move = directly ? LabelCode.OpenQuestion : move;
        return Script.Of(seat, move == LabelCode.OpenQuestion && Script.WouldPress(seat) ? LabelCode.SimpleReflection : move);
    }

    private static TurnSignals PracticalTurn(Seat seat) =>
        (seat.Turn % 4) switch
        {
            1 => Script.Of(seat, LabelCode.AnswersQuestion, LabelCode.Information) with { ClientAsked = true, HelpWanted = true },
            2 => Script.Of(seat, LabelCode.PracticalHelp) with { HelpWanted = true },
            3 => Script.Of(seat, LabelCode.Information) with { HelpWanted = true },
            _ => Script.Of(seat, LabelCode.PracticalHelp) with { HelpWanted = true, FollowsUpPromise = true },
        };
}
