using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A persona read from JSON, or what is wrong with it by field.</summary>
public sealed record ReadPersona(Persona? Persona, IReadOnlyDictionary<string, string[]> Errors)
{
    public static ReadPersona Wrong(string field, string sentence) => new(null, new Dictionary<string, string[]> { [field] = [sentence] });
}

/// <summary>Turns JSON into a persona with errors by field, the same for the API, the editor and an imported file.</summary>
internal static class PersonaReader
{
    private static readonly string[] Missed = ["Fill this in."];

    /// <summary>Reads all of a persona and keeps it to the rules that drafts have.</summary>
    public static ReadPersona Read(JsonObject json)
    {
        Persona? persona;
        try
        {
            persona = json.Deserialize<Persona>(SimulationJson.Options);
        }
        catch (JsonException e)
        {
            return Unreadable(json, e);
        }

        var faults = PersonaRules.CheckDraft(persona!);
        return faults.Count == 0 ? new ReadPersona(persona, new Dictionary<string, string[]>()) : new ReadPersona(persona, ByField(faults));
    }

    /// <summary>A partial update: what <paramref name="changes"/> names takes the place of what is stored; objects are gone into, lists are replaced.</summary>
    public static ReadPersona Change(Persona stored, JsonObject changes)
    {
        var json = JsonSerializer.SerializeToNode(stored, SimulationJson.Options)!.AsObject();
        Merge(json, changes);
        return Read(json);
    }

    public static IReadOnlyDictionary<string, string[]> ByField(IEnumerable<PersonaFault> faults) =>
        faults.GroupBy(fault => fault.Field).ToDictionary(group => group.Key, group => group.Select(f => f.Sentence).Distinct().ToArray());

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject inner && into[name] is JsonObject known)
            {
                Merge(known, inner);
            }
            else
            {
                // An explicit null stays: where a value belongs, reading refuses it.
                into[name] = value?.DeepClone();
            }
        }
    }

    private static ReadPersona Unreadable(JsonObject json, JsonException e)
    {
        var field = e.Path is { Length: > 2 } path ? path[2..] : "";
        if (e.Message.Contains("Known: ", StringComparison.Ordinal))
        {
            return ReadPersona.Wrong(field, e.Message);
        }

        if (Missing(json, field) is { Count: > 0 } missing)
        {
            return new ReadPersona(null, missing.ToDictionary(name => name, _ => Missed));
        }

        if (e.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return ReadPersona.Wrong(field, "A client has no field of this name.");
        }

        return ReadPersona.Wrong(
            field,
            e.Message.Contains("null", StringComparison.Ordinal)
                ? "This may not be empty."
                : "This is not the kind of value that belongs here."
        );
    }

    /// <summary>Required members that are not there, of the object that could not be read.</summary>
    private static List<string> Missing(JsonObject json, string field)
    {
        var at = field.Length == 0 ? json : Follow(json, field) as JsonObject;
        var required = field switch
        {
            "" => new[]
            {
                "name",
                "age",
                "setting",
                "summary",
                "referral",
                "presentingConcern",
                "issues",
                "traits",
                "style",
                "disclosures",
            },
            "referral" => ["referredBy", "whyNow", "whatIsKnown", "task"],
            _ when field.StartsWith("disclosures[", StringComparison.Ordinal) && field.EndsWith(']') =>
            [
                "id",
                "title",
                "fact",
                "ownWords",
                "topics",
                "level",
                "deflection",
            ],
            _ => [],
        };
        return at is null
            ? []
            : [.. required.Where(name => !at.ContainsKey(name)).Select(name => field.Length == 0 ? name : $"{field}.{name}")];
    }

    private static JsonNode? Follow(JsonNode? node, string path)
    {
        foreach (var part in path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
        {
            node = node switch
            {
                JsonObject one => one[part],
                JsonArray many when int.TryParse(part, out var index) && index < many.Count => many[index],
                _ => null,
            };
        }

        return node;
    }
}
