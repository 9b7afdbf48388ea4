namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Confronting, blaming, judging (MITI 4.2.1: Confront), warning or threatening, and minimizing or premature reassurance. Confrontation
/// beats question; a duty move is never coded warning or confronting.
/// </summary>
internal static class ConfrontationRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.Confronting, Blame, "confronting.blame", unless: Reported);
        reading.Try(LabelCode.Confronting, WhyBlame, "confronting.why", unless: Reported);
        reading.Try(LabelCode.Confronting, Label, "confronting.label", unless: Reported);
        reading.Try(LabelCode.Confronting, Doubt, "confronting.doubt", unless: Reported);
        reading.Try(LabelCode.Confronting, Moralize, "confronting.moralize", unless: Reported);
        reading.Try(LabelCode.Warning, Threat, "warning.threat", unless: Reported);
        reading.Try(LabelCode.Warning, IfNot, "warning.if-not", unless: Reported);
        reading.Try(LabelCode.Minimizing, Calm, "minimizing.calm", unless: ReportedCalm);
        reading.Try(LabelCode.Minimizing, AtLeast, "minimizing.at-least", unless: ReportedCalm);
        reading.Try(LabelCode.Minimizing, Fine, "minimizing.reassures", unless: ReportedCalm);
        reading.Try(LabelCode.Minimizing, Smaller, "minimizing.smaller", unless: ReportedCalm);
    }

    private static Pattern Blame { get; } =
        Pattern.Of(
            @"\b(?:you (?:really |just |probably |clearly |still )*(?:should|ought to) (?:not )?have (?:\w+)|you (?:brought|"
                + @"bring) (?:this|it|that) on (?:yourself|yourselves)|(?:this|that|it|which)(?: \w+)? (?:is|was) (?:all |entirely |"
                + @"partly |kind of |your own |really |also )*(?:your (?:own )?(?:fault|doing)|on you|because of you)\b|"
                + @"your (?:own )?fault|you (?:have )?(?:only|no one|nobody)(?: \w+){0,2} (?:yourself to blame|to blame but|but yourself)|"
                + @"you (?:let|are letting|have let)(?: \w+){1,4} down|you (?:failed|are failing|have failed|messed up|screwed up|blew it|"
                + @"ruined|caused|created|chose (?:this|to stay|drugs|him|her|drinking)|made (?:your bed|this mess|that choice|a bad|bad|"
                + @"poor|terrible)|did this|never (?:try|listen|think|learn|follow|take|do what|finish|even)|always (?:make excuses|blame|"
                + @"find|have an excuse|do this|say that|run|quit|give up)|keep (?:making (?:excuses|the same|bad)|blaming|lying|running|"
                + @"doing this|avoiding|going back|choosing|putting (?:yourself|them|the)|refusing|missing|changing))\b|"
                + @"you do not (?:even |really |seem to )*(?:care|try|want (?:to change|help|to get better)|listen|bother|take (?:this|it|"
                + @"responsibility|anything)|deserve|get it)|you are not (?:even |really )*(?:trying|listening|taking|thinking (?:about|"
                + @"of) (?:your|the|them)|being (?:honest|reasonable|fair|cooperative|responsible|realistic|a good)|a (?:good|fit))|"
                + @"how dare you|how (?:could|can) you(?:$| (?:do|let|say|leave|think|forget|not|be so|possibly|even|just|expect|"
                + @"live with)))"
        );

    private static Pattern WhyBlame { get; } =
        Pattern.Of(
            @"\b(?:why (?:would|did|do|have|are|can|could|were) (?:not )?you (?:not )?(?:just |even |ever |still |always |keep |"
                + @"simply |possibly |already )*(?:(?:let|allow|stay(?:ed)?|leave|left|call|go back|keep|wait|waited|tell|told|try|tried|"
                + @"think|stop|get a|got a|give|lie|lying|do (?:that|this|such|something)|put|choose|have (?:more|another|so many|kids|"
                + @"children)|say|said|spend|buy|drink|use|hit|ignore|do it|ask|come|show|pay|paid|take|took|do anything|done anything|"
                + @"being|acting|making|giving|refuse|refusing|blame|blaming|act|quit|find|work|move|report|listen|do what)\b)|"
                + @"what were you (?:even )?thinking\b(?! (?:about|of|at|when|then))|what is wrong with you|what (?:did|do) you expect|"
                + @"what kind of (?:mother|mom|father|dad|parent|person|daughter|son|man|woman|wife|husband|friend)\b|"
                + @"do you (?:not )?(?:even |really |honestly )*(?:care about|realize (?:what|how|that)|understand (?:what you|"
                + @"how serious|that you)|know (?:what you|how much (?:damage|harm))|see (?:what you are|how you))|do you not (?:care|see|"
                + @"realize|understand|think|love|want)|are not you (?:ashamed|worried about your|embarrassed)|do you call (?:that|this)|"
                + @"how (?:long|many times) (?:are|do|will|does) (?:you|i|we) (?:going to|have to|need to) (?:keep|tell|make|go|say))"
        );

    private static Pattern Label { get; } =
        Pattern.Of(
            @"\b(?:you (?:are|were|sound|seem)(?: (?:just|being|so|really|very|a|an|clearly|obviously|kind of|acting|like|simply|"
                + @"too|such|the|pretty|always|a bit|a little|to be|still|only|one|more|acting like|incredibly|extremely|"
                + @"honestly))* (?:lying|liar|in denial|irresponsible|lazy|selfish|careless|reckless|manipulative|dramatic|overreacting|"
                + @"unreasonable|ungrateful|resistant|noncompliant|non compliant|uncooperative|defensive|hostile|stubborn|immature|"
                + @"childish|naive|foolish|silly|ridiculous|paranoid|negative|(?:a |an )?addict|(?:an )?alcoholic|neglectful|"
                + @"(?:a )?bad (?:mother|mom|father|dad|parent|person|example|influence)|unfit|weak|pathetic|crazy|hysterical|rude|"
                + @"difficult|making excuses|excuses|blaming (?:everyone|others|everybody|other|him|her|them)|not (?:an? )?(?:good|"
                + @"fit) (?:mother|mom|father|dad|parent)|part of the problem|the problem|hurting your (?:kids?|children|family|son|"
                + @"daughter)|killing yourself with|playing (?:the )?victim|feeling sorry for yourself|avoiding (?:the|my|this|it)|"
                + @"wasting (?:my|our|everyone|your)|dishonest|hiding something|wrong\b|mistaken|enabling|attention seeking|"
                + @"seeking attention|using (?:that|this|it) as an excuse)|that (?:is|was|sounds)(?: (?:just|really|very|so|a|an|pretty|"
                + @"honestly|such|simply|kind of|quite|extremely|incredibly|no|not an?|like))* (?:irresponsible|selfish|ridiculous|"
                + @"careless|reckless|unacceptable|not acceptable|excuse|an? excuse|nonsense|stupid|foolish|dumb|silly|absurd|shameful|"
                + @"disgraceful|disgusting|pathetic|lazy|neglect(?:ful)?|terrible parenting|bad (?:choice|decision|parenting|judgment)|"
                + @"poor (?:choice|decision|judgment|parenting)|terrible (?:choice|decision)|wrong\b|inappropriate|disappointing of you|"
                + @"a cop out|not how a|not what a good|manipulative|dangerous thing you)|shame on you|you should be ashamed|(?:sounds|"
                + @"seems|feels) (?:to me )?like (?:an excuse|excuses|you are (?:just )?(?:making excuses|in denial|avoiding|blaming|"
                + @"lying|not (?:really )?trying|being)))"
        );

    private static Pattern Doubt { get; } =
        Pattern.Of(
            @"\b(?:i (?:just |really |honestly |simply |still |find it hard to )*(?:do not|can not|did not|hardly|"
                + @"find it hard to) (?:really )?believe (?:you|that|it|what you)|(?:are|were) you (?:sure|certain)(?: (?:that|about that|"
                + @"it|you|this|he|she))? ?(?:is|was|were|are|did|do)? ?(?:true|not (?:lying|exaggerating|just|making|the)|really|"
                + @"happened|did not|telling|be honest)|are you (?:being |really |even )*(?:honest|telling (?:me )?the truth|lying|"
                + @"serious|exaggerating|making (?:this|that|it) up|drunk|high)(?: with me)?|(?:i (?:think|suspect|feel like|feel|know|"
                + @"believe)|it (?:seems|sounds)(?: to me)? (?:like|that)|maybe) (?:that )?you are (?:just |really |simply |only |"
                + @"still )*(?:lying|making excuses|in denial|exaggerating|avoiding|hiding|not (?:telling|being|taking|really)|wrong|"
                + @"being|blaming|overreacting|minimizing|using)|(?:that|this|it) (?:is|does|can) not (?:true|what (?:happened|you said|"
                + @"the (?:report|file|referral|school|record)|i (?:heard|was told|have))|add up|make sense (?:to me|because|given)|"
                + @"possible|an excuse|good enough|a reason|right that you|really true|normal to)|(?:that|this) (?:does not add up|"
                + @"is hard to believe|can not be true)|(?:but )?(?:the|your) (?:file|report|record|records|teacher|school|referral|"
                + @"doctor|chart|test|mother|husband|probation officer|paperwork) (?:says|said|shows|tells|told me) (?:otherwise|"
                + @"different|something else|something different|that you (?:are|were|did|have|lied))|(?<!\b(?:to|can|could|just|really|"
                + @"very) )be honest with (?:me|yourself)|tell me the truth|stop (?:lying|making excuses|blaming|playing|complaining|"
                + @"whining|crying|being|acting|pretending|avoiding|feeling sorry|it right)|admit (?:it|that|you)|face (?:it|the (?:facts|"
                + @"truth)|reality)|(?:you )?(?:need|have|got|had better|ought) to (?:take (?:some |more |full )?(?:responsibility|"
                + @"accountability|ownership)|grow up|be honest|face|stop (?:making|blaming|lying|being|playing|feeling|acting|whining|"
                + @"complaining|using)|own (?:up|this|it|your)|accept (?:that|responsibility)|get over|think about (?:your|the) (?:kids|"
                + @"children|baby|family) (?:for|instead|first)|wake up|look at yourself|try harder|be more responsible|get your (?:act|"
                + @"priorities|life))|i (?:have to |do )?disagree with you|no,? you (?:are|do|did|have) not|no excuse|there is no excuse|"
                + @"you (?:say|said) (?:that|you)[^.?]{3,60}(?:but|yet) (?:you|your|the|then you) (?:\w+ )?(?:still|have not|did not|"
                + @"do not|keep|never|are not|were|file|continue)|if you (?:really |truly |actually |even )+(?:cared|loved|wanted|tried|"
                + @"were)|you can not (?:seriously|really|expect|blame|just expect|keep (?:blaming|making|doing|living)))"
        );

    private static Pattern Moralize { get; } =
        Pattern.Of(
            @"\b(?:(?:a )?(?:good|real|responsible|decent|normal|better|fit|loving) (?:mother|mom|father|dad|parent|parents|person|"
                + @"daughter|son|man|husband|wife|mothers|fathers) (?:would|does|do|puts?|should|never|always|know)|(?:you )?(?:owe (?:it|"
                + @"that) to (?:your|them|him|her)|(?:are|is) supposed to (?:put|protect|take care of|be an adult|be the (?:adult|"
                + @"parent))|are (?:the|an) (?:adult|parent|grown)|are old enough to know)|(?:your|the|those|these) (?:kids?|children|son|"
                + @"daughter|family|baby)(?: \w+)? (?:deserves? better|is paying|are paying|is suffering|are suffering|will (?:pay|suffer|"
                + @"hate))|think of (?:your|the) (?:kids|children|baby|family)|it is (?:just |simply )?(?:not right|wrong|immoral|a sin|"
                + @"irresponsible|selfish|shameful|unacceptable|inexcusable)|people like you|everyone else (?:manages|can|seems to|does)|"
                + @"other (?:people|mothers|parents|students|women|men)(?: \w+){0,3} (?:manage|managed|do it|can do|do not|get by|"
                + @"make it work)|you (?:people|have no (?:right|idea|excuse|business)|ought to know|should know better|know better|"
                + @"know (?:very well|full well|perfectly well)|knew (?:better|what would|exactly)|had a choice|had your chance)|"
                + @"if you had (?:just|only|listened|not|been|called|told|done|gone|thought|tried|come)|what about your (?:kids|children|"
                + @"responsibilit)|you are (?:setting|putting) (?:a (?:bad|terrible|poor)|your (?:kids?|children|baby)|them (?:at|in)))"
        );

    private static Pattern Threat { get; } =
        Pattern.Of(
            @"\b(?:or else|i am warning you|let me warn you|i warn you|consider this (?:a|your) warning|last (?:chance|warning)|"
                + @"there (?:will|are going to) be consequences|you (?:will|are going to|could|might|may|are about to)(?: (?:just|end up|"
                + @"definitely|probably|never|very well|only|soon|eventually))* (?:lose (?:your|the|custody|them|him|her|everything|this|"
                + @"that)|go to (?:jail|prison|court)|(?:be|get) (?:arrested|evicted|fired|kicked out|cut off|locked up|charged|sorry|"
                + @"expelled|suspended|deported|removed|violated)|regret|end up (?:in|on|dead|homeless|alone|back|like|with)|die\b|ruin|"
                + @"pay for|fail|see your (?:kids|children) again|be dead|get (?:worse|hurt|killed))|(?:i|we|they) (?:will|can|could|"
                + @"might|may|am going to|are going to|would) (?:have to )?(?:take (?:your|the|them|him|her)(?: \w+)? away|remove (?:your|"
                + @"the)|close your (?:case|file)|end your|cut (?:you|your)|stop your|evict|terminate your|put you (?:in|out)|"
                + @"report you\b|tell your (?:boss|probation|landlord|parents|husband|mother)|call (?:the police|security|"
                + @"your probation) on))"
        );

    private static Pattern IfNot { get; } =
        Pattern.Of(
            @"\b(?:(?:if|unless) you (?:do not|will not|can not|keep|refuse|continue|fail to|are not|stay|go on|miss|"
                + @"cooperate)[^.?]{2,80},? (?:then )?(?:you (?:will|are going|could|might|may|can|lose|won)|i (?:will|am going|have no|"
                + @"can not|may|might)|we (?:will|are going|can not|may|might|have to)|they (?:will|are going|could|might|may|can)|"
                + @"(?:your|the) \w+(?: \w+)? (?:will|could|might|is going|are going)|there (?:will|is|are)|nothing|it (?:will|is going))|"
                + @"(?:do|sign|stop|cooperate|comply|change|answer)[^.?]{1,40},? or (?:you will|i will|we will|they will|you are going|"
                + @"i am going))"
        );

    private static Pattern Reported { get; } =
        Pattern.Of(
            @"\b(?:(?:you|he|she|they|people|everyone|everybody|your \w+|his \w+|somebody|someone|the \w+)(?: \w+)? (?:says?|said|"
                + @"told|tells?|called|calls?|thinks?|thought|feels?|felt|believes?|blames?|accused|accuses|makes? you feel|made you feel|"
                + @"worry|worried|wonder|wondering|afraid|keep telling|keeps telling)(?: (?:that|you|like|yourself|if|me|to|it))*|"
                + @"you (?:are )?(?:feeling|worried|afraid|scared|saying|wondering|blaming yourself|telling yourself|hard on yourself|"
                + @"being hard)|part of you|(?:sounds|seems|feels) like (?:you (?:feel|felt|think|are (?:feeling|worried|afraid|blaming|"
                + @"tired|scared)|do not feel|have been told|wish|worry|believe|keep (?:trying|asking))|(?:he|she|they|your))|(?:it|this|"
                + @"that) (?:is|was) not (?:your fault|on you|because of you)|not your fault|i (?:do not|did not|am not|"
                + @"would never)(?: \w+){0,3} (?:think|mean|say|saying|believe|here to|blame|judge|blaming|suggesting|implying)|how (?:do|"
                + @"did) (?:you|that) (?:feel|make you|know)|(?:do|did) you (?:feel|think|worry|believe|wish|find|blame)|no one (?:is|"
                + @"says)|nobody (?:is|says)|you wish|i am sorry)\b"
        );

    private static Pattern Calm { get; } =
        Pattern.Of(
            @"(?<!\b(?:to|you|it|things|did|he|she|they|helps|help|him|her|them|can|and|yourself|we|could) )\b(?:calm down|"
                + @"relax\b(?! at|ing)|cheer up|chill out|lighten up|snap out of it|get over it|stay positive|think positive|be positive|"
                + @"keep your (?:chin|head|spirits) up|chin up|look on the bright|look at the (?:bright|positive)|move on with your|"
                + @"let it go|suck it up|toughen up|man up|be strong|hang in there|smile\b)|\b(?:(?:you )?(?:just )?(?:need|have|"
                + @"got) to (?:calm down|relax|cheer up|stay positive|think positive|be positive|be strong|move on|get over|let (?:it|"
                + @"that) go|snap out|lighten up)|(?:try|trying) (?:to|not to) (?:calm down|relax|cheer up|stay positive|think positive|"
                + @"be positive|worry|be so|think about it|let it|stress|dwell|take it))"
        );

    private static Pattern AtLeast { get; } =
        Pattern.Of(
            @"(?:(?:^|[,.] ?|\b(?:well|but|and|so|because|yeah|hey|okay|oh) )(?:at least|atleast) (?:you|he|she|they|it|there|your|"
                + @"one of|that|we|nobody|no one|i|the|now|this|someone|his|her)\b|\bon the bright side|\bsilver lining|\b(?:could|can|"
                + @"might) (?:always )?(?:be|have been)(?: \w+)? worse|\bcount your blessings|\bbe (?:grateful|thankful|glad|"
                + @"happy) (?:that|for|you)|\byou are (?:so |pretty |very |really |actually |quite )*(?:lucky|fortunate|"
                + @"blessed)(?! to have (?:each|one))|\b(?:other|some|many|plenty of|lots of|a lot of) (?:people|families|folks|women|men|"
                + @"kids|students)(?: \w+){0,3} (?:have it|are|do) (?:much |far |way |so much )?(?:worse|harder|not even have)|"
                + @"\bthink of (?:those|people|the people) who|\bfirst world problem)"
        );

    private static Pattern Fine { get; } =
        Pattern.Of(
            @"\b(?:(?:everything|it|things|this|that|all|he|she|they|you|your \w+) (?:is going to|are going to|will)(?: (?:all|just|"
                + @"definitely|surely|probably|certainly|eventually|soon|really|totally|absolutely|only|both|always))* (?:be |turn out |"
                + @"work out |work itself out|work themselves out|get better|pass\b|blow over|feel better|come around|heal|"
                + @"get through (?:this|it)|okay|all right|fall into place|sort itself)(?:(?:all |just |perfectly |totally |"
                + @"completely )*(?:fine|okay|all right|good|great|better|well|for the best|over soon|back to normal|happy|safe)\b)?(?=$|"
                + @"[.,?]| (?:soon|in the end|i |you|just|eventually|and|with|do not|for|don))|(?:do not|no need to|nothing to|stop|"
                + @"not to|never) (?:you )?(?:worry(?:ing)?|stress(?:ing)?|be (?:scared|sad|upset|afraid|worried|nervous|silly|so|"
                + @"like that)|cry|feel (?:bad|that way|guilty|sad|like that|ashamed)|think like that|overthink|dwell|let it (?:bother|"
                + @"get))\b|you (?:have|got) nothing to (?:worry|be (?:scared|afraid|ashamed|nervous))|(?:i am|i feel|pretty|"
                + @"very) (?:sure|certain|positive|confident)(?: that)? (?:it|he|she|they|everything|things|you|your \w+|this|that|"
                + @"the \w+)(?: \w+)? (?:will (?:be|get|work|come|turn|pass|feel|find|go)|did not mean|does not mean|loves?|means? well|"
                + @"meant well|cares?|is (?:fine|okay|nothing|just|all right)|are (?:fine|okay|just|all right))\b|time (?:heals|will heal|"
                + @"will tell)|everything happens for|(?:this|that|it) (?:too )?(?:shall|will) pass|meant to be$|god (?:has|does|never|"
                + @"only|will|would)|you will (?:(?:be|feel) (?:just |absolutely |totally |perfectly |all )*(?:fine|okay|all right|better|"
                + @"good|great|happy)|get (?:over|through|past|used to)|find (?:someone|another|somebody|a new|something)|bounce back|"
                + @"look back|see,? it|forget|make it\b|get there|have (?:another|other)|be laughing|do (?:great|fine))|no (?:worries|"
                + @"big deal|problem) (?:at all )?(?:about|with) (?:that|this|it)|i promise (?:it|things|everything|you(?: will| are)|"
                + @"that (?:it|things|everything))|for the best\b|there is (?:always )?(?:a light|light at)|"
                + @"nothing (?:bad )?(?:is going to|will) happen)"
        );

    private static Pattern Smaller { get; } =
        Pattern.Of(
            @"\b(?:(?:it|that|this|things)(?: \w+)? (?:is|are|was|were|can|does|could|do|did) not(?: (?:really|actually|even|be|"
                + @"seem|sound|look|been|have been|all))*(?: (?:that|so|such|too|as|a|this|the))+ (?:bad|serious|big (?:of )?a deal|hard|"
                + @"terrible|awful|big|difficult|end of the world|worst|important|scary|catastrophe|tragedy|crisis)(?! (?:as you|"
                + @"for you))|(?:not|is) (?:the end of the world|a big deal|such a big deal|no big deal)|no big deal|(?:it|that|"
                + @"this) is (?:only|just|simply|nothing but) (?:a |an |the |one |some |your )?(?:phase|fight|argument|job|test|class|"
                + @"grade|breakup|divorce|form|paper|money|house|thing|bump|stage|stress|nerves|hormones|bad day|rough patch|week|dog|cat|"
                + @"pet|misunderstanding|part of life|life|how (?:it|life|kids|men|teenagers|things)|in your head|feelings|"
                + @"your imagination|temporary|a job|you being|growing|teenager|mood)|(?:that|this|it) is (?:nothing|life|no reason to|"
                + @"not worth (?:crying|worrying|being|getting)|silly to|normal for (?:your|a)|all in your head|just life)\b|"
                + @"everyone (?:has (?:problems|bad|those|that|it|their|to deal)|goes through|gets (?:sad|stressed|tired|angry|down|"
                + @"scared|nervous|that)|feels (?:like )?(?:that|this|sad|down)|deals with|fights|argues|struggles with (?:that|this|"
                + @"money))|everybody (?:has|goes through|gets|feels|fights|deals)|we all (?:have|go through|get|feel|struggle|make|deal|"
                + @"fight|been)|(?:you|maybe you|perhaps you|i think you) (?:are|might be|may be|could be)(?: \w+)? (?:making (?:too|such|"
                + @"a (?:big|mountain))|blowing (?:this|it|things)|overthinking|being (?:too|a (?:bit|little) (?:too )?|over|so|"
                + @"overly) ?(?:sensitive|dramatic|hard|worried|negative|emotional|harsh|pessimistic)|overreacting|too sensitive|"
                + @"worrying (?:too much|over nothing|about nothing|for nothing)|taking (?:this|it|that) too|imagining|exaggerating|"
                + @"reading too much)|(?:boys|kids|men|teenagers|couples|families|siblings) (?:will be|are just|are like|always|"
                + @"all) (?:boys|kids|men|teenagers|fight|like that|argue|do that|that way)?|(?:just )?(?:ignore|forget(?: about)?|"
                + @"do not think about|put (?:it|that) behind) (?:it|him|her|them|that|you)\b|worse things (?:happen|have)|"
                + @"it happens(?: to (?:everyone|everybody|all|the best))?$|(?:that|it|this) (?:happens|can happen) (?:to everyone|"
                + @"to everybody|all the time|to all of us))"
        );

    private static Pattern ReportedCalm { get; } =
        Pattern.Of(
            @"\b(?:(?:people|he|she|they|everyone|everybody|your \w+|others|some people|friends|family|who)(?: \w+)? (?:says?|said|"
                + @"tells?|told|telling|keep|keeps|kept|thinks?)|you (?:said|say|told|mentioned|keep (?:saying|telling)|are (?:hoping|"
                + @"telling|saying|trying|worried|wishing)|hope|wish|want|feel|think|felt|tell|were|have been|would|know|do not (?:feel|"
                + @"think|know|believe))|(?:sounds|seems) like|do you|did you|does (?:it|that|he|she)|would you|what (?:helps|would|does|"
                + @"do)|how (?:do|does|can|would)|i (?:can not|could not|am not going to|will not|do not want to|would not|"
                + @"wish i could) (?:promise|tell you|say|pretend|guarantee|make)|when (?:people|someone|you)|if (?:you|it|that)|"
                + @"no one can promise|you do not have to)\b"
        );
}
