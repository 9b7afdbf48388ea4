using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Asking about safety directly, in the terms of the C-SSRS screener (Posner et al., 2011): wish, thoughts, method, intent, plan,
/// behavior; and about violence and a child at risk. A leading question ("you're not thinking of ..., are you?") asks nothing.
/// </summary>
internal static class SafetyRules
{
    /// <summary>Marks safety questions and returns the risk items asked about directly and not leading.</summary>
    public static HashSet<RiskItem> Apply(Reading reading, Persona persona)
    {
        var asked = new HashSet<RiskItem>();
        var aboutDying = new Lazy<bool>(() => reading.Matches(Suicide) || reading.Client.SpokeOfSuicide || reading.Student.SpokeOfSuicide);
        var known = KnownRisks.Of(persona);
        foreach (var sentence in reading.Text.Sentences)
        {
            var kind = reading.Questions[sentence.Index];
            var span = reading.Span(sentence);
            var inquires =
                kind is QuestionKind.Open or QuestionKind.Closed or QuestionKind.Permission or QuestionKind.Checking
                || Inquires.IsMatch(span);
            if (!inquires || kind == QuestionKind.Leading || Leading.IsMatch(span) || Statement.IsMatch(span))
            {
                continue;
            }

            var before = asked.Count;
            Collect(span, aboutDying, asked);
            if (
                sentence.Index > 0
                && PointsBack.IsMatch(span)
                && OfPeople.IsMatch(reading.Span(reading.Text.Sentences[sentence.Index - 1]))
            )
            {
                asked.Add(RiskItem.SuicidalThoughts);
            }

            asked.UnionWith(known.In(span, reading.Text.Words, sentence));
            if (asked.Count > before || FeelSafe.IsMatch(span) || Means.IsMatch(span))
            {
                reading.AddSentence(LabelCode.SafetyQuestion, sentence, "safety.direct");
            }
        }

        return asked;
    }

    private static void Collect(Stretch span, Lazy<bool> aboutDying, HashSet<RiskItem> asked)
    {
        if (Wish.IsMatch(span))
        {
            asked.Add(RiskItem.WishToBeDead);
        }

        if (Behavior.IsMatch(span) || (TriedBefore.IsMatch(span) && aboutDying.Value))
        {
            asked.Add(RiskItem.Behavior);
        }
        else if (Thoughts.IsMatch(span))
        {
            asked.Add(RiskItem.SuicidalThoughts);
        }

        if (Method.IsMatch(span) && aboutDying.Value)
        {
            asked.Add(RiskItem.Method);
        }

        if (Plan.IsMatch(span) && aboutDying.Value)
        {
            asked.Add(RiskItem.Plan);
        }

        if (Intent.IsMatch(span) && aboutDying.Value)
        {
            asked.Add(RiskItem.Intent);
        }

        if (Child.IsMatch(span))
        {
            asked.Add(RiskItem.ChildAtRisk);
        }

        if (Violence.IsMatch(span))
        {
            asked.Add(RiskItem.Violence);
        }
    }

    /// <summary>Words that say the talk is about suicide; also read in what was said before.</summary>
    internal static Pattern Suicide { get; } =
        Pattern.Of(
            @"\b(?:suicid\w*|kill(?:ing)? (?:yourself|myself)|end(?:ing)? (?:your|my) (?:own )?life|tak(?:e|ing) (?:your|"
                + @"my) (?:own )?life|(?:wish\w*|rather|better off|want\w*)(?: \w+){0,4} (?:dead|die|dying)|"
                + @"not (?:want\w* to )?(?:be alive|wake up|be here any ?more|live any ?more)|never wake up|end it all|"
                + @"hurt(?:ing)? (?:yourself|myself)|harm(?:ing)? (?:yourself|myself))\b"
        );

    /// <summary>Said of people in general, to make the question after it easier to answer ("some people think of dying").</summary>
    private static Pattern OfPeople { get; } =
        Pattern.Of(
            @"\b(?:suicid\w*|(?:kill|killing|hurt|hurting|harm|harming) (?:themsel\w+|yourself)|(?:end|ending|take|taking) their (?:own )?li(?:fe|ves)|"
                + @"(?:thoughts?|think|thinking|talk) (?:of|about) (?:death|dying|not (?:being|waking|wanting))|(?:wish|want\w*|rather)(?: \w+){0,4} (?:dead|die))\b"
        );

