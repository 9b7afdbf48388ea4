using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>One thing that has to hold for a client, tried out.</summary>
/// <param name="Claim">Stable key of the claim ("reachable").</param>
/// <param name="Setting">Who interviewed at which difficulty.</param>
/// <param name="Bar">What has to hold, in words.</param>
/// <param name="Value">What came out, worst of the seeds.</param>
/// <param name="Holds">Whether it does.</param>
public sealed record TrialResult(string Claim, string Setting, string Bar, decimal Value, bool Holds);

/// <summary>
/// Tries a client out with the scripted interviewers: whether good work reaches what there is to tell, and nothing else does. Takes
/// milliseconds and no model. Deterministic; thread-safe.
/// </summary>
public static class ClientTrials
{
    /// <summary>Turns of a full interview. Source: ours; a class meeting leaves room for about thirty exchanges.</summary>
    public const int Turns = 30;

    /// <summary>No interviewer here is still below trust 3.5 after as many turns unless they never get there.</summary>
    private const int LongRun = 80;

    private const decimal DeepTrust = 3.5m;
    private const int RepairTurns = 8;
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5];
    private static readonly Difficulty[] Difficulties = [Difficulty.Easy, Difficulty.Moderate, Difficulty.Hard];

    /// <summary>Every claim, tried with this client.</summary>
    public static IReadOnlyList<TrialResult> All(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return
        [
            .. Difficulties.SelectMany(difficulty => Each(persona with { Difficulty = difficulty })),
            .. Levels(persona),
            .. Repair(persona with { Difficulty = Difficulty.Moderate }),
        ];
    }

    /// <summary>The recipes that get this client to the highest mean trust; several when they tie.</summary>
    public static IReadOnlyList<string> BestRecipes(Persona persona)
    {
        var figures = Recipes
            .All.Select(recipe => (recipe.Key, Trust: Seeds.Average(seed => TrialInterview.Hold(persona, recipe, seed, Turns).MeanTrust)))
            .ToList();
        var best = figures.Max(figure => figure.Trust);
        return [.. figures.Where(figure => figure.Trust == best).Select(figure => figure.Key)];
    }

    private static IEnumerable<TrialResult> Each(Persona persona)
    {
        var level = Codes.Of(persona.Difficulty);
        var hard = persona.Difficulty == Difficulty.Hard;
        var reached = Worst(persona, Interviewers.Skilled, highest: false);
        var least = hard ? 0.5m : 0.9m;
        yield return new("reachable", $"{Interviewers.Skilled.Key}, {level}", $"at least {least:P0}", reached, reached >= least);

        var most = persona.Difficulty == Difficulty.Easy ? 0.5m : 0.25m;
        foreach (var interviewer in new[] { Interviewers.ClosedQuestionsOnly, Interviewers.AdviceGiver, Interviewers.Confronter })
        {
            var share = Worst(persona, interviewer, highest: true);
            yield return new("not-by-force", $"{interviewer.Key}, {level}", $"at most {most:P0}", share, share <= most);
        }

        var skilledTurns = TurnsToDeepTrust(persona, Interviewers.Skilled);
        foreach (var interviewer in new[] { Interviewers.Stacker, Interviewers.Parrot })
        {
            var share = Worst(persona, interviewer, highest: true);
            yield return new("not-gamed", $"{interviewer.Key} opens, {level}", "at most 35 %", share, share <= 0.35m);
            var turns = TurnsToDeepTrust(persona, interviewer);
            yield return new(
                "not-gamed",
                $"{interviewer.Key} to 3.5, {level}",
                $"no sooner than turn {skilledTurns}",
                turns,
                turns >= skilledTurns
            );
        }

        if (AskedForHelp(persona))
        {
            var share = Worst(persona, Interviewers.PracticalHelper, highest: false, fact => fact.Risk is null);
            yield return new("help-counts", $"{Interviewers.PracticalHelper.Key}, {level}", "at least 60 %", share, share >= 0.6m);
        }

        if (persona.Disclosures.Any(fact => fact.Risk is not null))
        {
            foreach (var result in Crisis(persona, level))
            {
                yield return result;
            }
        }
    }

    /// <summary>Clients who came for something that can be done: they warm to practical help, or the meeting is for information.</summary>
    private static bool AskedForHelp(Persona persona) =>
        persona.BuildsTrust.More.Contains(TrustBuilder.PracticalHelp) || persona.KindOfInterview == InterviewKind.InformationAndReferral;

    private static IEnumerable<TrialResult> Crisis(Persona persona, string level)
    {
        const int Length = Interviewers.WarmTurns + Interviewers.SafetyQuestions;
        var runs = Seeds.Select(seed => TrialInterview.Hold(persona, Interviewers.Screener, seed, Length)).ToList();
        var risk = persona.Disclosures.Where(fact => fact.Risk is not null).ToList();
        var open = runs.Min(run => (decimal)risk.Count(fact => run.End.Opened.ContainsKey(fact.Id)) / risk.Count);
        yield return new("crisis", $"{Interviewers.Screener.Key} opens, {level}", "every risk fact within 8 questions", open, open == 1m);
        var change = runs.Min(run => run.End.Trust - run.Steps[Interviewers.WarmTurns - 1].State.Trust);
        yield return new(
            "crisis",
            $"{Interviewers.Screener.Key} trust, {level}",
            "no lower than before the questions",
            change,
            change >= 0m
        );
    }

    private static IEnumerable<TrialResult> Levels(Persona persona)
    {
        var core = persona
            .Disclosures.Where(fact => fact is { Importance: Importance.Core, Risk: null })
            .Select(fact => fact.Id)
            .ToHashSet();
        if (core.Count == 0)
        {
            yield break;
        }

        // The same skilled interviewer, staying with what matters most from the second turn on, in reflections.
        var stays = new Interviewer("skilled-on-core", "Stays with what matters", seat => Stay(seat, core));
        var turns = Difficulties
            .Select(d => TrialInterview.Hold(persona with { Difficulty = d }, stays, 1, LongRun).FirstCoreTurn ?? LongRun)
            .ToList();
        yield return new(
            "levels-differ",
            $"{stays.Key}, easy {turns[0]}, moderate {turns[1]}, hard {turns[2]}",
            "easy before moderate before hard",
            turns[2],
            turns[0] < turns[1] && turns[1] < turns[2]
        );
    }

    private static TurnSignals Stay(Seat seat, IReadOnlySet<string> core)
    {
        var signals = Interviewers.Skilled.Says(seat);
        var asks = signals.Has(LabelCode.OpenQuestion) || signals.Has(LabelCode.SafetyQuestion);
        signals = asks ? Script.Of(seat, LabelCode.SimpleReflection) : signals;
        return signals with { Touched = seat.Turn >= 2 ? core : new HashSet<string>() };
    }

    private static IEnumerable<TrialResult> Repair(Persona persona)
    {
        var worst = 0;
        foreach (var former in new[] { 2.5m, 3.0m, DeepTrust })
        {
            var steps = (int)(former / StateConstants.Step);
            var hurt = StateEngine.Start(persona, 1) with { TrustSteps = steps, Turn = 12, Rupture = null };
            var confronted = StateEngine.Next(persona, hurt, Script.Of(new Seat(persona, hurt, null), LabelCode.Confronting)).State;
            // The amount in question is half a point, whatever this person's factor on losses made of it.
            var after = confronted with
            {
                TrustSteps = steps - (int)(StateConstants.RuptureAt / StateConstants.Step),
            };
            var mends = new Interviewer(
                "mends",
                "Repairs, then listens",
                seat => seat.State.Rupture is { RepairedAt: null } ? Script.Of(seat, LabelCode.Repair) : Mending(seat)
            );
            var run = TrialInterview.Continue(persona, mends, after, LongRun);
            var back = run.Steps.FirstOrDefault(step => step.State.TrustSteps >= steps)?.State.Turn - after.Turn;
            worst = Math.Max(worst, back ?? LongRun);
        }

        yield return new("repair-works", "skilled, moderate, from up to 3.5", "back within 8 turns", worst, worst <= RepairTurns);
    }

    private static TurnSignals Mending(Seat seat) =>
        Script.Of(seat, seat.Turn % 2 == 0 ? LabelCode.ComplexReflection : LabelCode.SimpleReflection) with
        {
            Touched = new HashSet<string>(),
        };

    private static decimal Worst(Persona persona, Interviewer interviewer, bool highest, Func<Disclosure, bool>? of = null)
    {
        var tried = of is null ? persona : persona with { Disclosures = [.. persona.Disclosures.Where(of)] };
        var shares = Seeds.Select(seed => TrialInterview.Hold(tried, interviewer, seed, Turns).TodayShare).ToList();
        return highest ? shares.Max() : shares.Min();
    }

    private static int TurnsToDeepTrust(Persona persona, Interviewer interviewer) =>
        TrialInterview.Hold(persona, interviewer, 1, LongRun).TurnsToTrust(DeepTrust) ?? LongRun;
}
