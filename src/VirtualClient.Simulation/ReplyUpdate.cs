using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation;

/// <summary>What one turn yields, in order: <see cref="Planned"/>, any number of <see cref="Text"/>, then <see cref="Completed"/>, <see cref="Failed"/> or <see cref="EndedForBreach"/>.</summary>
public abstract record ReplyUpdate
{
    private ReplyUpdate() { }

    /// <summary>The turn was read and the reply decided; nothing has been said yet.</summary>
    public sealed record Planned(TurnSignals Signals, StateStep Step, ReplyPlan Plan) : ReplyUpdate;

    /// <summary>A clause that passed the lint and may be shown; append to what was shown before.</summary>
    public sealed record Text(string Delta) : ReplyUpdate;

    /// <summary>The reply is whole. <paramref name="Cut"/>: it ended at the last good sentence, or at the token limit.</summary>
    public sealed record Completed(string Whole, bool Cut, IReadOnlyList<string> Flags, IReadOnlyList<ModelCall> Calls) : ReplyUpdate;

    /// <summary>
    /// No reply: a second boundary breach ends the meeting. What is shown is a neutral sentence of the platform's, not the client's words.
    /// </summary>
    public sealed record EndedForBreach : ReplyUpdate;

    /// <summary>No reply. After <see cref="Text"/>, what was shown is interrupted. <paramref name="Retryable"/>: the same message may be tried again.</summary>
    public sealed record Failed(FailureKind Kind, bool Retryable, string Detail, IReadOnlyList<ModelCall> Calls) : ReplyUpdate;
}