    /// <summary>A question that means what was said just before it ("have you had thoughts like that").</summary>
    private static Pattern PointsBack { get; } =
        Pattern.Of(
            @"\byou\b(?: \w+){0,4} (?:thoughts?|think\w*|feel\w*|felt|anything|any of|things?)(?: \w+){0,2} (?:like (?:that|this|those|these)|that way|this way|of (?:that|those))\b"
        );

    private static Pattern Inquires { get; } =
        Pattern.Of(
            @"\b(?:i (?:am|was) (?:wondering|curious|asking)|i (?:want|need|have|would like) to ask|^(?:and |so )?(?:are|is|do|does|"
                + @"did|have|has|was|were|how|when|what|who) |, (?:do|did|have|are|is|has) |(?:do|did|have|are) you |can you tell me|"
                + @"tell me|i wonder|ask(?:ing)? you|let me ask)\b"
        );

    private static Pattern Leading { get; } =
        Pattern.Of(
            @"\b(?:(?<!\b(?:wish|wished|hope|hoped|hoping|that|if|like|rather|sometimes|when|while) )you (?:are|were|would|do|have|did|will|could) not\b|(?:you would|you will|you are|you have) never\b|(?:are|would|"
                + @"do|have|is|were) not you\b|surely|tell me you|promise me|you (?:do not|did not) (?:actually|really))"
        );

    private static Pattern Statement { get; } =
        Pattern.Of(
            @"\b(?:(?:i|we) (?:will|would|have to|need to|must|am required|may need)(?: \w+){0,5} (?:report|share|tell|call|break)|"
                + @"unless|confidential\w*|the only (?:time|exception)|i am (?:so |very )?sorry)\b"
        );

    private static Pattern Wish { get; } =
        Pattern.Of(
            @"\b(?:(?:wish\w*|want\w*|hop(?:e|ed|ing)|think\w*|thought\w*|feel\w*|felt|rather)(?: [a-z]+){0,8} (?:(?:be |were |was |"
                + @"to be |being )?dead\b|die in your sleep|not (?:be|being|wake|waking|exist|existing|alive|here|live|living|want)|"
                + @"(?:never|did not|do not|not to|would not) (?:have to )?(?:wake|waking|woke) ?up|were not (?:alive|here|around)|"
                + @"not want(?:ing)? to (?:be (?:alive|here|around)|live|wake up|go on living|exist)|disappear\w*|better off (?:dead|"
                + @"without you)|(?:to |you could |you would |about )?(?:just )?(?:die|dying)\b|(?:go|going|fall|falling) (?:to sleep|"
                + @"asleep)(?: and)? (?:not|never)|life (?:is|was)(?: \w+)? not worth)|(?:better off (?:dead|without you|if you were)|"
                + @"life (?:is|was|isn)(?: \w+){0,2} (?:not )?worth living|reason to (?:live|keep living|go on living)|tired of (?:living|"
                + @"being alive)))"
        );

    private static Pattern Thoughts { get; } =
        Pattern.Of(
            @"\b(?:suicid\w*|(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) (?:or (?:kill|killing|harm|harming|hurt|"
                + @"hurting) )?yourself|(?:end|ending|take|taking) your (?:own )?life|(?:end|ending) it(?: all)?\b|(?:do|doing|"
                + @"done) (?:something|anything) to (?:hurt|harm|end|yourself)|self ?harm\w*)"
        );

    private static Pattern Behavior { get; } =
        Pattern.Of(
            @"\b(?:(?:ever|before|past|already|recently|last|three months)(?: [a-z]+){0,6} (?:tried|attempted|attempt|"
                + @"made an attempt|done anything|started|acted|hurt yourself|harmed yourself|cut yourself|"
                + @"prepared)(?: [a-z]+){0,6}(?:kill|end|suicid\w*|hurt|harm|yourself|life|die|attempt|cut)|(?:have|did|had) you (?:ever |"
                + @"actually |already |recently |also )*(?:tried|try|attempted|attempt|made|make|done|do|started|start|taken|take|"
                + @"prepared|acted|act|hurt|harmed|cut|hurting|harming)(?: [a-z]+){0,8} ?(?:kill|end (?:your|it)|suicid\w*|die\b|attempt|"
                + @"yourself|on (?:those|these|the) thoughts|harm)|(?:suicide|past|previous|earlier|any) attempts?|attempt(?:ed|"
                + @"s)? (?:suicide|to (?:kill|end|take|die))|(?:tried|try) to (?:kill|end|take|hurt|die|harm))"
        );

    private static Pattern TriedBefore { get; } =
        Pattern.Of(
            @"\b(?:(?:have|did|had) you (?:ever |actually |already |recently )*(?:tried|try|attempted|done anything|acted|started|"
                + @"made|prepared|taken any steps|gotten)(?: (?:it|that|this|before|about|to|anything|any|preparations?|steps|ready|"
                + @"like))*|is this the first time you)"
        );

