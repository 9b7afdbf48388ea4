using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Brings the forms of one English word to one stem ("evicted", "evicting", "eviction" -> "evict"). A light stemmer of our own: the
/// same stem for the forms is what matters, not a dictionary word. Words of other roots must not meet ("mother" is not "moth").
/// </summary>
internal static class Stemmer
{
    private static readonly FrozenDictionary<string, string> Irregular = Read(IrregularForms);

    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    private static readonly string[] Endings =
    [
        "izations",
        "ization",
        "ations",
        "ation",
        "nesses",
        "ments",
        "ness",
        "ment",
        "ions",
        "ion",
        "ings",
        "ing",
        "ies",
        "ied",
        "edly",
        "ed",
        "ives",
        "ive",
        "ally",
        "ily",
        "ly",
        "ful",
        "als",
        "al",
        "ants",
        "ant",
        "ences",
        "ence",
        "ances",
        "ance",
        "es",
        "s",
        "y",
        "e",
    ];

    public static string Stem(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        if (Irregular.TryGetValue(word, out var root))
        {
            return root;
        }

        // People use few words often; the cache is bounded by what it will take.
        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        var made = Make(word);
        if (Known.Count < MostKnown)
        {
            Known.TryAdd(word, made);
        }

        return made;
    }

    private static string Make(string word)
    {
        var stem = word;
        for (var round = 0; round < 3; round++)
        {
            var next = Cut(stem);
            if (ReferenceEquals(next, stem))
            {
                break;
            }

            stem = next;
        }

        return Undouble(stem);
    }

    private static string Cut(string word)
    {
        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var left = word.Length - ending.Length;
            var least = ending.Length > 2 ? 4 : 3;
            if (ending is "ing" or "ed" or "ings")
            {
                least = 3;
            }

            if (ending is "s" && (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal)))
            {
                return word;
            }

            if (left >= least && HasVowel(word, left))
            {
                return word[..left];
            }
        }

        return word;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                return true;
            }
        }

        return false;
    }

    private static string Undouble(string stem)
    {
        var last = stem.Length - 1;
        return last > 2 && stem[last] == stem[last - 1] && stem[last] is not ('s' or 'l' or 'e' or 'o') ? stem[..last] : stem;
    }

    private static FrozenDictionary<string, string> Read(string lines)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
            {
                forms[word] = words[0];
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // The first word of a line is the stem of all its words.
    private const string IrregularForms = """
        child children kid kids childhood
        childcare daycare
        wife wives
        man men
        woman women
        life lives
        person people
        lose losing loses lost loss losses
        leave leaves leaving left
        die dies died dying
        dead
        death deaths
        drink drinks drinking drank drunk drinker drinkers
        sleep sleeps sleeping slept sleepless
        eat eats eating ate eaten
        feel feels feeling felt feelings
        hurt hurts hurting hurtful
        hit hits hitting
        fight fights fighting fought
        work works working worked worker workers
        job jobs
        smoke smokes smoking smoked smoker smokers
        use uses using used user users usage
        abuse abuses abusing abused abusive abuser abusers
        homeless homelessness
        suicide suicides suicidal
        pay pays paying paid payment payments
        sell sells selling sold
        buy buys buying bought
        steal steals stealing stole stolen
        speak speaks speaking spoke spoken
        tell tells telling told
        say says saying said
        know knows knowing knew known
        think thinks thinking thought thoughts
        go goes going went gone
        come comes coming came
        see sees seeing saw seen
        give gives giving gave given
        take takes taking took taken
        get gets getting got gotten
        keep keeps keeping kept
        make makes making made
        find finds finding found
        hear hears hearing heard
        hold holds holding held
        bring brings bringing brought
        teach teaches teaching taught teacher teachers
        break breaks breaking broke broken
        drive drives driving drove driven driver
        fall falls falling fell fallen
        meet meets meeting met meetings
        run runs running ran
        sit sits sitting sat
        stand stands standing stood
        understand understands understanding understood
        begin begins beginning began begun
        fear fears fearing feared fearful
        angry anger angered angrily
        anxious anxiety anxieties
        depress depression depressed depressing depressive
        grieve grief grieving grieved
        sad sadness saddened
        tire tired tiring tiredness
        worry worries worried worrying
        scare scared scary scares
        lonely loneliness alone
        pregnant pregnancy pregnancies
        marry married marriage marrying
        divorce divorced divorcing
        immigrate immigration immigrant immigrants
        deport deportation deported deporting
        disable disability disabilities disabled
        addict addicted addiction addicts addictions
        evict evicted eviction evicting evictions
        violent violence violently
        threat threaten threatens threatened threatening threats
        ill illness illnesses
        sick sickness
        hospital hospitals hospitalized
        doctor doctors dr
        mom mother mothers moms mama mommy
        dad father fathers dads daddy papa
        grandma grandmother nana gran granny
        grandpa grandfather
        sibling siblings
        boss bosses
        bus buses
        house houses
        home homes
        rent rents rental renting
        number numbers
        matter matters
        better
        water
        never
        paper papers paperwork
        police cop cops
        class classes
        grade grades
        family families
        baby babies
        money
        body
        pain pains painful
        shame ashamed shameful
        guilt guilty
        care cares caring cared
        caregiver caregivers caregiving caretaker caretaking
        diagnose diagnosis diagnosed diagnoses
        medication medications meds medicine medicines
        gun guns
        knife knives
        """;
}
