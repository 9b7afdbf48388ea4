namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Advice with and without permission (MITI 4.2.1: Persuade, Persuade with Permission), information, practical help, referral. In doubt
/// information over persuasion.
/// </summary>
internal static class AdviceRules
{
    public static void Apply(Reading reading)
    {
        var code = Allowed(reading) ? LabelCode.AdviceWithPermission : LabelCode.AdviceWithoutPermission;
        reading.Try(code, Should, "advice.should", unless: NotAdvice);
        reading.Try(code, Recommend, "advice.recommend", unless: NotAdvice);
        reading.Try(code, WhyNot, "advice.why-not", unless: AboutRisk);
        reading.Try(code, Softly, "advice.softly", unless: NotAdvice);
        foreach (var sentence in reading.Text.Sentences)
        {
            var core = reading.Core(sentence);
            if (reading.Questions[sentence.Index] != QuestionKind.None || reading.Has(code, sentence.Index))
            {
                continue;
            }

            if (NeedTo.IsMatch(core) && !NotAdvice.IsMatch(core) && !Statements.OpensWithSo(reading, sentence))
            {
                reading.AddSentence(code, sentence, "advice.need-to");
            }
            else if (Imperative.IsMatch(core) && !NotImperative.IsMatch(core))
            {
                reading.AddSentence(code, sentence, "advice.imperative");
            }
        }

        reading.Try(LabelCode.PracticalHelp, OffersHelp, "help.offers", unless: AsksWhatHelps);
        reading.Try(LabelCode.PracticalHelp, NextStep, "help.next-step");
        reading.Try(LabelCode.Referral, Resource, "referral.resource", unless: AsksAbout);
        reading.Try(LabelCode.Referral, Connect, "referral.connect");
    }

    /// <summary>"You feel you should ..." tells what the client thinks; "what you need to do is ..." does not.</summary>
    public static bool TellsOfClient(Stretch sentence) => NotAdvice.IsMatch(sentence) && !WhatToDo.IsMatch(sentence);

    /// <summary>Asked first and the client agreed, asked in this turn, the client asked for advice, or the choice is said to be theirs close by.</summary>
    private static bool Allowed(Reading reading) =>
        reading.Client.AsksForHelp
        || reading.Has(LabelCode.Permission)
        || reading.Has(LabelCode.Autonomy)
        || (reading.Student.AskedLeave && reading.Client.Agrees);

    /// <summary>"You need to" and "you have to" open an advice; inside a sentence they may be what the client's life demands.</summary>
    private static Pattern NeedTo { get; } =
        Pattern.Of(
            @"^(?:(?:first|then|now|maybe|also|honestly|look|listen|really|what|i think|i feel like|i feel|we think|first of all|"
                + @"and|but|that is why|you know|to me)[, ]+)*you (?:really |just |probably |definitely |also |still |do |all |simply |"
                + @"only )*(?:need to|have to|have got to|are going to (?:need|have) to|would need to)\b(?! (?:feel|be (?:feeling|so|very|"
                + @"exhausted|tired|scared|angry)|have (?:felt|been)|answer))"
        );

    private static Pattern Should { get; } =
        Pattern.Of(
            @"\b(?:you (?:really |just |probably |definitely |also |still |do |all |simply |absolutely |only )*(?:should|ought to|"
                + @"must|had better|better|want to make sure|will (?:need|want) to|can not (?:just |keep |let |"
                + @"go on ))\b(?: not)?(?! (?:like|love|miss|want|really|feel|be (?:feeling|so|very|really|exhausted|tired|scared|angry|"
                + @"frustrated|proud)|have (?:felt|been)|have to answer|know (?:that )?i\b))|what you (?:should|need to|ought to|have to|"
                + @"must) (?:do )?(?:is|right now)|it is (?:time|best|important|better|crucial|essential|vital) (?:for you |that you |"
                + @"you )?(?:to|that you|start|stop|get|leave)?\b|the (?:best|first|right|smart|main|only|healthiest|safest) (?:thing|"
                + @"step|way|option|move)(?: \w+){0,5} (?:is|would be) (?:to|for you|that you)|your (?:best|first|next) (?:bet|step|move|"
                + @"option) (?:is|would be|should be))"
        );

