using VirtualClient.Simulation.Voices;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>A principle as its teacher reads it.</summary>
/// <param name="On">It is in the prompt, and in what the built-in voice follows.</param>
/// <param name="BuiltInVoiceFollows">What the built-in voice can keep of it, in words; empty: only a model follows it.</param>
public sealed record PrincipleView(
    Guid Id,
    string Text,
    bool On,
    IReadOnlyList<string> BuiltInVoiceFollows,
    Guid? CritiqueId,
    string? CreatedBy,
    DateTimeOffset? CreatedAt,
    string? ChangedBy,
    DateTimeOffset? ChangedAt,
    int Version
)
{
    internal static PrincipleView Of(Principle principle, bool on, IReadOnlyDictionary<Guid, string> names) =>
        new(
            principle.Id,
            principle.Text,
            on,
            Followed(principle.Text),
            principle.CritiqueId,
            Name(principle.CreatedBy, names),
            principle.CreatedAt,
            Name(principle.ChangedBy, names),
            principle.ChangedAt,
            principle.Version
        );

    private static string? Name(Guid? id, IReadOnlyDictionary<Guid, string> names) =>
        id is { } known ? names.GetValueOrDefault(known) : null;

    /// <summary>What the built-in voice can keep of a text, in words a teacher can check.</summary>
    internal static IReadOnlyList<string> Followed(string text)
    {
        var plain = PlainPrinciples.Of(text);
        List<string> followed = [.. plain.Avoid.Select(word => $"does not say “{word}”")];
        if (plain.Shorter)
        {
            followed.Add("answers a step shorter");
        }

        if (plain.NoQuestions)
        {
            followed.Add("asks no questions");
        }

        return followed;
    }
}
