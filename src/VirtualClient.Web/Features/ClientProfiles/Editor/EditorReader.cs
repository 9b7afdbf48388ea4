using System.Globalization;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>The editor's fields as a persona, through the same reader as the API; errors come back under the names of the fields.</summary>
internal static class EditorReader
{
    private static readonly string[] Texts =
    [
        "name",
        "setting",
        "summary",
        "referral.referredBy",
        "referral.whyNow",
        "referral.whatIsKnown",
        "referral.task",
        "presentingConcern",
        "story",
        "wish",
        "reviewedBy",
    ];

    private static readonly string[] OneOfSeveral = ["style", "difficulty", "kindOfInterview"];

    private static readonly string[] MayBeMissing =
    [
        "pronouns",
        "gender",
        "race",
        "socioeconomicStatus",
        "scene",
        "openingLine",
        "contentNote",
    ];

    private static readonly string[] Lists =
    [
        "strengths",
        "learningGoals",
        "ownQuestions",
        "cues",
        "principles",
        "speech.openers",
        "speech.fillers",
        "speech.yes",
        "speech.no",
        "speech.minimal",
        "speech.heard",
        "speech.bristle",
    ];

    private static readonly string[] Choices = ["issues", "hiddenIssues", "traits", "buildsTrust.more", "buildsTrust.less"];

    /// <param name="stored">Stands in for what cannot be read, so that everything else is still checked.</param>
    public static ReadPersona Read(EditorFields fields, Persona stored)
    {
        var json = new JsonObject();
        foreach (var name in Texts)
        {
            Place(json, name, fields[name].Trim());
        }

        foreach (var name in MayBeMissing.Where(name => fields[name].Trim().Length > 0))
        {
            json[name] = fields[name].Trim();
        }

        foreach (var name in Lists)
        {
            Place(json, name, Array(fields.Lines(name)));
        }

        var before = EditorText.Of(stored);
        foreach (var name in OneOfSeveral)
        {
            json[name] = fields[name].Length > 0 ? fields[name] : before[name];
        }

        foreach (var name in Choices)
        {
            Place(json, name, Array(InOrder(fields.All(name).Where(code => code.Length > 0), before.All(name))));
        }

        var ageIsNumber = int.TryParse(fields["age"].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var age);
        json["age"] = ageIsNumber ? age : stored.Age;
        if (fields["mayLeave"] is "true" or "false")
        {
            json["mayLeave"] = fields["mayLeave"] == "true";
        }

        json["traitReasons"] = Reasons(fields, stored);
        json["cleanNos"] = CleanNos(fields, stored);
        json["plainFacts"] = PlainFacts(fields);
        json["disclosures"] = new DisclosureCards(fields).ToJson(stored);
        var read = PersonaReader.Read(json);
        var errors = ByFieldOfForm(read.Errors, json);
        if (!ageIsNumber)
        {
            errors["age"] = ["Write the age in years, as a number."];
        }

        return new ReadPersona(read.Persona, errors);
    }

    /// <summary>Errors by the names of the form's fields: a list is one text, a reason stands at its trait.</summary>
    public static Dictionary<string, string[]> ByFieldOfForm(IReadOnlyDictionary<string, string[]> errors, JsonObject persona) =>
        errors
            .GroupBy(error => FieldOf(error.Key, persona))
            .ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).Distinct().ToArray());

    private static string FieldOf(string path, JsonObject persona)
    {
        var parts = path.Split('[', ']');
        if (parts.Length >= 3 && int.TryParse(parts[1], out var index))
        {
            switch (parts[0])
            {
                case "traitReasons":
                    return Named("traitReasons", "trait");
                case "cleanNos":
                    return Named("cleanNos", "risk");
                case "disclosures" or "plainFacts":
                    // The first three parts; an index inside it belongs to one text.
                    return $"{parts[0]}[{index}]{parts[2]}";
                default:
                    return parts[0];
            }
        }

        return path == "traitReasons" ? "traits" : path;

        string Named(string list, string by) =>
            persona[list] is JsonArray all && index < all.Count && all[index]?[by] is { } name ? $"{list}.{name}" : list;
    }

    /// <summary>A form sends what is chosen in the order of the page; what was there keeps its place, what is new comes after.</summary>
    internal static IEnumerable<string> InOrder(IEnumerable<string> chosen, IReadOnlyList<string> before)
    {
        var all = chosen.ToList();
        return before.Where(all.Contains).Concat(all.Where(code => !before.Contains(code)));
    }

    private static JsonArray Reasons(EditorFields fields, Persona stored) =>
        new([
            .. InOrder(fields.All("traits"), [.. stored.TraitReasons.Select(reason => Codes.Of(reason.Trait))])
                .Where(trait => fields[$"traitReasons.{trait}"].Trim().Length > 0)
                .Select(trait => new JsonObject { ["trait"] = trait, ["reason"] = fields[$"traitReasons.{trait}"].Trim() }),
        ]);

    private static JsonArray CleanNos(EditorFields fields, Persona stored) =>
        new([
            .. InOrder(Codes.All<RiskItem>(), [.. stored.CleanNos.Select(no => Codes.Of(no.Risk))])
                .Where(risk => fields.Lines($"cleanNos.{risk}").Count > 0)
                .Select(risk => new JsonObject { ["risk"] = risk, ["ownWords"] = Array(fields.Lines($"cleanNos.{risk}")) }),
        ]);

    private static JsonArray PlainFacts(EditorFields fields) =>
        new([
            .. Enumerable
                .Range(0, fields.Count("plainFacts", 60))
                .Where(i => fields[$"plainFacts[{i}].words"].Trim().Length + fields[$"plainFacts[{i}].answer"].Trim().Length > 0)
                .Select(i => new JsonObject
                {
                    ["words"] = Array(Commas(fields[$"plainFacts[{i}].words"])),
                    ["answer"] = fields[$"plainFacts[{i}].answer"].Trim(),
                }),
        ]);

    internal static IEnumerable<string> Commas(string text) =>
        text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static void Place(JsonObject json, string path, JsonNode value)
    {
        var parts = path.Split('.');
        if (parts.Length == 1)
        {
            json[path] = value;
            return;
        }

        if (json[parts[0]] is not JsonObject inner)
        {
            json[parts[0]] = inner = [];
        }

        inner[parts[1]] = value;
    }
}
