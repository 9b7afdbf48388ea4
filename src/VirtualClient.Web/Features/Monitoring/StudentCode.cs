namespace VirtualClient.Web.Features.Monitoring;

/// <summary>How a student is called in a list that keeps names out of sight: the end of their id, which differs from person to person.</summary>
internal static class StudentCode
{
    public static string Of(Guid id) => $"Student {id.ToString("N")[^6..]}";
}
