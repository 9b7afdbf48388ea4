using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Rules;

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
        foreach (var (row, reading, before) in Turns(path))
        {
            var ours = new MainBehaviour(reading);
            var found = ours.Name;
            main.Add(row["main_behaviour"], found);
            question.Add(row["question"] == "true", ours.Asks);
            reflection.Add(row["reflection"] == "true", ours.Reflects);
            input.Add(row["input"] == "true", ours.Informs);
            if (row["question"] == "true" && ours.Asks)
            {
                kind.Add(row["question_type"], ours.IsOpen ? "open" : "closed");
            }

            log?.WriteLine(
                $"{(row["main_behaviour"] == found ? "=" : "X")}\t{row["main_behaviour"]}>{found}\tq={row["question_type"]} r={row["reflection_type"]} i={row["input_type"]}\t"
                    + $"{string.Join(' ', reading.ToLabels().Select(label => $"{label.Code}:{label.Rule}"))}\t{before}\t{row["text"]}\t{Weights(reading)}\t{string.Join(" | ", reading.ToLabels().Select(label => label.Rule + "=" + label.Words))}"
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

    private static string Weights(Reading reading) =>
        string.Join(
            ' ',
            reading.Text.Sentences.Select(sentence =>
                $"{reading.Questions[sentence.Index]}:{Statements.Reflects(reading, sentence)}:{sentence.CoreWords}"
            )
        );

    private static IEnumerable<(Dictionary<string, string> Row, Reading Reading, string Before)> Turns(string path)
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
                    yield return (row, TurnAnalyzer.Read(row["text"], context), history.Count > 0 ? history[^1].Text : "");
                }

                history.Add(new Utterance(student ? Speaker.Student : Speaker.Client, row["text"]));
            }
        }
    }
}
