namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Limits of confidentiality, the duty to report, and the promise of full secrecy. Limits need an exception named; a duty is coded when it
/// applies to what was just told.
/// </summary>
internal static class PrivacyRules
{
    public static void Apply(Reading reading)
    {
        var text = reading.Whole;
        var aside = Private.First(text);
        var limit = Limit.First(text);
        var duty = Duty.First(text);
        if (Limits.First(text) is { } plain)
        {
            reading.Add(LabelCode.LimitsOfConfidentiality, plain.Index, plain.Length, "opening.limits-named");
        }
        else if (aside is { } kept && (limit ?? duty) is { } except)
        {
            var from = Math.Min(kept.Index, except.Index);
            var to = Math.Max(kept.Index + kept.Length, except.Index + except.Length);
            reading.Add(LabelCode.LimitsOfConfidentiality, from, to - from, "opening.private-unless");
        }
        else if (ActIf.First(text) is { } act)
        {
            reading.Add(LabelCode.LimitsOfConfidentiality, act.Index, act.Length, "opening.act-if");
        }
        else if (Conditional.First(text) is { } conditional)
        {
            reading.Add(LabelCode.LimitsOfConfidentiality, conditional.Index, conditional.Length, "opening.if-then-share");
        }

        if (duty is { } named && !AsksDuty.IsMatch(text))
        {
            reading.Add(LabelCode.DutyToReport, named.Index, named.Length, "duty.report");
        }

        if (!reading.Has(LabelCode.LimitsOfConfidentiality))
        {
            reading.Try(LabelCode.PromisesSecrecy, Secrecy, "opening.full-secrecy", unless: NoSecrecy);
        }
    }

    private const string Harm =
        @"(?:hurt\w*|harm\w*|danger\w*|unsafe|at risk|not (?:be )?safe|is not safe|are not safe|abus\w*|kill\w*|suicid\w*|die\b|"
        + @"dying|neglect\w*|violen\w*|threat\w*|taking advantage|exploit\w*|life|safety|court|judge|subpoena|weapon|touch\w*|"
        + @"beat\w*|crime)";

    /// <summary>The exception first or last: if, unless or except there is harm, I have to act, tell or bring someone in.</summary>
    private static Pattern ActIf { get; } =
        Pattern.Of(
            @"\b(?:if|unless|except|only (?:if|thing|time|reason|when))\b[^?]{0,90}\b"
                + Harm
                + @"\b[^?]{0,80}\b(?:i|we|then|id) (?:would |will |might |may |do |am |are |also )*(?:have|has|need|must|required|"
                + @"obligated|got|can not)(?: got)?(?: by law)? ?(?:to |keep )?(?:act|tell|say|report|call|let|share|break|bring|get|step|"
                + @"talk|pass|involve|contact|do something|speak|go|make|this|that|it|quiet|inform|notify|alert)\b|\b(?:i|we) (?:would |"
                + @"will |might |may |do |am |are |also )*(?:have|need|must|required|obligated|got)(?: got)?(?: by law)? ?(?:to )?(?:act|"
                + @"tell|say|report|call|let|share|break|bring|get|step|talk|pass|involve|contact|speak|make|inform|notify|"
                + @"alert)\b[^?]{0,60}\b(?:if|when|only if|in case)\b[^?]{0,60}\b"
                + Harm
        );

