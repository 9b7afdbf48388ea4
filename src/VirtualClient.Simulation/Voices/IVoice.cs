using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>Puts a plan into words. Yields raw text pieces; the simulator lints them and releases them clause by clause.</summary>
internal interface IVoice
{
    /// <exception cref="Models.ModelException">The model could not answer.</exception>
    IAsyncEnumerable<VoiceUpdate> SpeakAsync(VoiceRequest request, CancellationToken cancellationToken);
}

/// <summary>What a voice is asked to say.</summary>
/// <param name="Correction">Why the first try failed the lint, or null on the first try.</param>
internal sealed record VoiceRequest(TurnRequest Turn, TurnSignals Signals, ReplyPlan Plan, string? Correction);

/// <summary>A piece of text, or the account of the model call at the end.</summary>
internal abstract record VoiceUpdate
{
    private VoiceUpdate() { }

    public sealed record Piece(string Text) : VoiceUpdate;

    /// <summary>An attempt whose text was not used (another route answered), told so that it is paid for.</summary>
    public sealed record Attempted(ModelCall Call) : VoiceUpdate;

    /// <param name="Refused">The provider stopped the model for its content; what was said is not the client's.</param>
    public sealed record Ended(ModelCall? Call, bool CutAtLimit, bool Refused = false) : VoiceUpdate;
}
