using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Duties and structure: introduction, role, limits of confidentiality, purpose, agenda, duty to report, supervision, secrecy promised,
/// closing. Duty moves never open a rupture and are never coded warning or confronting.
/// </summary>
internal static class OpeningRules
{
    public static void Apply(Reading reading)
    {
        Introduce(reading);
        reading.Try(LabelCode.ExplainsRole, Role, "opening.role", unless: NotRole);
        reading.Try(LabelCode.ExplainsRole, HereTo, "opening.here-to", unless: NotRole);
        Confide(reading);
        reading.Try(LabelCode.AgreesPurpose, Purpose, "opening.purpose");
        reading.Try(LabelCode.AgreesPurpose, WhatYouWant, "opening.what-you-want");
        reading.Try(LabelCode.Agenda, Time, "opening.agenda");
        reading.Try(LabelCode.BringsSupervision, Supervisor, "opening.supervision");
        reading.Try(LabelCode.Closing, Ends, "closing.ends");
        reading.Try(LabelCode.Closing, Goodbye, "closing.goodbye");
    }

    private static void Introduce(Reading reading)
    {
        if (reading.Try(LabelCode.Introduction, MyName, "opening.name"))
        {
            return;
        }

        foreach (var match in IAm.EnumerateMatches(reading.Text.Unquoted))
        {
            var words = reading.Text.Unquoted.AsSpan(match.Index, match.Length);
            var name = words[(words.LastIndexOf(' ') + 1)..];
            var typed = reading.Text.AsTyped(match.Index + match.Length - name.Length, name.Length);
            var greeted = match.Index < 30 && Greeting.IsMatch(reading.Text.Unquoted);
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

    private static void Confide(Reading reading)
    {
        var text = reading.Text.Unquoted;
        var private_ = Private.Match(text);
        var limit = Limit.Match(text);
        var duty = Duty.Match(text);
        if (Limits.Match(text) is { Success: true } plain)
        {
            reading.Add(LabelCode.LimitsOfConfidentiality, plain.Index, plain.Length, "opening.limits-named");
        }
        else if (private_.Success && (limit.Success || duty.Success))
        {
            var from = Math.Min(private_.Index, limit.Success ? limit.Index : duty.Index);
            var to = Math.Max(private_.Index + private_.Length, limit.Success ? limit.Index + limit.Length : duty.Index + duty.Length);
            reading.Add(LabelCode.LimitsOfConfidentiality, from, to - from, "opening.private-unless");
        }
        else if (Conditional.Match(text) is { Success: true } conditional)
        {
            reading.Add(LabelCode.LimitsOfConfidentiality, conditional.Index, conditional.Length, "opening.if-then-share");
        }

        if (duty.Success && !AsksDuty.IsMatch(text))
        {
            reading.Add(LabelCode.DutyToReport, duty.Index, duty.Length, "duty.report");
        }

        if (!reading.Has(LabelCode.LimitsOfConfidentiality))
        {
            reading.Try(LabelCode.PromisesSecrecy, Secrecy, "opening.full-secrecy", unless: NoSecrecy);
        }
    }

    private const string Worker =
        "(?:social work(?:er)?|student|intern|trainee|practicum|counselor|case ?manager|caseworker|case worker|therapist|advocate|clinician|nurse|outreach worker|support worker|field (?:student|placement)|placement|navigator|specialist|coordinator|msw|bsw|worker)";

    private static Regex MyName { get; } =
        Pattern.Of(
            @"\b(?:my name(?: is|s)\b [a-z_]+|(?:you can |please |just |people |everyone |everybody )+calls? me [a-z_]+|(?:i )?(?:want|wanted|would like|let me)(?: to)? (?:start by |begin by |first )?introduc(?:e|ing) myself|(?:this|it) is [a-z]+,? (?:from|with|at|the|a|your) (?:the |your |a )?(?:\w+ ){0,3}(?:center|agency|clinic|office|services?|hospital|shelter|school|team|social|student|worker|program)|i go by [a-z]+|name is [a-z]+)"
        );

    private static Regex IAm { get; } = Pattern.Of(@"\bi am (?:also )?(?:called |named |(?:mr|mrs|ms|dr|miss)\.? )?[a-z]+(?:-[a-z]+)?");

    private static Regex Greeting { get; } =
        Pattern.Of(@"^ ?(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|thank you for|thanks for|nice to meet|so|okay)\b");

    private static Regex AfterName { get; } =
        Pattern.Of(@"^ ?(?:and\b|from|with|a|an|the|your|one of|i|we|it is|nice|how|what|thanks|thank|by the way|here|and i)\b");

    private static Regex NotName { get; } =
        Pattern.Of(
            @"^(?:a|an|the|your|not|so|very|really|just|sorry|glad|happy|here|going|wondering|curious|hearing|sure|afraid|looking|trying|also|still|with|from|in|on|at|one|only|new|learning|concerned|worried|aware|sensing|thinking|noticing|listening|okay|fine|good|well|interested|supposed|required|able|asking|calling|being|getting|pleased|honored|grateful|impressed|proud|struck|all|back|working|training|studying|doing|excited|nervous|ready|required|mandated|bound|obligated|no|as|like|always|now|right|too|of|to|about|out|up|down|pretty|kind|that|this|it|there|somebody|someone|part|american|english|black|white|christian|muslim|catholic|done|confused|lost|tired|sad|angry|mad|hopeful|confident|certain|convinced|positive|open|free|available|today|\w+ing|\w+ed|mr|mrs|ms|dr)$"
        );

    private static Regex Role { get; } =
        Pattern.Of(
            @"\b(?:i (?:am|work as)(?: (?:also|just|currently|actually|still|[a-z]+,))* (?:a|an|the|your|one of the|doing my)(?: [a-z]+){0,4} "
                + Worker
                + @"s?\b|(?:i am |as |,)? ?(?:a|an|your|the) (?:new |second year |first year |graduate |assigned |school |hospital |student )*(?:social work(?:er)?(?: student| intern)?|student social worker|social work (?:student|intern)|case ?manager|caseworker|counselor intern|outreach worker|support worker|student intern|intern) (?:here|at|with|from|in|on|for|who|and|placed|,)|i (?:work|volunteer|am placed|am interning|intern|am training|am working|am doing my (?:placement|internship|practicum|field)|am based) (?:here|at|with|for|in|on|as)\b|i am (?:with|from) (?:the |our )?(?:\w+ ){0,3}(?:center|agency|clinic|office|services|team|department|program|school|hospital|shelter|unit|organization|university|college)|(?:my (?:role|job|part|work)|what i do)(?: \w+){0,3} (?:is|here|as|would be|means)\b)"
        );

    private static Regex HereTo { get; } =
        Pattern.Of(
            @"\b(?:i am (?:just |only |really |mainly |mostly )*here (?:today )?to (?:help|listen|support|talk|see|work|understand|get to know|hear|find|assist|walk|figure|learn|check|make sure|meet|offer|go over|connect)|what i can (?:and (?:can not|can't) )?(?:do|help with|offer)(?: \w+){0,3} is\b|i can (?:and can )?not (?:make|prescribe|decide|give)(?: \w+){0,3} (?:decisions?|medication|legal advice|the outcome|advice about)|i (?:meet|talk|sit down) with (?:people|families|students|patients|everyone|folks|residents) (?:who|to|when|and|about|here|after|before)|i help (?:people|families|students|patients|folks|parents|residents|tenants) (?:who|with|to|find|get|figure|when))"
        );

    private static Regex NotRole { get; } =
        Pattern.Of(
            @"^(?:is|was|are|do|did|does|have|would|could|can|who|what is|where|when|how) |\b(?:you are|are you|were you|your|he is|she is|his|her|if i were|i am not|you think i am|my (?:role|job|part) (?:in this|in that|was|to apologize|ended|is done|last|used)) (?:a |an |the |your )?(?:social worker|counselor|caseworker)\b"
        );

    private static Regex Limits { get; } =
        Pattern.Of(
            @"\b(?:(?:limits?|limitations?|exceptions?|exemptions?|boundaries) (?:to|on|of|around|about)(?: \w+){0,3} (?:confidential\w*|privacy|what i can keep|that|private|what stays|keeping)|confidential\w*(?: \w+){0,6} (?:limits?|exceptions?|except|unless|but not|with (?:a few|some|one|two|three)|up to a point|has|however)|(?:some|certain|a few|one or two|couple of|two|three|one) (?:things?|situations?|times?|cases|reasons?|exceptions?)(?: \w+){0,4} (?:i|we) (?:can not|could not|might not be able to|would not be able to|am not able to|will not be able to|may not be able to) keep|(?:can not|could not|might not be able to|may not be able to|am not able to|will not be able to|do not get to|not allowed to) keep (?:everything|all of it|it all|that|it|some things|this|those|certain things)(?: \w+){0,2} (?:confidential|private|secret|to myself|between us|just between)|only (?:time|times|reason|reasons|exception|exceptions|things?|situations?)(?: \w+){0,4} (?:i|we|that) (?:would|will|might|can|have|need|had|may|must|would have to)(?: \w+){0,3} (?:share|tell|break|say|talk|report|go|call|pass|speak|involve|not keep|let))"
        );

    private static Regex Private { get; } =
        Pattern.Of(
            @"\b(?:confidential\w*|private|privacy|between (?:us|you and me|the two of us)|(?:stays?|stay|kept|keep)(?: \w+){0,4} (?:here|in this room|this room|with me|secret|to myself|in here|between us|in our)|(?:do not|will not|would not|not going to|not) (?:share|tell|repeat|pass|talk about|discuss)(?: \w+){0,5}|what (?:you|we) (?:say|tell|talk about|share|discuss))\b"
        );

    private static Regex Limit { get; } =
        Pattern.Of(
            @"\b(?:(?:unless|except(?:ion|ions)?|other than|apart from|but if|however,? if|the only|only if|only when|limits?|but (?:there|i)(?: \w+){0,4}(?:if|when|exception|some|few)|if (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,60}(?:hurt|harm|danger|unsafe|risk|safe|abuse\w*|kill|suicid\w*|court|child|elder|die|neglect\w*|violen\w*|worried|threat\w*|judge))\b[^.?]{0,120}(?:hurt\w*|harm\w*|danger\w*|unsafe|risk|safe\w*|abuse\w*|abusing|kill\w*|suicid\w*|court|judge|neglect\w*|violen\w*|child\w*|kid|elder\w*|supervisor|law|life|die|yourself|someone else|somebody|threat\w*|subpoena\w*|report|someone is)|if (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,60}(?:hurt|harm|danger|unsafe|risk|safe|abuse\w*|kill|suicid\w*|court|child|elder|neglect\w*|violen\w*|judge))\b"
        );

    private static Regex Conditional { get; } =
        Pattern.Of(
            @"\bif (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,120}(?:hurt\w*|harm\w*|danger\w*|unsafe|risk|not safe|abuse\w*|kill\w*|suicid\w*|court|judge|neglect\w*|violen\w*)[^.?]{0,80}(?:(?:i|we) (?:would |will |might |may |do )?(?:have|need|must|be required|am required|are required|be obligated|am obligated|have got|would need|can not keep)(?: to)? (?:to )?(?:share|tell|report|let|talk|call|break|pass|involve|bring|get|contact|say|speak|keep|that|act|do something)|keep (?:that|it|this) (?:to myself|private|secret|between))|\b(?:i|we) (?:would |will |might |may )?(?:have|need|must|would need)(?: to)? (?:share|tell|report|let|break|pass|involve|call|talk to|speak)[^.?]{0,60} if (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,60}(?:hurt\w*|harm\w*|danger\w*|unsafe|risk|safe\w*|abuse\w*|kill\w*|suicid\w*|neglect\w*|violen\w*)"
        );

    private static Regex Duty { get; } =
        Pattern.Of(
            @"\b(?:mandated? report\w*|(?:duty|obligat\w+|required|legally|law|requirement|responsib\w+)(?: \w+){0,4} (?:to |requires? (?:me|us) to )?(?:report|make a report|call (?:cps|child|protective|the)|notify|tell (?:cps|child protect\w+|the authorities))|(?:i|we) (?:(?:will|would|do|might|may|am going to|also|am|are|really) )*(?:have|need|must|required|obligated|got|bound)(?: by law| legally)?(?: to)? (?:make (?:a|that|this|the) report|report (?:that|this|it|what|to|any|when|if|suspected|abuse|concerns)|call (?:cps|child protect\w+|protective|adult protect\w+|the hotline|it in|this in|in a report)|file a report|notify|tell (?:cps|child protect\w+|protective|the authorities|someone about (?:this|that|it)|my supervisor and)|share (?:this|that|it) with (?:cps|child|protective|my supervisor|the (?:team|authorities))|let (?:cps|child protective|protective services|my supervisor) know|break confidential\w+|pass (?:this|that|it) on)|(?:i|we) (?:am|are) (?:going to|making|required to) (?:make|making|file|call in)? ?a report)\b"
        );

    private static Regex AsksDuty { get; } =
        Pattern.Of(@"^(?:(?:do|does|did|have|has|is|are|were|who) (?:you|he|she|they|anyone|the)\b|did (?:someone|anyone))");

    private static Regex Secrecy { get; } =
        Pattern.Of(
            @"\b(?:(?:i|we) (?:promise|swear|guarantee)(?: you)?(?: \w+){0,5} (?:secret|tell (?:anyone|anybody|a soul|no one|nobody|your|him|her|them)|between us|confidential|private|not (?:to )?(?:say|tell|share|repeat)|never tell|keep (?:it|this|that))|i (?:will|would) (?:never|not)(?: ever)? (?:tell|share|repeat|say|report|breathe|mention)(?: \w+){0,6} (?:anyone|anybody|a soul|else|a word|a thing|anything|no matter what|your (?:mother|mom|parents|husband|wife|dad|boss))|(?:no one|nobody)(?: \w+){0,3} (?:will|has to|needs to|is going to|would|can|gets to)(?: ever)? (?:know|find out|hear)(?: \w+){0,4}|(?:everything|anything|whatever|all|it|this|that)(?: (?:you|we|i))?(?: (?:say|tell me|talk about|share|discuss|hear|said|told me))?(?: (?:here|to me|today|with me|in here|in this room))* (?:is|stays|will be|will stay|remains|stay)(?: (?:completely|totally|fully|strictly|always|all|one hundred percent|100|absolutely|entirely|just|a|our|safe and))* (?:confidential|private|secret|between (?:us|you and me)|(?:in|inside|within) (?:this room|here|these walls)|with me)|(?:your|our|the) secret(?:s)? (?:is|are|will be) safe|(?:our|a) (?:little )?secret\b|i can keep a secret|(?:will|can) keep (?:it|this|that|everything|your secrets?)(?: \w+)? (?:a )?(?:secret|between us|confidential|private|to myself)|my lips are sealed|i will not tell (?:anyone|anybody|a soul|your|him|her|them|on you)|you can tell me anything(?: and)?(?: \w+){0,4} (?:no one|nobody|never|secret|not tell))"
        );

    private static Regex NoSecrecy { get; } =
        Pattern.Of(
            @"\b(?:can not (?:promise|keep|guarantee)|not able to|not always|can i|do not have to keep|why is|did (?:he|she|they|someone)|if|unless|except|most of|mostly|usually|until|has it|had to keep|you (?:have|had|keep|kept)|he|she)\b"
        );

    private static Regex Purpose { get; } =
        Pattern.Of(
            @"\b(?:(?:purpose|goal|point|aim|reason|plan|idea|focus)(?: \w+){0,2} (?:of|for|behind) (?:(?:today|our|this|us|these|the|my|your)(?: \w+){0,2} ?(?:meeting|visit|talk|conversation|time|session|appointment|chat|today|call|being here|meeting today)?)|(?:the )?reason (?:i|we|why we|why i|that we|you) (?:am|are|asked|called|wanted|came|were|have|meet|invited)|(?:what )?(?:i|we) (?:was|were|am|are) (?:hoping|thinking|planning|going)(?: that)? (?:today )?(?:to |is |was |we )?(?:we )?(?:could |can |might |would |will )?(?:to )?(?:talk|use|spend|get|do|start|look|go over|focus|figure|work|hear|learn|cover|discuss|meet|find)(?: \w+){0,14} (?:today|together|this (?:morning|afternoon|hour|time|meeting|visit)|our time|first meeting|each other|time)|(?:today|our time|this (?:meeting|hour|time|visit|conversation|first (?:meeting|visit))),?(?: \w+)? (?:is|i (?:would like|was hoping|want|thought|hope)|we (?:could|can|will|might|are going)|i thought we) (?:\w+ ?)?(?:about|for|to|could|can|talk|look|meant|talking|mostly|mainly|a chance|get|start|us|just|really)\b|(?:so )?we (?:agree|have agreed|both (?:want|agree))(?: \w+){0,4} (?:to|that|on)|(?:is|does) that (?:match|fit)(?: \w+){0,3} (?:what you|with what|your|how)|(?:is|are) that (?:what|why|how) you (?:want|wanted|were hoping|hoped|are here|came|had in mind|expected)|you (?:have )?(?:asked|came|come|called)(?: \w+){0,4} (?:to (?:talk|get help|see|figure)|for help|about|because)(?: \w+){0,8},? (?:is that|so (?:that is|we|let us)|shall we|should we))"
        );

    private static Regex WhatYouWant { get; } =
        Pattern.Of(
            @"\b(?:(?:what|where|how|which)(?: \w+){0,2} (?:would|do|did|are|were|was|should|could|can|will)(?: \w+)? (?:you|we|be)(?: \w+){0,6} (?:get|like|want|hope|hoping|hoped|need|focus|work|talk|use|accomplish|out of|start|wanting|come|looking|helpful|useful|good use|spend|most important)(?: \w+){0,6} (?:from|out of|today|in our|this (?:meeting|time|visit|conversation|hour|session)|with our|our time|for our|together|here|from me|by coming|coming (?:here|in)|from (?:this|us|being here))|what (?:are|were) you hoping\b|what would make (?:today|this|our|it)(?: \w+){0,4} (?:useful|helpful|worth|good|time|worthwhile)|(?:what|anything) (?:else )?(?:is|would be|feels)(?: the)? (?:most )?(?:important|pressing|urgent|helpful|useful)(?: \w+){0,5} (?:today|to (?:talk about|focus|cover|start|discuss|get)|with our|in our|right now to|this)|what (?:do|would) you (?:want|need|like|hope)(?: \w+)? (?:from|out of) (?:me|us|this|today|our|meeting|coming)|(?:your|our) (?:goal|goals|hopes?|agenda|priority|priorities) for (?:today|our|this|us|the))"
        );

    private static Regex Time { get; } =
        Pattern.Of(
            @"\b(?:we (?:have|have got|only have|will have|will meet|will talk|are meeting|still have|meet)(?: \w+){0,4} (?:minutes|hour|an hour|half an hour|time|hours|until|left)|(?:about|around|have|for|next|last|only|another|the|in) (?:\d+|ten|fifteen|twenty|thirty|forty|forty five|fifty|sixty|a few|five|couple|half)(?: \w+)? (?:minutes|mins|hour)(?: (?:left|together|today|to talk))?|first[^.?]{2,60}(?:then|after that|and next|second)\b|let us (?:start|begin) (?:with|by)|(?:today|to start|to begin|before we (?:start|begin|get started|talk)),? (?:we|i|let me)|the (?:plan|agenda) (?:for|is)|before we (?:start|begin|get started|get into|go any further)|on (?:the|our|my) (?:agenda|list)|for (?:the rest|the remainder) of our|next (?:week|time|meeting) we|we are (?:running|short|almost)(?: \w+){0,3} time)\b"
        );

    private static Regex Supervisor { get; } =
        Pattern.Of(
            @"\b(?:(?:my|our|the|a) (?:clinical |field |own |site |placement )*(?:supervisor|supervisors|supervision|field instructor|instructor|team leader|team lead|supervising \w+|manager|preceptor)|i am supervised|supervises me|under supervision)\b"
        );

    private static Regex Ends { get; } =
        Pattern.Of(
            @"\b(?:(?:our|the) time (?:is|for today|today)(?: \w+){0,2} (?:up|almost up|over|nearly|done|running)|(?:we are|we have)(?: \w+){0,3} (?:out of time|at the end|to (?:stop|end|finish|wrap)|coming to the end|near the end|come to the end|(?:\w+ )?minutes left)|before (?:we|you|i) (?:finish|wrap|end|stop|close|go|leave|say goodbye|part)\b|(?:let us|we (?:should|can|will|need to|could|have to)|i (?:have to|need to|want to)|to|time to) (?:wrap (?:up|things up)|stop here|end (?:here|there|today|for today|our)|finish (?:here|up|for today)|close (?:for|here|with|today)|pause here|leave it (?:here|there)|bring (?:this|things|us) to)|that is all (?:the time )?(?:we have|for today|i have)|as we (?:end|finish|wrap|close)|this is our last (?:meeting|session|time|visit)|how (?:was|are you feeling about|do you feel about|did) (?:today|this (?:meeting|conversation|talk)|our (?:talk|conversation|time|meeting))(?: go| feel)?|(?:what|anything)(?: \w+){0,4} (?:take away|taking away|take with you) from)"
        );

    private static Regex Goodbye { get; } =
        Pattern.Of(
            @"\b(?:(?:good ?bye|bye)\b|see you (?:next|then|soon|on|at|in|tomorrow|later|again)|(?:talk|speak) (?:to|with) you (?:soon|next|then|later|again)|take care(?: of yourself)?$|take care (?:of yourself )?(?:until|and|,)|take care\.|thank(?:s| you)(?: so much| very much)? for (?:talking|coming|your time|meeting|speaking|being here|chatting|sitting)(?: \w+){0,3} (?:today|with me|in)(?=$|[.,])|until (?:next (?:time|week)|then)\b|have a (?:good|great|nice|safe) (?:day|week|evening|weekend|night|one)|(?:i )?look(?:ing)? forward to (?:seeing|talking|meeting|our next)|it was (?:good|nice|great|lovely) (?:to (?:meet|talk|see)|meeting|talking))"
        );
}
