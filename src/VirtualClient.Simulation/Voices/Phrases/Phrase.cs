namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>One line of a phrase file and whom it fits.</summary>
internal sealed record Phrase(string Text, PhraseTags Tags);
