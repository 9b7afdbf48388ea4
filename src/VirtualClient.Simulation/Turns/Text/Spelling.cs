using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Brings real typing to one form, so that a rule is written once: contractions are opened ("you're" and "youre" become "you are"),
/// phone spellings and the commonest slips are put right. Nothing here changes what was meant.
/// </summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, string> Forms = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The usual form of a lower-case word, possibly more than one word.</summary>
    public static string Normalize(string word)
    {
        if (Forms.TryGetValue(word, out var form))
        {
            return form;
        }

        var shorter = Shorten(word);
        if (!ReferenceEquals(shorter, word) && Forms.TryGetValue(shorter, out form))
        {
            return form;
        }

        // "mom's" and "landlord's" keep their word; what stays of a contraction nobody listed is a possessive.
        return shorter.EndsWith("'s", StringComparison.Ordinal) ? shorter[..^2] : shorter;
    }

    /// <summary>Folds letters held down ("sooo", "heyyy") back to one.</summary>
    private static string Shorten(string word)
    {
        var run = 1;
        for (var i = 1; i < word.Length; i++)
        {
            run = word[i] == word[i - 1] && char.IsLetter(word[i]) ? run + 1 : 1;
            if (run == 3)
            {
                return Fold(word);
            }
        }

        return word;
    }

    private static string Fold(string word)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var held = i > 0 && word[i] == word[i - 1] && (Same(word, i - 1, i + 1) || Same(word, i - 2, i));
            if (!held)
            {
                kept.Append(word[i]);
            }
        }

        return kept.ToString();
    }

    private static bool Same(string word, int from, int to)
    {
        if (from < 0 || to >= word.Length)
        {
            return false;
        }

        return word[from] == word[from + 1] && word[from + 1] == word[to];
    }

    private static Dictionary<string, string> Table()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        AddContractions(forms);
        foreach (var line in Slips.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', 2);
            foreach (var slip in parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                forms[slip] = parts[1].Trim();
            }
        }

        return forms;
    }

    private static void AddContractions(Dictionary<string, string> forms)
    {
        string[] subjects =
        [
            "i",
            "you",
            "he",
            "she",
            "it",
            "we",
            "they",
            "that",
            "there",
            "this",
            "these",
            "what",
            "who",
            "how",
            "where",
            "when",
            "why",
            "here",
        ];
        (string Ending, string Full)[] endings = [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'s", "is")];
        foreach (var subject in subjects)
        {
            foreach (var (ending, full) in endings)
            {
                forms[subject + ending] = subject + " " + full;
            }
        }

        string[] things =
        [
            "everything",
            "something",
            "nothing",
            "anything",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "nobody",
            "anyone",
            "one",
        ];
        foreach (var thing in things)
        {
            forms[thing + "'s"] = thing + " is";
        }

        string[] verbs =
        [
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "were",
            "have",
            "has",
            "had",
            "could",
            "would",
            "should",
            "must",
            "need",
            "might",
        ];
        foreach (var verb in verbs)
        {
            forms[verb + "n't"] = verb + " not";
            forms[verb + "nt"] = verb + " not";
            forms[verb + "n't've"] = verb + " not have";
        }
    }

    private const string Slips = """
        i'm im i'am i’m imma=i am
        can't cant can'nt cannot=can not
        won't wont=will not
        ain't aint=is not
        shan't=shall not
        y'all yall ya'll=you all
        let's lets=let us
        youre yoru'e your'e u're ur'e=you are
        youve uve=you have
        youll=you will
        youd=you would
        theyre=they are
        theyve=they have
        weve=we have
        weren't=were not
        ive=i have
        itll=it will
        thats thas=that is
        theres=there is
        whats wats=what is
        hows=how is
        wheres=where is
        whos=who is
        shes=she is
        hes=he is
        could've couldve coulda=could have
        should've shouldve shoulda=should have
        would've wouldve woulda=would have
        must've mustve=must have
        might've=might have
        u ya yuo yu yo'=you
        ur yr=your
        r=are
        y=why
        wanna wana=want to
        gonna gona finna=going to
        gotta=got to
        hafta=have to
        tryna=trying to
        kinda=kind of
        sorta=sort of
        lotta=lot of
        dunno=do not know
        gimme=give me
        lemme=let me
        c'mon=come on
        cuz cos coz 'cause becuase becasue beacuse bc bcuz=because
        ppl=people
        plz pls=please
        thx thnx ty=thanks
        tho=though
        thru=through
        abt=about
        w=with
        w/o=without
        idk=i do not know
        rn=right now
        tmrw tommorow tomorow=tomorrow
        tonite=tonight
        msg=message
        appt=appointment
        wk=week
        teh hte=the
        taht tht=that
        adn nad=and
        waht wat wht whta=what
        hwo hw=how
        whne wen=when
        wich whcih=which
        wher whre=where
        wy=why
        thier thrie=their
        thign=thing
        hav ahve hvae=have
        haev=have
        dose=does
        knwo kno konw=know
        thnik thnk tihnk=think
        wnat watn=want
        liek lik=like
        realy relly raelly=really
        feeel feelign feleing feling=feeling
        feal=feel
        tlak=talk
        talkign=talking
        woudl wuold woud=would
        coudl cuold coud=could
        shoud shoudl=should
        abotu baout=about
        soem=some
        tiem=time
        mkae=make
        jsut juts=just
        dont'=do not
        alright=all right
        okay ok okey okie k kk oki=okay
        mhm mmhm mmhmm mhmm mm-hmm mmhmmm=mm hmm
        mmm=mm
        uhhuh=uh huh
        hmmm hm=hmm
        freind frend=friend
        recieve=receive
        beleive belive=believe
        suicde sucide suiside suicid=suicide
        sucidal suicidial suicidle suidical=suicidal
        confidental confidencial confidentail confedential=confidential
        confidentality confidentialty=confidentiality
        definately definatly defintely=definitely
        understnad undrestand undertsand=understand
        dificult difficlt diffcult=difficult
        hapened happend hapend=happened
        couragous=courageous
        appriciate apreciate appreicate=appreciate
        supervisior superviser=supervisor
        soical=social
        studnet studnt=student
        wokrer woker=worker
        apologise=apologize
        realise=realize
        recognise=recognize
        mum mam=mom
        favourite=favorite
        alot=a lot
        abuseing=abusing
        killling=killing
        yourslef urself yurself=yourself
        mself=myself
        """;
}
