using System.ComponentModel.DataAnnotations;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What an institution sets once, section "Installation".</summary>
public sealed class InstallationOptions
{
    public const string Section = "Installation";

    /// <value>Shown in the shell and in e-mails.</value>
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "Virtual Client";

    /// <value>IANA zone of the institution; days of budgets and the default for people who set none.</value>
    [Required]
    public string TimeZone { get; set; } = "America/Chicago";

    /// <value>Demo accounts and data; default: on in Development only.</value>
    public bool? Demo { get; set; }

    /// <value>Address under which people reach this server, for links in e-mails; null: taken from the request.</value>
    public Uri? PublicAddress { get; set; }

    /// <value>Where a student finds help; empty: sensible defaults for the United States.</value>
    public IList<HelpResource> HelpResources { get; } = [];

    /// <value>What the school asks of a worker who must report, and whom to consult; empty: a general sentence.</value>
    [StringLength(4000)]
    public string ReportingRule { get; set; } =
        "If you come to suspect that a child or a dependent adult is being harmed, say what you have to do and why, and consult your supervisor or field instructor the same day.";

    /// <value>Percent of a criterion's points, by default the second best of four levels, from which the programme counts a competency as reached; a report may ask for another.</value>
    [Range(1, 100)]
    public int CompetencyBenchmark { get; set; } = 75;

    /// <value>Whether a student who steps out may ask the teachers of their section to get in touch. It is never done for them.</value>
    public bool StudentsCanAskTeachers { get; set; }

    public SmtpOptions Smtp { get; set; } = new();

    public static readonly IReadOnlyList<HelpResource> DefaultHelp =
    [
        new()
        {
            Name = "988 Suicide and Crisis Lifeline",
            Contact = "Call or text 988",
            Href = "tel:988",
        },
        new() { Name = "Emergency", Contact = "Call your local emergency number" },
        new() { Name = "Campus counseling", Contact = "Ask your school how to reach it" },
    ];

    public IReadOnlyList<HelpResource> Help => HelpResources.Count > 0 ? [.. HelpResources] : DefaultHelp;
}

public sealed class HelpResource
{
    [Required]
    public string Name { get; set; } = "";

    [Required]
    public string Contact { get; set; } = "";

    /// <value>tel:, sms: or https: address, or null.</value>
    public string? Href { get; set; }
}

/// <summary>Outgoing mail; without a host no mail is sent and links are shown on the page instead.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }
}
