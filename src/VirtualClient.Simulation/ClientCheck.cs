using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;
using VirtualClient.Simulation.Voices;
using Scripted = VirtualClient.Simulation.Turns.Interviewers.Interviewers;

namespace VirtualClient.Simulation;

/// <summary>How a client came through a check.</summary>
public enum CheckMark
{
    Green,
    Amber,
    Red,
}

/// <summary>What one scripted interviewer came to.</summary>
/// <param name="Interviewer">Stable key ("closed-questions-only").</param>
/// <param name="Name">The same for a teacher.</param>
/// <param name="Opened">Today's facts that were told, the worst of the tries (fewest for the skilled one, most for the others).</param>
/// <param name="Today">Today's facts.</param>
/// <param name="FirstCoreTurn">The turn in which the first core fact was told, the latest of the tries for the skilled one, the earliest for the others; null: never.</param>
/// <param name="Leaks">Replies that gave away what was closed.</param>
/// <param name="MeanWords">Words of a reply, on average.</param>
/// <param name="Advice">What to change; empty when all is well.</param>
public sealed record InterviewerResult(
    string Interviewer,
    string Name,
    int Opened,
    int Today,
    int? FirstCoreTurn,
    IReadOnlyList<TrialLeak> Leaks,
    double MeanWords,
    CheckMark Mark,
    IReadOnlyList<string> Advice
);

/// <summary>
/// The check before publishing: four scripted interviewers talk to a client in the built-in voice. Takes well under a second and no model.
/// Deterministic; thread-safe.
/// </summary>
public sealed record ClientCheck(CheckMark Mark, IReadOnlyList<InterviewerResult> Interviewers)
{
    /// <summary>Turns of each interview.</summary>
    public const int Turns = ClientTrials.Turns;

    // Above this a reply reads like an essay. Source: ours; people's turns in coded interviews are mostly under 40 words.
    private const double LongReply = 60;
    private const int LateCore = 22;
    private const int EarlyCore = 6;
    private static readonly ulong[] Seeds = [1, 2, 3];

    /// <summary>Tries a client that keeps <see cref="PersonaRules"/>.</summary>
    public static ClientCheck Of(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        IReadOnlyList<InterviewerResult> results =
        [
            Try(persona, Scripted.Skilled, skilled: true),
            Try(persona, Scripted.ClosedQuestionsOnly, skilled: false),
            Try(persona, Scripted.AdviceGiver, skilled: false),
            Try(persona, Scripted.Confronter, skilled: false),
        ];
        return new ClientCheck(results.Max(result => result.Mark), results);
    }

    private static InterviewerResult Try(Persona persona, Interviewer interviewer, bool skilled)
    {
        var talks = Seeds.Select(seed => TrialTalk.Hold(persona, interviewer, seed, Turns)).ToList();
        var today = persona.Disclosures.Where(fact => fact.Pace == Pace.Today).ToList();
        var opened = talks.Select(talk => today.Count(fact => talk.Steps[^1].State.Opened.ContainsKey(fact.Id))).ToList();
        var cores = talks.Select(talk => FirstCore(today, talk)).ToList();
        var result = new InterviewerResult(
            interviewer.Key,
            interviewer.Name,
            skilled ? opened.Min() : opened.Max(),
            today.Count,
            skilled
                ? cores.Contains(null)
                    ? null
                    : cores.Max()
                : cores.Min(),
            [.. talks.SelectMany(talk => talk.Leaks).DistinctBy(leak => leak.Words)],
            talks.SelectMany(talk => talk.Lengths).Average(),
            CheckMark.Green,
            []
        );
        var found = Findings(persona, result, skilled, today.Exists(fact => fact is { Importance: Importance.Core, Risk: null })).ToList();
        return found.Count == 0
            ? result
            : result with
            {
                Mark = found.Max(finding => finding.Mark),
                Advice = [.. found.OrderByDescending(finding => finding.Mark).Select(finding => finding.Advice)],
            };
    }

    private static int? FirstCore(List<Disclosure> today, TrialTalk talk)
    {
        var opened = talk.Steps[^1].State.Opened;
        return today
            .Where(fact => fact is { Importance: Importance.Core, Risk: null } && opened.ContainsKey(fact.Id))
            .Select(fact => (int?)opened[fact.Id])
            .Min();
    }

    private static IEnumerable<(CheckMark Mark, string Advice)> Findings(
        Persona persona,
        InterviewerResult result,
        bool skilled,
        bool hasCore
    )
    {
        if (result.Leaks.Count > 0)
        {
            yield return (
                CheckMark.Red,
                $"A reply said \"{result.Leaks[0].Words}\" before it was open. Take these words out of whatever may be said at any time."
            );
        }

        foreach (var finding in skilled ? Reached(persona, result, hasCore) : Withheld(persona, result))
        {
            yield return finding;
        }

        if (result.MeanWords > LongReply)
        {
            yield return (
                CheckMark.Amber,
                $"Replies have {result.MeanWords:0} words on average. Shorten what is said in their own words, or choose a briefer style."
            );
        }
    }

    private static IEnumerable<(CheckMark Mark, string Advice)> Reached(Persona persona, InterviewerResult result, bool hasCore)
    {
        var share = result.Today == 0 ? 1d : (double)result.Opened / result.Today;
        var enough = persona.Difficulty == Difficulty.Hard ? 0.4 : 0.75;
        if (share < enough)
        {
            yield return (
                share < enough / 2 ? CheckMark.Red : CheckMark.Amber,
                $"Good listening opened {result.Opened} of {result.Today}. Lower some levels, or let fewer disclosures wait for another one."
            );
        }

        if (hasCore && result.FirstCoreTurn is null)
        {
            yield return (CheckMark.Red, $"No core disclosure was reached in {Turns} turns. Lower the level of one of them.");
        }
        else if (result.FirstCoreTurn > LateCore)
        {
            yield return (
                CheckMark.Amber,
                $"The first core disclosure came in turn {result.FirstCoreTurn}; few meetings have that many turns. Lower its level by a half."
            );
        }
    }

    private static IEnumerable<(CheckMark Mark, string Advice)> Withheld(Persona persona, InterviewerResult result)
    {
        var share = result.Today == 0 ? 0d : (double)result.Opened / result.Today;
        var most = persona.Difficulty == Difficulty.Easy ? 0.5 : 0.25;
        if (share > most)
        {
            yield return (
                share > 2 * most ? CheckMark.Red : CheckMark.Amber,
                $"This way of asking opened {result.Opened} of {result.Today}. Raise the levels of what has to be earned."
            );
        }

        if (result.FirstCoreTurn is { } turn)
        {
            yield return (
                turn <= EarlyCore ? CheckMark.Red : CheckMark.Amber,
                $"It reached a core disclosure in turn {turn}. Raise its level by a half or more."
            );
        }
    }
}
