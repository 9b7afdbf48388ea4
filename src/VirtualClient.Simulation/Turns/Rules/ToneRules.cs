using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Blame, contradiction and brushing-off that sit in how a thing is said: taking the critic's side, comparing with others who manage,
/// an unbelieving repeat with two question marks, telling the client that what they say is not so.
/// </summary>
internal static class ToneRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.Confronting, TakesSides, "confronting.takes-sides", unless: Softened);
        reading.Try(LabelCode.Confronting, Accuses, "confronting.accuses", unless: Softened);
        reading.Try(LabelCode.Confronting, Dismisses, "confronting.dismisses", unless: Softened);
        reading.Try(LabelCode.Confronting, Compares, "confronting.compares", unless: Softened);
        reading.Try(LabelCode.Minimizing, BrightSide, "minimizing.bright-side", unless: SoftenedCalm);
        reading.Try(LabelCode.Minimizing, Excuses, "minimizing.excuses-others", unless: SoftenedCalm);
        reading.Try(LabelCode.Minimizing, Common, "minimizing.common", unless: SoftenedCalm);
        reading.Try(LabelCode.Minimizing, Silences, "minimizing.silences", unless: SoftenedCalm);
        Unbelieving(reading);
        Contradicting(reading);
    }

    /// <summary>"You left him alone??" and "seriously?" after it: not asked to know.</summary>
    private static void Unbelieving(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            var typed = reading.Text.AsTyped(sentence.Start, sentence.Length);
            var shouts =
                typed.EndsWith("??", StringComparison.Ordinal)
                || typed.EndsWith("?!", StringComparison.Ordinal)
                || typed.EndsWith("!?", StringComparison.Ordinal);
            if (
                reading.Questions[sentence.Index] == QuestionKind.Checking
                && (shouts || Seriously(reading, sentence.Index + 1))
                && StartsWithYou.IsMatch(reading.Core(sentence))
            )
            {
                reading.AddSentence(LabelCode.Confronting, sentence, "confronting.unbelieving");
            }
        }
    }

    private static bool Seriously(Reading reading, int next) =>
        next < reading.Text.Sentences.Count
        && reading.Text.Sentences[next].Text is "seriously" or "really" or "are you serious" or "are you kidding";

    /// <summary>"He doesn't hate you" after "he hates me": the client's own words with a not in them.</summary>
    private static void Contradicting(Reading reading)
    {
        if (reading.Client.Last is null)
        {
            return;
        }

        foreach (var sentence in reading.Text.Sentences)
        {
            var core = reading.Core(sentence);
            if (
                reading.Questions[sentence.Index] != QuestionKind.None
                || sentence.CoreWords > 9
                || !Denies.IsMatch(core)
                || reading.Client.Denied
            )
            {
                continue;
            }

            var own = reading
                .Text.WordsOf(sentence)
                .Any(word => !PlainWords.Contains(word) && reading.Client.LastConcepts.Contains(Concepts.Of(word.Stem)));
            if (own && !Softened.IsMatch(reading.Span(sentence)))
            {
                reading.AddSentence(LabelCode.Minimizing, sentence, "minimizing.contradicts");
            }
        }
    }

    private static Pattern StartsWithYou { get; } = Pattern.Of(@"^(?:you|your|so you|and you)\b");

    private static Pattern Denies { get; } =
        Pattern.Of(
            @"^(?:(?:oh|no|come on|hey|aw|but|well|of course|i am sure)[, ]+)*(?:you|he|she|it|they|that|nobody|no one|your \w+|"
                + @"this) (?:are|is|do|does|did|was|were|will|would|can) not\b|^(?:nobody|no one) \w+ you\b"
        );

    private static Pattern TakesSides { get; } =
        Pattern.Of(
            @"\b(?:(?:he|she|they|your \w+|the (?:judge|court|school|teacher|doctor|landlord|nurse|worker|police|county|office|"
                + @"agency)|his \w+|her \w+)(?: \w+)? (?:has|have|had|does have|do have|might have|may have) a point|(?:he|she|they|"
                + @"your \w+|the (?:judge|court|school|teacher|doctor|landlord|nurse|worker|police|office))(?: (?:is|are|was|"
                + @"were))(?: (?:just|probably|only|totally|absolutely|kind of|actually|completely))* (?:right|not wrong|correct|"
                + @"trying to help you|doing (?:his|her|their) job)\b|i (?:can |could )?(?:see|understand|get|know) (?:where|why) (?:he|"
                + @"she|they|your \w+|the \w+) (?:is|are|was|were|would be|feels?|did|said|got|left|does|had|wants?|thinks?|came?|"
                + @"comes?)\b|(?:i|can you) (?:do not |really )*blame (?:him|her|them|your \w+)|(?:is|are|was|were) (?:he|she|"
                + @"they) wrong\b|(?:who|how) (?:would|could|can) (?:not )?(?:blame (?:him|her|them)|hire you|trust you|want you|"
                + @"believe you|stay with you)|good thing (?:he|she|they|your \w+) did|no wonder (?:he|she|they|your \w+|the \w+|nobody|"
                + @"no one))\b"
        );

    private static Pattern Accuses { get; } =
        Pattern.Of(
            @"\b(?:you (?:obviously|clearly|evidently) (?:have|did|are|do|were|want|need|got|think)|you (?:have )?(?:obviously|"
                + @"clearly) (?:got|have|had|been|done)|you (?:probably|must have|just) (?:did not|did something|said something|forgot|"
                + @"were not|provoked|started|asked for|let)|you lied\b|you are lying|you (?:always|only) (?:want|think about yourself|"
                + @"care about|make|have an|find|blame|run|give up|quit|expect)|you and i both know|we both know|(?:do not|"
                + @"stop) (?:play(?:ing)?|act(?:ing)?|try(?:ing)? to|pretend(?:ing)?|be(?:ing)?|give me|tell me that|lie|lying|blam(?:e|"
                + @"ing)|complain(?:ing)?|whin(?:e|ing)|exaggerat(?:e|ing)|make|making|feel(?:ing)? sorry|talking about|argu(?:e|"
                + @"ing))(?: \w+){0,3} ?(?:innocent|dumb|victim|games?|tough|dramatic|difficult|rude|silly|ridiculous|excuses|that|me|"
                + @"everyone|everybody|him|her|dying|lazy|stupid|so negative|negative|childish|selfish|manipulate|fool|nonsense|attitude|"
                + @"lies|for yourself|stories)\b|watch your (?:attitude|tone|mouth|language)|(?:your|that|with that|with an) attitude\b|"
                + @"lose the attitude|(?:then |so )?how do you explain|then why (?:did|do|are|were|would|have)|why (?:are|do|did|would|"
                + @"were|must) you (?:not )?(?:so|always|being|even|act|get so|have to|keep|never|still|just|ever|put up|stay with|let)\b|"
                + @"(?:did|do|could|can|have|are|were) you not (?:\w+ ){0,3}(?:hear|read|see|think|notice|know|know better|learn|listen|"
                + @"realize|call|tell|say|ask|try|look|check|use|want|care|have|remember|understand|stop|just|get|told|ashamed|"
                + @"embarrassed)|can not (?:your|he|she|you)(?: \w+)? (?:just )?(?:do|help|watch|take|get|go|work|pay|ask|call|make)|"
                + @"is not that (?:her|his|your|their) (?:job|responsibility|problem|fault)|(?:did|have) you (?:do|say|done|"
                + @"said) (?:something|anything) (?:to|that made|to make|to provoke|to upset|to set)|what did you (?:do|say) to (?:make|"
                + @"provoke|deserve|set|upset|cause|get)|what do you expect|what did you think (?:was|would|is)|was (?:it|that|"
                + @"this) (?:really )?(?:worth it|necessary)|(?:was|is) a (?:big |huge |terrible |stupid |bad |real )*(?:mistake|bad idea|"
                + @"choice you made)|you (?:chose|picked|signed|wanted|decided|agreed to) (?:this|that|him|her|them|to (?:stay|have|drink|"
                + @"use|marry|be))(?: \w+){0,3}(?: now| yourself| remember|, remember|$)|you knew (?:what|better|this would|how|full well|"
                + @"exactly|the rules|there was|there were|it was|he was|she was)\b|you did the crime|not my (?:problem|fault)\b|"
                + @"what is it to you|none of your business|if you say so|yeah right|oh please|give me a break|i doubt (?:it|that|you)|"
                + @"i find that hard|hard to believe|expect me to believe|whose fault|who is fault|look what you|"
                + @"see what happens when you|that is what (?:happens|you get) (?:when|for|if)|(?:actions|choices) have consequences|"
                + @"i (?:told|warned) you (?:so|this would|that would|not to|about this)|, you (?:were|have been) (?:told|warned)$|"
                + @"how many times (?:do|must|have) i)\b"
        );

    private static Pattern Dismisses { get; } =
        Pattern.Of(
            @"\b(?:get over (?:yourself|it|this|that)\b|(?<!\b(?:to|you|he|she|they|we|i|kids|children) )grow up$|drama queen|crybaby|cry baby|whin(?:y|er|ing)|pity party|"
                + @"poor you|boo hoo|load of (?:crap|bull\w*|nonsense)|that is (?:crap|bull\w*|just an? (?:excuse|story))|(?:someone|"
                + @"somebody|people|women|men|girls|guys|boys|moms|dads|parents|kids|addicts|patients|clients|folks) like you|you (?:moms|"
                + @"dads|parents|kids|addicts|people|girls|women|men|teenagers|students|patients|types)(?: \w+)? (?:are|all|always|never|"
                + @"just|do|only|should|need|think|have)|with a (?:record|past|history|temper|mouth|face|attitude) like (?:that|yours)|"
                + @"no offense but|not to be (?:rude|mean|harsh) but|(?:do not|stop) be(?:ing)? (?:so )?(?:dramatic|difficult|rude|silly|"
                + @"ridiculous|lazy|stubborn|selfish|childish|paranoid|defensive)|(?:these|those|that) (?:are|is) the rules|"
                + @"rules are rules|can not have it both ways|you can not (?:just |really |simply )*(?:sit|expect|keep|have|blame|say|"
                + @"go around|hide|ignore|treat|be serious|live|run|do that to|leave (?:your|him|her|them|kids))|(?:is|was) (?:so |just |"
                + @"a |an |really |such a |pretty )*(?:selfish|irresponsible|careless|reckless|lazy|cowardly|immature|foolish|stupid|dumb|"
                + @"crazy|neglectful?|disgusting|shameful|pathetic|weak|negligent|ungrateful|unfair to (?:your|him|her|them|the))\b|"
                + @"(?:relapse|a lie|stealing|cheating|hitting|a drink|late) is (?:relapse|a lie|stealing|cheating|hitting|a drink|"
                + @"late)\b|should be (?:grateful|thankful|ashamed|glad|lucky)|lucky (?:they|he|she|we|i|anyone) (?:even )?(?:let|took|"
                + @"take|put up|stay|agreed)|they are not real|it is (?:all )?(?:not real|in your head)|is not (?:an? |your |"
                + @"a good )?(?:excuse|reason)|that is no(?:t)? (?:excuse|way to)|(?:maybe|perhaps) (?:she|he|they|your \w+) (?:should|"
                + @"ought)\b|(?:maybe|perhaps) if you (?:had|did not|were not|stopped|tried|just)\b|(?:well )?(?:he|she|it|they|"
                + @"you) (?:is|are) (?:in|an?) (?:prison|jail|addict|alcoholic|criminal|felon) so|^(?:well )?then (?:stop|quit|do not|why|"
                + @"do it)\b|(?:nobody|no one) (?:made|forced|told|asked) you(?! (?:what|how|why|when|where|who|anything|about|that)\b)|that is on you|"
                + @"that one is on you|you only have yourself|you did (?:this|that) to yourself|acting like an? (?:child|baby|victim|"
                + @"kid))\b"
        );

    private static Pattern Compares { get; } =
        Pattern.Of(
            @"\b(?:(?:plenty|lots|a lot|most|many|all|other|some|half|thousands|"
                + @"millions) (?:of )?(?:the )?(?:other )?(?:single )?(?:moms|mothers|dads|fathers|parents|people|folks|women|men|"
                + @"families|kids|students|couples|clients|patients|guys|girls|veterans|workers|families here)(?: \w+){0,4} (?:manage|"
                + @"managed|do it|can do|do fine|get by|make it work|cope|handle|find a way|work two jobs|without|do not (?:hit|drink|use|"
                + @"complain|need|get|have|give up|act|lose)|never|show up|pay|follow)|(?:everyone|everybody|anyone|anybody|the others|"
                + @"my other clients|your sister|your brother) (?:else )(?:manages?|can|could|does it|is able|shows up|figures|follows|"
                + @"gets it|did it|does fine|finds a way|would have)|if (?:i|he|she|they) (?:can|could|did|managed|made) (?:do |"
                + @"did )?(?:it|this|that),? (?:so |then )?(?:can )?you|i would (?:never|not) (?:have )?(?:let|do|done|leave|left|stay|"
                + @"stayed|hit|put|go|say|treat)|(?:a )?(?:good|real|responsible|decent|fit|proper|loving|normal|"
                + @"grown) (?:\w+ )?(?:mother|mom|father|dad|parent|man|woman|husband|wife|daughter|son|person|adult)s? (?:would|does|do|"
                + @"puts?|should|never|always|know|takes?|keeps?|protects?))\b"
        );

    private static Pattern Softened { get; } =
        Pattern.Of(
            @"\b(?:sounds like|seems like|feels like|you (?:feel|felt|worry|said|say|think|thought|wonder|hear|heard|are (?:worried|"
                + @"afraid|told|tired of|saying|hearing))|people (?:say|said|tell|told|keep)|tells? you|told you (?:that|you)|"
                + @"says? (?:you|that)|called you|calls you|i am (?:not|sorry|so sorry)|not your fault|i do not (?:think|mean|want)|"
                + @"part of you|are you (?:worried|afraid)|do you (?:worry|feel|think)|makes? you feel|made you feel|was wrong of me|"
                + @"my (?:fault|mistake)|i (?:was|should|pushed|messed|sounded|came|got|rushed))\b"
        );

    private static Pattern BrightSide { get; } =
        Pattern.Of(
            @"\b(?:you can do (?:it|this|anything)\b|you (?:have )?got this\b|you are (?:all |just )?(?:amazing|awesome|so strong|"
                + @"stronger than you think|going to be (?:great|fine|okay|amazing|happy))\b(?! (?:to|for|in|at))|(?:you|there is|"
                + @"you have|you still have|he|she)(?: \w+){0,3} (?:so much|everything|a lot|plenty|lots) to (?:live for|be (?:happy|"
                + @"grateful|thankful|glad) (?:about|for)|look forward)|so exciting\b|(?:in a )?better place now|(?:he|she|they|it) (?:is|"
                + @"are) (?:not suffering|at peace|watching over|with god|in heaven)|(?:so )?many good (?:years|times|memories)|"
                + @"every(?: \w+){1,2} is a (?:new )?\w+|new beginning|fresh start|blessing in disguise|(?:thirty|forty|fifty|sixty|"
                + @"\d0) is the new|what does not kill you|makes? you stronger|look how far|could have been (?:much |far |a lot |"
                + @"way )?worse|^(?:just |well |so )*be (?:glad|happy|grateful|thankful)\b|look(?:ing)? at the (?:bright|positive)|"
                + @"still alive\b|you still have (?:time|your|each other|him|her|them)\b|(?:keeping|keeps) you alive|"
                + @"you are (?:still )?(?:so )?young\b|plenty of (?:time|fish|others|other|chances)|(?:can|could|will|"
                + @"you will) (?:always |just |easily )*(?:get|find|buy|meet|try for) (?:another|a new|someone else|somebody else|"
                + @"new ones|more|other)\b|(?:will|going to|is|are|should|gets?|can only) (?:be |get |feel |go |turn out |"
                + @"work out )*(?:better|easier|okay|fine|all right|great|good)(?: (?:soon|tomorrow|with time|in (?:time|no time|a few|"
                + @"the end|a while)|eventually|one day|before you know))|in no time|before you know it|one day you will|someday you|"
                + @"tomorrow (?:will be|is) (?:another|a new|better|a better)|this is (?:actually |really )?(?:a )?(?:good|"
                + @"great) (?:thing|news|opportunity)|(?:go|went) (?:by )?(?:so )?fast|you will (?:love|like|see|thank|laugh|miss|learn|"
                + @"adjust|manage|survive|do (?:fine|great|well)|be (?:back|okay|fine|all right|great|happy|home|glad|stronger)|get (?:it|"
                + @"used|there|over|better|through|past)|pick it up|feel (?:better|fine|good|great)|make (?:new|friends|it)|hardly|barely|"
                + @"not even (?:notice|remember|feel)))\b"
        );

    private static Pattern Excuses { get; } =
        Pattern.Of(
            @"\b(?:(?:he|she|they|it|that|the \w+|your \w+|the \w+ \w+)(?: (?:was|is|were|are))? (?:probably|maybe|surely|just|only|"
                + @"likely|must be|must have been|may have been|might have been)(?: (?:just|only|very|really|so|a|having|had|being|was|is|"
                + @"been))* (?:busy|tired|stressed|having a bad day|a bad day|joking|kidding|playing|teasing|trying to help|upset|scared|"
                + @"worried|doing (?:his|her|their) (?:job|best)|jealous|drunk|nervous|did not mean|meant well|in a (?:bad|mood)|"
                + @"overworked|confused|curious|shy|being (?:nice|friendly|protective|careful|kids|boys|men|a (?:kid|teenager|boy|man)))|"
                + @"did not mean (?:it|that|to|anything|any harm)|means? well|meant well|(?:he|she|they|your \w+) (?:loves?|cares?|"
                + @"wants? (?:what is |the )best)(?: \w+){0,3} (?:you|about you|for you)\b|somebody has to\b|someone has to\b|(?:that is|"
                + @"it is|this is)(?: just)? (?:how|what|the way) (?:it|he|she|they|things|life|men|boys|kids|the \w+|families|marriage|"
                + @"work|teenagers|systems?|people|those|these|hospitals?)(?: \w+){0,2} (?:is|are|does|do|works?|goes?|go|be)\b|(?:kids|"
                + @"children|babies|teenagers|boys|people|men|families|mothers|couples) (?:(?:are|will|do|just|always|all|get|forget|"
                + @"bounce|say|fight|adapt|grow|these days|can be) ?)+(?:resilient|fine|forget|bounce|adapt|over it|fight|boys|like that|"
                + @"out of it|things|fast|quickly|back|kids|days|cruel|mean|moody|busy)|kids (?:these days|forget)|it is (?:just|only|"
                + @"probably) (?:age|stress|nerves|hormones|the (?:weather|season|age|stress|meds|baby)|money|words|your (?:age|nerves|"
                + @"hormones|mind|imagination|head))\b|just (?:a|an|some) (?:\w+ )?(?:dog|cat|pet|job|test|class|grade|phase|fight|form|"
                + @"paper|letter|meeting|hearing|thing|bill|number|visit|check|shot|pill|house|car|school|boy|girl|guy|word|joke|dream|"
                + @"feeling|question)\b|only (?:a|an|one|some) (?:\w+ )?(?:hearing|form|test|letter|meeting|dog|phase|night|week|day|"
                + @"month|year|class|visit|shot|question|pill|job|number)\b|the (?:\w+ ){1,2}(?:are|is) (?:all |really |so |very |"
                + @"super )*(?:lovely|nice|great|friendly|wonderful|sweet|good people|amazing))\b"
        );

    private static Pattern Common { get; } =
        Pattern.Of(
            @"\b(?:(?:everyone|everybody|all of us|we all|most people|most (?:moms|dads|students|kids|parents|couples|women|men|"
                + @"girls|guys)|all (?:moms|dads|students|kids|parents|couples|women|men|teenagers|families|new \w+|marriages|jobs|"
                + @"schools)|lots of people|plenty of people|half the \w+)(?: \w+)? (?:feels? (?:that|this|like|sad|numb|down|lonely|"
                + @"tired|scared)|finds? (?:it|school|work|this)|fails?|struggles?|fights?|argues?|hates?|forgets?|worr(?:y|ies)|loses?|"
                + @"cr(?:y|ies)|owes?|goes through|go through|has (?:bad|hard|problems|those|their|debt|days|ups)|have (?:bad|hard|"
                + @"problems|those|their|days)|gets? (?:sad|tired|scared|nervous|lonely|stressed|down|mad|like that)|is (?:slow|tired|"
                + @"stressed|scared|broke|busy|lonely|sad|struggling|like that|behind))\b|(?:happens|happened|"
                + @"it can happen) to (?:everyone|everybody|all|the best|lots|most|a lot|me|us)|(?:some|other|lots of|plenty of|many|"
                + @"a lot of) (?:people|folks|kids|families|women|men|moms|patients|students|countries|places|ppl|others|"
                + @"clients)(?: \w+){0,5} (?:have|got|get|has|with|are|do not|would|it) (?:\w+ )?(?:nothing|worse|less|it worse|even have|"
                + @"even get|no \w+|way worse|much worse|harder|none|love to|kill for|dying|homeless|starving|it way worse|it harder)|"
                + @"(?:you are not|not) the (?:only|first) (?:one|person|mom|student|kid|guy|girl|woman|man)\b|(?:it|that|this) (?:is|"
                + @"was) (?:not|hardly|barely|no) (?:that |so |such |even |really |the |a |an |too |very |all that )*(?:bad|hard|big|"
                + @"serious|deal|worst|terrible|scary|end|problem|difficult|tragedy|disaster|emergency|point (?:in|of)|need|"
                + @"reason to (?:cry|worry|be)|use crying)|(?:is|are|will be|was) (?:really |so |super |very |pretty |actually |"
                + @"totally )*(?:easy|simple|no big deal|a piece of cake)$|piece of cake|no biggie|what is the big deal|same here|"
                + @"join the club|welcome to (?:the club|adulthood|parenthood|my world|life|the real)|trust me|that is life|such is life|"
                + @"life goes on|life is (?:hard|unfair|not fair|tough|short)|it is what it is|just (?:push|power|work) through|"
                + @"(?:you )?(?:just )?(?:have to|got to|need to|must|gotta) (?:be (?:patient|strong|positive|tough|brave)|stay (?:strong|"
                + @"positive)|think positive|let (?:it )?go|move on|accept|deal with it|get on with|live with it|keep (?:going|your chin|"
                + @"smiling|positive)|hang|trust (?:god|the)|pray|have faith|believe|smile|toughen|suck|push|ride))\b"
        );

    private static Pattern Silences { get; } =
        Pattern.Of(
            @"\b(?:(?:let us|we should|we will|i would) not (?:worry|go there|think|talk|dwell|get (?:into|upset|ahead|carried)|"
                + @"be (?:negative|dramatic|sad)|cry|panic|overthink|focus on that|start)|(?<!\b(?:you|i|they|we|he|she|it|stuff|that|"
                + @"things|to|and|people) )(?:do not|you should not|you must not|stop|quit) (?:you )?(?:say(?:ing)? (?:that|things|stuff|"
                + @"such|so)|think(?:ing)? (?:that|like that|about (?:it|that)|this way|so much|of it)|talk(?:ing)? like that|"
                + @"feel(?:ing)? (?:that way|like that|bad|sad|guilty|ashamed|dumb|stupid|sorry|so)|cry(?:ing)?\b|worry(?:ing)?|"
                + @"panic(?:king)?|be(?:ing)? (?:sad|scared|silly|afraid|upset|so hard|hard on|so negative|down|nervous|mad|angry|"
                + @"like that|embarrassed|so sensitive|shy)|let (?:it|that|them|him|her) (?:get|bother|upset|bring)|take it (?:so |"
                + @"too )?(?:personally|hard|seriously|to heart)|give up|lose hope|overreact|stress)|you (?:are|is) not (?:\w+ )?(?:dumb|"
                + @"stupid|crazy|ugly|weak|broken|a (?:burden|failure|loser)|worthless)\b|cheer up|chin up|hang in there|"
                + @"(?:keep )?(?:your )?head up|stay (?:strong|positive)|keep (?:smiling|the faith|positive|your chin)|shh+|hush|"
                + @"good vibes|think (?:happy|positive|good) thoughts)\b|^(?:\w+[, ]+){0,2}?(?:come on|smile|be (?:strong|positive|brave)|"
                + @"relax|chill|calm down)$"
        );

    private static Pattern SoftenedCalm { get; } =
        Pattern.Of(
            @"\b(?:sounds like|seems like|feels like|you (?:feel|felt|worry|said|say|told|hope|wish|want|wanted|think|thought|"
                + @"wonder|heard|have heard|are (?:worried|afraid|told|tired of|hoping|saying|wondering|used to|allowed))|people (?:say|"
                + @"said|tell|told|keep|around)|tells? you|told you|says? (?:it|that|you)|i am (?:not (?:going|here|saying|sure)|sorry|"
                + @"so sorry)|i (?:can not|could not|will not|do not want to|am not going to) (?:promise|say|tell|pretend)|part of you|"
                + @"do you|did you|are you|would you|could you|can you|what|how|where|when|why|which|if you|makes? sense|understandable|"
                + @"allowed to|no one (?:should|would|deserves)|hard\b|makes? it (?:hard|tough))\b"
        );
}
