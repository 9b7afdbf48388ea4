using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Analyzer;

/// <summary>
/// Our own labelled turns: tab-separated files under train (rules may be tuned on them) and test (they may not). Columns: id, scenario,
/// client (what the client said before), turn, labels (snake_case codes), rule (the rule of doubt, if one decided).
/// </summary>
internal static class GoldFiles
{
    private static readonly LabelCode[] Barred =
    [
        LabelCode.Affirmation,
        LabelCode.Permission,
        LabelCode.Autonomy,
        LabelCode.Confronting,
        LabelCode.Minimizing,
        LabelCode.Introduction,
        LabelCode.ExplainsRole,
        LabelCode.LimitsOfConfidentiality,
        LabelCode.AgreesPurpose,
        LabelCode.SafetyQuestion,
    ];

    public static string DefaultFolder()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var gold = Path.Combine(folder.FullName, "bench", "gold");
            if (Directory.Exists(gold))
            {
                return gold;
            }
        }

        return Path.Combine("bench", "gold");
    }

    public static IEnumerable<Result> Measure(string folder, string? errors)
    {
        foreach (var part in new[] { "train", "test" })
        {
            var path = Path.Combine(folder, part);
            var turns = GoldTurn.ReadFolder(path);
            if (turns.Count == 0)
            {
                Console.WriteLine($"Gold {part} rows skipped: no turns in {path}.");
                continue;
            }

            foreach (var result in Measure(part, turns, part == "train" ? errors : null))
            {
                yield return result;
            }
        }
    }

    private static IEnumerable<Result> Measure(string part, List<GoldTurn> turns, string? errors)
    {
        using var log = errors is null ? null : new StreamWriter(errors + ".gold");
        var found = turns.ConvertAll(turn => (Turn: turn, Labels: turn.Analyze()));
        foreach (var (turn, labels) in found)
        {
            var missed = turn.Labels.Except(labels);
            var extra = labels.Except(turn.Labels);
            log?.WriteLine($"{turn.Id}\tmissed {string.Join(' ', missed)}\textra {string.Join(' ', extra)}\t{turn.Client}\t{turn.Text}");
        }

        var bars = new List<double>();
        foreach (var code in Enum.GetValues<LabelCode>())
        {
            var scores = new Scores();
            found.ForEach(pair => scores.Add(pair.Turn.Labels.Contains(code), pair.Labels.Contains(code)));
            var coded = turns.Count(turn => turn.Labels.Contains(code));
            if (coded == 0)
            {
                continue;
            }

            if (Barred.Contains(code))
            {
                bars.Add(scores.F1());
            }

            var name =
                $"gold {part}, {LabelCodes.NameOf(code)} ({coded}): F1 (P {scores.Precision("yes"):0.00}, R {scores.Recall("yes"):0.00}, k {scores.Kappa():0.00})";
            yield return new Result(name, scores.F1());
        }

        if (bars.Count > 0)
        {
            yield return new Result(
                $"gold {part}, {turns.Count} turns: macro-F1 of {bars.Count} codes",
                bars.Average(),
                part == "test" ? 0.85 : null
            );
        }
    }
}
