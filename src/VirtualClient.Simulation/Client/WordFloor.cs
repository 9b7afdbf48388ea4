using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Client;

/// <summary>A word or phrase that no client may contain, and why.</summary>
/// <param name="Code">"means_detail", "slur" or "sexual".</param>
/// <param name="Words">The words found, as written.</param>
internal sealed record FloorFinding(string Code, string Words);

/// <summary>
/// The part of the content floor that can be judged from words alone: no means detail (dose, tool, how-to), no slur, no sexual words. It
/// is checked when a client is written and again on every reply, whoever wrote it.
/// </summary>
internal static partial class WordFloor
{
    // Rot13, so that nobody has to read them who only opens this file.
    private const string SlursRot13 =
        "avttre avttref avttn avttnf snttbg snttbgf snt sntf genaal genaavrf ergneq ergneqf fcvp fcvpf xvxr xvxrf tbbx tbbxf "
        + "jrgonpx jrgonpxf puvax puvaxf gbjryurnq enturnq fnaqavttre ornare ornaref qlxr qlxrf furznyr";

    private const string SexualRot13 = "oybjwbo unaqwbo pbpx pbpxf chffl qvyqb phz phzzvat wvmm gvgf";

    private static readonly HashSet<string> Slurs = [.. Rot13(SlursRot13).Split(' ')];

    private static readonly HashSet<string> Sexual = [.. Rot13(SexualRot13).Split(' ')];

    /// <summary>The first finding in a text, or null.</summary>
    internal static FloorFinding? Find(string text)
    {
        var means = MeansPattern().Match(text);
        if (means.Success)
        {
            return new FloorFinding("means_detail", means.Value);
        }

        foreach (var word in WordRuns.Words(text))
        {
            if (Slurs.Contains(word))
            {
                return new FloorFinding("slur", word);
            }

            if (Sexual.Contains(word))
            {
                return new FloorFinding("sexual", word);
            }
        }

        return null;
    }

    private static string Rot13(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + ((c - 'a' + 13) % 26)) : c));

    [GeneratedRegex(
        @"\b(\d+|one|two|three|four|five|six|ten|twenty|thirty|forty|fifty|a\s+(handful|bottle|box|pack)\s+of)\s*(mg|mcg|ml|milligrams?|grams?|pills?|tablets?|capsules?)\b"
            + @"|\b(hang|hung|hanged|hanging)\s+(my|him|her|them)sel(f|ves)\b"
            + @"|\b(slit|slitting|cut|cutting)\s+(my|his|her|their)\s+(wrists?|throat|veins?)\b"
            + @"|\boverdos(e|ed|es|ing)\s+(on|with)\b"
            + @"|\bjump(ed|ing)?\s+(off|from|in\s+front\s+of)\s+(a|the)\s+(bridge|roof|building|balcony|train)\b"
            + @"|\b(gun|barrel|pistol)\s+(to|in|into)\s+(my|his|her|their)\s+(head|mouth|temple)\b"
            + @"|\bcarbon\s+monoxide\b|\b(a|the|tie|tied|tying)\s+noose\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MeansPattern();
}
