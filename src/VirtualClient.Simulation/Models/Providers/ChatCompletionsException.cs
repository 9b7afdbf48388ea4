namespace VirtualClient.Simulation.Models.Providers;

/// <summary>An error answer of an OpenAI-compatible server.</summary>
/// <param name="status">HTTP status, or null when the error came within a stream.</param>
/// <param name="code">The server's word for it, or null.</param>
internal sealed class ChatCompletionsException(int? status, string? code) : Exception("The server answered with an error.")
{
    public int? Status { get; } = status;
    public string? Code { get; } = code;
}
