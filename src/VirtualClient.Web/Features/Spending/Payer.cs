using System.Text.Json;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// For whom a model is called: whose budgets it has to fit into and whose names its line in the ledger bears. It travels through the
/// simulation as a text that only this feature reads.
/// </summary>
internal sealed record Payer
{
    public static readonly Payer Nobody = new();

    public Guid? StudentId { get; init; }

    /// <summary>Who holds the test, or who teaches the section.</summary>
    public Guid? TeacherId { get; init; }

    public Guid? SectionId { get; init; }

    public Guid? AssignmentId { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? ReplyId { get; init; }

    public bool IsTest { get; init; }

    public static Payer Parse(string? text) => text is null ? Nobody : JsonSerializer.Deserialize<Payer>(text) ?? Nobody;

    public string ToText() => JsonSerializer.Serialize(this);
}
