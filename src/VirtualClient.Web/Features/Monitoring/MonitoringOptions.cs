using System.ComponentModel.DataAnnotations;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Where admins are told of problems, and where backups lie; section "Monitoring".</summary>
public sealed class MonitoringOptions : IValidatableObject
{
    public const string Section = "Monitoring";

    /// <value>Folder whose newest file is the last backup; null: it is not shown.</value>
    public string? BackupFolder { get; set; }

    /// <value>Address that critical and high problems are posted to; null: nowhere.</value>
    public Uri? WebhookUrl { get; set; }

    /// <value>Signs what is posted (HMAC-SHA256), at least 16 characters; secret.</value>
    [StringLength(200, MinimumLength = 16, ErrorMessage = "Monitoring:WebhookSecret has 16 to 200 characters.")]
    public string? WebhookSecret { get; set; }

    /// <value>Who gets mail of critical and high problems, with commas between; needs Installation:Smtp:Host.</value>
    public string? MailTo { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WebhookUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult("Monitoring:WebhookUrl is an http or https address.", [nameof(WebhookUrl)]);
        }

        if (WebhookUrl is not null && WebhookSecret is null)
        {
            yield return new ValidationResult("Monitoring:WebhookUrl needs Monitoring:WebhookSecret.", [nameof(WebhookSecret)]);
        }
    }
}
