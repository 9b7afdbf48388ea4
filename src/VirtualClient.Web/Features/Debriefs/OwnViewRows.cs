using VirtualClient.Simulation.Client;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>The answers before the figures, one line each, beside what the case holds.</summary>
internal static class OwnViewRows
{
    public const string Unsaid = "–";

    /// <param name="rule">What the school asks of a worker who must report.</param>
    /// <param name="tells">Whether it may be told what kind of risk the case holds.</param>
    public static IReadOnlyList<(string Question, string Mine, string? Held)> Of(
        OwnView own,
        Persona persona,
        string name,
        string rule,
        bool tells
    )
    {
        var questions = FiveQuestions.For(persona.KindOfInterview, name);
        var risk = CaseRisk.Of(persona, name);
        return
        [
            (questions.Wants, Said(own.Wants), $"The case: {persona.Wish}"),
            (questions.Strengths, Said(own.Strengths), $"The case: {string.Join(" ", persona.Strengths)}"),
            (
                questions.Risk,
                own.Risk is { } seen ? Joined(DebriefWords.Of(seen), own.RiskWhy) : Said(own.RiskWhy),
                risk.IsCarried && !tells ? $"The case: {name} carried a risk." : risk.Carried
            ),
            (
                questions.WouldDo,
                own.WouldDo is { } would ? Joined(DebriefWords.Of(would), own.WhomAndWhen) : Said(own.WhomAndWhen),
                Both(risk.IsCarried && !tells ? null : risk.ToDo, rule.Length == 0 ? null : $"Your school: {rule}")
            ),
            (questions.NextStep, Said(own.NextStep), $"No one right answer: what fits what you heard, and what {name} wants."),
        ];
    }

    /// <summary>What teachers and assistants read of it: the rating of oneself only where the assignment asks for it.</summary>
    public static IEnumerable<(string Question, string Mine, string? Held)> ForStaff(OwnView own, Conversation conversation, string rule)
    {
        var five = Of(
            own,
            conversation.Persona,
            ClientWords.Face(conversation.ClientProfileId, conversation.Persona).FirstName,
            rule,
            tells: true
        );
        return conversation.Rules?.SelfRating == true ? five.Concat(Rating(own)) : five;
    }

    /// <summary>The rating of oneself, in the words in which it was asked.</summary>
    public static IReadOnlyList<(string Question, string Mine, string? Held)> Rating(OwnView own) =>
        [
            ("I listened", own.Listened is { } listened ? DebriefWords.Of(listened) : Unsaid, null),
            ("The meeting had a shape", own.Structured is { } structured ? DebriefWords.Of(structured) : Unsaid, null),
            ("What went well", Said(own.WentWell), null),
            ("What next time", Said(own.Next), null),
        ];

    private static string? Both(string? one, string? other) =>
        one is null ? other
        : other is null ? one
        : $"{one} {other}";

    private static string Said(string words) => words.Length == 0 ? Unsaid : words;

    private static string Joined(string choice, string words) => words.Length == 0 ? choice : $"{choice}: {words}";
}
