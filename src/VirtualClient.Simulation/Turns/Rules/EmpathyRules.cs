namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Validation and empathy, and affirmation: specific, genuine, about a strength, an effort or worth (MITI 4.2.1: Affirm); general praise is not coded.</summary>
internal static class EmpathyRules
{
    private const string Hard =
        "(?:hard|difficult|tough|rough|painful|scary|frightening|terrifying|frustrating|exhausting|tiring|overwhelming|stressful|heavy|lonely|isolating|sad|awful|terrible|horrible|unfair|upsetting|confusing|draining|hurtful|heartbreaking|devastating|unsettling|nerve wracking|maddening|humiliating|embarrassing|disappointing|shocking|traumatic|worrying|discouraging|infuriating|crushing|hell|brutal|a lot|so much|too much|a nightmare|a burden|challenging|uncomfortable|unbearable)";
    private const string Very =
        "(?:so|really|very|incredibly|pretty|quite|extremely|just|such|all|like|a|been|feel|feeling|have|be|to be|absolutely|especially|awfully|kind of|super|truly|particularly|genuinely|beyond|deeply|so very)";

    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.Validation, SoundsHard, "validation.sounds-hard", unless: AsksWhether);
        reading.Try(LabelCode.Validation, MakesSense, "validation.makes-sense", unless: AsksWhether);
        reading.Try(LabelCode.Validation, Sorry, "validation.sorry", unless: OwnFault);
        reading.Try(LabelCode.Validation, CanSee, "validation.can-see");
        Affirm(reading);
    }

    private static void Affirm(Reading reading)
    {
        reading.Try(LabelCode.Affirmation, TakesStrength, "affirmation.takes-strength", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Respect, "affirmation.respect", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Quality, "affirmation.quality", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Effort, "affirmation.effort", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Shows, "affirmation.shows", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Deed, "affirmation.deed", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Standing, "affirmation.standing", unless: NotAffirming);
        reading.Try(LabelCode.Affirmation, Thanks, "affirmation.thanks", unless: NotAffirming);
    }

    private static Pattern SoundsHard { get; } =
        Pattern.Of(
            @"\b(?:(?:that|this|it|which|what you (?:\w+ ){1,5}|all of (?:that|this|it)|everything(?: \w+){0,4}|those \w+|"
                + @"\w+ing(?: \w+){1,6}) (?:all )?(?:sounds?|seems?|must|is|was|would|has|feels?|looks?|had to|can|could|"
                + @"might)(?: like)?(?: (?:it|that|this|an?|you are|you have)\b)?(?: (?:is|was|has|must|have|would|be|been|feel|"
                + @"to))*(?: (?:"
                + Very
                + "))* "
                + Hard
                + @"\b|(?:sounds?|seems?)(?: like)?(?: "
                + Very
                + ")* "
                + Hard
                + @"\b|how (?:incredibly |very |really |awfully )?"
                + Hard
                + @"(?: (?:that|this|it|for you|to)\b|$)|what an? (?:"
                + Hard
                + @" )(?:\w+ ){0,2}|(?:no one|nobody) (?:should|deserves|ought) (?:to |have to )?\w+|you (?:are|have been) (?:carrying|"
                + @"holding|dealing with|going through|juggling|facing|under|handling|managing|shouldering)(?: (?:such|so|really|"
                + @"quite))? (?:a lot|so much|too much|an awful lot|all of (?:this|that)|a great deal|a huge|an enormous|all (?:this|"
                + @"that))|that is (?:such )?a lot\b|(?:so much|a lot)(?: \w+)? (?:on your (?:plate|shoulders|mind)|to (?:carry|handle|"
                + @"hold|deal with|take in|juggle|manage|go through)))"
        );

    private static Pattern AsksWhether { get; } =
        Pattern.Of(@"(?:\?|^(?:is|was|does|did|do|are|were|how|what|which|when|why|has|have) )[^.]*$");

    private static Pattern MakesSense { get; } =
        Pattern.Of(
            @"\b(?:(?:that|it|this|what you feel|what you are feeling|your \w+|why) (?:all )?(?:really |totally |completely |"
                + @"absolutely |just )*makes? (?:(?:total|complete|perfect|a lot of|so much|good) )?sense|(?:that|it|this) (?:is|seems|"
                + @"sounds) (?:so |very |really |completely |totally |perfectly |absolutely )*(?:understandable|natural|normal|human|"
                + @"okay to feel|valid|legitimate|a (?:normal|natural|human) (?:thing|reaction|response|way|feeling))|(?:no|small|"
                + @"little) wonder|of course you (?:are|feel|felt|were|would|want|worry|do)|(?:anyone|anybody|most people|many people|"
                + @"a lot of people|lots of people|everyone|plenty of people)(?: \w+){0,6} (?:would|might|could|feel|felt|find|"
                + @"struggle)\b(?! (?:help|benefit|be happy to))|you (?:have|had) (?:every|good|a|all the|plenty of) (?:right|"
                + @"reasons?)\b(?: \w+){0,2} (?:to|for)|(?:you are|you were) (?:allowed|right) to (?:feel|be)|your (?:feelings?|anger|"
                + @"reaction|worry|fear|frustration|grief|sadness|concerns?|hesitation|doubts?)(?: \w+){0,4} (?:is|are|make|makes|matter|"
                + @"matters) (?:\w+ ){0,2}?(?:valid|real|understandable|sense|okay|important|normal|natural|matter)?|i (?:would|might|"
                + @"could) (?:probably |likely )?(?:feel|be|have felt) (?:the same|that way|angry|scared|hurt|upset|worried|overwhelmed|"
                + @"frustrated|too)|you are (?:not|definitely not|certainly not) (?:alone|crazy|the only one|weak|overreacting|wrong to)|"
                + @"i do not blame you|who would not\b|it is (?:okay|all right|fine) (?:to (?:feel|be|cry)|that you (?:feel|are)|"
                + @"if you (?:feel|cry)))"
        );

    private static Pattern Sorry { get; } =
        Pattern.Of(
            @"\bi (?:am|feel) (?:so |very |really |truly |deeply |just )*sorry (?:to hear|that (?:this|that|it|he|she|they|you|your|"
                + @"happened|all|things|the|someone|anyone)|you (?:are|have|had|were|went|lost|feel|felt|did)|about (?:your|what|that|the|"
                + @"all)|for (?:your|what|all|everything)|this (?:is|has|happened)|it (?:is|has|happened)|he\b|she\b|they\b|things\b|how)|"
                + @"\b(?:so|very|really|truly|deeply) sorry (?:to hear|for your|about your|you are|you had|that)|\bmy heart goes out|"
                + @"\bmy condolences"
        );

    private static Pattern OwnFault { get; } =
        Pattern.Of(
            @"\bsorry\b[^.?]{0,40}\b(?:i (?:was|did|have|made|said|asked|got|am|kept|pushed|interrupted|sounded|came|missed|hurt)|"
                + @"my (?:fault|mistake)|made you|upset you|if i|that i|i hurt|for (?:asking|interrupting|pushing|rushing|being|saying|"
                + @"jumping|the (?:confusion|mix|wait|delay|question)|that|my)$)|\bfor (?:your time|the wait|the delay|being late)"
        );

    private static Pattern CanSee { get; } =
        Pattern.Of(
            @"\b(?:i (?:can|could) (?:really |only |certainly |totally |just |definitely |see and )*(?:see|hear|imagine|understand|"
                + @"tell|appreciate|feel|sense|get) (?:how|why|that|what|the|in your|you are|your|it|this)\b|i (?:understand|get|see|"
                + @"realize|appreciate|know|recognize) (?:how|why|that (?:this|it|that|you)|this|it|that) (?:\w+ ){0,5}(?:hard|difficult|"
                + @"tough|scary|frustrating|painful|upset|angry|worried|stressful|a lot|important|hurt|feel|felt|feels|scared|"
                + @"overwhelming|exhausting|not easy)|i hear (?:how|the|your|that (?:this|it|you))\b|i (?:really )?hear you\b|"
                + @"i am here (?:with|for) you|i feel for you|(?:that|this|it) (?:is not|was not|can not be|could not have been|"
                + @"can not have been|does not sound|must not be|must not have been|never is) (?:\w+ )?easy)"
        );

    private const string Virtue =
        "(?:courage|strength|guts|bravery|resilience|determination|patience|commitment|dedication|heart|insight|persistence|perseverance|honesty|grit|resourcefulness|love|self awareness|willpower|maturity|trust|wisdom|integrity|toughness|nerve|effort|energy|care|thought|devotion)";
    private const string Good =
        "(?:strong|brave|courageous|resilient|resourceful|caring|devoted|dedicated|thoughtful|committed|determined|hard working|hardworking|good (?:mother|mom|father|dad|parent|daughter|son|friend|sister|brother|grandmother|grandfather|wife|husband|person|listener|caregiver|provider|advocate|problem solver|neighbor|worker|student)|loving|persistent|honest|insightful|survivor|fighter|tough|creative|smart|protective|loyal|responsible|reliable|generous|capable|patient|perceptive|self aware|organized|motivated|tenacious|independent|conscientious|great (?:mother|mom|father|dad|parent|daughter|son|friend|listener|advocate|problem solver))";

    private static Pattern TakesStrength { get; } =
        Pattern.Of(
            @"\b(?:(?:it|that|this|which|\w+ing(?: \w+){0,10}|coming(?: \w+){0,6}|to \w+(?: \w+){0,10}) (?:really |must have |"
                + @"had to have |also |clearly |surely |always |definitely |honestly |would have )*(?:takes?|took|taken|required|requires|"
                + @"needs?|needed|shows?|showed|speaks? of|spoke of|says? (?:a lot|so much|something) about)(?: (?:a lot of|real|so much|"
                + @"great|such|much|some|serious|incredible|enormous|tremendous|a great deal of|a ton of|your|how much|how|genuine|true|"
                + @"a kind of|quite some|remarkable|tons of|lots of))* "
                + Virtue
                + @"|you (?:have|had|showed|show|have shown|are showing|displayed|found|bring|brought|clearly have|put|"
                + @"have put)(?: \w+)? (?:(?:a lot of|real|so much|great|such|incredible|amazing|enormous|tremendous|remarkable|the|much|"
                + @"some serious|tons of|a great deal of) )+"
                + Virtue
                + @"\b|your (?:own )?"
                + Virtue
                + @" (?:is|are|shows|comes|has|have|shine|shines|really)\b|i (?:can )?(?:see|hear|notice|admire|respect|appreciate|"
                + @"am struck by|am impressed by|recognize)(?: (?:how much|so much|a lot of|the|real|your|such|what))* "
                + Virtue
                + @"\b|there is (?:a lot of |real |so much |great |such )+"
                + Virtue
                + @"\b|that (?:is|was) (?:a |such a |really |very |so |pretty |incredibly |quite |honestly |truly )*(?:brave|courageous|"
                + @"strong|big step|huge step|real step|hard step|important step|thoughtful|resourceful|impressive|act of (?:love|"
                + @"courage)|accomplishment|achievement|smart (?:move|way|thing)|clever|good (?:idea of yours|instinct)|selfless|generous|"
                + @"responsible|no small thing|not a small thing|not nothing|real (?:strength|courage|effort|love))\b)"
        );

    private static Pattern Respect { get; } =
        Pattern.Of(
            @"\b(?:i (?:really |truly |do |so |just |also |have |genuinely |deeply |am |want you to know i |have a lot of |"
                + @"have so much |have real |have great )*(?:admire|respect|appreciate|impressed|struck|moved|in awe|value|commend|"
                + @"admiration|proud)(?: (?:for|by|with|of|that|how|your|you|the way|what|so|hard|much|all)\b)|you should (?:be|"
                + @"feel) (?:very |really |so |truly )?(?:proud|good about)|you can be proud|(?:something|that is|a lot) to be proud of|"
                + @"you have (?:a lot|so much|every reason|much|something) to be proud|good for you (?:for|that)|(?:credit|"
                + @"kudos) (?:to you|for)|give yourself (?:some |a lot of )?credit|you deserve (?:a lot of |real |so much |some |"
                + @"the )*credit|hats off)"
        );

    private static Pattern Quality { get; } =
        Pattern.Of(
            @"\b(?:you (?:are|seem|sound|strike me as|have been|were|come across as|must be|really are|clearly are)(?: (?:like|as|"
                + @"to be|clearly|really|very|so|such|obviously|a|an|someone|somebody|truly|quite|incredibly|being|pretty|person|mother|"
                + @"father|parent|one|woman|man|worker|who is|the kind of|extremely|already|still|always|being|genuinely|honestly|also))* "
                + Good
                + @"\b|you (?:really |clearly |obviously |truly |so |already |still |always )*(?:care (?:so |very |really )*(?:deeply|"
                + @"much|a lot|about)|love (?:your|him|her|them|those)|know (?:your|what works|how to)|are (?:very |really |"
                + @"so )*good (?:at|with)|put (?:your|her|his|them|the|others|everyone)(?: \w+){0,2} first|want (?:what is best|"
                + @"the best) for|have (?:got )?a (?:good|real|great|big|strong|clear|gift|way) ?(?:head|eye|sense|heart|gift|way|idea|"
                + @"instinct)?)|(?:he|she|they|your \w+) (?:is|are) (?:really |very |so )*lucky to have you|as (?:a |such a )?(?:good|"
                + @"loving|caring|devoted|dedicated|strong) (?:mother|mom|father|dad|parent|person))"
        );

    private static Pattern Effort { get; } =
        Pattern.Of(
            @"\b(?:(?:even|despite|in spite of|with everything|with all|through all|after (?:all|everything)|"
                + @"on top of)[^.?]{2,70} you (?:have |are |were |did |had )?(?:still |kept|keep|keeping|managed|made|came|come|got|get|"
                + @"found|stayed|stay|never|always|show|showed|did not give|have not given|held|hold|took|take|reached|went|go)\b|"
                + @"you (?:have |had )?(?:still )?(?:kept|managed|found a way|made (?:it|sure|time|a point|the effort|the call|that call|"
                + @"a plan)|held (?:it|things|on|everything|your)|pulled|stuck (?:with|to|it)|worked (?:so |really |very |"
                + @"incredibly )*hard|been working (?:so |really |very |incredibly )*hard|fought|been fighting|not given up|"
                + @"did not give up|never gave up|stood up|spoke up|reached out|showed up|shown up|been (?:so |really |very )?(?:open|"
                + @"honest|brave|strong|patient)|come (?:a long way|so far|this far)|came (?:in|here|back)(?: \w+){0,3} (?:even|anyway|"
                + @"despite|today)|taken (?:a |the |that |such a |this )?(?:big |huge |hard |first |important |real )*(?:step|steps|care)|"
                + @"took (?:a |the |that |such a |this |some )?(?:big |huge |hard |first |important |real )*(?:step|steps|initiative|care|"
                + @"the time)|done (?:so much|a lot|so well|really well|everything you)|gotten (?:yourself|him|her|them|everyone|through)|"
                + @"got (?:yourself|him|her|them|everyone|through|up and)|put (?:a lot|so much|real|in)|gone out of your way|"
                + @"went out of your way|handled (?:that|this|it)|protected|looked out for|raised|provided|survived)\b|you (?:are|"
                + @"have been) (?:really |still |clearly |already |so )*(?:trying (?:so |really |very )*hard|working (?:so |really |"
                + @"very )*hard|doing (?:everything|all|the best|your best|so much|a lot|what you can)|holding (?:it|things|everything)|"
                + @"keeping (?:it|things|everything|your|the|everyone|them)|fighting (?:for|to|so|hard)|looking out for|showing up|"
                + @"standing up|protecting|still here|still going)|you did (?:not give up|everything|what you (?:had|needed) to|"
                + @"the right thing|a (?:brave|hard|good) thing|it anyway)|(?:coming|calling|reaching out|walking|showing up|telling me|"
                + @"saying (?:that|this|it)|asking for help|talking about (?:this|that|it))(?: \w+){0,6} (?:was not|is not|"
                + @"could not have been|can not have been) easy)"
        );

    private static Pattern Shows { get; } =
        Pattern.Of(
            @"\b(?:(?:that|it|this|which|what you \w+|the way you \w+|the fact that you \w+)(?:[^.?,]{0,60})? (?:really |clearly |"
                + @"just |also )*(?:shows?|tells? me|says|speaks to|speaks|showed)(?: me| to me)? (?:how (?:much|deeply|strong|hard|"
                + @"committed|dedicated|devoted|important|serious|brave|resourceful|resilient|good|far|well|caring|thoughtful)|"
                + @"(?:that )?you (?:really |clearly |truly |are|have|care|love|want|know|do|take)|what a|a lot about you|real|your|"
                + @"just how|volumes|something about)|you are (?:already )?(?:doing|handling|managing|taking)(?: \w+){0,4} (?:well|"
                + @"remarkably|impressively|good care)|(?:your|the) (?:kids?|children|son|daughter|family|mother|mom|father|dad|brother|"
                + @"sister|baby|girls?|boys?)(?: \w+){0,3} (?:is|are) (?:really |very |so )?lucky|you are (?:not just |"
                + @"more than )?(?:surviving|stronger than|braver than|more (?:capable|resilient) than))"
        );

    /// <summary>Names what the client did and that it was done against the odds.</summary>
    private static Pattern Deed { get; } =
        Pattern.Of(
            @"\byou (?:have |had |did |still |also |even |really |always |never |went and )*(?:got|get|came|come|did|do|made|make|"
                + @"kept|keep|held|hold|stayed|stay|took|take|found|find|went|go|put|carried|carry|fed|feed|raised|built|build|learned|"
                + @"learn|worked|work|called|call|asked|ask|told|tell|said|say|spoke|opened|open|showed|show|stood|cooked|saved|paid|"
                + @"fixed|walked|walk|got up|dressed|read|finished|finish|remembered|noticed|noticed|planned|protected|figured|managed|"
                + @"manage|quit|stopped|started|wrote|cleaned|helped|help|cared|left|packed|sewed|hemmed|drove|studied|applied|filled|sat|"
                + @"chose|fought|tried|gave|give|brought|bring|reached|picked|lived|survived|handled|handle|cover|covered|answered|turned|"
                + @"let)\b[^.?]{0,90}\b(?:anyway|even (?:though|when|with|if|after|so)|despite|in spite of|without (?:any|anybody|anyone|"
                + @"a|help|being|complaining|missing)|every (?:single )?(?:day|night|morning|week|time|one|shift|meeting)|by yourself|"
                + @"all by yourself|on your own|by heart|no matter what|when (?:no one|nobody|it was (?:hard|easier)|everything|everyone|"
                + @"most)|(?:on|with) (?:one|no|hardly any|almost no|two hours of) (?:paycheck|sleep|money|income|help|leg|hand)|(?:for|"
                + @"after) (?:\w+ ){1,3}(?:years|months)|instead of (?:drinking|using|hitting|yelling|giving|running|walking|hiding|"
                + @"leaving|staying|lying)|and (?:still|nobody|no one)|(?:took|asked) (?:nothing|for nothing)|first (?:thing|one)|on time|"
                + @"before you even|through (?:all|it all|that|this|everything))\b"
        );

    /// <summary>Says outright what a deed is worth or what it says of the person.</summary>
    private static Pattern Standing { get; } =
        Pattern.Of(
            @"(?:\b(?:not (?:many|everyone|everybody|every \w+|a lot of people|most people|just anyone)(?: \w+){0,3} (?:could|would|"
                + @"can|does|do|manages?|gets?|has|have|is able)|most (?:people|guys|men|women|kids|parents|folks|"
                + @"of us)(?: \w+){0,2} (?:never|would not|could not|do not|can not|would have (?:quit|given up|walked|left|run|stopped))|"
                + @"(?:that|this|it|which)(?: \w+)? (?:is|was)(?: \w+)? (?:not (?:a small|nothing|easy|an easy|a little|for nothing)|"
                + @"no small|real (?:\w+ )?(?:work|love|care|strength|courage|persistence|skill|grit|patience|loyalty|effort|progress|"
                + @"devotion|parenting)|half the (?:work|battle)|a (?:really |pretty |very )?(?:big|hard|huge|brave|strong|loving|kind|"
                + @"smart|good|tough) (?:deal|thing (?:to (?:do|say|admit|ask|face|decide)|you did)|step|move|call)|resourceful|brave|"
                + @"courage|strength|love|devotion|loyalty|hard work|persistence|you (?:choosing|fighting|taking care|looking out|"
                + @"protecting|standing up|doing)|the kind of (?:\w+ )you are|what a (?:good|loving|strong|caring) \w+ (?:does|"
                + @"looks like))|that is the kind of (?:\w+) you are|takes? (?:some|a kind of|real|a special|a lot of|so much|guts|nerve|"
                + @"heart|something)(?: \w+)? ?(?:stubbornness|strength|courage|nerve|patience|heart|love|work|guts|backbone|grit|"
                + @"planning|skill|smarts|doing|discipline|strong|person)?|took (?:something|guts|nerve|courage|heart|strength|a lot|real|"
                + @"some)\b(?! (?:time|longer|minutes|hours|days))|you (?:do not|did not|never) (?:quit|give up|back down|gave up|"
                + @"let (?:it|that|them|him|her) (?:stop|break|win|beat)|fold|run)(?: easy| easily)?|(?:some|a) (?:strong |big |"
                + @"real )?part of you (?:is|that is|keeps?|wants?)(?: \w+)? (?:fighting|fight|strong|trying|still|to live)|(?:i|"
                + @"we) (?:see|saw|noticed?) (?:that|it|you|her|him|how hard|how much (?:you|work|love|care)|the (?:work|love|care|effort|"
                + @"mother|father|parent|person|strength))(?: \w+){0,3}$|(?:he|she|they|your \w+)(?: \w+)? (?:sees?|knows?|feels?|"
                + @"notices?) (?:that|it|you|your)$|(?:those|your) (?:hands|eyes|instincts|skills|legs) (?:still )?(?:know|work|remember|"
                + @"serve|have)|you know (?:how to|what (?:care|love|work|it) takes|(?:the|that|this) \w+ (?:better|by heart|inside)|"
                + @"it about yourself)|(?:you are|that makes you|you have been) (?:the|a|an) (?:one|reason|glue|rock|anchor|fighter|"
                + @"survivor|parent who|mother who|father who|mom who|dad who|son who|daughter who|friend who|person who|man who|"
                + @"woman who|kind of)\b|you have (?:built|learned|earned|survived|overcome|come|raised|carried|already|kept|held|done|"
                + @"gotten|stayed|made|been (?:sober|clean|there|showing|doing)) (?:\w+ ){0,6}(?:on your own|yourself|already|so far|"
                + @"for (?:\w+ ){1,3}(?:years|months|weeks|days)|a lot|together|going|alive|safe|before|through|without|alone)|"
                + @"(?:there is|i hear|i see|i notice) (?:a lot of |so much |real |such |some |much )+(?:strength|love|care|courage|pride|"
                + @"effort|thought|loyalty|patience|skill|devotion|determination) (?:in|there|for|here|behind))\b)"
        );

    private static Pattern Thanks { get; } =
        Pattern.Of(
            @"\b(?:thank you|thanks|i (?:really |truly |so |do )*appreciate (?:you|your)|i am (?:really |so |very )*(?:glad|"
                + @"grateful|thankful|honored)(?: that)?(?: you)?)(?: (?:so much|very much|a lot|again|so))*(?: for)?(?: (?:being|you|"
                + @"your|having|the|so|really|sharing))* ?(?:trust(?:ing|ed)?|honesty|openness|opening up|opened up|"
                + @"sharing (?:something so|such)|letting me in|let me in|courage|brave|willing(?:ness)?(?: to)? (?:share|talk|trust|open|"
                + @"be|tell)|reached out|reaching out|coming in (?:even|though|despite|when|after)|speaking up|said (?:that|it|so)|"
                + @"saying (?:that|it|so)|came (?:in|here)|frank(?:ness)?|candid)"
        );

    private static Pattern NotAffirming { get; } =
        Pattern.Of(
            @"(?:^(?:what|how|when|where|who|why|do|does|did|are|is|was|were|have|has|can|could|would|if|maybe you should|"
                + @"you should|you need) (?!i )|\b(?:do you (?:think|feel|believe)|you (?:feel|think|felt|thought|wonder|worry|worried|"
                + @"wish|want to be|wanted to be|are (?:trying|supposed) to be|have to be|had to be|need to be|should be more|"
                + @"tried to be) |you are (?:feeling|not) |not (?:a|very|really) |\bshould have\b|\bif you (?:were|are|really|showed|show|"
                + @"do|did|come|came)\b|\bpeople (?:say|tell|told)\b|\bbe more\b|\bbut you (?:are|should|need|have to)\b|\bwhy (?:are|do|"
                + @"did) you\b|\bhow (?:are|do|did|can) you\b|\bstruggling to\b))"
        );
}