    private static Pattern Recommend { get; } =
        Pattern.Of(
            @"\b(?:i (?:would |really |strongly |highly |also |do |am going to |want to |will |just )*(?:recommend|suggest|advise|"
                + @"urge|encourage you|propose)\b|my (?:advice|recommendation|suggestion)|if i were you|if i was you|in your (?:place|"
                + @"shoes|position) i|(?:i|we) (?:really |just |also |do )*(?:think|feel|believe|want|would like|need|hope|would want|"
                + @"would love|would prefer|would rather|prefer)(?: (?:that|for|it is best|it would be (?:good|better|best|helpful) (?:if|"
                + @"for)))? you (?:to |should|need|could|ought|would benefit|might want|will|must|have to)\b(?! (?:know|understand|feel|"
                + @"tell|share|correct|be (?:able|comfortable|safe)|say|decide|choose))|(?:it )?(?:would|might|could|may|will) (?:be|"
                + @"do you) (?:really |so |very |a )?(?:good|better|best|helpful|wise|smart|beneficial|useful|worth|worthwhile|healthier|"
                + @"great)(?: idea| thing)?(?: for you)? (?:if you|to |for you to|\w+ing)|what (?:works|helps|helped|worked) (?:for|"
                + @"is) (?:most|a lot|many|other|lots))"
        );

    private static Pattern WhyNot { get; } =
        Pattern.Of(
            @"\b(?:why (?:do not|not|would not) (?:you |we )?(?:just |simply |maybe )?(?:try|call|go|talk|tell|ask|start|get|leave|"
                + @"take|apply|look|see|write|stop|move|give|make|find|use|just|think|sit|set|put|join|do|say)|(?:have|had) you (?:ever |"
                + @"maybe |already |at all )*(?:tried|considered|thought (?:about|of)) (?:[a-z]+ing\b|just|maybe|a |an |the |going|aa\b|"
                + @"therapy|counseling|medication)|(?:how|what) about (?:you |trying |if you |just )(?:\w+)|can not you (?:just )?|"
                + @"could not you (?:just )?)"
        );

    private static Pattern AboutRisk { get; } =
        Pattern.Of(
            @"\b(?:suicid\w+|kill\w*|dying|dead|die|end\w* (?:your|it|things)|hurt\w*|harm\w*|wak\w+|what (?:it|that|you|life|"
                + @"would))\b"
        );

    private static Pattern Softly { get; } =
        Pattern.Of(
            @"\b(?:you (?:could|can|might|may)(?: (?:also|always|just|maybe|certainly|definitely|still|perhaps|even|probably|"
                + @"possibly))* (?:try|consider|want to (?:try|think|consider|look|talk|start|get|call|see|go|do|check|ask|avoid|keep|"
                + @"make)|think about|start|talk to (?:your|a|the|someone|him|her|them)|ask (?:your|a|the|him|her|them|for|someone)|"
                + @"look (?:for|into|at)|go (?:to|for|back|see|and)|call|join|apply|write|make a|set (?:up|a|an)|take (?:a|some|the|up)|"
                + @"find (?:a|some|someone)|use (?:a|the|some)|cut (?:back|down)|switch|replace|reduce|avoid|move|practice|put|do some|"
                + @"see a|see if|contact|reach out|visit|check out|keep a|plan|download|sign up)|(?:just )?try (?:to (?:stay|be|get|not|"
                + @"think|focus|relax|do|make|see|keep|talk|remember|look|find|take|avoid)|not to|[a-z]+ing\b)|make sure (?:you|to|"
                + @"that you|it|he|she|they)|be sure to|remember to|do not forget to)\b"
        );

