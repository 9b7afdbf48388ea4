namespace VirtualClient.Simulation.Assessment;

/// <summary>The nine competencies of the Educational Policy and Accreditation Standards, named in short. Source: CSWE EPAS 2022.</summary>
public static class Competencies
{
    private static readonly string[] s_names =
    [
        "Ethical and professional behavior",
        "Human rights and justice",
        "Anti-racism, diversity, equity and inclusion",
        "Research-informed practice",
        "Policy practice",
        "Engage",
        "Assess",
        "Intervene",
        "Evaluate",
    ];

    public static int Count => s_names.Length;

    /// <summary>"6 Engage"; null when there is no competency of this number.</summary>
    public static string? NameOf(int number) => number >= 1 && number <= Count ? $"{number} {s_names[number - 1]}" : null;
}
