namespace VirtualClient.Bench.Simulation;

/// <summary>What has to hold, what came out, and whether any bar was missed.</summary>
internal sealed class BarTable
{
    private readonly List<(string Claim, string Bar, string Found, bool? Holds)> rows = [];

    public bool Missed => rows.Any(row => row.Holds == false);

    /// <param name="claim">What is claimed.</param>
    /// <param name="bar">What has to hold.</param>
    /// <param name="found">What came out.</param>
    /// <param name="holds">Null when it could not be measured here.</param>
    public void Row(string claim, string bar, string found, bool? holds) => rows.Add((claim, bar, found, holds));

    public void Print()
    {
        foreach (var (claim, bar, found, holds) in rows)
        {
            var mark = holds switch
            {
                true => "ok",
                false => "MISSED",
                null => "not measured",
            };
            Console.WriteLine($"{claim, -16} {mark, -12} {found}");
            Console.WriteLine($"{"", -16} {"bar", -12} {bar}");
        }
    }
}
