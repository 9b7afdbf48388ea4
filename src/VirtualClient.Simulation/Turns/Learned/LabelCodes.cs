using System.Collections.Frozen;
using System.Text.Json;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>Label codes as files write them, in snake case.</summary>
internal static class LabelCodes
{
    private static readonly FrozenDictionary<string, LabelCode> Codes = Enum.GetValues<LabelCode>()
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(LabelCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    public static LabelCode? Parse(string name) => Codes.TryGetValue(name, out var code) ? code : null;
}
