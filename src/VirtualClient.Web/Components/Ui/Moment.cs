namespace VirtualClient.Web.Components.Ui;

/// <summary>How a moment is written.</summary>
public enum TimeFormat
{
    /// <summary>"Fri 27 Nov, 17:00"; the year is added when it is another one.</summary>
    DateAndTime,

    /// <summary>"Fri 27 Nov".</summary>
    Date,

    /// <summary>"17:00".</summary>
    Time,

    /// <summary>"just now", "4 minutes ago", "in 3 days"; a date beyond two weeks.</summary>
    Relative,
}

/// <summary>Moments and lengths of time in words. Culture is invariant; words are English.</summary>
public static class Moment
{
    public static string Text(DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now, TimeFormat format)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var year = local.Year == TimeZoneInfo.ConvertTime(now, zone).Year ? "" : " yyyy";
        return format switch
        {
            TimeFormat.Date => local.ToString("ddd d MMM" + year),
            TimeFormat.Time => local.ToString("HH:mm"),
            TimeFormat.Relative => Relative(at - now) ?? local.ToString("ddd d MMM" + year),
            _ => local.ToString($"ddd d MMM{year}, HH:mm"),
        };
    }

    /// <summary>Everything, for a tooltip: "Friday 27 November 2026, 17:00:09 CST".</summary>
    public static string Full(DateTimeOffset at, TimeZoneInfo zone) =>
        $"{TimeZoneInfo.ConvertTime(at, zone):dddd d MMMM yyyy, HH:mm:ss} {ZoneName(zone, at)}";

    /// <summary>The zone's short name at that moment where the system knows one ("CST"), else its offset ("UTC+1").</summary>
    public static string ZoneName(TimeZoneInfo zone, DateTimeOffset at)
    {
        var name = zone.IsDaylightSavingTime(at) ? zone.DaylightName : zone.StandardName;
        if (name.Length is >= 2 and <= 5 && name.All(char.IsAsciiLetterUpper))
        {
            return name;
        }

        var offset = zone.GetUtcOffset(at);
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:h\\:mm}".Replace(":00", "");
    }

    /// <summary>A clock: "21:14", "1:05:09".</summary>
    public static string Clock(TimeSpan length) =>
        length < TimeSpan.Zero ? "0:00"
        : length.TotalHours >= 1 ? $"{(int)length.TotalHours}:{length:mm\\:ss}"
        : $"{(int)length.TotalMinutes}:{length:ss}";

    /// <summary>"20 minutes", "1 hour 30 minutes".</summary>
    public static string Length(TimeSpan length)
    {
        var (hours, minutes) = ((int)length.TotalHours, length.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => Count(minutes, "minute"),
            (_, 0) => Count(hours, "hour"),
            _ => $"{Count(hours, "hour")} {Count(minutes, "minute")}",
        };
    }

    /// <summary>"1 turn", "7 turns".</summary>
    public static string Count(long number, string thing) => $"{number:N0} {thing}{(number == 1 ? "" : "s")}";

    private static string? Relative(TimeSpan distance)
    {
        var length = distance.Duration();
        if (length < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        var words =
            length < TimeSpan.FromHours(1) ? Count((long)length.TotalMinutes, "minute")
            : length < TimeSpan.FromDays(1) ? Count((long)length.TotalHours, "hour")
            : length < TimeSpan.FromDays(14) ? Count((long)length.TotalDays, "day")
            : null;
        return words is null ? null
            : distance < TimeSpan.Zero ? $"{words} ago"
            : $"in {words}";
    }
}
