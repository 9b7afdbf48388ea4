using System.Runtime.CompilerServices;
using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>What a persona's disclosures are about, ready to be found in a turn. Built once for each persona.</summary>
internal sealed class Topics
{
    private static readonly ConditionalWeakTable<Persona, Topics> Cache = [];

    private readonly PhraseIndex<string> _words = new();
    private readonly Dictionary<Issue, List<string>> _byIssue = [];
    private readonly Dictionary<RiskItem, List<string>> _byRisk = [];

    private Topics(Persona persona)
    {
        foreach (var disclosure in persona.Disclosures)
        {
            foreach (var topic in disclosure.Topics)
            {
                if (IssueOf(topic) is { } issue)
                {
                    Put(_byIssue, issue, disclosure.Id);
                }
                else
                {
                    _words.Add(topic, disclosure.Id);
                }
            }

            if (disclosure.Risk is { } risk)
            {
                Put(_byRisk, risk, disclosure.Id);
            }
        }
    }

    public static Topics Of(Persona persona) => Cache.GetValue(persona, static key => new Topics(key));

    /// <summary>Ids of disclosures that these words, issues and risk questions touch.</summary>
    public HashSet<string> Touched(IReadOnlyList<Word> words, IReadOnlySet<Issue> issues, IReadOnlySet<RiskItem> asked)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        _words.Find(words, 0, words.Count, touched);
        foreach (var issue in issues)
        {
            if (_byIssue.TryGetValue(issue, out var ids))
            {
                touched.UnionWith(ids);
            }
        }

        foreach (var risk in asked)
        {
            if (_byRisk.TryGetValue(risk, out var ids))
            {
                touched.UnionWith(ids);
            }
        }

        return touched;
    }

    private static Issue? IssueOf(string topic)
    {
        foreach (var issue in Enum.GetValues<Issue>())
        {
            if (string.Equals(JsonNamingPolicy.SnakeCaseLower.ConvertName(issue.ToString()), topic, StringComparison.OrdinalIgnoreCase))
            {
                return issue;
            }
        }

        return null;
    }

    private static void Put<TKey>(Dictionary<TKey, List<string>> lists, TKey key, string id)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(id);
    }
}
