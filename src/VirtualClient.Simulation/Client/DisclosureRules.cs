using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Client;

/// <summary>What must be true of each disclosure and of how they depend on each other.</summary>
internal static partial class DisclosureRules
{
    /// <summary>Highest level of a fact that carries risk: a person in danger must be reachable by a stranger who asks.</summary>
    internal const decimal HighestRiskLevel = 2.0m;

    private const int LongestFact = 400;
    private const int LongestSaying = 500;

    internal static void Check(Persona p, FaultList faults)
    {
        faults.When(p.Disclosures.Count == 0, "disclosures", "no_disclosure", "Give this person at least one thing to tell.");
        faults.When(p.Disclosures.Count > 20, "disclosures", "too_many", "Twenty disclosures are the most a meeting can hold.");
        for (var i = 0; i < p.Disclosures.Count; i++)
        {
            One(p, p.Disclosures[i], i, faults);
        }

        Requirements(p, faults);
    }

    private static void One(Persona p, Disclosure d, int index, FaultList faults)
    {
        var at = $"disclosures[{index}]";
        faults.When(
            d.Id.Length > 60 || !IdPattern().IsMatch(d.Id),
            $"{at}.id",
            "id_form",
            "An id is up to 60 lower-case letters and digits, its words joined by hyphens."
        );
        faults.When(p.Disclosures.Take(index).Any(other => other.Id == d.Id), $"{at}.id", "duplicate", $"The id {d.Id} is used twice.");
        faults.Length($"{at}.title", d.Title, 1, 120);
        faults.Length($"{at}.fact", d.Fact, 1, LongestFact);
        faults.When(d.OwnWords.Count is < 1 or > 3, $"{at}.ownWords", "own_words_count", "Write one to three ways this person says it.");
        for (var i = 0; i < d.OwnWords.Count; i++)
        {
            faults.Length($"{at}.ownWords[{i}]", d.OwnWords[i], 1, LongestSaying);
        }

        faults.Length($"{at}.deflection", d.Deflection, 1, LongestSaying);
        Topics(d, at, faults);
        faults.When(
            d.Level is < 1.0m or > 3.5m || d.Level * 2 != decimal.Truncate(d.Level * 2),
            $"{at}.level",
            "level_range",
            "A level is from 1.0 to 3.5 in half steps."
        );
        if (d.Risk is not null)
        {
            Risk(d, at, faults);
        }
    }

    private static void Topics(Disclosure d, string at, FaultList faults)
    {
        faults.When(d.Topics.Count == 0, $"{at}.topics", "no_topic", "Name at least one issue or word that leads to this.");
        for (var i = 0; i < d.Topics.Count; i++)
        {
            var topic = d.Topics[i];
            faults.Length($"{at}.topics[{i}]", topic, 1, 60);
            faults.When(
                topic.Contains('_', StringComparison.Ordinal) && Codes.Find<Issue>(topic) is null,
                $"{at}.topics[{i}]",
                "unknown_issue",
                $"\"{topic}\" is not an issue. Known: {string.Join(", ", Codes.All<Issue>())}. Plain words have no underscore."
            );
        }
    }

    private static void Risk(Disclosure d, string at, FaultList faults)
    {
        faults.When(
            d.Level > HighestRiskLevel,
            $"{at}.level",
            "risk_level",
            $"A fact that carries risk opens at {HighestRiskLevel} at the latest."
        );
        faults.When(
            !d.DirectQuestion,
            $"{at}.directQuestion",
            "risk_needs_direct_question",
            "A fact that carries risk opens to a direct question only."
        );
        faults.When(
            d.Pace == Pace.NotToday,
            $"{at}.pace",
            "risk_is_for_today",
            "A fact that carries risk is always for today: it cannot wait for another meeting."
        );
        faults.When(
            string.IsNullOrWhiteSpace(d.PartialAnswer),
            $"{at}.partialAnswer",
            "risk_needs_partial_answer",
            "Write the partial answer to a direct question that comes too early, with a cue."
        );
        faults.When(
            d.PartialAnswer is { } partial && IsCleanDenial(partial),
            $"{at}.partialAnswer",
            "clean_denial",
            "This denies what is true. Below its level the answer is partial or torn, never a clean no."
        );
    }

    // A denial with nothing beside it: at most five words that begin with a no, once cues are left out.
    private static bool IsCleanDenial(string answer)
    {
        var words = WordRuns.Words(CuePattern().Replace(answer, " "));
        return words.Length is > 0 and <= 5
            && words[0] is "no" or "nope" or "never" or "nah"
            && !words.Contains("not")
            && !words.Contains("but");
    }

    private static void Requirements(Persona p, FaultList faults)
    {
        var byId = p.Disclosures.GroupBy(d => d.Id).ToDictionary(group => group.Key, group => group.First());
        for (var i = 0; i < p.Disclosures.Count; i++)
        {
            var d = p.Disclosures[i];
            for (var j = 0; j < d.Requires.Count; j++)
            {
                var field = $"disclosures[{i}].requires[{j}]";
                if (!byId.TryGetValue(d.Requires[j], out var first))
                {
                    faults.Add(field, "unknown_disclosure", $"There is no disclosure {d.Requires[j]}.");
                    continue;
                }

                faults.When(
                    d.Pace == Pace.Today && first.Pace == Pace.NotToday,
                    field,
                    "never_reached",
                    $"This is for today but waits for {first.Id}, which is not for today."
                );
                faults.When(
                    d.Risk is not null && (first.Risk is null || first.Level > d.Level),
                    field,
                    "risk_behind_trust",
                    $"A fact that carries risk may wait only for another risk fact that opens no later; {first.Id} is not one."
                );
            }

            faults.When(InCycle(d, byId), $"disclosures[{i}].requires", "cycle", $"{d.Id} waits for itself by way of what it requires.");
        }
    }

    private static bool InCycle(Disclosure start, Dictionary<string, Disclosure> byId)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(start.Requires);
        while (open.TryPop(out var id))
        {
            if (id == start.Id)
            {
                return true;
            }

            if (seen.Add(id) && byId.TryGetValue(id, out var next))
            {
                foreach (var further in next.Requires)
                {
                    open.Push(further);
                }
            }
        }

        return false;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\*[^*]*\*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CuePattern();
}
