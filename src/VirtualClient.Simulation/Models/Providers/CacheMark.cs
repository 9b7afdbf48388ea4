using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>Reads the neutral mark of a cache point, see <see cref="ModelKeys.Cache"/>.</summary>
internal static class CacheMark
{
    /// <summary>"1h", "5m", or null for none.</summary>
    public static string? Of(AIContent content) =>
        content.AdditionalProperties is { } properties && properties.TryGetValue(ModelKeys.Cache, out var life)
            ? life switch
            {
                ModelKeys.OneHour => ModelKeys.OneHour,
                ModelKeys.FiveMinutes => ModelKeys.FiveMinutes,
                _ => null,
            }
            : null;
}