    private static Pattern Method { get; } =
        Pattern.Of(
            @"\b(?:(?:how|what) (?:you )?(?:would|might|could|will)(?: you)? (?:actually |maybe )?(?:do|use|go about|end|kill|hurt|"
                + @"take|carry)|(?:about|of) (?:how|ways?|a way|what way|a method|the method|methods|means)\b|(?:a |any |some |"
                + @"particular |specific )?(?:method|ways?) (?:in mind|to (?:do|kill|end|die|hurt)|you)|have(?: you)? (?:access|anything|"
                + @"something|pills|a gun|the means|a way|a method)|access to|thought (?:about )?how\b|how you)"
        );

    private static Pattern Plan { get; } =
        Pattern.Of(
            @"\b(?:(?:a|any|made|make|making|have|work\w* out|specific|particular|some kind of|started) (?:[a-z]+ ){0,3}plans?\b|"
                + @"plan(?:ned|ning)? (?:to|on|for|how|when|out)|work\w* out (?:the )?(?:details|how|when|where)|details of how|"
                + @"when (?:or|and) (?:where|how)|when you would|where you would|thought about when|set a (?:date|time))"
        );

    private static Pattern Intent { get; } =
        Pattern.Of(
            @"\b(?:inten(?:d|ds|t|tion|tions|ding)\b|act(?:ing)? on (?:it|them|those|these|that|the|this|any|your)|(?:go|"
                + @"going) through with|carry(?:ing)? (?:it|that|this|them) out|(?:think|believe|feel)(?: \w+){0,3} (?:you (?:would|might|"
                + @"will|could)|like you)(?: \w+){0,2} (?:do it|act|try|actually|really|kill|go)|how likely|(?:actually|really) (?:do|"
                + @"going to|doing) (?:it|this|that|do|kill|end)|(?:might|would|will|could) (?:actually |really )?(?:do it|act)|"
                + @"want(?:ed)? to act|plan to act|mean to do|some intention)"
        );

    private static Pattern Violence { get; } =
        Pattern.Of(
            @"\b(?:(?:he|she|they|anyone|anybody|someone|somebody|your (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|"
                + @"mother|mom|stepdad|stepfather|son|daughter|brother|uncle|spouse|parents?|family)|[a-z]+|ever)(?: (?:ever|been|is|have|"
                + @"has|had|physically|or|also|did|at home|here|actually|threatened|threatens|to|in your (?:home|house|family|life)|else|"
                + @"make|made|you|feel))* (?:hit|hits|hitting|hurt|hurts|hurting|choke|choked|chokes|strangle\w*|push|pushed|shove\w*|"
                + @"slap\w*|punch\w*|kick\w*|beat|beats|beaten|threaten\w*|grab\w*|attack\w*|forc(?:e|ed|es|ing)|touch(?:ed|es)?|abus(?:e|"
                + @"ed|es|ing)|weapon) (?:you|or|your|to|the)\b|(?:been|being|were|was|get|got|getting) (?:\w+ )?(?:hit|hurt|choked|"
                + @"strangled|pushed|beaten|threatened|abused|attacked|forced|assaulted|slapped|kicked)|(?:is|was|were|are|has|have|feel|"
                + @"do)(?: \w+){0,4} (?:afraid|scared|frightened|unsafe|safe) (?:of (?:him|her|them|your|someone|anyone|going home)|"
                + @"at home|around|with (?:him|her|them|your)\b|in your (?:home|house|relationship)|when (?:he|she|they|you)|to go home|"
                + @"going home|where you (?:live|are|stay)|there)|(?:is|was) (?:anyone|anybody|someone|somebody) (?:(?:in|at|around|of|here|else|the|this|your|home|house|family) ){0,4}(?:not safe|unsafe)|(?:weapons?|guns?|knife|firearms?) (?:at|in|around)|(?:hurt|hurting|"
                + @"harm|harming|kill|killing|attack\w*) (?:or \w+ )?(?:someone|somebody|anyone|him|her|them|others|other people|"
                + @"your (?:boss|landlord|husband|wife|partner|ex|neighbor|brother|mother|father|sister|family))|(?:any |physical |"
                + @"domestic |the )?(?:violence|violent)|(?:laid|lay|put) (?:a hand|hands|his hands|her hands) on)"
        );

