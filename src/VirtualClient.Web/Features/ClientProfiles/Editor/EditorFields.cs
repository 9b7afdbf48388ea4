using System.Globalization;
using System.Text.Json;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>
/// The editor's form as it was typed: field names to values, right or wrong. Names are the paths of the API ("referral.task",
/// "disclosures[2].fact"), so that an error has one place on the page and in the JSON.
/// </summary>
public sealed class EditorFields
{
    /// <summary>Cards and rows beyond these are not read.</summary>
    public const int MostDisclosures = 30;

    private readonly Dictionary<string, string[]> values;

    private EditorFields(Dictionary<string, string[]> values) => this.values = values;

    public static EditorFields Empty() => new(new Dictionary<string, string[]>(StringComparer.Ordinal));

    /// <summary>The fields of a form, without those that are the page's own.</summary>
    public static EditorFields Of(IFormCollection form) =>
        new(
            form.Where(pair =>
                    !pair.Key.StartsWith('_') && pair.Key is not ("do" or "version" or "revision" or "sentence" or "starterIssue")
                )
                .ToDictionary(
                    pair => pair.Key,
                    pair => pair.Value.Select(v => (v ?? "").ReplaceLineEndings("\n")).ToArray(),
                    StringComparer.Ordinal
                )
        );

    public static EditorFields Of(IReadOnlyDictionary<string, string[]> values) =>
        new(
            values.ToDictionary(
                pair => pair.Key,
                pair => (pair.Value ?? []).Select(v => (v ?? "").ReplaceLineEndings("\n")).ToArray(),
                StringComparer.Ordinal
            )
        );

    /// <exception cref="JsonException">Not what <see cref="ToJson"/> wrote.</exception>
    public static EditorFields Parse(string json) => Of(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!);

    public IReadOnlyDictionary<string, string[]> Values => values;

    public string this[string name]
    {
        get => values.TryGetValue(name, out var all) && all.Length > 0 ? all[^1] : "";
        set => values[name] = [value];
    }

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    public bool Has(string name, string value) => All(name).Contains(value);

    public bool Is(string name) => this[name] is "true" or "on";

    public void Set(string name, IEnumerable<string> all)
    {
        string[] list = [.. all];
        if (list.Length == 0)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = list;
        }
    }

    public void Check(string name, bool on) => Set(name, on ? ["true"] : []);

    /// <summary>The lines of a text that are not blank.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void SetLines(string name, IEnumerable<string> lines) => this[name] = string.Join('\n', lines);

    /// <summary>How many numbered groups there are ("disclosures[0]." to "disclosures[n-1].").</summary>
    public int Count(string group, int most)
    {
        var count = 0;
        foreach (var name in values.Keys.Where(name => name.StartsWith(group + "[", StringComparison.Ordinal)))
        {
            var end = name.IndexOf(']', StringComparison.Ordinal);
            if (
                end > 0
                && int.TryParse(
                    name.AsSpan(group.Length + 1, end - group.Length - 1),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var index
                )
                && index < most
            )
            {
                count = Math.Max(count, index + 1);
            }
        }

        return count;
    }

    /// <summary>Takes the fields of a group out, by their names inside it.</summary>
    public Dictionary<string, string[]> TakeOut(string group, int index)
    {
        var prefix = $"{group}[{index}].";
        var taken = values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        foreach (var pair in taken)
        {
            values.Remove(pair.Key);
        }

        return taken.ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
    }

    public void PutIn(string group, int index, IReadOnlyDictionary<string, string[]> fields)
    {
        foreach (var (name, value) in fields)
        {
            values[$"{group}[{index}].{name}"] = value;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(values.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary());

    /// <summary>Whether both would be shown the same; outer white space and empty fields do not count.</summary>
    public bool SameAs(EditorFields other) =>
        values.Keys.Union(other.values.Keys).All(name => Plain(All(name)).SequenceEqual(Plain(other.All(name))));

    /// <summary>Names of the fields that differ.</summary>
    public IReadOnlyList<string> DifferentFrom(EditorFields other) =>
        [
            .. values
                .Keys.Union(other.values.Keys)
                .Where(name => !Plain(All(name)).SequenceEqual(Plain(other.All(name))))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Plain(IEnumerable<string> all) => all.Select(v => v.Trim()).Where(v => v.Length > 0);
}