    private static Pattern Limits { get; } =
        Pattern.Of(
            @"\b(?:(?:limits?|limitations?|exceptions?|exemptions?|boundaries) (?:to|on|of|around|"
                + @"about)(?: \w+){0,3} (?:confidential\w*|privacy|what i can keep|that|private|what stays|keeping)|"
                + @"confidential\w*(?: \w+){0,6} (?:limits?|exceptions?|except|unless|but not|with (?:a few|some|one|two|three)|"
                + @"up to a point|has|however)|(?:some|certain|a few|one or two|couple of|two|three|one) (?:things?|situations?|times?|"
                + @"cases|reasons?|exceptions?)(?: \w+){0,4} (?:i|we) (?:can not|could not|might not be able to|would not be able to|"
                + @"am not able to|will not be able to|may not be able to) keep|(?:can not|could not|might not be able to|"
                + @"may not be able to|am not able to|will not be able to|do not get to|not allowed to) keep (?:everything|all of it|"
                + @"it all|that|it|some things|this|those|certain things)(?: \w+){0,2} (?:confidential|private|secret|to myself|"
                + @"between us|just between)|only (?:time|times|reason|reasons|exception|exceptions|things?|"
                + @"situations?)(?: \w+){0,4} (?:i|we|that) (?:would|will|might|can|have|need|had|may|must|"
                + @"would have to)(?: \w+){0,3} (?:share|tell|break|say|talk|report|go|call|pass|speak|involve|not keep|let))"
        );

    private static Pattern Private { get; } =
        Pattern.Of(
            @"\b(?:confidential\w*|private|privacy|between (?:us|you and me|the two of us)|(?:stays?|stay|kept|"
                + @"keep)(?: \w+){0,4} (?:here|in this room|this room|with me|secret|to myself|in here|between us|in our)|(?:do not|"
                + @"will not|would not|not going to|not) (?:share|tell|repeat|pass|talk about|discuss)(?: \w+){0,5}|what (?:you|"
                + @"we) (?:say|tell|talk about|share|discuss))\b"
        );

    private static Pattern Limit { get; } =
        Pattern.Of(
            @"\b(?:(?:unless|except(?:ion|ions)?|other than|apart from|but if|however,? if|the only|only if|only when|limits?|"
                + @"but (?:there|i)(?: \w+){0,4}(?:if|when|exception|some|few)|if (?:i|you|someone|there|anyone|a|it|"
                + @"somebody)\b[^.?]{0,60}(?:hurt|harm|danger|unsafe|risk|safe|abuse\w*|kill|suicid\w*|court|child|elder|die|neglect\w*|"
                + @"violen\w*|worried|threat\w*|judge))\b[^.?]{0,120}(?:hurt\w*|harm\w*|danger\w*|unsafe|risk|safe\w*|abuse\w*|abusing|"
                + @"kill\w*|suicid\w*|court|judge|neglect\w*|violen\w*|child\w*|kid|elder\w*|supervisor|law|life|die|yourself|"
                + @"someone else|somebody|threat\w*|subpoena\w*|report|someone is)|if (?:i|you|someone|there|anyone|a|it|"
                + @"somebody)\b[^.?]{0,60}(?:hurt|harm|danger|unsafe|risk|safe|abuse\w*|kill|suicid\w*|court|child|elder|neglect\w*|"
                + @"violen\w*|judge))\b"
        );

    private static Pattern Conditional { get; } =
        Pattern.Of(
            @"\bif (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,120}(?:hurt\w*|harm\w*|danger\w*|unsafe|risk|not safe|"
                + @"abuse\w*|kill\w*|suicid\w*|court|judge|neglect\w*|violen\w*)[^.?]{0,80}(?:(?:i|we) (?:would |will |might |may |"
                + @"do )?(?:have|need|must|be required|am required|are required|be obligated|am obligated|have got|would need|"
                + @"can not keep)(?: to)? (?:to )?(?:share|tell|report|let|talk|call|break|pass|involve|bring|get|contact|say|speak|keep|"
                + @"that|act|do something)|keep (?:that|it|this) (?:to myself|private|secret|between))|\b(?:i|we) (?:would |will |might |"
                + @"may )?(?:have|need|must|would need)(?: to)? (?:share|tell|report|let|break|pass|involve|call|talk to|"
                + @"speak)[^.?]{0,60} if (?:i|you|someone|there|anyone|a|it|somebody)\b[^.?]{0,60}(?:hurt\w*|harm\w*|danger\w*|unsafe|"
                + @"risk|safe\w*|abuse\w*|kill\w*|suicid\w*|neglect\w*|violen\w*)"
        );

