using System.Text.Json;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>What the fields of a client are called on pages.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["name"] = "Name",
        ["age"] = "Age",
        ["race"] = "Race or ethnicity",
        ["socioeconomicStatus"] = "Means",
        ["setting"] = "Setting",
        ["summary"] = "Summary for the library",
        ["referral"] = "Referral sheet",
        ["referral.referredBy"] = "Referred by",
        ["referral.whyNow"] = "Why now",
        ["referral.whatIsKnown"] = "What is known",
        ["referral.task"] = "The student’s task",
        ["presentingConcern"] = "What they say brought them",
        ["traitReasons"] = "Reasons for the traits",
        ["kindOfInterview"] = "Kind of interview",
        ["openingLine"] = "First words",
        ["buildsTrust"] = "What builds trust",
        ["buildsTrust.more"] = "Counts more",
        ["buildsTrust.less"] = "Counts less",
        ["hiddenIssues"] = "Issues hidden from students",
        ["cleanNos"] = "Truthful no",
        ["plainFacts"] = "Plain facts",
        ["ownQuestions"] = "Questions of their own",
        ["mayLeave"] = "May leave",
        ["reviewedBy"] = "Reviewed by",
        ["contentNote"] = "Content note",
        ["learningGoals"] = "Learning goals",
        ["ownWords"] = "In their own words",
        ["requires"] = "What comes first",
        ["directQuestion"] = "Needs a direct question",
        ["partialAnswer"] = "Partial answer",
        ["startHere"] = "Start here",
    };

    /// <summary>The label of a field by its path ("disclosures[2].deflection" is "Disclosure 3, deflection").</summary>
    public static string Of(string field)
    {
        if (Words.TryGetValue(field, out var known))
        {
            return known;
        }

        if (field.StartsWith("disclosures[", StringComparison.Ordinal) && field.IndexOf(']') is var end && end > 0)
        {
            var number = int.TryParse(field["disclosures[".Length..end], out var index) ? $"Disclosure {index + 1}" : "Disclosures";
            return field.Length > end + 2 ? $"{number}, {Of(field[(end + 2)..]).ToLowerInvariant()}" : number;
        }

        var bare = field.Split('[')[0];
        if (bare != field)
        {
            return Of(bare);
        }

        var last = JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Split('.')[^1]).Replace('_', ' ');
        return last.Length == 0 ? field : char.ToUpperInvariant(last[0]) + last[1..];
    }
}
