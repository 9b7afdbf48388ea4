using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Bench.Simulation;

/// <summary>Only name, gender or race changed, the same labels give the same states, exactly.</summary>
internal static class FairRow
{
    private static readonly (string Name, string Gender, string Race)[] People =
    [
        ("Aaliyah Brooks", "Female", "Black"),
        ("Emily Novak", "Female", "White"),
        ("José Herrera", "Male", "Hispanic"),
        ("Wei Chen", "Non-binary", "Asian"),
    ];

    public static void Add(BarTable table, IReadOnlyList<BuiltInClient> clients)
    {
        var compared = 0;
        var different = 0;
        foreach (var client in clients)
        {
            foreach (var interviewer in new[] { Interviewers.Skilled, Interviewers.ClosedQuestionsOnly, Interviewers.Screener })
            {
                var path = States(client.Persona, interviewer);
                foreach (var (name, gender, race) in People)
                {
                    compared++;
                    var other = client.Persona with { Name = name, Gender = gender, Race = race };
                    different += States(other, interviewer).SequenceEqual(path) ? 0 : 1;
                }
            }
        }

        table.Row("fair", "same path whatever name, gender or race", $"{different} of {compared} paths differ", different == 0);
    }

    private static List<ClientState> States(Persona persona, Interviewer interviewer) =>
        [.. TrialInterview.Hold(persona, interviewer, 11, ClientTrials.Turns).Steps.Select(step => step.State)];
}
