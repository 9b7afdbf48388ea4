using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Agreements;

/// <summary>A meeting of our own with the levels we gave it, from a file under bench/reference.</summary>
internal sealed record ReferenceTalk(string Name, IReadOnlyDictionary<string, string> Levels, IReadOnlyList<TranscriptLine> Lines)
{
    public static List<ReferenceTalk> ReadFolder(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).Select(Read)] : [];

    public static string DefaultFolder() => Path.Combine(Path.GetDirectoryName(GoldFiles.DefaultFolder())!, "reference");

    private static ReferenceTalk Read(string file)
    {
        var levels = new Dictionary<string, string>();
        var lines = new List<TranscriptLine>();
        var history = new List<Utterance>();
        foreach (var row in File.ReadLines(file).Select(line => line.Split('\t')).Where(row => row.Length > 1))
        {
            if (row[0] == "level")
            {
                levels.Add(row[1], row[2]);
                continue;
            }

            var speaker = row[0] == "student" ? Speaker.Student : Speaker.Client;
            var labels =
                speaker == Speaker.Student
                    ? TurnAnalyzer.Analyze(row[1], new TurnContext { Persona = NeutralPersona.Value, History = [.. history] }).Labels
                    : [];
            lines.Add(new TranscriptLine(lines.Count + 1, speaker, row[1], labels));
            history.Add(new Utterance(speaker, row[1]));
        }

        return new ReferenceTalk(Path.GetFileNameWithoutExtension(file), levels, lines);
    }
}
