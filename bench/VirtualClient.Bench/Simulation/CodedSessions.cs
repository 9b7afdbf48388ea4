using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation;

/// <summary>A coded session: the therapist's turns as signals.</summary>
internal sealed record CodedSession(bool High, IReadOnlyList<TurnSignals> Turns);

/// <summary>Reads coded sessions; advice counts as advice without permission, negotiation as collaboration.</summary>
internal static class CodedSessions
{
    public static IReadOnlyList<CodedSession> Read(string file)
    {
        var rows = Csv.Read(File.ReadAllText(file));
        return
        [
            .. rows.GroupBy(row => row["transcript_id"])
                .Select(session => new CodedSession(
                    session.First()["mi_quality"] == "high",
                    [.. session.Where(row => row["interlocutor"] == "therapist").Select(Signals)]
                )),
        ];
    }

    private static TurnSignals Signals(IReadOnlyDictionary<string, string> row)
    {
        var codes = new List<LabelCode>();
        if (row["question"] == "true")
        {
            codes.Add(row["question_type"] == "open" ? LabelCode.OpenQuestion : LabelCode.ClosedQuestion);
        }

        if (row["reflection"] == "true")
        {
            codes.Add(row["reflection_type"] == "complex" ? LabelCode.ComplexReflection : LabelCode.SimpleReflection);
        }

        if (row["input"] == "true")
        {
            codes.Add(
                row["input_type"] switch
                {
                    "advice" => LabelCode.AdviceWithoutPermission,
                    "negotiation" => LabelCode.Permission,
                    _ => LabelCode.Information,
                }
            );
        }

        return new TurnSignals
        {
            Labels = [.. codes.Select(code => new TurnLabel(code, "", "expert"))],
            Words = row["text"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
        };
    }
}
