namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// What is about the student: self-disclosure, jargon, and distress of the student's own that is no role-play. The last is read widely:
/// to offer help once too often costs less than to miss it.
/// </summary>
internal static class StudentRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.SelfDisclosure, Own, "self-disclosure.own", unless: NotOwn);
        reading.Try(LabelCode.Jargon, Terms, "jargon.terms", unless: Explained);
    }

    /// <summary>Real distress of the student's own, outside quotations and what the client said or might think.</summary>
    public static void Distress(Reading reading)
    {
        reading.Try(LabelCode.AboutTheStudent, OutOfRole, "about-student.out-of-role");
        reading.Try(LabelCode.AboutTheStudent, OwnRisk, "about-student.own-risk", unless: SaidByClient);
        reading.Try(LabelCode.AboutTheStudent, TooClose, "about-student.too-close", unless: SaidByClient);
    }

    /// <summary>Words in the sentences that carry self-disclosure, and whether they ask to stay with the student.</summary>
    public static bool IsLong(Reading reading)
    {
        var words = 0;
        foreach (var sentence in reading.Text.Sentences)
        {
            if (reading.Has(LabelCode.SelfDisclosure, sentence.Index) || (words > 0 && FirstPerson.IsMatch(reading.Span(sentence))))
            {
                words += sentence.WordCount;
            }
        }

        return words > 15 || (words > 0 && reading.Matches(AboutMe));
    }

    private static Pattern Own { get; } =
        Pattern.Of(
            @"\b(?:i (?:(?:also|once|too|personally|actually|myself|have|had|used to|know what it is like|"
                + @"remember when i) )*(?:went through|been through|gone through|struggled with|was (?:divorced|abused|homeless|evicted|"
                + @"raped|depressed|addicted|adopted|in (?:foster|rehab|recovery|an abusive|your|the same|a similar)|raised|bullied|"
                + @"unemployed|pregnant|diagnosed|laid off|fired|poor|a (?:single|teen|smoker|heavy)|when i)|had (?:a|an|the same|my own|"
                + @"trouble|depression|anxiety|cancer|to (?:quit|move|leave))|lost my|grew up|quit (?:drinking|smoking)|dealt with|"
                + @"suffer(?:ed)?(?: from)?|experienced|am (?:also )?(?:a (?:single )?(?:mom|mother|dad|father|parent|survivor|recovering|"
                + @"veteran)|in recovery|divorced|an immigrant|married|from a))\b|my (?:own )?(?:mom|mother|dad|father|brother|sister|"
                + @"husband|wife|boyfriend|girlfriend|kids?|son|daughter|grandmother|grandma|grandfather|grandpa|uncle|aunt|cousin|"
                + @"best friend|friend|roommate|ex|parents|family|dog|cat|divorce|childhood|first job|landlord|boss|partner)\b(?! (?:is|"
                + @"was|would be)? ?(?:dr|supervisor))|(?:same|that) (?:thing )?happened to me|i have been (?:there|where you|"
                + @"in your (?:shoes|situation|place))|when i was (?:a |your|in|little|young|younger|\d+|growing|married|going|pregnant|"
                + @"at|\w+teen)|me too\b|i know (?:exactly )?how (?:you feel|that feels|it feels)|in my (?:own )?(?:life|family|"
                + @"experience|marriage|case)|(?:speaking )?from (?:my )?(?:own |personal )?experience|i (?:can )?relate\b|as a (?:mother|"
                + @"father|parent|mom|dad|survivor|woman|man|person of|fellow) ?(?:myself|too)?)"
        );

    private static Pattern NotOwn { get; } =
        Pattern.Of(
            @"\b(?:i am sorry (?:if|that|for)|if i were|my (?:supervisor|team|role|job|name|agency|notes|manager|instructor|"
                + @"colleague|understanding|sense|mistake)|(?:said|say|told|like|feel|think|thought),? ?$|when i was (?:talking|speaking|"
                + @"asking|reading|looking|listening|explaining|calling|on the phone|saying|there)|i had a (?:question|thought|chance|"
                + @"feeling|look|few|couple|conversation|call|word|meeting|talk|sense)|(?:feels|felt|sounds|like) (?:like )?(?:my |i ))\b"
        );

    private static Pattern FirstPerson { get; } = Pattern.Of(@"\b(?:i|my|me|we)\b");

    private static Pattern AboutMe { get; } =
        Pattern.Of(
            @"\b(?:let me tell you (?:about (?:me|my)|what happened to me|my)|(?:anyway|so) (?:that is|enough about) (?:me|my)|"
                + @"what would you (?:do|have done) if you were me|do you think i (?:should|was|am)|it (?:still )?(?:hurts|upsets|"
                + @"bothers) me)\b"
        );

    private static Pattern Terms { get; } =
        Pattern.Of(
            @"\b(?:biopsychosocial|psychosocial|comorbid\w*|co occurring|ideation|maladaptive|cognitive distortions?|"
                + @"trauma informed|presenting (?:problem|issue|concern)s?|intake (?:form|assessment|process|interview|paperwork|"
                + @"session)?|psychoeducation|strengths based|rapport|codependen\w*|attachment (?:style|disorder|issues)|ecomap|genogram|"
                + @"modalit(?:y|ies)|level of care|dual diagnosis|transference|countertransference|symptomatology|contraindicat\w*|"
                + @"etiology|prognosis|dysregulat\w*|dissociat\w*|hypervigilan\w*|psychosis|affect(?:ive)? (?:regulation|disorder)|"
                + @"flat affect|coping (?:mechanisms?|skills|strategies)|treatment plan|motivational interviewing|cbt|dbt|emdr|dsm(?: 5)?|"
                + @"icd|phq(?: 9)?|gad 7|c ?ssrs|aces? score|adverse childhood|protective factors?|risk factors?|support systems?|"
                + @"collateral (?:contact|information)|release of information|roi|adls?|iadls?|mdd|bpd|ptsd symptoms|suds?|oud|"
                + @"harm reduction|stages? of change|precontemplation|ambivalen\w*|self efficacy|resilience factors|systems? theory|"
                + @"person in environment|case conceptualization|differential|multidisciplinary|interdisciplinary|wraparound|"
                + @"continuum of care|medication assisted|dyad\w*|triangulat\w*|enmesh\w*|parentifi\w*|family of origin|internali[sz]ed?|"
                + @"externali[sz]e?d?|decompensat\w*|noncomplian\w*|telehealth modality|utilization|service plan|permanency|"
                + @"kinship placement|mandated client|psychotropic\w*|hcv|tanf|ssdi?|hud vash|coc)\b"
        );

    private static Pattern Explained { get; } =
        Pattern.Of(
            @"\b(?:which (?:just |basically |simply )?means|(?:that|it) (?:just |basically )?means|in other words|in plain (?:words|"
                + @"english)|that is just|which is (?:just )?(?:a|an|the|when))\b"
        );

    private static Pattern OutOfRole { get; } =
        Pattern.Of(
            @"\b(?:(?:this|that|it) is (?:not|no longer) (?:a |the |part of the )?(?:role ?play(?:ing)?|acting|act|exercise|"
                + @"simulation|pretend|game|practice)(?: any ?more)?|i am not (?:role ?playing|acting|pretending|playing|"
                + @"in role)(?: any ?more)?|(?:not|outside) (?:the )?role ?play|(?:out|outside) of (?:the )?(?:role|character|simulation|"
                + @"role ?play)|(?:stop|pause|end|leave|quit) (?:the|this) (?:simulation|exercise|role ?play)|(?:this|"
                + @"it) is (?:really )?(?:about )?(?:me|for real),? (?:and )?(?:not|for real|i)|(?:me|myself),? (?:the (?:real )?student|"
                + @"in real life|for real)|in real life i\b|i (?:mean|am talking about) (?:me|myself),? (?:not|for real|in)|"
                + @"i am (?:being )?(?:serious|for real),? i\b|i (?:really )?need (?:real )?help (?:for )?myself|can (?:someone|somebody|"
                + @"anyone|a real person|my (?:teacher|professor|instructor)) (?:please )?(?:help|talk to) me|i (?:do not|"
                + @"can not) (?:feel able|continue|keep going|go on) (?:to |with )?(?:do |doing )?(?:this|the) (?:exercise|simulation|"
                + @"conversation|role ?play|assignment|class))"
        );

    private static Pattern OwnRisk { get; } =
        Pattern.Of(
            @"\b(?:i (?:(?:really|just|honestly|actually|sometimes|also|still|often|do|have been|am|keep|kind of|been|"
                + @"even) )*(?:want to (?:die|kill myself|end my life|hurt myself|be dead|disappear forever|end it)|wish i (?:was|"
                + @"were) dead|wish i (?:was|were) not (?:alive|here)|do not want to (?:live|be alive|wake up|be here) ?(?:any ?more)?|"
                + @"think(?:ing)? (?:about|of) (?:killing myself|suicide|ending my (?:own )?life|hurting myself|ending it all)|(?:feel |"
                + @"feeling )?suicidal|hurt(?:ing)? myself|cut(?:ting)? myself|harm(?:ing)? myself|(?:tried|try|plan|planning|"
                + @"going) to (?:kill myself|end my life|hurt myself)|going to (?:kill|hurt) myself|better off dead|have (?:pills|a gun|"
                + @"a plan to (?:die|kill)))\b|(?:kill|killing) myself\b|my (?:boyfriend|girlfriend|husband|wife|partner|dad|father|mom|"
                + @"mother|stepdad|stepfather|ex|roommate) (?:(?:just|really|also|actually|still|always) )*(?:hits|hit|beats|beat|hurts|"
                + @"hurt|abuses|abused|choked|chokes|raped|rapes|threatens|threatened|is (?:hitting|hurting|abusing|threatening)) me\b|"
                + @"i (?:was|got|have been|am being) (?:just |recently )?(?:raped|sexually assaulted|assaulted|molested|"
                + @"abused)(?: \w+){0,3} (?:last (?:night|week|month)|yesterday|today|too|right now|and i (?:can not|have not|never))|"
                + @"i am (?:being abused|not safe (?:at home|right now|here|tonight)|afraid (?:to go|of going) home))"
        );

    private static Pattern TooClose { get; } =
        Pattern.Of(
            @"\b(?:(?:this|that|it) (?:is |really |just |all |has )*(?:(?:hits|hitting|hit) (?:too |so |very |"
                + @"a little (?:too )?)?close to home|triggering (?:me|for me)|too much for me|bringing (?:up|back) (?:my own|stuff|"
                + @"things|a lot|memories|everything) ?(?:for me|of mine)?|brings (?:up|back) (?:my own|too much|bad memories)|remind(?:s|"
                + @"ing) me (?:too much )?of (?:my own|what happened to me|when i was (?:raped|abused|assaulted|hurt)|my (?:rape|abuse|"
                + @"assault|attempt))|making me (?:panic|cry|sick|shake|relive))|i (?:am|feel like i am) (?:having|"
                + @"going to have) a (?:panic attack|breakdown|flashback)|i (?:am (?:shaking|crying|panicking|sobbing|not okay|not coping|"
                + @"really struggling|breaking down|falling apart)|can not (?:breathe|stop (?:crying|shaking)|cope|do this any ?more|"
                + @"take (?:this|it) any ?more|handle (?:this|my)))\b(?! you)|i need (?:a |to (?:see|talk to) a )(?:therapist|counselor|"
                + @"doctor) myself)"
        );

    private static Pattern SaidByClient { get; } =
        Pattern.Of(
            @"\b(?:you (?:said|say|told|were saying|mentioned|wrote|are saying|feel like|felt like|think|thought|might think|"
                + @"may think|start thinking)|(?:sounds|seems|feels) like|(?:saying|thinking|thought|thoughts?|feeling|as if|"
                + @"tell yourself|part of you)(?: that| like|,)? ?i\b|do you (?:ever )?(?:think|feel|say)|he said|she said|they said|"
                + @"people (?:say|think|who)|when someone says|some people)\b"
        );
}
