namespace VirtualClient.Simulation.Client;

/// <summary>How the client meets a turn.</summary>
public enum Stance
{
    OpensUp,
    AnswersBriefly,
    TestsTheWorker,
    ChangesSubject,
    Minimizes,
    Intellectualizes,
    Bristles,
    GoesQuiet,
    CompliesWithoutEngaging,
    SeeksReassurance,
    CorrectsTheWorker,
}
