using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Analyzer;

/// <summary>
/// Expert-coded motivational interviews, for measuring only. Source of the codes: Wu et al., 2022. Nothing of the file is kept.
/// </summary>
internal static class AnnoMi
{
    public static IEnumerable<Result> Measure(string path, string? errors)
    {
        if (!File.Exists(path))
        {
            Console.WriteLine($"AnnoMI rows skipped: {path} is not there.");
            yield break;
        }

        var main = new Scores();
        var question = new Scores();
        var kind = new Scores();
        var reflection = new Scores();
        var input = new Scores();
        using var log = errors is null ? null : new StreamWriter(errors);
        foreach (var (row, signals, before) in Turns(path))
        {
            var found = MainBehaviour.Of(signals);
            main.Add(row["main_behaviour"], found);
            var asks = MainBehaviour.Asks(signals);
            question.Add(row["question"] == "true", asks);
            reflection.Add(row["reflection"] == "true", MainBehaviour.Reflects(signals));
            input.Add(row["input"] == "true", MainBehaviour.Informs(signals));
            if (row["question"] == "true" && asks)
            {
                kind.Add(row["question_type"], MainBehaviour.IsOpen(signals) ? "open" : "closed");
            }

            log?.WriteLine(
                $"{(row["main_behaviour"] == found ? "=" : "X")}\t{row["main_behaviour"]}>{found}\tq={row["question_type"]} r={row["reflection_type"]} i={row["input_type"]}\t"
                    + $"{string.Join(' ', signals.Labels.Select(label => $"{label.Code}:{label.Rule}"))}\t{before}\t{row["text"]}"
            );
        }

        yield return new Result($"AnnoMI, {main.Count} turns: main behaviour, macro-F1", main.MacroF1(), 0.68);
        yield return new Result("AnnoMI: main behaviour, kappa", main.Kappa(), 0.62);
        foreach (var label in new[] { "question", "reflection", "therapist_input", "other" })
        {
            yield return new Result($"  F1 {label} (P {main.Precision(label):0.00}, R {main.Recall(label):0.00})", main.F1(label));
        }

        yield return new Result(
            $"AnnoMI: question present, F1 (P {question.Precision("yes"):0.00}, R {question.Recall("yes"):0.00})",
            question.F1(),
            0.90
        );
        yield return new Result($"AnnoMI: open against closed, kappa ({kind.Count} turns)", kind.Kappa(), 0.60);
        yield return new Result(
            $"AnnoMI: reflection present, F1 (P {reflection.Precision("yes"):0.00}, R {reflection.Recall("yes"):0.00})",
            reflection.F1(),
            0.72
        );
        yield return new Result("AnnoMI: information or advice present, F1", input.F1());
    }

    private static IEnumerable<(Dictionary<string, string> Row, TurnSignals Signals, string Before)> Turns(string path)
    {
        foreach (var transcript in Csv.Read(path).GroupBy(row => row["transcript_id"]))
        {
            var history = new List<Utterance>();
            foreach (var row in transcript)
            {
                var student = row["interlocutor"] == "therapist";
                if (student)
                {
                    var context = new TurnContext { Persona = NeutralPersona.Value, History = [.. history] };
                    yield return (row, TurnAnalyzer.Analyze(row["text"], context), history.Count > 0 ? history[^1].Text : "");
                }

                history.Add(new Utterance(student ? Speaker.Student : Speaker.Client, row["text"]));
            }
        }
    }
}