    private const string Kid =
        "(?:the |your |any of (?:the|your) |those |these |her |his |their )*(?:kids?|child|children|son|daughter|baby|boys?|girls?|grandkids|grandchildren|grandson|granddaughter|little (?:one|ones|brother|sister)|brothers?|sisters?|siblings|toddler|infant)";

    private static Pattern Child { get; } =
        Pattern.Of(
            @"\b(?:(?:is|are|were|was|do|does|did|has|have|feel)(?: \w+)? "
                + Kid
                + @"(?: \w+){0,3} (?:safe|unsafe|hurt|hit|afraid|scared|in danger|left|alone|okay|seen|see|saw|witness\w*|hear|heard|"
                + @"around when|there when|home when|been|at risk|with)|(?:hit|hits|hurt|hurts|hurting|touch\w*|harm\w*|shake\w*|shook|"
                + @"leave|leaves|left|leaving|yell\w*|beat\w*|abus\w*|neglect\w*|spank\w*|threaten\w*|scare\w*|grab\w*|slap\w*|"
                + @"push\w*)(?: \w+)? "
                + Kid
                + @"|"
                + Kid
                + @"(?: \w+){0,2} (?:safety|being (?:hurt|hit|abused|left|harmed)|home alone|left alone|at home alone|by themselves|"
                + @"unattended|unsupervised|get(?:s|ting)? (?:hurt|hit))|(?:worried|concerned|afraid|scared|worry|"
                + @"fear\w*)(?: \w+){0,3} (?:for|about) "
                + Kid
                + @"(?: \w+)? (?:safety|being safe|getting hurt)|who (?:is|was)(?: \w+)? (?:watching|looking after|with|taking care of|"
                + @"caring for|minding) (?:them|him|her|"
                + Kid
                + @")|safe (?:for|with) "
                + Kid
                + @"|(?:was|were|been|is|gets?) left (?:home |at home )?(?:alone|on (?:his|her|their) own|by (?:himself|herself|themselves))|"
                + @"home by (?:himself|herself|themselves)"
                + @"|thoughts of (?:hurting|harming) (?:him|her|them|the baby|your\b|"
                + Kid
                + "))"
        );

    /// <summary>Means and steps already taken, asked without naming suicide again.</summary>
    private static Pattern Means { get; } =
        Pattern.Of(
            @"\b(?:(?:are|is|do you have|have you got|where (?:are|is)|how many|is there)(?: \w+){0,4} (?:pills?|meds|tablets|guns?|"
                + @"rifle|pistol|weapons?|rope|knife|knives|razors?|blades?|means|bridge|bullets|ammo|keys)\b(?: \w+){0,4} ?(?:with you|"
                + @"in|near|there|at|on you|around|left|you can|anywhere|loaded|locked|now|right now|to hand|close)?|(?:have|"
                + @"did) you (?:already |just )?(?:take|taken|took|swallow\w*|cut|hurt|do|done) (?:anything|something|any|them|some|"
                + @"it)(?: \w+)? ?(?:already|tonight|today|yet|else)?|how (?:you )?would (?:you )?do it|(?:a )?way in mind|"
                + @"thought (?:about )?how you would|(?:put|lay|laid|raised?) (?:their|his|her|a|any) hands? on you|(?:is|"
                + @"are) (?:\w+ ){1,3}safe (?:around|with|from|near|when|at|there|tonight|right now|in)|(?:anyone|anybody|someone|"
                + @"somebody|he|she|they|who)(?: \w+){0,3} (?:hurting|hurt|hits?|hitting|touched|touching|threatened|threatening|scaring|"
                + @"follow\w*|lock\w*) you|want(?:ed|ing)? to (?:die|be dead|not be alive)|mean you (?:want|wish|might|"
                + @"would)(?: \w+){0,3} (?:die|dead|hurt|kill|end|alive)|have (?:you got )?a plan\b(?! (?:for|to (?:get|find|pay|move|"
                + @"apply|see|talk|go|work|quit|stop))))"
        );

    private static Pattern FeelSafe { get; } =
        Pattern.Of(
            @"\b(?:(?:are|do|is|were|did|will|would|can) (?:you|it|things|home|everyone|everybody|your \w+|there|"
                + @"that)(?: \w+){0,4} (?:safe|unsafe|in danger|danger)|how safe|(?:is|was) (?:anyone|anybody|someone|somebody|everyone|everybody) (?:(?:in|at|around|of|here|else|the|this|your|home|house|family) ){0,4}(?:not )?(?:safe|unsafe|getting hurt)|keep (?:yourself|you) safe|(?:in|"
                + @"any) (?:immediate )?danger|stay safe (?:tonight|today|right now))\b"
        );
}
