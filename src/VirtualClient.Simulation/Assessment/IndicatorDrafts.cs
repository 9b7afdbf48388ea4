using System.Globalization;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// Draft levels from counts alone, for the criteria whose indicator can speak about them and for no others. Each says what was counted and quotes where.
/// </summary>
internal static class IndicatorDrafts
{
    /// <summary>Below this many student turns counts say nothing.</summary>
    private const int FewestTurns = 6;

    /// <summary>How far the opening and the closing reach, in student turns.</summary>
    private const int OpeningTurns = 8;
    private const int ClosingTurns = 5;
    private const int MostQuotes = 3;

    /// <summary>What was counted: 0 (weakest) to 3 (strongest), a sentence, and the labels that show it.</summary>
    private sealed record Reading(int Grade, string Sentence, IReadOnlyList<LabelCode> Shown);

    public static CriterionDraft For(RubricCriterion criterion, IReadOnlyList<TranscriptLine> lines, MitiCounts counts)
    {
        if (criterion.PersonOnly)
        {
            return new(criterion.Key, CriterionState.PersonOnly, [], "This one is judged by a person.");
        }

        if (criterion.Indicator is not { } indicator || IndicatorRules.FaultOf(criterion) is not null)
        {
            return new(criterion.Key, CriterionState.NotCountable, [], "Counting words says nothing about this one.");
        }

        if (counts.Turns < FewestTurns)
        {
            return new(criterion.Key, CriterionState.NotCountable, [], $"There are fewer than {FewestTurns} turns to count in.");
        }

        var turns = lines.Where(line => line.Speaker == Speaker.Student).ToList();
        if (Read(indicator, turns, counts) is not { } reading)
        {
            return new(criterion.Key, CriterionState.NotCountable, [], "There is nothing of the kind to count.");
        }

        // Four grades onto as many levels as the criterion has, best first.
        var index = (int)Math.Round((3 - reading.Grade) / 3m * (criterion.Levels.Count - 1), MidpointRounding.AwayFromZero);
        var level = criterion.Levels[index];
        return new(
            criterion.Key,
            CriterionState.Drafted,
            Quotes(turns, reading.Shown),
            reading.Sentence,
            level.Key,
            level.Points,
            Assessment.Confidence.Low
        );
    }

    private static Reading? Read(Indicator indicator, List<TranscriptLine> turns, MitiCounts counts) =>
        indicator switch
        {
            Indicator.Questions => Questions(counts),
            Indicator.Reflections => Reflections(counts),
            Indicator.Advice => Advice(counts),
            Indicator.Opening => Duties(
                turns.Take(OpeningTurns),
                "In the first turns: ",
                (LabelCode.Introduction, "name"),
                (LabelCode.ExplainsRole, "role"),
                (LabelCode.AgreesPurpose, "purpose"),
                (LabelCode.Agenda, "time or agenda")
            ),
            _ => Duties(
                turns.TakeLast(ClosingTurns),
                "In the last turns: ",
                (LabelCode.Summary, "a summary"),
                (LabelCode.PracticalHelp, "what happens next"),
                (LabelCode.Closing, "a closing")
            ),
        };

    /// <summary>Experts separate open from closed at kappa 0.74 to 0.87; the share alone separates nothing, so leading and doubled questions weigh in.</summary>
    private static Reading? Questions(MitiCounts c)
    {
        if (c.OpenShare is not { } share)
        {
            return null;
        }

        var odd = (decimal)c.LeadingOrDouble / c.Questions;
        var grade =
            (
                share >= 0.6m ? 3
                : share >= 0.45m ? 2
                : share >= 0.25m ? 1
                : 0
            ) - (odd > 0.2m ? 1 : 0);
        return new(
            Math.Max(0, grade),
            $"{c.OpenQuestions} of {c.Questions} questions are open; {c.LeadingOrDouble} lead or come in pairs.",
            [LabelCode.OpenQuestion, LabelCode.LeadingQuestion, LabelCode.DoubleQuestion]
        );
    }

    /// <summary>R:Q 1 is fair and 2 is good by expert opinion (MITI 4.2.1); only 53 % of good sessions reach 1, so half of it is no failure.</summary>
    private static Reading? Reflections(MitiCounts c)
    {
        if (c.Questions == 0 && c.Reflections == 0)
        {
            return null;
        }

        var ratio = c.ReflectionsPerQuestion ?? 2;
        var grade =
            ratio >= 2 ? 3
            : ratio >= 1 ? 2
            : ratio >= 0.5m ? 1
            : 0;
        return new(
            grade,
            c.Questions == 0
                ? $"{c.Reflections} reflections and no question."
                : $"{c.Reflections} reflections to {c.Questions} questions: {c.ReflectionsPerQuestion!.Value.ToString("0.0#", CultureInfo.InvariantCulture)} for each.",
            [LabelCode.ComplexReflection, LabelCode.SimpleReflection, LabelCode.Summary]
        );
    }

    private static Reading? Advice(MitiCounts c)
    {
        if (c.AdviceRate is not { } rate)
        {
            return null;
        }

        var grade =
            rate == 0 ? 3
            : rate <= 0.05m ? 2
            : rate <= 0.15m ? 1
            : 0;
        return new(
            grade,
            $"Advice that was not asked for in {c.Persuading} of {c.Turns} turns.",
            [LabelCode.AdviceWithoutPermission, LabelCode.AdviceWithPermission, LabelCode.Permission]
        );
    }

    private static Reading Duties(IEnumerable<TranscriptLine> turns, string where, params (LabelCode Code, string Name)[] duties)
    {
        var heard = turns.SelectMany(turn => turn.Labels).Select(label => label.Code).ToHashSet();
        var done = duties.Where(duty => heard.Contains(duty.Code)).ToList();
        var missing = duties.Except(done).Select(duty => duty.Name);
        var said = done.Count == 0 ? "none of them" : string.Join(", ", done.Select(duty => duty.Name));
        var rest = done.Count == duties.Length ? "" : $" Not heard: {string.Join(", ", missing)}.";
        return new(Math.Max(0, 3 - (duties.Length - done.Count)), $"{where}{said}.{rest}", [.. duties.Select(duty => duty.Code)]);
    }

    private static List<EvidenceQuote> Quotes(List<TranscriptLine> turns, IReadOnlyList<LabelCode> shown) =>
        [
            .. turns
                .SelectMany(turn => turn.Labels.Where(label => shown.Contains(label.Code)).Select(label => (turn, label)))
                .DistinctBy(pair => pair.turn.Number)
                .Select(pair => new EvidenceQuote(
                    pair.turn.Number,
                    EvidenceCheck.Find(pair.turn, pair.label.Words) ?? pair.turn.Text.Trim()
                ))
                .Take(MostQuotes),
        ];
}
