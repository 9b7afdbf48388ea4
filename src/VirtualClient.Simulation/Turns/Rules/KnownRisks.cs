using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// What a direct question means to somebody who has this to tell: "Is he by himself at night?" is a question about a child's safety where
/// there is such a child, and small talk where there is none. Reads names and topics from the client's risk facts, so that a student who
/// asks in everyday words is answered as the question was meant. Built once for each persona; thread-safe.
/// </summary>
internal sealed partial class KnownRisks
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Anybody = "anyone|anybody|someone|somebody|everyone|everybody|no one|nobody|adult|adults|grown up|grown ups";

    private const string Young =
        "he|she|him|her|them|kids?|child|children|son|daughter|baby|boys?|girls?|brother|sister|little one|little ones|toddler";

    private static readonly ConditionalWeakTable<Persona, KnownRisks> Cache = [];

    private static readonly HashSet<string> Minding = ["alone", "home alone", "sitter", "babysitter", "who stays", "watch", "supervise"];

    private static readonly RiskItem[] Dying = [RiskItem.WishToBeDead, RiskItem.SuicidalThoughts];

    private readonly List<(RiskItem Risk, Regex Asks)> rules = [];
    private readonly List<(RiskItem Risk, PhraseIndex<string> Words)> topics = [];

    private KnownRisks(Persona persona)
    {
        foreach (var fact in persona.Disclosures)
        {
            if (fact.Risk is not { } risk)
            {
                continue;
            }

            rules.AddRange(RulesFor(risk, fact).Select(rule => (risk, new Regex(rule, Plain))));
            if (risk == RiskItem.ChildAtRisk)
            {
                rules.Add((RiskItem.Violence, new Regex(Hitting(Who(fact, Young)), Plain)));
            }

            topics.Add((risk, Named(fact)));
        }
    }

    public static KnownRisks Of(Persona persona) => Cache.GetValue(persona, static key => new KnownRisks(key));

    /// <summary>Risks of this client that a direct question in these words is about.</summary>
    public IEnumerable<RiskItem> In(ReadOnlySpan<char> question, IReadOnlyList<Word> words, Sentence sentence)
    {
        var found = new HashSet<RiskItem>();
        foreach (var (risk, asks) in rules)
        {
            if (!found.Contains(risk) && asks.IsMatch(question))
            {
                found.Add(risk);
            }
        }

        foreach (var (risk, index) in topics)
        {
            var named = new HashSet<string>(StringComparer.Ordinal);
            index.Find(words, sentence.FirstWord, sentence.WordCount, named);
            // "What happens when she drives him?" needs one topic only.
            named.Remove("happen");
            if (named.Count > 1 || named.Count == 1 && Happens().IsMatch(question))
            {
                found.Add(risk);
            }
        }

        return found;
    }

    private static IEnumerable<string> RulesFor(RiskItem risk, Disclosure fact) =>
        risk switch
        {
            RiskItem.ChildAtRisk => ChildRules(Who(fact, Young), fact.Topics.Any(Minding.Contains)),
            RiskItem.Violence => ViolenceRules(Who(fact, "he|she|him|her|they|them|partner|boyfriend|girlfriend|husband|wife")),
            RiskItem.Method => [@"\b(guns?|rifle|pistol|weapons?|pills|the means|means (at|in|to))\b"],
            _ when Dying.Contains(risk) => DyingRules(risk),
            _ => [],
        };

    private static IEnumerable<string> ChildRules(string child, bool minding)
    {
        const string danger =
            "safe|unsafe|safety|danger|dangerous|harm|harmed|hurt|hurts|hurting|risk|accident|trouble|neglected|supervised|unsupervised|looked after|drinking|drunk|been drinking";
        const string alone = "(alone|unsupervised|unattended|on (his|her|their) own|by (himself|herself|themselves))";
        yield return $@"\b({child})\b.*\b({danger}|scared|frightened|worried)\b";
        yield return $@"\b({danger}|worry|worried|concerned|scared|scare|scares|frightens?)\b.*\b({child})\b";
        yield return $@"\b({Anybody}|things|everything|it|you)\b.*\b({danger})\b(?! (you|yourself)\b).*\b(home|house|there|with (him|her|them))\b";
        yield return $@"\b({Anybody}|{child})\b.*\b(getting|get|gets|been|being) (hurt|harmed)\b";
        yield return $@"^(?!(is|would) (it|that) (okay|all right|fine)).*\b({child}) (is |are |doing |be )?(ok|okay|all right)\b";
        yield return $@"\b(is|are|was|were|has|have|does|do|did) (?!(you|i|it|we|that|things)\b)\w+( (?!(when|you|i)\b)\w+){{0,5}} {alone}\b";
        yield return $@"\bleav(e|es|ing) (?!(you|me|us|it|that)\b)\w+( \w+)? {alone}\b";
        yield return $@"\b({child})\b.*\b(outside|wander(s|ed|ing)?|left the house|leaves? the house|gone out|run off|ran off|got out|get out|out of the house|looking for you)\b";
        if (!minding)
        {
            yield break;
        }

        yield return $@"\bwho\b.*\b(watches|watch|minds|keeps an eye|looks? after|takes? care|cares? for|puts|sits|stays?|in the house|there|home)\b.*\b({child}|night|nights|overnight|then|work|shift)\b";
        yield return $@"\bwho (is|was|stays|sits|will be)( \w+){{0,4}} with\b(?! (you|me|us)\b)";
        yield return $@"\b(where|what happens|how|who)\b.*\b({child})\b.*\b(while|when|nights?|overnight|shift|after dark)\b";
        yield return $@"\b({Anybody}|sitter|babysitter|neighbor)\b.*\b(with|for|watch|watches|stay|stays|sleep|sleeps|there|check on|checks on)\b.*\b({child}|nights?|overnight|then|over)\b";
        yield return @"\b(sitter|babysitter|child ?care)\b.*\b(nights?|overnight|work|shift|gone)\b";
        yield return $@"\bwithout (you|{Anybody}|an adult|a grown up|a sitter)\b";
    }

    /// <summary>Blows are a question of their own, and the answer to it may be a true no where another danger is still kept back.</summary>
    private static string Hitting(string child) =>
        $@"\b(hit|hits|hitting|beat|beats|beating|spank(s|ed)?|slap(s|ped)?|smack(s|ed)?|hands on|hand on)\b.*\b({child})\b";

    private static IEnumerable<string> ViolenceRules(string other)
    {
        yield return $@"\b({other}|it|things|that)\b.*\b(physical|rough|violent|violence|aggressive|out of hand|out of control|temper|throws?|threw|shoves?|shoved|grabs?|grabbed|pushed|dangerous|hands on|lay a hand|laid a hand)\b";
        yield return $@"\b({other}|anyone|anybody|someone|somebody|anything|it|things)\b.*\b(scares?|scared|frightens?|frightened|frightening|hurts?|hurting|threatens?|threatened) you\b";
        yield return $@"\b(scared|afraid|frightened|terrified)\b.*\b({other}|home|upset|might do)\b";
        yield return @"\b(safe|unsafe|danger)\b.*\b(home|house|tonight|there|relationship|back|with)\b";
        yield return $@"\bwhat (happens|is it like|does {other} do|do they do)\b.*\b(angry|mad|upset|rage|drunk|temper|lose it|loses it|arguments?|fights?|argue|fight)\b";
        yield return @"\b(choked?|choking|strangled?|throat|your neck|breathe|for your life|kill you|bruis\w+|injur\w+|marks on)\b";
        yield return @"\bworst (time|night|one|it|that|of it|has)\b|\b(worse|more serious) than (that|this)\b|\bmore serious\b";
        yield return $@"\b(did|does|has|have|would) ({other}) (ever )?(do|done) (something|anything)\b";
    }

    private static IEnumerable<string> DyingRules(RiskItem risk)
    {
        if (risk == RiskItem.WishToBeDead)
        {
            yield return @"\b(want|wanted|wish|wishing|hope|hoping|rather)\b.*\b(not be here|not to be here|it all to (stop|end|be over)|everything to (stop|end)|would not wake up|not wake up|never wake up|disappear|be gone)\b";
            yield return @"\b(point|reason)\b.*\b(living|going on|live|go on)\b";
            yield break;
        }

        yield return @"\b(dark|bad|scary|dangerous) thoughts\b";
        yield return @"\b(safe|unsafe)\b.*\b(with|from|around) yourself\b|\bkeep(ing)? yourself safe\b|\bsafe (tonight|right now|today)\b|\bdanger to yourself\b";
        yield return @"\bthoughts? (of|about) (dying|death|ending|not being|suicide|harming|hurting)\b";
    }

    /// <summary>Names in the fact, and words that stand for who it is about. A name is a capital inside a sentence that is no day or month.</summary>
    private static string Who(Disclosure fact, string words)
    {
        var names = fact
            .Topics.Where(topic => char.IsUpper(topic[0]) && !topic.Contains(' '))
            .Concat(InnerCapital().Matches(fact.Fact).Select(match => match.Value))
            .Where(name => !IsADate(name))
            .Select(name => Regex.Escape(name.ToLowerInvariant()));
        return string.Join('|', names.Append(words).Distinct());
    }

    private static bool IsADate(string name) =>
        Enum.GetNames<DayOfWeek>().Any(day => name.StartsWith(day, StringComparison.Ordinal))
        || System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(name);

    /// <summary>The fact's topics but for those that name a person: "What do you and Owen do in the car?" is small talk.</summary>
    private static PhraseIndex<string> Named(Disclosure fact)
    {
        var index = new PhraseIndex<string>();
        foreach (var topic in fact.Topics.Where(topic => !topic.Contains('_')))
        {
            if (!char.IsUpper(topic[0]) && !Young.Split('|').Contains(topic))
            {
                index.Add(topic, string.Join(' ', TurnText.Parse(topic).Words.Select(word => word.Stem)));
            }
        }

        return index;
    }

    [GeneratedRegex(@"\b(happens?|happened|go(es)? wrong|went wrong)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Happens();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex InnerCapital();
}
