namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Introduction by name, and explaining what one is or does here. A name alone is no role, an agency alone neither.</summary>
internal static class IntroductionRules
{
    public static void Apply(Reading reading)
    {
        Introduce(reading);
        reading.Try(LabelCode.ExplainsRole, Role, "opening.role", unless: NotRole);
        reading.Try(LabelCode.ExplainsRole, HereTo, "opening.here-to", unless: NotRole);
        if (reading.Has(LabelCode.Introduction))
        {
            // Beside a name it takes little to say what one is here.
            reading.Try(LabelCode.ExplainsRole, BesideName, "opening.role-beside-name");
        }
    }

    private static void Introduce(Reading reading)
    {
        if (reading.Try(LabelCode.Introduction, MyName, "opening.name"))
        {
            return;
        }

        foreach (var match in ThisIs.All(reading.Whole))
        {
            var end = match.Index + match.Length;
            var last = reading.Text.Words.Last(word => word.Start < end);
            var name = reading.Text.AsTyped(last.Start, last.Form.Length);
            if (name.Length > 2 && char.IsUpper(name[0]) && !char.IsUpper(name[1]) && !NotName.IsMatch(last.Form))
            {
                reading.Add(LabelCode.Introduction, match.Index, match.Length, "opening.this-is-name");
                return;
            }
        }

        foreach (var match in IAm.All(reading.Whole))
        {
            var words = reading.Text.Unquoted.AsSpan(match.Index, match.Length);
            var name = words[(words.LastIndexOf(' ') + 1)..];
            var typed = reading.Text.AsTyped(match.Index + match.Length - name.Length, name.Length);
            var greeted = match.Index < 30 && Greeting.IsMatch(reading.Whole);
            var capital = typed.Length > 0 && char.IsUpper(typed[0]) && typed.Length > 1 && !char.IsUpper(typed[1]);
            // A capital alone is proof only in a text that uses small letters for other words.
            if (!NotName.IsMatch(name) && (capital || (greeted && NameEnds(reading.Text.Unquoted, match.Index + match.Length))))
            {
                reading.Add(LabelCode.Introduction, match.Index, match.Length, "opening.i-am-name");
                return;
            }
        }
    }

    private static bool NameEnds(string text, int at) =>
        at >= text.Length || text[at] is '.' or ',' or '?' || AfterName.IsMatch(text.AsSpan(at));

    private const string Worker =
        "(?:social work(?:er)?|student|intern|trainee|practicum|counselor|case ?manager|caseworker|case worker|therapist|advocate|clinician|nurse|outreach worker|support worker|field (?:student|placement)|placement|navigator|specialist|coordinator|msw|bsw|worker)";

    private static Pattern MyName { get; } =
        Pattern.Of(
            @"(?:^(?:hi|hello|hey|good \w+)[,. ]+(?:\w+[,. ]+){0,2}?[a-z]+ here\b|^[a-z]+ here,? (?:from|with|the|your|i am)\b|"
                + @"\b(?:it is|its) me,? [a-z]+)|\b(?:my name(?: is|s)\b [a-z_]+|(?:you can |please |just |people |everyone |"
                + @"everybody )+calls? me [a-z_]+|(?:i )?(?:want|wanted|would like|let me)(?: to)? (?:start by |begin by |"
                + @"first )?introduc(?:e|ing) myself|(?:this|it) is [a-z]+,? (?:from|with|at|the|a|your) (?:the |your |"
                + @"a )?(?:\w+ ){0,3}(?:center|agency|clinic|office|services?|hospital|shelter|school|team|social|student|worker|program)|"
                + @"i go by [a-z]+|name is [a-z]+)"
        );

    private static Pattern ThisIs { get; } = Pattern.Of(@"(?:^|[.,?] ?|\b(?:hi|hello|hey) )this is [a-z]+\b");

    private static Pattern IAm { get; } = Pattern.Of(@"\bi am (?:also )?(?:called |named |(?:mr|mrs|ms|dr|miss)\.? )?[a-z]+(?:-[a-z]+)?");

    private static Pattern Greeting { get; } =
        Pattern.Of(@"^ ?(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|thank you for|thanks for|nice to meet|so|okay)\b");

    private static Pattern AfterName { get; } =
        Pattern.Of(@"^ ?(?:and\b|from|with|a|an|the|your|one of|i|we|it is|nice|how|what|thanks|thank|by the way|here|and i)\b");

