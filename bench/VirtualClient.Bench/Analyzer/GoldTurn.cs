using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Analyzer;

/// <summary>One of our own labelled turns: what the client said before it, the turn, and its labels.</summary>
internal sealed record GoldTurn(string Id, string Scenario, string Client, string Text, HashSet<LabelCode> Labels)
{
    private const int ColumnsOfTurns = 5;

    public TurnContext Context =>
        new() { Persona = NeutralPersona.Value, History = Client.Length > 0 ? [new Utterance(Speaker.Client, Client)] : [] };

    /// <summary>What the analyzer finds in it.</summary>
    public HashSet<LabelCode> Analyze() => [.. TurnAnalyzer.Analyze(Text, Context).Labels.Select(label => label.Code)];

    /// <summary>All turns of a folder's files; none when there is no folder.</summary>
    public static List<GoldTurn> ReadFolder(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(file => Read(file, 1))]
            : [];

    /// <summary>The five wordings of each turn; their group stands where the scenario does, and the wording is the end of the id.</summary>
    public static List<GoldTurn> ReadWordings(string file) => File.Exists(file) ? [.. Read(file, 2)] : [];

    private static IEnumerable<GoldTurn> Read(string path, int before)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Trim().Length > 0 && !line.StartsWith('#')).ToList();
        foreach (var line in lines.Skip(lines.Count > 0 && lines[0].StartsWith("id\t", StringComparison.Ordinal) ? 1 : 0))
        {
            var cells = line.Split('\t');
            if (cells.Length < ColumnsOfTurns + before - 1)
            {
                throw new FormatException($"{Path.GetFileName(path)}: a line with {cells.Length} columns: {cells[0]}");
            }

            var codes = cells[before + 3]
                .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(code => Parse(path, cells[0], code))
                .ToHashSet();
            yield return new GoldTurn(cells[0], cells[1], cells[before + 1].Trim(), cells[before + 2].Trim(), codes);
        }
    }

    private static LabelCode Parse(string path, string id, string code) =>
        LabelCodes.Parse(code) ?? throw new FormatException($"{Path.GetFileName(path)}, {id}: unknown label {code}");
}
