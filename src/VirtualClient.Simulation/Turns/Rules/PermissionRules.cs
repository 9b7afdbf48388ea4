using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Seeking permission or collaboration, and emphasizing autonomy (MITI 4.2.1: Seek and Emphasize Autonomy).</summary>
internal static class PermissionRules
{
    /// <summary>A question whose whole point is to share power; it is no question code of its own.</summary>
    internal static Pattern Asks { get; } =
        Pattern.Of(
            @"^(?:(?:is|would|will) (?:it|that|this) be (?:okay|all right|fine|helpful|useful|good|possible|comfortable|easier)\b|"
                + @"(?:is|was) (?:it|that|this) (?:okay|all right|fine|cool)(?: with you| for you)? ?(?:if|to|for|that|with|when|$)|"
                + @"(?:would|do) you mind\b|(?:can|could|may|might) (?:i|we) (?:please |just |maybe |also |perhaps )*(?:ask|share|offer|"
                + @"suggest|tell|give|check|talk|take|make|say|show|pass|come|bring|write|look|go|start|spend|explore|discuss|think|"
                + @"invite|add|explain|sit|get|see|use|see if)\b|(?:would|are) you (?:be )?(?:open|willing|interested|comfortable|up for|"
                + @"happy|okay|all right)\b(?! about)|would you (?:like|prefer|want|rather|care)\b(?! (?:it|your|him|her|them|things|life|"
                + @"someone|somebody|other))|do you want (?:me|us|to (?:talk|hear|start|take|tell|look|go over|keep|pause|stop|sit|"
                + @"say))\b|(?:shall|should) we\b|would it help (?:if|to)|how (?:does|would|do) (?:that|this|it|those) (?:sound|sit|land|"
                + @"fit)|how would (?:you feel about|it be) (?:if we|if i|us|me|talking|looking|trying)|what do you (?:make of|"
                + @"think (?:about|of) (?:that|this|those|the idea|it|what i|doing))|does (?:that|this|it) (?:sound|seem|feel|fit|"
                + @"work)(?: (?:okay|all right|right|like|fair|good|reasonable|doable|manageable))\b|does (?:that|this) (?:fit|work)\b|"
                + @"are you all right with|is there (?:anything|something) you would (?:rather|like|prefer) (?:to )?(?:talk|focus|start|"
                + @"we|not)|where would you like (?:to|us to) (?:start|begin)|what would you (?:like|prefer|want) (?:us|me) to)"
        );

    public static void Apply(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            if (reading.Questions[sentence.Index] == QuestionKind.Permission)
            {
                reading.AddSentence(LabelCode.Permission, sentence, "permission.asks");
            }
        }

