namespace VirtualClient.Simulation.Debriefing;

/// <summary>What a person is called in a sentence about them.</summary>
internal static class PersonName
{
    /// <summary>The first word of the name, or the whole when it begins with a title.</summary>
    public static string Short(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
        && first is not ("Dr" or "Mr" or "Mrs" or "Ms")
        && !first.EndsWith('.')
            ? first
            : name;
}
