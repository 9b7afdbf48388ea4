using System.Globalization;

namespace VirtualClient.Web.Infrastructure;

/// <summary>
/// Between the clock on somebody's wall and UTC. Where clocks are put forward, a time that the wall never shows is the first one after the gap;
/// where they are put back, a time that it shows twice is the first of the two.
/// </summary>
public static class LocalTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What a date and time field of a form holds, in UTC; null: nothing was entered.</summary>
    /// <exception cref="DomainException">422: not a date and time.</exception>
    public static DateTimeOffset? Parse(string? text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return DateTime.TryParseExact(
            text.Trim(),
            [Form, "yyyy-MM-dd'T'HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var wall
        )
            ? ToUtc(wall, zone)
            : throw new DomainException("invalid", "Enter a date and a time.", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>For the field of a form.</summary>
    public static string Field(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } moment ? TimeZoneInfo.ConvertTime(moment, zone).ToString(Form, CultureInfo.InvariantCulture) : "";

    /// <summary>The same time of day so many days later, whatever the clocks did between.</summary>
    public static DateTimeOffset AddDays(DateTimeOffset at, int days, TimeZoneInfo zone) =>
        ToUtc(TimeZoneInfo.ConvertTime(at, zone).DateTime.AddDays(days), zone);

    public static DateTimeOffset ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
