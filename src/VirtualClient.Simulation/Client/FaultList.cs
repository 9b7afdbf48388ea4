namespace VirtualClient.Simulation.Client;

/// <summary>Collects faults; the small checks that many fields share.</summary>
internal sealed class FaultList
{
    private readonly List<PersonaFault> _faults = [];

    internal bool Any => _faults.Count > 0;

    internal void Add(string field, string code, string sentence) => _faults.Add(new PersonaFault(field, code, sentence));

    internal void When(bool broken, string field, string code, string sentence)
    {
        if (broken)
        {
            Add(field, code, sentence);
        }
    }

    /// <summary>Length in characters without outer spaces.</summary>
    internal void Length(string field, string text, int fewest, int most)
    {
        var length = text.Trim().Length;
        if (length < fewest)
        {
            Add(field, "empty", "Fill this in.");
        }
        else if (length > most)
        {
            Add(field, "too_long", $"This has {length:N0} characters; the most is {most:N0}.");
        }
    }

    internal void Unique<T>(string field, IReadOnlyList<T> values)
        where T : struct, Enum
    {
        for (var i = 1; i < values.Count; i++)
        {
            When(values.Take(i).Contains(values[i]), $"{field}[{i}]", "duplicate", $"{Codes.Of(values[i])} is chosen twice.");
        }
    }

    internal IReadOnlyList<PersonaFault> ToList() => _faults;
}