    private static Pattern NotName { get; } =
        Pattern.Of(
            @"^(?:a|an|the|your|not|so|very|really|just|sorry|glad|happy|here|going|wondering|curious|hearing|sure|afraid|looking|"
                + @"trying|also|still|with|from|in|on|at|one|only|new|learning|concerned|worried|aware|sensing|thinking|noticing|"
                + @"listening|okay|fine|good|well|interested|supposed|required|able|asking|calling|being|getting|pleased|honored|grateful|"
                + @"impressed|proud|struck|all|back|working|training|studying|doing|excited|nervous|ready|required|mandated|bound|"
                + @"obligated|no|as|like|always|now|right|too|of|to|about|out|up|down|pretty|kind|that|this|it|there|somebody|someone|"
                + @"part|american|english|black|white|christian|muslim|catholic|done|confused|lost|tired|sad|angry|mad|hopeful|confident|"
                + @"certain|convinced|positive|open|free|available|today|\w+ing|\w+ed|mr|mrs|ms|dr)$"
        );

    private static Pattern Role { get; } =
        Pattern.Of(
            @"\b(?:i (?:am|work as)(?: (?:also|just|currently|actually|still|[a-z]+,))* (?:a|an|the|your|one of the|"
                + @"doing my)(?: [a-z]+){0,4} "
                + Worker
                + @"s?\b|(?:i am |as |,)? ?(?:a|an|your|the) (?:new |second year |first year |graduate |assigned |school |hospital |"
                + @"student )*(?:social work(?:er)?(?: student| intern)?|student social worker|social work (?:student|intern)|"
                + @"case ?manager|caseworker|counselor intern|outreach worker|support worker|student intern|intern) (?:here|at|with|from|"
                + @"in|on|for|who|and|placed|,)|i (?:work|volunteer|am placed|am interning|intern|am training|am working|"
                + @"am doing my (?:placement|internship|practicum|field)|am based) (?:here|at|with|for|in|on|as)\b|i am (?:with|"
                + @"from) (?:the |our )?(?:\w+ ){0,3}(?:center|agency|clinic|office|services|team|department|program|school|hospital|"
                + @"shelter|unit|organization|university|college)|(?:my (?:role|job|part|work)|what i do)(?: \w+){0,3} (?:is|here|as|"
                + @"would be|means)\b)"
        );

    private static Pattern BesideName { get; } =
        Pattern.Of(
            @"\b(?:student|intern|volunteer|trainee|social work\w*|sw|msw|bsw|placement|practicum|counselor|case ?manager|"
                + @"caseworker|advocate|navigator|peer (?:support|worker|specialist)|outreach|care coordinator|helper)\b|\bi (?:do|run|"
                + @"help|sit|work|study|meet|talk|walk|check|come|see|go|visit|listen|support|take|handle|look|make|stop|am (?:here|"
                + @"the one who|one of the|in charge|part of)) (?:the|with|in|people|families|patients|students|kids|folks|by|out|here|to|"
                + @"around|on|at|for|after|parents|vets|veterans|residents|everyone|everybody|new|a|sure|next to|over)\b"
        );

    private static Pattern HereTo { get; } =
        Pattern.Of(
            @"\b(?:i am (?:just |only |really |mainly |mostly )*here (?:today )?to (?:help|listen|support|talk|see|work|understand|"
                + @"get to know|hear|find|assist|walk|figure|learn|check|make sure|meet|offer|go over|connect)|"
                + @"what i can (?:and (?:can not|can't) )?(?:do|help with|offer)(?: \w+){0,3} is\b|i can (?:and can )?not (?:make|"
                + @"prescribe|decide|give)(?: \w+){0,3} (?:decisions?|medication|legal advice|the outcome|advice about)|i (?:meet|talk|"
                + @"sit down) with (?:people|families|students|patients|everyone|folks|residents) (?:who|to|when|and|about|here|after|"
                + @"before)|i help (?:people|families|students|patients|folks|parents|residents|tenants) (?:who|with|to|find|get|figure|"
                + @"when))"
        );

    private static Pattern NotRole { get; } =
        Pattern.Of(
            @"^(?:is|was|are|do|did|does|have|would|could|can|who|what is|where|when|how) |\b(?:you are|are you|were you|your|he is|"
                + @"she is|his|her|if i were|i am not|you think i am|my (?:role|job|part) (?:in this|in that|was|to apologize|ended|"
                + @"is done|last|used)) (?:a |an |the |your )?(?:social worker|counselor|caseworker)\b"
        );
}
