using System.Globalization;
using System.Text;
using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>
/// Trains the learned part of the analyzer from our own training turns and compares it with what the product holds; --write replaces
/// that. Ends with 1 when they differ.
/// </summary>
internal static class TrainBench
{
    /// <summary>Known by their form alone.</summary>
    private static readonly LabelCode[] Ruled = [LabelCode.Silence, LabelCode.NotAnalyzed];

    public static int Run(string[] args)
    {
        var file = Path.Combine(LearnedFolder(), "weights.txt");
        var text = Train(Path.Combine(GoldFiles.DefaultFolder(), "train"));
        if (args.Contains("--write"))
        {
            File.WriteAllText(file, text);
            Console.WriteLine($"written: {text.Length / 1024} kB");
            return 0;
        }

        var same = string.Equals(File.ReadAllText(file), text, StringComparison.Ordinal);
        Console.WriteLine(
            same ? "the weights are those of the training turns" : "the weights differ from those of the training turns: train with --write"
        );
        return same ? 0 : 1;
    }

    /// <summary>Where the product keeps what was learned.</summary>
    public static string LearnedFolder() =>
        Path.Combine(GoldFiles.DefaultFolder(), "..", "..", "src", "VirtualClient.Simulation", "Turns", "Learned");

    /// <summary>The file of weights.</summary>
    public static string Train(string folder)
    {
        var set = TrainingSet.Read(folder);
        var names = Enum.GetValues<LabelCode>().Where(code => !Ruled.Contains(code)).Select(LabelCodes.NameOf).ToArray();
        var targets = names.Select(name => new TargetTraining(set, name)).ToArray();
        for (var number = 0; number < Subspaces.Count; number++)
        {
            var subspace = Subspaces.Take(set, number);
            Parallel.ForEach(targets, target => target.Learn(subspace));
        }

        var trained = targets.Select(target => target.Finish()).ToArray();
        foreach (var target in trained)
        {
            Console.WriteLine($"{target.Name, -28} F1 on held-out scenarios {target.HeldOutF1:0.000}");
        }

        return Write(set, trained);
    }

    private static string Write(TrainingSet set, TrainedTarget[] trained)
    {
        var text = new StringBuilder();
        text.Append(
            "# Made by \"bench train --write\" from bench/gold/train; hundredths. Targets: name, bias, from what score given, from what score kept.\n"
        );
        foreach (var target in trained)
        {
            text.Append(CultureInfo.InvariantCulture, $"target\t{target.Name}\t{target.Bias}\t{target.Add}\t{target.Keep}\n");
        }

        foreach (var target in trained)
        {
            text.Append(CultureInfo.InvariantCulture, $"vector\t{target.Name}\t{string.Join(' ', target.Vector)}\n");
        }

        for (var feature = 0; feature < set.Names.Count; feature++)
        {
            var weights = Enumerable.Range(0, trained.Length).Where(target => trained[target].Weights[feature] != 0).ToList();
            if (weights.Count > 0)
            {
                text.Append(set.Names[feature]);
                weights.ForEach(target => text.Append(CultureInfo.InvariantCulture, $"\t{target}:{trained[target].Weights[feature]}"));
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
