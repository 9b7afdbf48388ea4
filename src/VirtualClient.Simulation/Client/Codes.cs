using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualClient.Simulation.Client;

/// <summary>The stored codes of a vocabulary: enum names in snake_case.</summary>
public static class Codes
{
    /// <summary>The code of a value ("housing_insecurity").</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>All codes of a vocabulary, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The value of a code, or null when the code is not known. Codes are compared exactly.</summary>
    public static T? Find<T>(string code)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == code)
            {
                return value;
            }
        }

        return null;
    }
}
