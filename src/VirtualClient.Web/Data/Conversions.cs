using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Data;

/// <summary>SQLite cannot order DateTimeOffset: stored as UTC ticks.</summary>
public sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>PostgreSQL takes UTC only.</summary>
public sealed class UtcMicrosecondConverter()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

public static class Conversions
{
    /// <summary>
    /// Stores an immutable value of the simulation as its JSON text, exactly as exported. Many rows hold the same text and every turn reads
    /// one, so the same text gives the same object.
    /// </summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, SimulationJson.Options),
            text => Shared<T>.Read(text),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value)
        );

    /// <summary>Stores an enum as the words of the API.</summary>
    public static PropertyBuilder<T> AsWord<T>(this PropertyBuilder<T> property)
        where T : struct, Enum => property.HasConversion(value => Words<T>.Of(value), word => Words<T>.Parse(word)).HasMaxLength(20);

    /// <inheritdoc cref="AsWord{T}(PropertyBuilder{T})"/>
    public static PropertyBuilder<T?> AsWord<T>(this PropertyBuilder<T?> property)
        where T : struct, Enum =>
        property
            .HasConversion(value => value == null ? null : Words<T>.Of(value.Value), word => word == null ? null : Words<T>.Parse(word))
            .HasMaxLength(20);

    private static class Shared<T>
        where T : class
    {
        // A few per client in use; what an installation no longer uses goes when the table is emptied.
        private const int Most = 1000;

        private static readonly ConcurrentDictionary<string, T> Values = new(StringComparer.Ordinal);

        public static T Read(string text)
        {
            if (Values.TryGetValue(text, out var known))
            {
                return known;
            }

            if (Values.Count >= Most)
            {
                Values.Clear();
            }

            return Values.GetOrAdd(text, static json => JsonSerializer.Deserialize<T>(json, SimulationJson.Options)!);
        }
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static string Of(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

        public static T Parse(string word) => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
    }
}
