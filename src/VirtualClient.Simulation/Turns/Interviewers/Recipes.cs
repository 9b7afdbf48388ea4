using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>
/// Six good ways of working, none of which may be the best with everybody. Each alternates a reflection with moves of its own kind.
/// </summary>
public static class Recipes
{
    private static readonly LabelCode[][] Listening =
    [
        [LabelCode.ComplexReflection],
        [LabelCode.ComplexReflection],
        [LabelCode.Summary],
    ];

    private static readonly LabelCode[][] Feeling =
    [
        [LabelCode.Validation],
        [LabelCode.ComplexReflection],
        [LabelCode.Validation],
    ];

    private static readonly LabelCode[][] Helping =
    [
        [LabelCode.PracticalHelp],
        [LabelCode.Information, LabelCode.Permission],
        [LabelCode.PracticalHelp],
    ];

    private static readonly LabelCode[][] Plain =
    [
        [LabelCode.AnswersQuestion],
        [LabelCode.SimpleReflection],
        [LabelCode.SimpleReflection, LabelCode.OpenQuestion],
    ];

    private static readonly LabelCode[][] Waiting =
    [
        [LabelCode.Autonomy, LabelCode.OpenQuestion],
        [LabelCode.Silence],
        [LabelCode.Autonomy, LabelCode.Permission],
    ];

    private static readonly LabelCode[][] Guiding =
    [
        [LabelCode.Permission, LabelCode.ExplainsRole],
        [LabelCode.Information],
        [LabelCode.Affirmation, LabelCode.Permission],
    ];

    /// <summary>The six, in a fixed order.</summary>
    public static IReadOnlyList<Interviewer> All { get; } =
    [
        new("listener", "Reflects what was said", seat => Alternate(seat, Listening)),
        new("feelings-first", "Names feelings", seat => Alternate(seat, Feeling) with { ClientFelt = true }),
        new(
            "helper",
            "Gets things done",
            seat => Alternate(seat, Helping) with { HelpWanted = true, FollowsUpPromise = seat.Turn % 6 == 0 }
        ),
        new(
            "plain-talker",
            "Plain, short and honest",
            seat => Alternate(seat, Plain) with { ClientAsked = seat.Turn % 6 == 2, Light = seat.Turn % 4 == 0 }
        ),
        new("patient", "Gives time", seat => Alternate(seat, Waiting) with { ClientFelt = true }),
        new("respectful-guide", "Asks leave and explains", seat => Alternate(seat, Guiding) with { HelpWanted = true }),
    ];

    private static TurnSignals Alternate(Seat seat, LabelCode[][] own) =>
        Script.Of(seat, seat.Turn % 2 == 1 ? [LabelCode.SimpleReflection] : own[((seat.Turn / 2) - 1) % own.Length]);
}
