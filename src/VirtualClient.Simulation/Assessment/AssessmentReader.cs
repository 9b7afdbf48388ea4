using System.Text.Json;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Assessment;

/// <summary>Reads an answer and believes nothing in it: levels only by the rubric's keys, points only from the rubric, quotes only as far as they hold.</summary>
internal static class AssessmentReader
{
    private const int LongestReason = 1_200;
    private const int LongestNote = 400;
    private const int MostNotes = 4;

    /// <summary>What an answer comes to.</summary>
    /// <param name="Fault">Why it should be asked for again; null: it is whole.</param>
    public sealed record Reading(
        IReadOnlyDictionary<string, CriterionDraft> Criteria,
        IReadOnlyList<string> Strengths,
        IReadOnlyList<string> AreasToImprove,
        string? Fault
    )
    {
        public static Reading Unusable(string fault) => new(new Dictionary<string, CriterionDraft>(), [], [], fault);
    }

    public static Reading Read(string answer, IReadOnlyList<RubricCriterion> criteria, AssessmentRequest request, StudentNames names)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(FormedAnswer.Bare(answer), new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return Reading.Unusable("it was not one JSON object.");
        }

        using (json)
        {
            if (Member(json.RootElement, "criteria", JsonValueKind.Object) is not { } given)
            {
                return Reading.Unusable("it held no \"criteria\".");
            }

            var read = new Dictionary<string, CriterionDraft>();
            var faults = new List<string>();
            foreach (var criterion in criteria)
            {
                if (Member(given, criterion.Key, JsonValueKind.Object) is { } one && Draft(one, criterion, request, names) is { } draft)
                {
                    read[criterion.Key] = draft;
                }
                else
                {
                    faults.Add(criterion.Key);
                }
            }

            return new Reading(
                read,
                Notes(json.RootElement, "strengths", names),
                Notes(json.RootElement, "areas_to_improve", names),
                faults.Count == 0 ? null : $"these criteria were missing or had a level that is not theirs: {string.Join(", ", faults)}."
            );
        }
    }

    private static CriterionDraft? Draft(JsonElement given, RubricCriterion criterion, AssessmentRequest request, StudentNames names)
    {
        var key = Text(given, "level");
        var reason = Cut(names.Restore(Text(given, "reason")), LongestReason);
        var (evidence, dropped) = EvidenceCheck.Check(request.Lines, [.. Quotes(given, names)]);
        if (key == AssessmentSchema.NoOpportunity)
        {
            return new(criterion.Key, CriterionState.NoOpportunity, evidence, reason, Dropped: dropped);
        }

        if (criterion.FindLevel(key) is not { } level)
        {
            return null;
        }

        // What was not done cannot be quoted; every level above the lowest has to be shown.
        if (evidence.Count == 0 && level != criterion.Levels[^1])
        {
            return new(criterion.Key, CriterionState.NoEvidence, [], reason, Dropped: dropped);
        }

        var confidence =
            evidence.Count == 0 || dropped > 0 ? Confidence.Low
            : Enum.TryParse<Confidence>(Text(given, "confidence"), ignoreCase: true, out var said) && Enum.IsDefined(said) ? said
            : Confidence.Low;
        return new(criterion.Key, CriterionState.Drafted, evidence, reason, level.Key, level.Points, confidence, dropped);
    }

    private static IEnumerable<EvidenceQuote> Quotes(JsonElement given, StudentNames names)
    {
        if (Member(given, "evidence", JsonValueKind.Array) is not { } list)
        {
            yield break;
        }

        foreach (var quote in list.EnumerateArray().Where(quote => quote.ValueKind == JsonValueKind.Object))
        {
            // A number that is none cites no line, and the quote is dropped with the others that do not hold.
            var line = Member(quote, "line", JsonValueKind.Number) is { } number && number.TryGetInt32(out var known) ? known : 0;
            yield return new EvidenceQuote(line, names.Restore(Text(quote, "words")));
        }
    }

    private static IReadOnlyList<string> Notes(JsonElement root, string name, StudentNames names) =>
        Member(root, name, JsonValueKind.Array) is { } list
            ?
            [
                .. list.EnumerateArray()
                    .Where(note => note.ValueKind == JsonValueKind.String)
                    .Select(note => Cut(names.Restore(note.GetString()!.Trim()), LongestNote))
                    .Where(note => note.Length > 0)
                    .Take(MostNotes),
            ]
            : [];

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : null;

    private static string Text(JsonElement element, string name) => Member(element, name, JsonValueKind.String)?.GetString()?.Trim() ?? "";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "\u2026";
}
