namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Boundary breaches (insult, slur, sexual, discriminatory) and turns that leave the meeting (chit-chat, instructions to a program).</summary>
internal static class BoundaryRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.BoundaryBreach, Insult, "boundary.insult", unless: Quoted);
        reading.Try(LabelCode.BoundaryBreach, Curse, "boundary.curse");
        reading.Try(LabelCode.BoundaryBreach, Slur, "boundary.slur", unless: Quoted);
        reading.Try(LabelCode.BoundaryBreach, Sexual, "boundary.sexual", unless: Quoted);
        reading.Try(LabelCode.BoundaryBreach, Group, "boundary.group", unless: Quoted);
        if (reading.Text.Raw.Contains("\U0001F595", StringComparison.Ordinal))
        {
            reading.Add(LabelCode.BoundaryBreach, 0, 0, "boundary.gesture");
        }

        reading.Try(LabelCode.OffTopic, Program, "off-topic.program");
        reading.Try(LabelCode.OffTopic, ChitChat, "off-topic.chit-chat");
    }

    private const string Insults =
        "(?:idiot|moron|stupid|dumb|dumbass|loser|trash|garbage|pathetic|disgusting|worthless|useless|freak|psycho|nutcase|lunatic|pig|fat|ugly|bitch|bastard|asshole|jerk|whore|slut|junkie|crackhead|scum|retarded|brat|creep|piece of (?:shit|crap|trash)|a joke|a waste of (?:space|time|life)|an embarrassment)";

    private static Pattern Insult { get; } =
        Pattern.Of(
            @"\b(?:you (?:are|were|sound like|look like)(?: (?:such|just|so|really|a|an|fucking|damn|one|the|being|nothing but|"
                + @"pretty|truly|complete|total|goddamn|bloody|too))* "
                + Insults
                + @"\b|(?:you|u) (?:fucking |stupid |dumb |little |damn |goddamn |lazy |ugly |fat |old |crazy )*(?:idiot|moron|bitch|"
                + @"bastard|asshole|loser|whore|slut|junkie|freak|psycho|pig|piece of shit|crackhead)\b|shut (?:up|your)|nobody (?:cares|"
                + @"likes you|wants you)|i hate you|you (?:make me sick|disgust me|suck)|go to hell|drop dead|"
                // Said as a command only: asked about, these are the words a worker has to use.
                + @"^(?:then |well |so )?(?:you should |maybe you should |why do not you )?(?:just |please )?(?:go (?:and )?)?(?:kill|hang) yourself$)"
        );

    private static Pattern Curse { get; } =
        Pattern.Of(@"\b(?:fuck (?:you|off|yourself|this guy)|f\*+ you|screw you|piss off|kiss my ass|stfu|gtfo|kys)\b");

    // Written with gaps: the product has to know these words and does not have to spell them.
    private static Pattern Slur { get; } =
        Pattern.Of(
            @"\b(?:n[i1][g]{2}(?:er|a|ers|as)|f[a4]g+(?:ot|ots|s)?|sp[i1]cs?|ch[i1]nks?|k[i1]kes?|tr[a4]nn(?:y|ies)|wetb[a4]cks?|"
                + @"r[e3]tards?|g[o0]{2}ks?|raghe[a4]ds?|towelheads?|beaners?|dykes?|cunts?|redskins?|sandn\w+|illegals|cripples?)\b"
        );

    private static Pattern Sexual { get; } =
        Pattern.Of(
            @"\b(?:you (?:are|look)(?: \w+){0,2} (?:hot|sexy|gorgeous|fine as hell|fuckable|attractive)\b|sleep with me|(?:have|"
                + @"want) sex with (?:me|you)|(?:go|come) (?:out|home) with me\b|(?:go )?on a date with (?:me|you)|be my (?:girlfriend|"
                + @"boyfriend)|(?:send|show) me (?:a |your |some )?(?:nudes?|naked|pics?|body|tits|boobs)|take off your|"
                + @"what are you wearing\b|(?:nice|great|big) (?:tits|ass|boobs|butt)|(?:kiss|touch) me\b|are you single\b|can i (?:kiss|"
                + @"touch) you|turn(?:s|ing)? me on|i (?:want|would like) to (?:kiss|fuck|touch) you)"
        );

    private static Pattern Group { get; } =
        Pattern.Of(
            @"\b(?:go back (?:to )?(?:where you (?:come|came|belong|are from)|your (?:own )?country)|(?:you people|your people|your kind)\b(?! of\b)(?: \w+)? (?:are|"
                + @"always|all|never|should|do not|can not|only|just|come|want|need to)|(?:people|women|men|those|all) (?:of your (?:kind|"
                + @"race|color)|like (?:you|that) (?:are|always|never|should not))|(?:all|typical) (?:blacks|whites|mexicans|muslims|jews|"
                + @"gays|immigrants|asians|arabs|hispanics|latinos|indians|women|men|poor people|addicts|welfare)\b(?: \w+)? (?:are|do|"
                + @"want|lie|steal|should)?|(?:blacks|mexicans|muslims|jews|gays|immigrants|arabs|foreigners|welfare people) (?:are|"
                + @"always|should|do not|can not|just)|welfare (?:queen|leech)|speak english\b(?! at| with| is)|you do not belong (?:here|"
                + @"in this country)|being (?:gay|trans|a lesbian) is (?:wrong|a sin|unnatural|not normal|a choice)|real (?:man|"
                + @"woman)\b(?: \w+)? (?:would|does|do)|typical (?:woman|man|female|girl))"
        );

    private static Pattern Quoted { get; } =
        Pattern.Of(
            @"\b(?:(?:calls?|called|calling|says?|said|saying|tells?|told|telling|think|thinks|thought|feel|felt|feeling|believes?|"
                + @"made you feel|makes you feel|heard) (?:that |like |you |that you |yourself |him |her |me |people |they )*(?:are |"
                + @"were |is |was )?|sounds like (?:he|she|they|people|your)|you (?:are|were) (?:not|never)|do not (?:think|believe|feel)|"
                + @"not (?:an?|that you are) )\b"
        );

    private static Pattern Program { get; } =
        Pattern.Of(
            @"\b(?:(?:ignore|disregard|forget|override|bypass)(?: \w+){0,4} (?:instructions?|prompts?|rules|programming|guidelines|"
                + @"system|directions|everything (?:above|before))|(?:system|initial|hidden|original|developer) (?:prompt|message|"
                + @"instructions?)|(?:you are|are you|you re|as)(?: \w+){0,3} (?:an ai|a bot|a chatbot|a robot|chatgpt|gpt\w*|"
                + @"a language model|an assistant|a computer program|a program|artificial intelligence|an llm|claude|siri|simulated|"
                + @"a simulation)|(?:act|pretend|respond|behave|roleplay) (?:as|like|to be) (?:if you|a |an |the |you )|(?:you are|"
                + @"from) now (?:on )?(?:you are |a |an |in )|(?:print|reveal|show|output|repeat|tell me|give me|list|"
                + @"dump)(?: \w+){0,3} (?:your (?:prompt|instructions|rules|secrets?|hidden|trust|disclosures?|system)|the (?:prompt|"
                + @"instructions|hidden|system|above)|trust (?:score|level))|(?:developer|debug|admin|god|dan) mode|jailbreak|(?:write|"
                + @"create|generate)(?: me)? (?:a |an |some )?(?:poem|essay|code|story|song|python|script|sql|recipe)|(?:trust|score|"
                + @"level) (?:score|level|to|of) (?:\d|max|four))\b"
        );

    private static Pattern ChitChat { get; } =
        Pattern.Of(
            @"\b(?:(?:did|do|have) you (?:see|watch|catch|seen|watched|follow)(?: \w+){0,3} (?:game|match|super bowl|show last|"
                + @"movie|netflix|football|basketball|baseball|tiktok|youtube|match)\b|(?:nice|lovely|beautiful|terrible|awful|crazy|hot|"
                + @"cold|rainy) (?:weather|day (?:out|outside|today is))|how (?:about|is) (?:this|the|that) weather|"
                + @"what is your favou?rite (?:color|movie|song|food|show|team|band|animal|game|book|sport|pizza|ice cream)|"
                + @"do you like (?:pizza|pineapple|football|anime|taylor|cats|dogs|minecraft|fortnite|video games|sushi|coffee|tea)\b|"
                + @"tell me a joke|knock knock|what is (?:the capital|\d+ (?:plus|times|minus|x))|who (?:won|is the president)|lol|lmao|"
                + @"rofl|test(?:ing)? (?:test|one two|123|1 2 3)|asdf\w*|qwert\w*|blah blah|banana|i like turtles)\b"
        );
}
