using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation;

/// <summary>A coded session: the therapist's turns as signals.</summary>
internal sealed record CodedSession(bool High, IReadOnlyList<TurnSignals> Turns);

/// <summary>
/// Reads coded sessions with the experts' labels or with our own. From the experts' advice counts as advice without permission and
/// negotiation as collaboration.
/// </summary>
internal static class CodedSessions
{
    /// <summary>Who listens to turns that belong to no client of ours: moderate, without traits that matter, facts or topics.</summary>
    public static Persona Listener { get; } =
        BuiltInClients.All[0].Persona with
        {
            Difficulty = Difficulty.Moderate,
            Traits = [Trait.Optimistic],
            BuildsTrust = new(),
            Disclosures = [],
            KindOfInterview = InterviewKind.ChangeTalk,
            MayLeave = false,
        };

    public static IReadOnlyList<CodedSession> Read(string file, bool ours) =>
        [
            .. Csv.Read(file)
                .GroupBy(row => row["transcript_id"])
                .Select(session => new CodedSession(session.First()["mi_quality"] == "high", [.. ours ? Ours(session) : Experts(session)])),
        ];

    private static IEnumerable<TurnSignals> Ours(IEnumerable<Dictionary<string, string>> session)
    {
        var history = new List<Utterance>();
        foreach (var row in session)
        {
            var student = row["interlocutor"] == "therapist";
            if (student)
            {
                yield return TurnAnalyzer.Analyze(row["text"], new TurnContext { Persona = NeutralPersona.Value, History = [.. history] });
            }

            history.Add(new Utterance(student ? Speaker.Student : Speaker.Client, row["text"]));
        }
    }

    private static IEnumerable<TurnSignals> Experts(IEnumerable<Dictionary<string, string>> session) =>
        session.Where(row => row["interlocutor"] == "therapist").Select(Signals);

    private static TurnSignals Signals(Dictionary<string, string> row)
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