    private static Pattern Imperative { get; } =
        Pattern.Of(
            @"^(?:(?:just |maybe |please |then |try to |first |definitely |always |never |do not |you just )*(?:call|go|leave|stop|"
                + @"quit|get (?:a|some|out|help|rid|up|yourself|him|her|the|your)|talk to|tell (?:him|her|them|your|the|someone)|"
                + @"ask (?:him|her|them|your|the|for|someone)|apply|find (?:a|some|someone|another|out)|write (?:down|a|it|out|them|your)|"
                + @"take (?:a|some|the|your|it (?:one|easy|slow)|care of yourself|deep|up)|focus on|look (?:for|at|into|on)|"
                + @"think (?:about|of|positive)|start|join|see (?:a|your|the)|use|set|ignore|forget|avoid|move|pray|exercise|relax|"
                + @"breathe|eat|sleep|drink|put|be (?:patient|careful|strong|positive|honest with|nice|good)|give (?:it|him|her|them|"
                + @"yourself|up)|keep (?:a|your|busy|trying|going|him|her|away|it)|let (?:it|him|her|them|go)|block|report|file|sign|"
                + @"reach out|reduce|cut|consider|spend|work on|hang in|stay (?:away|strong|positive|calm|busy|home)|walk|buy|save|"
                + @"contact|make (?:a|an|sure|time)|try|do (?:some|something|what|your|it)))\b"
        );

    private static Pattern NotImperative { get; } =
        Pattern.Of(
            @"^(?:go (?:on|ahead)|take (?:your time|all the time)|take care$|see you|find out$|(?:look|talk|go|work|stop|quit|move|"
                + @"start|write|see|use|walk|drink|sleep|eat|smoke)ing|start (?:with|wherever|where|from|at) (?:whatever|what|wherever|"
                + @"where|the beginning|anything)|start (?:wherever|where)|(?:move|stop|start|work|use|set|quit|walk|call|report|sleep|"
                + @"sign|file|drink|spend|exercise|avoid|put)(?:ed|s)\b|let (?:me|us)|keep (?:going|talking)|think (?:so|about it)$|"
                + @"stop me|tell me|ask me|call me\b|try(?:ing)? to$|work (?:is|has|was|and)|drink (?:is|to)|sleep (?:is|has)|use (?:is|"
                + @"has)|report (?:is|says)|set of)\b?"
        );

    private static Pattern NotAdvice { get; } =
        Pattern.Of(
            @"\b(?:(?:sounds|seems|looks|feels|appears) like|it sounds|it seems|so you (?:are|feel|have|need|think|want|know|"
                + @"really)|you (?:feel|felt|think|thought|know|believe|said|mentioned|say|wish|are (?:saying|feeling|thinking|worried|"
                + @"wondering|afraid|telling))(?: \w+){0,5} (?:should|need|have|must|can|could|ought)|you (?:said|mentioned|told me|were told|heard)"
                + @"(?: \w+){0,4} (?:might|would|could|may)|you (?:think|feel) (?:that |"
                + @"like )?you|(?:do|did|would|are|were|have|what|how|when|where|which|who) (?:you|do|would|might|could|did|does|are|is|"
                + @"will|can) (?:\w+ ){1,8}(?:should|need|have to|must|could|can)|part of you|you should (?:be|feel) (?:very |really |"
                + @"so )?(?:proud|good)|you (?:do|should|would|will|did) not (?:have|need) to\b|(?:i|we) (?:need|want|have|"
                + @"would like) you to know|you should know|you (?:need|have to|must) (?:to )?(?:feel|be (?:feeling|so|exhausted|tired|"
                + @"scared))|you must (?:be|have|feel|really)|anything you (?:need|want)|what(?:ever)? (?:do )?you (?:need|want|think)|"
                + @"if (?:there is anything |you )(?:you )?need|all you need|you need (?:me|us|from|most|right now|more|some|"
                + @"help)\b(?! to)|no matter what)"
        );

    private static Pattern WhatToDo { get; } = Pattern.Of(@"\bwhat you (?:need|have|ought) to do is\b");

