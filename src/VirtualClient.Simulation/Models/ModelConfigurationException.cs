namespace VirtualClient.Simulation.Models;

/// <summary>The configuration cannot be used; the message is one sentence that says what to set. The program does not start.</summary>
public sealed class ModelConfigurationException(string message) : Exception(message);
