using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>The telling words of a text, cut to their stems, to see what two texts have in common.</summary>
internal static partial class TellingWords
{
    private const int StemLength = 5;

    private static readonly HashSet<string> Empty = new(
        (
            "about after again all also always and another any anything are because been before being but came can come could did does doing don done "
            + "down each else even ever every everything for from get gets getting give goes going gone got had has have having her here hers herself "
            + "him his how into isn its just keep know knows let like little long look made make makes many maybe mean more most much must need needs "
            + "never not nothing now off often one only other our out over own people quite really right said same say says she should since some "
            + "something sometimes still such sure take takes talk tell than that the their them then there these they thing things think this those "
            + "through time times today told too took two until upon used very want wants was way well went were what when where which while who why "
            + "will with without won would yeah yes yet you your yours problem lately bad good hard better worse best worst turn first year years months weeks days hours minutes day week month last since ago anybody everybody somebody nobody anyone everyone someone people really"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Words a stranger uses for the same plain thing, the first of each line standing for all.</summary>
    private static readonly Dictionary<string, string> KindOf = (
        "work job profession occupation employed employment career\n"
        + "kids kid children child son daughter baby\n"
        + "home house apartment live lives address flat\n"
        + "married husband wife spouse partner boyfriend girlfriend single divorced\n"
        + "food eat eating eats meal meals cook dinner breakfast\n"
        + "sleep sleeping bed\n"
        + "school class classes grade college university study studying\n"
        + "doctor clinic hospital\n"
        + "sister sisters brother brothers siblings\n"
        + "mother mom mum\n"
        + "parents\n"
        + "father dad\n"
        + "friends friend\n"
        + "pet dog cat"
    )
        .Split('\n')
        .Select(line => line.Split(' '))
        .SelectMany(line => line.Select(word => (word, Kind: line[0])))
        .ToDictionary(pair => pair.word, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly HashSet<string> People = ["kids", "married", "sister", "mother", "father", "parents", "friends"];

    public static HashSet<string> Of(string text) =>
        [
            .. Split(AChildOf().Replace(text, " "))
                .Where(Tells)
                .Select(word => word.Length > StemLength ? word[..StemLength] : word.TrimEnd('s')),
        ];

    /// <summary>The plain things a text names: "Do you work?" and "your job" are one kind.</summary>
    /// <remarks>"How is it at home?" asks about the people there and not for an address, "at work" the same.</remarks>
    public static HashSet<string> Kinds(string text) =>
        [.. Split(AtAPlace().Replace(text, " ")).Where(KindOf.ContainsKey).Select(word => KindOf[word])];

    /// <summary>A fact about a mother's job does not answer a question about one's own.</summary>
    public static bool SamePeople(HashSet<string> fact, HashSet<string> asked) => fact.Where(People.Contains).All(asked.Contains);

    /// <summary>"The son of a railway porter" is nobody's son to be asked about.</summary>
    [GeneratedRegex(@"\b(a|the|an only) (son|daughter|child) of\b", RegexOptions.IgnoreCase)]
    private static partial Regex AChildOf();

    [GeneratedRegex(@"\b(at (your )?)(home|work|school|the house)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtAPlace();

    private static bool Tells(string word) => word.Length > 2 && !Empty.Contains(word);

    private static string[] Split(string text) =>
        SpokenText.Bare(text.Replace('\'', ' ').Replace('\u2019', ' ').Replace('-', ' ')).Split(' ');
}
