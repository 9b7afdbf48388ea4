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
    /// <summary>Stores an immutable value of the simulation as its JSON text, exactly as exported.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class? =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, SimulationJson.Options),
            text => JsonSerializer.Deserialize<T>(text, SimulationJson.Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value!.GetHashCode(), value => value)
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

    private static class Words<T>
        where T : struct, Enum
    {
        public static string Of(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

        public static T Parse(string word) => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
    }
}
