using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Puts in the small words that typing and dialects leave out or say another way, so that a rule written once also reads "you sleeping
/// okay", "she been gone", "you ain't got to", "they be calling", "ill bring it". Forms of African American English after Green (2002):
/// no copula, ain't, done, habitual be. Looks at the two words before and the one after; what it is not sure of it leaves.
/// </summary>
internal static class LeftOutWords
{
    private static readonly FrozenDictionary<string, (string Be, string Have, string Do)> Subjects = new Dictionary<
        string,
        (string, string, string)
    >(StringComparer.Ordinal)
    {
        ["you"] = ("are", "have", "do"),
        ["we"] = ("are", "have", "do"),
        ["they"] = ("are", "have", "do"),
        ["i"] = ("am", "have", "do"),
        ["he"] = ("is", "has", "does"),
        ["she"] = ("is", "has", "does"),
        ["it"] = ("is", "has", "does"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What may stand before the subject of a statement.</summary>
    private static readonly FrozenSet<string> Before = Set(
        "and but so because if when that like then or since while though until well yeah yes no okay"
    );

    private static readonly FrozenSet<string> Asking = Set("what how why where who when which");

    private static readonly FrozenSet<string> NoVerbs = Set(
        "thing nothing something everything anything morning evening during king bring string sing ring wing spring ceiling sibling"
    );

    private static readonly FrozenSet<string> Participles = Set(
        "been seen done heard had gone told came come quit said kept lost got made took taken put left found been held raised gave given went "
            + "forgot forgotten met paid wrote written ate eaten fell fallen broke broken brought stood slept"
    );

    private static readonly FrozenSet<string> BareVerbs = Set(
        "do get say go tell come take call ask know give make want need hear listen try feel help let have be see show bring find send put check "
            + "write read talk look stop start eat sleep work walk pick mean think answer open keep sit wait stay leave set order fill like love "
            + "hate rather just also probably maybe hope stand believe understand never always really still"
    );

    /// <summary>Whether the word after this one decides how it is read.</summary>
    public static bool LooksAhead(string word) => word is "ain't" or "aint" or "ill" or "id" or "wed" or "hell" or "done";

    /// <summary>The word to stand in a word's place, possibly several or none, and how many words after it are said with it.</summary>
    public static string Place(string word, string? before, string? farther, string? next, out int taken)
    {
        taken = 0;
        switch (word)
        {
            case "ain't" or "aint":
                return Not(before, next, out taken);
            case "ill" when next is not null && BareVerbs.Contains(next):
                return "i will";
            case "id" when next is not null && BareVerbs.Contains(next):
                return "i would";
            case "wed" when next is not null && BareVerbs.Contains(next):
                return "we would";
            case "hell" when next is "be" or "get" or "need" or "come" or "have":
                return "he will";
            case "yr":
                return before is "last" or "this" or "next" or "every" or "a" or "one" or "per" or "each" ? "year" : "your";
            case "done"
                when IsSubject(before) && next is not null && (Participles.Contains(next) || next.EndsWith("ed", StringComparison.Ordinal)):
                return Subjects[before!].Have;
            case "be" when IsSubject(before) && (farther is null || Before.Contains(farther)):
                return Subjects[before!].Be;
            case "be" when IsSubject(before) && Asking.Contains(farther!):
                return "";
            default:
                return word;
        }
    }

    /// <summary>The verb that was left out between a subject and what follows it, if one was.</summary>
    public static string? Between(string form, string? before, string? farther)
    {
        if (before is null || !Subjects.TryGetValue(before, out var verbs) || (farther is not null && !Before.Contains(farther)))
        {
            return null;
        }

        if (form == "been")
        {
            return verbs.Have;
        }

        return form.Length > 4 && form.EndsWith("ing", StringComparison.Ordinal) && !NoVerbs.Contains(form) ? verbs.Be : null;
    }

    private static string Not(string? before, string? next, out int taken)
    {
        taken = 0;
        var verbs = before is not null && Subjects.TryGetValue(before, out var known) ? known : ("is", "have", "do");
        if (next is "got" or "gotta")
        {
            taken = 1;
            return verbs.Item3 + (next == "got" ? " not have" : " not have to");
        }

        if (next is not null && Participles.Contains(next))
        {
            return verbs.Item2 + " not";
        }

        return next is not null && BareVerbs.Contains(next) && next is not ("just" or "also" or "never" or "always" or "really" or "still")
            ? "did not"
            : verbs.Item1 + " not";
    }

    private static bool IsSubject(string? word) => word is not null && Subjects.ContainsKey(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
