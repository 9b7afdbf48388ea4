namespace VirtualClient.Web.Components.Ui.Interview;

/// <summary>Who reads what, in the words used before and during every conversation.</summary>
internal static class PrivacyWords
{
    /// <summary>One sentence for the conversation itself.</summary>
    public static string Short(PrivacyKind kind) =>
        kind switch
        {
            PrivacyKind.Practice => "Practice: only you can read this.",
            PrivacyKind.Assigned => "Assigned: your teacher reads this afterwards, nobody reads it live.",
            _ => "A test: it counts in nobody’s figures.",
        };

    /// <summary>The whole of it, for the page before.</summary>
    public static string Whole(PrivacyKind kind) =>
        kind switch
        {
            PrivacyKind.Practice =>
                "This is practice. Your teachers see that you practiced, never what was said, unless you choose to share it. You can take that back. Nobody reads it live.",
            PrivacyKind.Assigned =>
                "This is an assignment. The teachers and assistants of your section can read it after you end it. Nobody reads it live. Your private notes stay yours.",
            _ => "This is a test of the client. It appears in no student’s list and in no section’s figures.",
        };
}
