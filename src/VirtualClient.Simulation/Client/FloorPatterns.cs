using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Client;

/// <summary>One rule of the content floor: words, and what must stand near them for the words to be a fault.</summary>
/// <param name="NearInSentence">Near means in the same sentence; otherwise the sentences before and after count too.</param>
internal sealed record FloorPattern(FloorRule Rule, Regex Words, Regex? Near = null, bool NearInSentence = false, bool MinorsOnly = false);

/// <summary>
/// The patterns of the content floor. A word alone is seldom a fault: a client takes 20 mg of something every morning, and a husband left a
/// gun in the house that a worker must be able to ask about. So most words count only beside what makes them a means, an act or an attack.
/// </summary>
internal static partial class FloorPatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<FloorPattern> All { get; } =
    [
        new(FloorRule.MeansDetail, Dose(), Near: Harm()),
        new(FloorRule.MeansDetail, HowTo()),
        new(FloorRule.MeansDetail, Tool(), Near: HarmPlan(), NearInSentence: true),
        new(FloorRule.MeansDetail, Place(), Near: HarmPlan(), NearInSentence: true),
        new(FloorRule.MeansDetail, Tool(), Near: Harm(), MinorsOnly: true),
        new(FloorRule.SexualContent, Sexual()),
        new(FloorRule.SexualContent, SexualMention(), MinorsOnly: true),
        new(FloorRule.ChildAbuseDetail, Violence(), Near: ViolenceDetailWithChild(), NearInSentence: true),
        new(FloorRule.ChildAbuseDetail, SexualAct(), Near: Child(), NearInSentence: true),
        new(FloorRule.ChildAbuseDetail, SexualAct(), MinorsOnly: true),
        new(FloorRule.ChildAbuseDetail, Violence(), Near: ViolenceDetail(), NearInSentence: true, MinorsOnly: true),
        new(FloorRule.IdentityAttack, Identity()),
        new(FloorRule.IdentityAttack, Body()),
        new(FloorRule.IdentityAttack, GoBack()),
        new(FloorRule.NotForMinors, HardLanguage(), MinorsOnly: true),
        new(FloorRule.NotForMinors, DrugDetail(), MinorsOnly: true),
    ];

    [GeneratedRegex(
        @"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|dozens?( of)?|a (?:whole )?(?:bottle|box|handful|fistful) of|the whole bottle|all of) ?(?:of )?(?:the |my |his |her |those )?(?:\w+ ){0,2}?(?:mg|milligrams?|grams?|ml|units?|pills?|tablets?|capsules?|doses?|tylenol|xanax|oxy\w*|insulin|sleeping pills?|meds|medication|bleach)\b|\b\d+ ?mg\b",
        Options
    )]
    private static partial Regex Dose();

    [GeneratedRegex(
        @"\b(?:kill(?:ing|ed)? (?:my|him|her)self|end(?:ing|ed)? (?:it(?: all)?|my life|things)|suicid\w+|over ?dos\w+|od'?d|not wake up|never wake up|hurt(?:ing)? myself|harm(?:ing)? myself|want(?:ed)? to die|be dead|be gone|swallow\w*|took them all|take them all|down them|be over|kill (?:him|her|them))\b",
        Options
    )]
    private static partial Regex Harm();

    [GeneratedRegex(
        @"\b(?:kill(?:ing|ed)? (?:my|him|her)self|end(?:ing|ed)? (?:it(?: all)?|my life|things)|suicid\w+|over ?dos\w+|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself|want(?:ed)? to die|be dead|kill (?:him|her|them)|do it with|use it on|how i(?:'d| would) do it|that's how|that's where i(?:'d| would))\b",
        Options
    )]
    private static partial Regex HarmPlan();

    [GeneratedRegex(
        @"\b(?:hang(?:ing|ed)?|hung) (?:my|him|her|them)sel(?:f|ves)\b|\bnoose\b|\b(?:gun|barrel|pistol|rifle) (?:to|in|into|against|under) (?:my|his|her|their) (?:head|mouth|temple|chin)\b|\b(?:shoot|shot|stab(?:bed)?|drown(?:ed)?|gas(?:sed)?) (?:my|him|her)self\b|\b(?:slit|slash|cut|open)(?:ting|ting)? (?:up )?(?:my|his|her|their) (?:wrists?|throat|veins?)\b|\bjump(?:ing|ed)? (?:off|from|in front of)\b[^.]{0,30}\b(?:bridge|roof|building|overpass|train|truck|bus|balcony|traffic)\b|\b(?:in front of|under) (?:a|the) (?:train|truck|bus)\b|\bcarbon monoxide\b|\bexhaust (?:pipe|hose)\b|\b(?:tie|tied|loop(?:ed)?) (?:a|the) (?:rope|belt|sheet|cord)\b|\b(?:took|taken?|taking|swallow(?:ed|ing)?) (?:about |like |all |some )?(?:\d{2,}|ten|a dozen|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|a (?:whole )?(?:bottle|box|handful|fistful) of|the whole bottle of) (?:of )?(?:\w+ ){0,2}?(?:pills|tablets|capsules|tylenol|xanax|meds)\b|\bcrush(?:ed|ing)? (?:up )?(?:the |my )?(?:pills|tablets|meds)\b|\bmix(?:ed|ing)? (?:the |my )?\w+ (?:pills|bleach|meds) with\b",
        Options
    )]
    private static partial Regex HowTo();

    [GeneratedRegex(
        @"\b(?:gun|pistol|rifle|shotgun|revolver|bullets?|rope|razor(?: blade)?s?|blade|knife|knives|belt|cord|bleach|antifreeze|gasoline|insulin|lighter fluid)\b",
        Options
    )]
    private static partial Regex Tool();

    [GeneratedRegex(
        @"\b(?:bridge|overpass|train tracks|railroad tracks|the tracks|the roof|rooftop|garage|the river|cliff|quarry|parking structure)\b",
        Options
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\b(?:penis|vagina|dick|cock|pussy|tits|boobs?|blow ?jobs?|orgasms?|horny|masturbat\w+|porn\w*|nudes?|naked (?:pictures?|photos?)|jerk(?:ed|ing)? off|turns? me on|turned me on|sexy|undress\w*|have sex with you|sleep with you|kiss you|make out with|what are you wearing|hook(?:ed|ing)? up with (?:you|her|him)|went down on (?:me|you|him|her|them)|oral sex|anal sex|threesome)\b",
        Options
    )]
    private static partial Regex Sexual();

    [GeneratedRegex(
        @"\b(?:sex|sexual(?! (?:orientation|identity))\w*|making out|made out|hook(?:ed|ing)? up|lingerie|bra|panties|underwear|virgin\w*|condoms?)\b",
        Options
    )]
    private static partial Regex SexualMention();

    [GeneratedRegex(
        @"\b(?:hit|hits|hitting|beat|beats|beating|beaten|whip\w*|punch\w*|kick\w*|slap\w*|smack\w*|spank\w*|chok\w+|strangl\w+|burn(?:ed|t|ing|s)?|scald\w*|shook|shak(?:en|ing) (?:him|her|the baby|me)|thr[eo]w(?:n|s)? (?:him|her|me)|drag(?:ged|s)? (?:him|her|me)|lock(?:ed|s)? (?:him|her|me)|tied (?:him|her|me))\b",
        Options
    )]
    private static partial Regex Violence();

    private const string Detail =
        @"(?:with (?:a|the|his|her|my) (?:\w+ )?(?:belt|cord|stick|switch|hanger|cane|spoon|paddle|hose|shoe|bat|cigarette|iron|pan|fist|fists|board|whip|chain|cable)|cigarettes?|boiling|welts?|bleed\w*|bled|blood\w*|broke (?:his|her|my) \w+|broken (?:arm|rib|bone|nose|jaw|leg)|fractur\w+|black eye|unconscious|passed out|until (?:he|she|i|they) (?:couldn't|stopped|bled|cried|was|passed)|over and over|again and again|against the (?:wall|floor)|by the (?:hair|throat|neck)|around (?:his|her|my) (?:throat|neck))";

    private const string ChildWord =
        @"(?:kids?|child(?:ren)?|babies|baby|toddler|infant|(?:little |my |his |her )(?:boy|girl|son|daughter|brother|sister)|sons?|daughters?|grand(?:son|daughter|kids?|child(?:ren)?)|nephew|niece|when i was (?:a kid|a child|little|small|young|\w+(?: years old)?)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d|1[0-7])[- ]years?[- ]old)";

    [GeneratedRegex(@"\b" + Detail + @"\b", Options)]
    private static partial Regex ViolenceDetail();

    [GeneratedRegex(@"\b" + ChildWord + @"\b.*\b" + Detail + @"\b|\b" + Detail + @"\b.*\b" + ChildWord + @"\b", Options)]
    private static partial Regex ViolenceDetailWithChild();

    [GeneratedRegex(@"\b" + ChildWord + @"\b", Options)]
    private static partial Regex Child();

    [GeneratedRegex(
        @"\b(?:rap(?:ed|es|ing)|molest(?:ed|s|ing)|fondl\w+|grop\w+|touch(?:ed|es|ing) (?:me|him|her|them)(?:sel(?:f|ves))? (?:down|there|under|between|in (?:the|a) (?:bath|bed))\w*|(?:his|her) (?:hands?|fingers?) (?:up|under|inside|down) (?:my|her|his)|got (?:in|into) (?:bed|my bed) with (?:me|her|him)|made (?:me|her|him) (?:touch|watch|undress|take off))\b",
        Options
    )]
    private static partial Regex SexualAct();

    [GeneratedRegex(
        @"\byou(?:'re| are|r)? (?:just |only |nothing but |all |another |such )?(?:an? |some )?(?:\w+ )?(?:white|black|brown|asian|chinese|indian|latin[oax]|mexican|arab|muslim|jew|jewish|christian|gay|lesbian|queer|trans|foreign|immigrant|disabled|crippled|fat|ugly|old) (?:bitch|woman|man|girl|boy|lady|guy|kid|idiot|people|folks?|ass)\b|\b(?:stupid|dumb|fucking|damn|goddamn|typical) (?:white|black|brown|asian|chinese|indian|latin[oax]|mexican|arab|muslim|jew|jewish|christian|gay|lesbian|trans|foreign(?:er)?|immigrant|fat|ugly)\b|\blittle (?:white|black|brown|asian|chinese|indian|latin[oax]|mexican|arab|muslim|jew|jewish|christian|gay|lesbian|trans|foreign(?:er)?|immigrant|fat|ugly) (?:bitch|woman|man|girl|boy|lady|guy|kid|idiot|people|worker)\b|\byour (?:kind|race|religion|accent)\b[^.?]{0,40}\b(?:stupid|dumb|disgust\w*|problem|can't|never|shouldn't|hate|ruin\w*|belong)\b|\b(?:hate|don't trust|can't stand) your (?:kind|race|religion)\b",
        Options
    )]
    private static partial Regex Identity();

    [GeneratedRegex(
        @"\byou(?:'re| are)? (?:so |such |just |a |an |really |fucking |stupid )*(?:bitch|whore|slut|cunt|fat|ugly|retard\w*|freak|pig)\b|\b(?:fuck|screw) you,? (?:you )?(?:bitch|cunt|whore|slut)\b|\blook at you,? (?:so )?(?:fat|ugly)\b",
        Options
    )]
    private static partial Regex Body();

    [GeneratedRegex(@"\bgo back (?:to )?(?:where(?:ver)? you (?:came|come|are|'re) |where you're |your (?:own )?country)", Options)]
    private static partial Regex GoBack();

    [GeneratedRegex(@"\b(?:(?:mother)?fuck\w*|cunt\w*|motherf\w+|cocksuck\w*)\b", Options)]
    private static partial Regex HardLanguage();

    [GeneratedRegex(
        @"\b(?:\d+|half a|a|two|three|a few) ?(?:mg|grams?|milligrams?|lines?|ounces?|hits?|bags?|tabs?) of (?:weed|coke|cocaine|meth|acid|molly|heroin|fentanyl|xanax|oxy\w*|pills)\b|\b(?:snort|inject|shoot|shot) (?:it |them )?(?:up )?(?:with|using|by)\b",
        Options
    )]
    private static partial Regex DrugDetail();
}
