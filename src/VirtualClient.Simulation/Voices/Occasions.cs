using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>Which families belong together when a reply is composed.</summary>
internal static class Occasions
{
    /// <summary>Moves that anybody answers, whatever else the turn holds.</summary>
    public static IReadOnlySet<string> Ceremonies { get; } =
        new HashSet<string>
        {
            "introduced",
            "goodbye",
            "apology",
            "apology-light",
            "answered",
            "duty",
            "confidentiality",
            "secrecy",
            "supervisor",
            "role",
            "purpose",
        };

    /// <summary>Moves that a person who holds back lets pass.</summary>
    public static IReadOnlySet<string> Soft { get; } =
        new HashSet<string> { "heard", "praised", "summed-up", "own-choice", "encouraged", "informed", "off-topic" };

    /// <summary>Moves that a question in the same turn puts out of mind.</summary>
    public static IReadOnlySet<string> Passing { get; } =
        new HashSet<string> { "thanked", "referral", "help", "informed", "about-you", "off-topic", "jargon" };

    /// <summary>Questions so plain that even a person who holds back answers them, and that need no more than their answer.</summary>
    public static IReadOnlySet<string> Plain { get; } =
        new HashSet<string>
        {
            "asked-name-and-age",
            "asked-how-are-you",
            "asked-permission",
            "asked-understood",
            "asked-all-right",
            "advice",
            "asked-offer",
            "asked-check",
            "asked-sent",
            "asked-travel",
            "asked-trust",
            "asked-questions",
            "asked-told",
            "asked-are-you",
            "asked-how-was-this",
            "asked-anything-else",
            "asked-scale",
            "asked-fact",
            "asked-yes-no",
            "asked-habit",
            "asked-which",
            "asked-when",
            "asked-danger",
            "asked-place",
            "asked-person",
            "asked-amount",
            "asked-time",
            "asked-support",
        };

    /// <summary>Questions to which "I don't talk about that" is an answer, by the stances whose lines may be it.</summary>
    public static bool MayStandFor(Stance stance, string asked) =>
        stance switch
        {
            Stance.Minimizes => asked is "asked-feeling" or "asked-worst" or "asked-how-is" or "asked-more",
            Stance.Intellectualizes => asked is "asked-feeling" or "asked-reason" or "asked-more" or "asked-worst" or "asked-how-is",
            Stance.TestsTheWorker or Stance.Bristles => asked
                is "asked-feeling"
                    or "asked-worst"
                    or "asked-more"
                    or "asked-reason"
                    or "asked-strength",
            Stance.GoesQuiet => !Plain.Contains(asked),
            Stance.SeeksReassurance => asked is "asked-feeling" or "asked-worst" or "asked-reason",
            _ => false,
        };

    /// <summary>Questions after whose answer a person may go on about how it is.</summary>
    public static IReadOnlySet<string> AboutHowItIs { get; } =
        new HashSet<string>
        {
            "asked-feeling",
            "asked-worst",
            "asked-how-is",
            "asked-more",
            "asked-how-are-you",
            "asked-are-you",
            "asked-day",
        };

    /// <summary>Questions a plain fact may answer.</summary>
    public static IReadOnlySet<string> Factual { get; } =
        new HashSet<string>
        {
            "asked-yes-no",
            "asked-habit",
            "asked-which",
            "asked-place",
            "asked-person",
            "asked-amount",
            "asked-thing",
            "asked-manner",
        };

    /// <summary>Questions that can be about nothing but a plain fact.</summary>
    public static IReadOnlySet<string> PlainlyFactual { get; } =
        new HashSet<string> { "asked-fact", "asked-place", "asked-person", "asked-amount" };

    /// <summary>Questions wide enough for whatever is on the person's mind.</summary>
    public static IReadOnlySet<string> LetsRoam { get; } =
        new HashSet<string>
        {
            "asked-more",
            "asked-day",
            "asked-yourself",
            "asked-what-brings",
            "asked-anything-else",
            "asked-how-are-you",
        };

    public static bool HoldsBack(Stance stance) => stance is not (Stance.OpensUp or Stance.AnswersBriefly);

    public static string FamilyOf(Stance stance) =>
        stance switch
        {
            Stance.OpensUp => "opens-up",
            Stance.AnswersBriefly => "answers-briefly",
            Stance.TestsTheWorker => "tests-the-worker",
            Stance.ChangesSubject => "changes-subject",
            Stance.Minimizes => "minimizes",
            Stance.Intellectualizes => "intellectualizes",
            Stance.Bristles => "bristles",
            Stance.GoesQuiet => "goes-quiet",
            Stance.CompliesWithoutEngaging => "complies",
            Stance.SeeksReassurance => "seeks-reassurance",
            _ => "corrects",
        };

    /// <summary>What a reply that is still too short goes on with: the stance first, then how it feels, then the day.</summary>
    public static string GoOnWith(Stance stance, int step, VoiceDice dice) =>
        stance switch
        {
            Stance.ChangesSubject => "daily",
            Stance.Bristles or Stance.CompliesWithoutEngaging or Stance.GoesQuiet => FamilyOf(stance),
            Stance.OpensUp when step < 2 => dice.Chance(50) ? "opens-up" : "feelings",
            Stance.AnswersBriefly => "answers-briefly",
            _ => step == 0 ? FamilyOf(stance) : "feelings",
        };
}
