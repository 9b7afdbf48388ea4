using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// When the client asks something back. Human clients do in 6.8 % of their turns; a client who tests the worker or looks for
/// reassurance does so more. Source: AnnoMI (Wu et al., 2022), client turns with a question, our count.
/// </summary>
internal static class OwnQuestions
{
    private const int UsualPercent = 4;
    private const int TestingPercent = 40;
    private const int RepliesBetween = 4;

    public static string? Draw(Persona persona, StateStep step, TurnContext context, bool hasSomethingToTell)
    {
        if (persona.OwnQuestions.Count == 0 || hasSomethingToTell || step.ClientLeaves)
        {
            return null;
        }

        var draw = new Draw(step.State.Seed, step.State.Turn, DrawFor.OwnQuestion);
        var asks = step.Stance is Stance.TestsTheWorker or Stance.SeeksReassurance;
        var lately = context
            .History.Where(said => said.Speaker == Speaker.Client)
            .TakeLast(RepliesBetween)
            .Any(said => said.Text.Contains('?'));
        if (lately || !draw.Chance(asks ? TestingPercent : UsualPercent))
        {
            return null;
        }

        var said = ClientWords.Recent(context, int.MaxValue);
        return persona.OwnQuestions.FirstOrDefault(question => !ClientWords.Contains(said, question));
    }
}
