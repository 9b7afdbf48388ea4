using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// What a model is sent for one reply. Cache points are additional properties (<see cref="ModelKeys.Cache"/>) on the content they end at:
/// "1h" on the stable part, "5m" on the last message of the history; whoever talks to a provider translates them.
/// </summary>
/// <param name="Messages">System message, history as it was said, then the newest turn with its direction.</param>
/// <param name="Names">Puts the student's names back into the reply.</param>
internal sealed record Prompt(IReadOnlyList<ChatMessage> Messages, StudentNames Names)
{
    /// <summary>All text of the prompt, for tests and for estimates of its size.</summary>
    public string AllText => string.Join('\n', Messages.Select(m => m.Text));
}
