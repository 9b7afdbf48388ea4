namespace VirtualClient.Simulation.Client;

/// <summary>The words offered for who a person is. None of them changes how the simulation behaves.</summary>
public static class Demographics
{
    /// <summary>Genders; a persona has one of these or none.</summary>
    public static IReadOnlyList<string> Genders { get; } = ["Female", "Male", "Non-binary", "Other", "Prefer not to say"];

    /// <summary>Races and ethnicities offered; free text is allowed as well.</summary>
    public static IReadOnlyList<string> Races { get; } =
    ["White", "Black/African American", "Hispanic/Latino", "Asian", "Native American", "Pacific Islander", "Mixed", "Other"];

    /// <summary>Socioeconomic status; a persona has one of these or none.</summary>
    public static IReadOnlyList<string> SocioeconomicStatuses { get; } =
    ["Low income", "Working class", "Middle class", "Upper middle class", "Wealthy"];
}
