using System.Globalization;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>The cards of the editor: read into disclosures, added, removed, moved.</summary>
internal sealed class DisclosureCards(EditorFields fields)
{
    private const string Group = "disclosures";

    public int Count => fields.Count(Group, EditorFields.MostDisclosures);

    public JsonArray ToJson(Persona stored)
    {
        GiveIds();
        return new([.. Enumerable.Range(0, Count).Select(index => One(index, stored))]);
    }

    /// <summary>A blank card at the end.</summary>
    public int Add()
    {
        var index = Count;
        var taken = Enumerable.Range(0, index).Select(i => fields[$"{Group}[{i}].id"]).ToHashSet(StringComparer.Ordinal);
        fields[$"{Group}[{index}].id"] = Enumerable.Range(index + 1, index + 2).Select(n => $"fact-{n}").First(id => !taken.Contains(id));
        fields[$"{Group}[{index}].title"] = "";
        fields[$"{Group}[{index}].level"] = "2.0";
        fields[$"{Group}[{index}].importance"] = Codes.Of(Importance.Supporting);
        return index;
    }

    /// <summary>The starters of an issue that are not there yet.</summary>
    public int AddStarters(Issue issue)
    {
        var first = Count;
        var known = Enumerable.Range(0, first).Select(i => fields[$"{Group}[{i}].id"]).ToHashSet(StringComparer.Ordinal);
        foreach (var starter in StarterDisclosures.For(issue).Where(starter => !known.Contains(starter.Id)))
        {
            EditorText.Put(fields, Count, starter);
        }

        return first;
    }

    /// <summary>Sentences of the story become facts; they leave the story, which may not give them away.</summary>
    public int AddSentences(IReadOnlyCollection<string> chosen)
    {
        var first = Count;
        foreach (var sentence in Sentences.Split(fields["story"]).Where(chosen.Contains))
        {
            var index = Add();
            fields[$"{Group}[{index}].fact"] = sentence;
            var story = fields["story"];
            var at = story.IndexOf(sentence, StringComparison.Ordinal);
            fields["story"] = at < 0 ? story : (story[..at] + story[(at + sentence.Length)..].TrimStart(' ')).Trim();
        }

        return first;
    }

    public void Remove(int index)
    {
        var count = Count;
        if (index < 0 || index >= count)
        {
            return;
        }

        var gone = fields[$"{Group}[{index}].id"];
        fields.TakeOut(Group, index);
        for (var i = index + 1; i < count; i++)
        {
            fields.PutIn(Group, i - 1, fields.TakeOut(Group, i));
        }

        // What waited for it waits no longer.
        for (var i = 0; i < count - 1; i++)
        {
            fields.Set($"{Group}[{i}].requires", fields.All($"{Group}[{i}].requires").Where(id => id != gone));
        }
    }

    /// <returns>Where the card is then.</returns>
    public int Move(int index, int by)
    {
        var to = index + by;
        if (index < 0 || index >= Count || to < 0 || to >= Count)
        {
            return Math.Max(0, index);
        }

        var (one, other) = (fields.TakeOut(Group, index), fields.TakeOut(Group, to));
        fields.PutIn(Group, to, one);
        fields.PutIn(Group, index, other);
        return to;
    }

    /// <summary>A card without an id gets one from its title; ids that were given stay.</summary>
    public void GiveIds()
    {
        var taken = Enumerable
            .Range(0, Count)
            .Select(i => fields[$"{Group}[{i}].id"])
            .Where(id => id.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            if (fields[$"{Group}[{i}].id"].Length > 0)
            {
                continue;
            }

            var wanted = Slug.Of(fields[$"{Group}[{i}].title"], "fact");
            var id = wanted;
            for (var number = 2; !taken.Add(id); number++)
            {
                id = $"{wanted}-{number}";
            }

            fields[$"{Group}[{i}].id"] = id;
        }
    }

    private JsonObject One(int index, Persona stored)
    {
        var before = stored.Disclosures.FirstOrDefault(d => d.Id == fields[$"{Group}[{index}].id"])?.Requires ?? [];
        var json = new JsonObject
        {
            ["id"] = Text("id"),
            ["title"] = Text("title"),
            ["fact"] = Text("fact"),
            ["ownWords"] = EditorReader.Array(fields.Lines(Name("ownWords"))),
            ["topics"] = EditorReader.Array(EditorReader.Commas(fields[Name("topics")]).Select(TopicOf)),
            ["level"] = decimal.TryParse(Text("level"), NumberStyles.Number, CultureInfo.InvariantCulture, out var level) ? level : 2.0m,
            ["pace"] = Text("pace") is { Length: > 0 } pace ? pace : Codes.Of(Pace.Today),
            ["discomfort"] = fields.Is(Name("discomfort")),
            ["deflection"] = Text("deflection"),
            ["requires"] = EditorReader.Array(EditorReader.InOrder(fields.All(Name("requires")), before)),
            ["importance"] = Text("importance") is { Length: > 0 } importance ? importance : Codes.Of(Importance.Supporting),
            ["directQuestion"] = fields.Is(Name("directQuestion")),
        };
        if (Text("risk").Length > 0)
        {
            json["risk"] = Text("risk");
        }

        if (Text("partialAnswer").Length > 0)
        {
            json["partialAnswer"] = Text("partialAnswer");
        }

        return json;

        string Name(string field) => $"{Group}[{index}].{field}";
        string Text(string field) => fields[Name(field)].Trim();
    }

    /// <summary>An issue is written as it is shown ("Food"); the same word in small letters is a plain word.</summary>
    private static string TopicOf(string topic) => ClientWords.Issues.FirstOrDefault(issue => issue.Label == topic).Code ?? topic;
}
