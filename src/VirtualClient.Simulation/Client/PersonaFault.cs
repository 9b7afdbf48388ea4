namespace VirtualClient.Simulation.Client;

/// <summary>One thing that keeps a persona from being published.</summary>
/// <param name="Field">Path of the field in JSON names ("disclosures[2].deflection").</param>
/// <param name="Code">Stable snake_case code of the rule.</param>
/// <param name="Sentence">What is wrong and what would be right, for the person who writes the client.</param>
public sealed record PersonaFault(string Field, string Code, string Sentence);
