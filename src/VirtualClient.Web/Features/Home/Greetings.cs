namespace VirtualClient.Web.Features.Home;

/// <summary>How a home says hello, in the viewer's zone.</summary>
internal static class Greetings
{
    public static string For(string name, DateTimeOffset now, TimeZoneInfo zone)
    {
        var first = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !word.EndsWith('.')) ?? name;
        var part = TimeZoneInfo.ConvertTime(now, zone).Hour switch
        {
            < 5 => "Hello",
            < 12 => "Good morning",
            < 18 => "Good afternoon",
            _ => "Good evening",
        };
        return first.Length > 0 ? $"{part}, {first}" : part;
    }
}