    private static Pattern Duty { get; } =
        Pattern.Of(
            @"\b(?:mandated? report\w*|(?:duty|obligat\w+|required|legally|law|requirement|responsib\w+)(?: \w+){0,4} (?:to |"
                + @"requires? (?:me|us) to )?(?:report|make a report|call (?:cps|child|protective|the)|notify|tell (?:cps|"
                + @"child protect\w+|the authorities))|(?:i|we) (?:(?:will|would|do|might|may|am going to|also|am|are|really) )*(?:have|"
                + @"need|must|required|obligated|got|bound)(?: by law| legally)?(?: to)? (?:make (?:a|that|this|the) report|"
                + @"report (?:that|this|it|what|to|any|when|if|suspected|abuse|concerns)|call (?:cps|child protect\w+|protective|"
                + @"adult protect\w+|the hotline|it in|this in|in a report)|file a report|notify|tell (?:cps|child protect\w+|protective|"
                + @"the authorities|someone about (?:this|that|it)|my supervisor and)|share (?:this|that|it) with (?:cps|child|protective|"
                + @"my supervisor|the (?:team|authorities))|let (?:cps|child protective|protective services|my supervisor) know|"
                + @"break confidential\w+|pass (?:this|that|it) on)|(?:i|we) (?:am|are) (?:going to|making|required to) (?:make|making|"
                + @"file|call in)? ?a report)\b"
        );

    private static Pattern AsksDuty { get; } =
        Pattern.Of(@"^(?:(?:do|does|did|have|has|is|are|were|who) (?:you|he|she|they|anyone|the)\b|did (?:someone|anyone))");

    private static Pattern Secrecy { get; } =
        Pattern.Of(
            @"\b(?:(?:i|we) (?:promise|swear|guarantee)(?: you)?(?: \w+){0,5} (?:secret|tell (?:anyone|anybody|a soul|no one|nobody|"
                + @"your|him|her|them)|between us|confidential|private|not (?:to )?(?:say|tell|share|repeat)|never tell|keep (?:it|this|"
                + @"that))|i (?:will|would) (?:never|not)(?: ever)? (?:tell|share|repeat|say|report|breathe|"
                + @"mention)(?: \w+){0,6} (?:anyone|anybody|a soul|else|a word|a thing|anything|no matter what|your (?:mother|mom|parents|"
                + @"husband|wife|dad|boss))|(?:no one|nobody)(?: \w+){0,3} (?:will|has to|needs to|is going to|would|can|"
                + @"gets to)(?: ever)? (?:know|find out|hear)(?: \w+){0,4}|(?:everything|anything|whatever|all|it|this|that)(?: (?:you|we|"
                + @"i))?(?: (?:say|tell me|talk about|share|discuss|hear|said|told me))?(?: (?:here|to me|today|with me|in here|"
                + @"in this room))* (?:is|stays|will be|will stay|remains|stay)(?: (?:completely|totally|fully|strictly|always|all|"
                + @"one hundred percent|100|absolutely|entirely|just|a|our|safe and))* (?:confidential|private|secret|between (?:us|"
                + @"you and me)|(?:in|inside|within) (?:this room|here|these walls)|with me)|(?:your|our|the) secret(?:s)? (?:is|are|"
                + @"will be) safe|(?:our|a) (?:little )?secret\b|i can keep a secret|(?:will|can) keep (?:it|this|that|everything|"
                + @"your secrets?)(?: \w+)? (?:a )?(?:secret|between us|confidential|private|to myself)|my lips are sealed|"
                + @"i will not tell (?:anyone|anybody|a soul|your|him|her|them|on you)|"
                + @"you can tell me anything(?: and)?(?: \w+){0,4} (?:no one|nobody|never|secret|not tell))"
        );

    private static Pattern NoSecrecy { get; } =
        Pattern.Of(
            @"\b(?:can not (?:promise|keep|guarantee)|not able to|not always|can i|do not have to keep|why is|did (?:he|she|they|"
                + @"someone)|if|unless|except|most of|mostly|usually|until|has it|had to keep|you (?:have|had|keep|kept)|he|she)\b"
        );
}