    private static Pattern OffersHelp { get; } =
        Pattern.Of(
            @"\b(?:(?:i|we) (?:can|could|will|would be (?:happy|glad|able) to|am (?:happy|glad|able|going|here) to|am going to|"
                + @"would like to|want to|would love to|will be able to|have to go and)(?: (?:also|certainly|definitely|try to|at least|"
                + @"start to|sit down and|go and|see if i can|see if we can|always))* (?:help(?: you)?|call|phone|email|look into|"
                + @"find out|check|print|send|give you (?:a|the|some|her|his|their|my)|write|fill (?:it |this |that |the |out|in)|"
                + @"go (?:with|over|through)|come with|set (?:up|you up)|make (?:a call|the call|some calls|an appointment|that call|"
                + @"you an|sure you get|a list|a plan)|get (?:you|that|this|the|back to you|a copy|in touch)|bring|arrange|book|schedule|"
                + @"apply|ask (?:about|the|my|for|around|them|her|him|if)|talk to (?:the|your|my|them|housing)|sit (?:with|down)|"
                + @"walk you through|put (?:you|together|in)|contact|connect|support you (?:with|in|to)|show you|refer|note|work on|stay|"
                + @"drive|wait with|advocate|follow up|file|submit|request|offer)|let us (?:call|fill|look (?:at|into|it)|make (?:a|that|"
                + @"the)|apply|start (?:with|by|on)|work (?:on|through|out)|go (?:over|through)|write|find|see (?:if|what|whether)|set|"
                + @"get|put|do (?:it|that|this)|figure|check|try|schedule|plan|go ahead)|i have (?:got )?(?:a|the|some) (?:form|list|"
                + @"number|flyer|brochure|application|handout|contact|phone|voucher)s?)\b"
        );

    private static Pattern AsksWhatHelps { get; } =
        Pattern.Of(
            @"\b(?:how can (?:i|we) help|what can (?:i|we)|i (?:can|could) (?:see|hear|imagine|understand|tell|feel|only) |"
                + @"help (?:me )?(?:understand|to understand)|(?:can|could|may|would) i ask)\b"
        );

    private static Pattern NextStep { get; } =
        Pattern.Of(
            @"\b(?:(?:what )?(?:happens|will happen|comes) next|(?:the |our |a |my |your )next (?:step|thing|steps|meeting|"
                + @"appointment|visit)(?: \w+){0,4} (?:is|are|will|would|could)|(?:as a|one|a first|the first|next|your first|"
                + @"our first) step\b|after (?:today|this|that|we talk|you sign)(?: \w+)? (?:i|we|they|you|it|the \w+) will|by (?:monday|"
                + @"tuesday|wednesday|thursday|friday|tomorrow|next week|the end of)(?: \w+){0,5}|i will (?:let you know|get back to you|"
                + @"have (?:it|that|an answer|this)|call you|text you|be back|know more))\b"
        );

    private static Pattern Resource { get; } =
        Pattern.Of(
            @"\b(?:(?:there (?:is|are)|we (?:have|also have|offer)|i know (?:of )?|they have|here is|you (?:can|could) (?:call|use|"
                + @"get|go to))(?: \w+){0,5} (?:food (?:bank|pantry|shelf)|pantry|shelter|clinic|program|hotline|helpline|crisis line|"
                + @"support group|group|legal aid|lawyer|counselor|therapist|service|services|agency|center|office|resource|resources|"
                + @"fund|voucher|benefits|assistance|organization|school program|transition house|safe house|advocate|website|app|"
                + @"case management)s?\b|\b988\b|\bcrisis (?:line|text line|hotline)|suicide (?:and crisis )?(?:lifeline|hotline)|"
                + @"\bhotline number|snap\b|\bwic\b|\bmedicaid\b|\bsection 8\b)"
        );

    private static Pattern AsksAbout { get; } = Pattern.Of(@"^(?:do|does|did|are|have|has|is|were|was|what|which|how|who|where)\b");

    private static Pattern Connect { get; } =
        Pattern.Of(
            @"\b(?:(?:refer|connect|link) you (?:to|with|up)|put you in (?:touch|contact)|get you (?:connected|in touch|linked|into|"
                + @"set up|signed up|enrolled)|make (?:a|the|that) referral|referral (?:to|for)|set you up with|hook you up with|"
                + @"introduce you to|give you (?:the|a|their|her|his) (?:number|name|contact|phone))\b"
        );
}