        reading.Try(LabelCode.Permission, Leave, "permission.leave");
        reading.Try(LabelCode.Permission, Offers, "permission.offers");
        reading.Try(LabelCode.Permission, Together, "permission.together");
        reading.Try(LabelCode.Autonomy, Choice, "autonomy.choice", unless: NoChoice);
        reading.Try(LabelCode.Autonomy, NoDuty, "autonomy.no-duty");
        reading.Try(LabelCode.Autonomy, Yours, "autonomy.yours", unless: NoChoice);
        reading.Try(LabelCode.Autonomy, Expert, "autonomy.expert");
    }

    /// <summary>Whether a turn asked leave anywhere in it.</summary>
    public static bool AsksAnywhere(TurnText text) =>
        Leave.IsMatch(text.Unquoted) || text.Sentences.Any(sentence => Asks.IsMatch(sentence.Text));

    private static Pattern Leave { get; } =
        Pattern.Of(
            @"\b(?:if (?:it|that|this) (?:is|would be|feels|sounds) (?:okay|all right|fine|good)(?: (?:with|by|for|to) you)?|"
                + @"if you (?:do not mind|are (?:okay|comfortable|willing|open|up for|all right|interested|happy)|would like,? (?:i|we)|"
                + @"want,? (?:i can|we (?:can|could)))|with your (?:permission|okay|go ahead)|(?:is|would) (?:it|that) (?:be )?(?:okay|"
                + @"all right) (?:if|to|for|with)|do you mind if|would you mind (?:if|me)|(?:may|can|could) i (?:please )?(?:ask|share|"
                + @"offer|suggest|make a suggestion)|would you be (?:open|willing|comfortable|interested|up for|okay)\b|are you (?:open|"
                + @"willing|comfortable|up for) (?:to|with|talking|sharing|if)|i would like to (?:ask|hear) your permission|"
                + @"before i (?:say|share|ask|tell|suggest|give).{0,60}(?:want to check|want to hear|okay)|(?:i )?(?:want|"
                + @"wanted) to (?:check|ask) (?:with you )?(?:first|if (?:it is|that is|you))|would you like (?:me|us|to hear|"
                + @"some (?:information|ideas|time))|let me know if (?:you would rather|that is not|this is not|it is not|"
                + @"you do not want))\b"
        );

    private static Pattern Together { get; } =
        Pattern.Of(
            @"\b(?:(?:how|what) (?:does|do|would) (?:that|this|it|you) (?:sound|sit|land|make of (?:that|this|it)|think (?:of|"
                + @"about) (?:that|this) idea)|(?:we|you and i) (?:can|could) (?:decide|figure (?:it|this|that) out|work (?:it|this|that|"
                + @"on (?:it|this|that)) ?(?:out)?|plan|look at (?:it|this|that|them)|go through (?:it|this|that|them)|think (?:it|this|"
                + @"that|about it) ?(?:through)?|put together|come up with)(?: \w+){0,4} together|let us (?:decide|figure (?:it|this|"
                + @"that) out|work (?:it|this|that) out|plan|think)(?: \w+){0,3} together|i would (?:like|love|value) (?:to (?:hear|"
                + @"know) )?your (?:thoughts|opinion|view|take|input|ideas)|(?:tell|help) me (?:know )?(?:what|which|where|"
                + @"how) (?:you )?(?:would (?:work|help|be (?:most )?(?:helpful|useful)))|what would be (?:most )?(?:helpful|"
                + @"useful)(?: for you)?|how (?:can|could|may) i (?:best )?(?:help|support|be (?:helpful|useful))|you tell me what|"
                + @"what do you think (?:would|might|could) (?:help|work|be)|what are your (?:thoughts|ideas) (?:on|about) (?:that|this|"
                + @"it)|which (?:one |of those |of these |part )?(?:would|do|feels) (?:you )?(?:like|want|most|prefer|"
                + @"rather) (?:to )?(?:start|talk|work|look|important|urgent)?)\b"
        );

    /// <summary>Offers made as a question, with room to say no.</summary>
    private static Pattern Offers { get; } =
        Pattern.Of(
            @"(?:\b(?:(?:do you |u )(?:want|prefer|need) (?:me|us) to\b|would (?:it|now|today|this|that|thursday|tomorrow|"
                + @"\w+day)(?: \w+)? be (?:a )?(?:okay|all right|fine|good|better|helpful|useful|too much|easier|possible)\b|"
                + @"would you (?:feel (?:okay|all right|comfortable|up to|safe|ready)|be (?:okay|all right|up|willing|open|comfortable|"
                + @"interested|fine|good|game|able)|like|let (?:me|us)|want (?:me|us|to (?:try|talk|hear|come|look|go|start|bring|call|do|"
                + @"sit|meet|take|see|add|say|work|make|think|read|write|tell me|put|be|have|show|keep|continue|stop|pause|pick))|rather|"
                + @"mind|prefer|allow|consider (?:letting|having|meeting|talking)|trust me (?:to|with)|be so kind)\b|(?:can|could|may|"
                + @"might) (?:i|we|my \w+|the \w+) (?:please |just |maybe |also |perhaps |first |quickly |kind of )*(?:ask|share|tell|"
                + @"show|offer|suggest|check|call|text|email|pull|sit|come|bring|write|put|say|give|look|go|walk|help|start|stop|slow|"
                + @"take|try|talk|add|read|see|wonder|explain|run|get|make|have|meet|invite|stay|join|borrow|let|be|move|close|open|leave|"
                + @"note|keep|do|use|hold|set|name|reflect|pause|think|stay|back|point|mention|throw)\b(?! (?:me|you to)\b)|(?:is|"
                + @"would) (?:now|this|that|it|today|here)(?: \w+)? (?:okay|all right|good|fine|a good (?:time|place|moment)|a bad time|"
                + @"too (?:soon|much|fast|early))\b|is there (?:something|anything|somebody|someone|anyone) you (?:want|would like|need|"
                + @"would rather|wish|hope)|does (?:that|this|it) (?:sound|seem|feel|fit|work|match)\b|(?:is|was) that (?:what|how|"
                + @"why) you (?:were|are|had|want|wanted|hope|hoped|came|meant|would)|(?:is|are) (?:that|this|these|those) (?:okay|"
                + @"all right|fine|something you)|(?:how|what) (?:would|does|do|about|if) (?:that|this|it|you|we|i)(?: sound| fit| work|"
                + @" sit| land| suit)(?:s)?(?: okay| all right| right| good)?(?: (?:to|with|for) you)?$|how (?:about|"
                + @"would it be) (?:if we|if i|start|like to (?:start|begin|do|talk|use|spend|go))|what if (?:we|i|you and i)\b|"
                + @"or would you rather|or (?:do|would) you (?:want|prefer|like|rather)|or is (?:that|it|this) (?:too|for another|"
                + @"something)|or (?:should|shall|could|can) (?:we|i)\b|(?:you|we) (?:and (?:i|me) )?(?:can |could |will )?(?:decide|"
                + @"choose|figure)(?: \w+){0,5} together\b|(?:and )?you (?:can )?(?:tell|let) me (?:if|know if|what (?:you think|fits|"
                + @"works|to|is right|i got wrong|you make)|whether|where i|when i)|if (?:that|it|this) (?:is )?(?:okay|all right|works|"
                + @"fine)|if you (?:are|feel) (?:okay|up|comfortable|all right|willing|open|fine) (?:with|for|to)|let me know (?:if|what|"
                + @"whether|how) (?:that|you|it|i)|(?:i would|we would) (?:like|want|love) (?:you|your)(?: \w+)? to (?:be (?:part|there|"
                + @"in)|tell me|correct|say|help|choose|have|decide|join)|let me know if you would)\b|^(?:want|wanna|care|"
                + @"would you like) (?:to|me to|us to) \w+|^want (?:me|us) to|, (?:want|wanna) (?:me |us )?(?:to )?\w+[^,]{0,40}$)"
        );

    private static Pattern Choice { get; } =
        Pattern.Of(
            @"\b(?:(?:it|that|this|which|what you \w+|whether(?: \w+){1,8}) (?:is|really is|will be|would be)(?: (?:completely|"
                + @"totally|entirely|really|all|always|still|very much|absolutely|definitely|only|just|ultimately|not my))* (?:up to you|"
                + @"your (?:choice|decision|call|right)|yours(?: to (?:make|decide))?|for you to (?:decide|choose|say))|(?:completely|"
                + @"totally|entirely|really|all|only|ultimately|still) (?:up to you|your (?:choice|decision|call))|up to you\b|"
                + @"your (?:choice|decision|call) (?:to make|whether|how|what|and)|the (?:choice|decision|call)(?: \w+){0,3} (?:is|stays|"
                + @"belongs)(?: \w+){0,2} (?:yours|to you|with you|up to you)|you (?:get to|can|may|are free to|"
                + @"are the one who (?:gets to |can )?|will be the one (?:who|to) |have the right to|have (?:every|a|the) (?:choice|right|"
                + @"say)) ?(?:decide|choose|pick|say (?:no|stop)|stop|skip|pass|tell me to stop|change your mind|refuse|set the pace|"
                + @"take (?:it or leave it|a break)|in (?:this|that|what|how|whether))|you (?:are|would be) (?:the )?(?:boss|"
                + @"one (?:in charge|in control|who (?:decides|chooses|has to live)|driving|calling)|in (?:charge|control|the driver))|"
                + @"you (?:are in|have) (?:control|charge|the final (?:say|word)|the last word)|you (?:decide|choose|set the pace|"
                + @"pick)\b(?! to\b)|(?:whatever|whichever|however much|however) you (?:decide|choose|want to share|feel comfortable|"
                + @"are comfortable|feel ready)|nobody (?:can|is going to|will) (?:make|force|decide)(?: \w+){0,3}|no one (?:can|"
                + @"is going to|will) (?:make|force|decide)(?: \w+){0,3}|i (?:can|will|am) not (?:going to )?(?:make you|force you|"
                + @"decide (?:that |this |it )?for you|push you|pressure you)|in your own time|at your own (?:pace|speed)|your pace|"
                + @"only (?:if|when|what|as much as) you (?:want|feel|are (?:ready|comfortable)|would like))"
        );

    private static Pattern NoChoice { get; } =
        Pattern.Of(
            @"\b(?:not|no longer|never|was not) (?:your|a) (?:choice|decision)\b|\bno choice\b|\b(?:was|be) it your (?:choice|"
                + @"decision)\b"
        );

    private static Pattern NoDuty { get; } =
        Pattern.Of(
            @"\b(?:you (?:do not|never|will not) (?:have|need) to (?:answer|talk|tell|share|decide|say|do|go|agree|choose|make|take|"
                + @"sign|explain|commit|accept|come|give|discuss|get into|go into|respond|use)(?: \w+){0,4}|(?:there is )?no (?:pressure|"
                + @"obligation|rush)(?: to \w+)?|(?:feel free|you are free|you are welcome) (?:to|not to) (?:skip|say|stop|pass|decide|"
                + @"choose|tell me|take|leave|refuse|not|share|correct)|as (?:much|little) (?:or as (?:much|little) )?as you (?:want|like|"
                + @"feel|are)|you can (?:always )?(?:skip|say no|stop|pass|tell me to stop|change your mind|leave it|choose|decide|"
                + @"tell me no|tell me if you (?:do not|would rather))|it is (?:okay|fine|all right) (?:not to|to (?:say no|pass|skip|"
                + @"stop|not))|(?:it is|that is) (?:okay|fine|all right) if you (?:do not|would rather not|are not|decide not|choose not|"
                + @"say no|want to stop))\b"
        );

    /// <summary>What is theirs, and that nobody takes it from them.</summary>
    private static Pattern Yours { get; } =
        Pattern.Of(
            @"(?:\b(?:(?:it|this|that|they|these)(?: \w+)? (?:is|are|stays?|remains?|will be)(?: \w+)? your (?:\w+ )?(?:body|life|"
                + @"home|house|family|kids?|child|children|form|money|story|plan|hour|time|choice|decision|call|treatment|case|baby|"
                + @"pregnancy|recovery|future|apartment|room|goals?|meeting|session|show|file|name|right|health|grief|body and|"
                + @"own)\b(?! that| is| and you (?:need|have|should)| on the line)|(?:is|are|stays?|remains?|"
                + @"will be) (?:for you to (?:decide|choose|say|make|judge|tell)|yours\b|your (?:own )?(?:decision|choice|call|business)|"
                + @"up to you|in your hands)|for you to (?:decide|choose|say)|(?:nobody|no one)(?: here| else)? (?:but you (?:gets|can|"
                + @"knows|decides|has)|(?:can|will|is going to|gets to|has to|should)(?: ever)? (?:decide|choose|make you|"
                + @"tell you (?:what|how|when|to)|force|push|pick|move you|take (?:that|it|this)|choose))|only you (?:can|get|know|decide|"
                + @"could)|(?:you|u) (?:can|may|could) (?:always |also |totally |still |just )*(?:say (?:no|stop|yes or no)|stop (?:me|"
                + @"anytime|any time|whenever|at any)|skip|pass|change (?:your mind|it|that)|refuse|decline|leave (?:it|any ?time|"
                + @"whenever)|take (?:it or leave it|what you|your time|as long)|tell me (?:no|to stop|if you do not|when to stop)|"
                + @"decide (?:later|what|if|when|how|whether|that|not)|choose|pick|walk out|hang up|end (?:it|this|the)|opt|come and go|"
                + @"stay (?:or|for))|(?:you|u) (?:get to |can |could |should |will |are free to |are the one to )?(?:decide|choose|"
                + @"pick)(?: \w+)? (?:what|when|how|who|whether|if|where|which)\b|(?:you|u) (?:decide|choose)\b|(?:you|u) (?:do not|"
                + @"never) (?:have|need|got) to\b|we do not have to\b|(?:without|no) (?:any )?(?:pressure|strings|obligation|"
                + @"right or wrong|wrong answer)|not (?:going to|here to|gonna) (?:tell (?:you|u) what|make you|push you|force you|"
                + @"decide for|talk you into|twist)|(?:either|any|both|whatever|whichever)(?: \w+){0,4} (?:is|are|would be|"
                + @"works?) (?:fine|okay|all right|good|up to you)(?: (?:by|with) me)?|(?:whatever|whichever|whenever|wherever|however|"
                + @"as much as|as little as) (?:(?:you|u) (?:want|like|need|decide|choose|prefer|feel|are (?:ready|comfortable)|think|say|"
                + @"pick)|feels right|works|suits you)|or not at all|or leave it be|or not, |take it or leave it|go with (?:your gut|"
                + @"what you|what feels)|trust your (?:gut|own|instinct)|feel free to (?:toss|ignore|skip|say|stop|not|leave|change|take|"
                + @"pass|tell me no)|(?:see|tell me) if (?:it|that|any of (?:it|that|this)) (?:fits|suits|works|is any good|makes sense|"
                + @"sounds right)(?: (?:for )?you)?|(?:i|we) (?:will not|would not|am not going to|do not)(?: \w+){0,6} (?:unless|until|"
                + @"without) you(?:r| say| want| ask| tell| agree| are| okay| give| let)|(?:if|when) you (?:are ready|want to|decide to|"
                + @"feel ready|ever want|would rather not|do not want to)(?:,| and)? (?:and )?only (?:if|then|when)|only if you (?:want|"
                + @"like|feel|choose|say)|your (?:terms|pace|rules|speed)\b|you know (?:him|her|them|it|this|that|yourself|your \w+|what|"
                + @"best)(?: \w+){0,4} (?:better|best|than))\b)"
        );

    private static Pattern Expert { get; } =
        Pattern.Of(
            @"\b(?:you (?:are|would be) the (?:expert|best (?:judge|person))|you know (?:yourself|your (?:life|family|kids?|son|"
                + @"daughter|body|children|situation|own \w+)|what (?:is|works|would work|will work) (?:best|right|for you)|best|"
                + @"better than)|only you (?:can|know|could|get)|nobody knows (?:your|you|this)(?: \w+){0,4} better|no one knows (?:your|"
                + @"you|this)(?: \w+){0,4} better)\b"
        );
}
