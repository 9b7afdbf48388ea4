using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>What is different between two texts of a client, in words for the list of versions.</summary>
internal static class PersonaChanges
{
    /// <summary>At most this many characters of a short value are told; longer ones are only named.</summary>
    private const int Short = 60;

    public static IReadOnlyList<string> Between(Persona before, Persona after)
    {
        var (old, now) = (Json(before), Json(after));
        var changes = new List<string>();
        foreach (var field in old.Select(pair => pair.Key).Union(now.Select(pair => pair.Key)).Where(field => field != "disclosures"))
        {
            if (!JsonNode.DeepEquals(old[field], now[field]))
            {
                changes.Add(Sentence(FieldWords.Of(field), old[field], now[field]));
            }
        }

        changes.AddRange(Disclosures(before.Disclosures, after.Disclosures));
        return changes;
    }

    public static bool Same(Persona a, Persona b) => JsonNode.DeepEquals(Json(a), Json(b));

    private static IEnumerable<string> Disclosures(IReadOnlyList<Disclosure> before, IReadOnlyList<Disclosure> after)
    {
        foreach (var gone in before.Where(d => after.All(other => other.Id != d.Id)))
        {
            yield return $"Disclosure removed: {Title(gone)}";
        }

        foreach (var now in after)
        {
            var then = before.FirstOrDefault(d => d.Id == now.Id);
            if (then is null)
            {
                yield return $"Disclosure added: {Title(now)}";
            }
            else if (!JsonNode.DeepEquals(Json(then), Json(now)))
            {
                var fields = Json(now).Select(pair => pair.Key).Union(Json(then).Select(pair => pair.Key));
                var changed = fields.Where(f => !JsonNode.DeepEquals(Json(then)[f], Json(now)[f])).Select(FieldWords.Of);
                yield return $"Disclosure changed: {Title(now)} ({string.Join(", ", changed).ToLowerInvariant()})";
            }
        }

        var kept = after.Select(d => d.Id).Where(id => before.Any(d => d.Id == id)).ToList();
        if (!kept.SequenceEqual(before.Select(d => d.Id).Where(kept.Contains)))
        {
            yield return "Disclosures in another order";
        }
    }

    private static string Title(Disclosure d) => string.IsNullOrWhiteSpace(d.Title) ? "untitled" : d.Title;

    private static string Sentence(string label, JsonNode? before, JsonNode? after) =>
        (Text(before), Text(after)) is ({ } old, { } now) ? $"{label}: {old} → {now}" : label;

    private static string? Text(JsonNode? value) =>
        value switch
        {
            null => "empty",
            JsonValue one when one.ToString() is { Length: <= Short } text => text.Length == 0 ? "empty" : text,
            _ => null,
        };

    private static JsonObject Json<T>(T value) => JsonSerializer.SerializeToNode(value, SimulationJson.Options)!.AsObject();
}
