namespace VirtualClient.Simulation.Client;

/// <summary>What no client may say, whoever wrote it.</summary>
public enum FloorRule
{
    /// <summary>A dose, tool, place or how-to of self-harm or of harming others.</summary>
    MeansDetail,

    /// <summary>A slur, also a quoted one.</summary>
    Slur,

    SexualContent,

    /// <summary>A description (instrument, injury, act) of abuse of a child. Naming that it happened is not one.</summary>
    ChildAbuseDetail,

    /// <summary>Hostility at who the worker is instead of at the system or the situation.</summary>
    IdentityAttack,

    /// <summary>Only for clients under 18: language or detail that is fit for an adult client only.</summary>
    NotForMinors,
}

/// <summary>One place where a text falls through the floor.</summary>
/// <param name="Words">The words that broke the rule, as written.</param>
/// <param name="Sentence">What is wrong, for whoever wrote the text.</param>
public sealed record FloorFault(FloorRule Rule, string Words, string Sentence);

/// <summary>
/// The content floor: checked on every reply before it is shown and on every authored text before it is saved, with the same rules.
/// Rules are about patterns of words, so they catch the plain cases and are no substitute for a reader. Thread-safe, under 1 ms for a reply.
/// </summary>
public static class ContentFloor
{
    /// <summary>Age from which a client is an adult.</summary>
    public const int AdultAge = 18;

    /// <summary>Checks <paramref name="text"/> as said by, or written about, a client of <paramref name="age"/> years.</summary>
    /// <returns>The faults, at most one for each rule; empty when the text is fit to be shown.</returns>
    public static IReadOnlyList<FloorFault> Check(string? text, int age)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var minor = age < AdultAge;
        var sentences = Sentences.Split(PlainText.Normalize(text));
        var faults = new List<FloorFault>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var around = string.Join(' ', sentences.Skip(i - 1).Take(i == 0 ? 2 : 3));
            foreach (var pattern in FloorPatterns.All)
            {
                if (pattern.MinorsOnly && !minor || faults.Exists(f => f.Rule == pattern.Rule))
                {
                    continue;
                }

                var match = pattern.Words.Match(sentences[i]);
                if (match.Success && (pattern.Near is null || pattern.Near.IsMatch(pattern.NearInSentence ? sentences[i] : around)))
                {
                    faults.Add(new FloorFault(pattern.Rule, match.Value.Trim(), Explain(pattern.Rule)));
                }
            }

            if (!faults.Exists(f => f.Rule == FloorRule.Slur) && Slurs.Find(sentences[i]) is { } slur)
            {
                faults.Add(new FloorFault(FloorRule.Slur, slur, Explain(FloorRule.Slur)));
            }
        }

        return faults;
    }

    private static string Explain(FloorRule rule) =>
        rule switch
        {
            FloorRule.MeansDetail =>
                "It gives detail on means (a dose, a tool, a place or how it is done); say that there is a thought or a plan, not how.",
            FloorRule.Slur => "It contains a slur, and clients do not use slurs, not even in a quotation.",
            FloorRule.SexualContent => "It contains sexual content.",
            FloorRule.ChildAbuseDetail => "It describes the abuse of a child; that something happened can be said without how.",
            FloorRule.IdentityAttack => "It attacks who the worker is; anger is aimed at the system or the situation.",
            _ => "It is not fit for a client under 18.",
        };
}
