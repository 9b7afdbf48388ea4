namespace VirtualClient.Simulation.Models.Providers;

/// <summary>An error answer, as our own readers meet it.</summary>
/// <param name="status">HTTP status, or null when the error came within a stream.</param>
/// <param name="code">The provider's word for it, or null.</param>
internal sealed class ProviderAnswerException(int? status, string? code) : Exception("The provider answered with an error.")
{
    public int? Status { get; } = status;
    public string? Code { get; } = code;
}
