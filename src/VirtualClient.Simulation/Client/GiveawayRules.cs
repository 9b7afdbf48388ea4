namespace VirtualClient.Simulation.Client;

/// <summary>
/// Nothing that can be said or read while a fact is closed may give it away. Texts are compared by runs of words: short runs for what is
/// said in the fact's place, longer ones for everything else a prompt or a page holds.
/// </summary>
internal static class GiveawayRules
{
    /// <summary>Run that a deflection, partial answer, title or referral may not share with the fact.</summary>
    internal const int NearRun = 4;

    /// <summary>Run that no other text may share with a fact or its own words.</summary>
    internal const int FarRun = 5;

    internal static void Check(Persona p, FaultList faults)
    {
        var guarded = p.Disclosures.Select((d, i) => PersonaText.Guarded(d, i).ToList()).ToList();
        for (var i = 0; i < p.Disclosures.Count; i++)
        {
            Instead(p.Disclosures[i], i, guarded[i], faults);
        }

        var open = PersonaText.ShownToStudents(p).Concat(PersonaText.AlwaysSayable(p)).Append(new FieldText("story", p.Story)).ToList();
        for (var i = 0; i < p.Disclosures.Count; i++)
        {
            var near = PersonaText
                .ShownToStudents(p)
                .Where(text => text.Field == "summary" || text.Field.StartsWith("referral", StringComparison.Ordinal));
            Report(near, [guarded[i][0]], p.Disclosures[i], NearRun, faults);
            Report(open, guarded[i], p.Disclosures[i], FarRun, faults);
            for (var j = 0; j < p.Disclosures.Count; j++)
            {
                if (j != i)
                {
                    // Each pair of guarded texts is compared once; what is said instead is compared with every fact.
                    var said = PersonaText.Instead(p.Disclosures[j], j);
                    Report(j > i ? said.Concat(guarded[j]) : said, guarded[i], p.Disclosures[i], FarRun, faults);
                }
            }
        }
    }

    private static void Instead(Disclosure d, int index, List<FieldText> guarded, FaultList faults)
    {
        foreach (var (field, text) in PersonaText.Instead(d, index))
        {
            // Own words are speech, and so is a deflection: only a run with a telling word in it counts between these two.
            var shared =
                WordRuns.Shared(text, d.Fact, NearRun)
                ?? guarded.Skip(1).Select(own => WordRuns.SharedTelling(text, own.Text, NearRun)).FirstOrDefault(run => run is not null);
            faults.When(
                shared is not null,
                field,
                "gives_away",
                $"\"{shared}\" is also in what this disclosure keeps. Say it without those words."
            );
        }
    }

    private static void Report(IEnumerable<FieldText> texts, List<FieldText> guarded, Disclosure d, int run, FaultList faults)
    {
        foreach (var (field, text) in texts)
        {
            var shared = guarded
                .Select(secret => run == NearRun ? WordRuns.SharedTelling(text, secret.Text, run) : WordRuns.Shared(text, secret.Text, run))
                .FirstOrDefault(found => found is not null);
            faults.When(
                shared is not null,
                field,
                "gives_away",
                $"\"{shared}\" is also in the disclosure \"{d.Title}\" and can be read before it opens."
            );
        }
    }
}
