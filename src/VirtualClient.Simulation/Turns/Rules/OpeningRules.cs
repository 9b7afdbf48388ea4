namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Structure: what the meeting is for, its time, supervision, and its end.</summary>
internal static class OpeningRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.AgreesPurpose, Purpose, "opening.purpose");
        reading.Try(LabelCode.AgreesPurpose, WhatFor, "opening.what-for");
        reading.Try(LabelCode.AgreesPurpose, WhatYouWant, "opening.what-you-want");
        reading.Try(LabelCode.Agenda, Time, "opening.agenda");
        reading.Try(LabelCode.BringsSupervision, Supervisor, "opening.supervision");
        reading.Try(LabelCode.Closing, Ends, "closing.ends");
        reading.Try(LabelCode.Closing, Goodbye, "closing.goodbye");
        // The same thanks open a meeting and close it.
        if (!reading.Student.IsBeginning && Array.TrueForAll(reading.Questions, kind => kind == default))
        {
            reading.Try(LabelCode.Closing, Thanks, "closing.thanks");
        }
    }

    private static Pattern Purpose { get; } =
        Pattern.Of(
            @"\b(?:(?:purpose|goal|point|aim|reason|plan|idea|focus)(?: \w+){0,2} (?:of|for|behind) (?:(?:today|our|this|us|these|"
                + @"the|my|your)(?: \w+){0,2} ?(?:meeting|visit|talk|conversation|time|session|appointment|chat|today|call|being here|"
                + @"meeting today)?)|(?:the )?reason (?:i|we|why we|why i|that we|you) (?:am|are|asked|called|wanted|came|were|have|meet|"
                + @"invited)|(?:what )?(?:i|we) (?:was|were|am|are) (?:hoping|thinking|planning|going)(?: that)? (?:today )?(?:to |is |"
                + @"was |we )?(?:we )?(?:could |can |might |would |will )?(?:to )?(?:talk|use|spend|get|do|start|look|go over|focus|"
                + @"figure|work|hear|learn|cover|discuss|meet|find)(?: \w+){0,14} (?:today|together|this (?:morning|afternoon|hour|time|"
                + @"meeting|visit)|our time|first meeting|each other|time)|(?:today|our time|this (?:meeting|hour|time|visit|conversation|"
                + @"first (?:meeting|visit))),?(?: \w+)? (?:is|i (?:would like|was hoping|want|thought|hope)|we (?:could|can|will|might|"
                + @"are going)|i thought we) (?:\w+ ?)?(?:about|for|to|could|can|talk|look|meant|talking|mostly|mainly|a chance|get|start|"
                + @"us|just|really)\b|(?:so )?we (?:agree|have agreed|both (?:want|agree))(?: \w+){0,4} (?:to|that|on)|(?:is|"
                + @"does) that (?:match|fit)(?: \w+){0,3} (?:what you|with what|your|how)|(?:is|are) that (?:what|why|how) you (?:want|"
                + @"wanted|were hoping|hoped|are here|came|had in mind|expected)|you (?:have )?(?:asked|came|come|"
                + @"called)(?: \w+){0,4} (?:to (?:talk|get help|see|figure)|for help|about|because)(?: \w+){0,8},? (?:is that|"
                + @"so (?:that is|we|let us)|shall we|should we))"
        );

    /// <summary>Why one is here, what the talk is for, whose idea it was and whether it fits.</summary>
    private static Pattern WhatFor { get; } =
        Pattern.Of(
            @"\b(?:(?:i am|we are) (?:only |just |really |mostly |both )*(?:here|meeting|calling|visiting|asking (?:this|these|all)|"
                + @"doing (?:this|these)|talking)(?: \w+){0,3} (?:because|so (?:we|i|you|that)|to (?:see (?:how|what|if|whether)|"
                + @"hear (?:from|your|how|what)|find out|figure out|talk (?:about|through)|go over|look at|check (?:in|how)|plan|"
                + @"get to know|learn|understand|make (?:a|sure)|work on|sort))|(?:i|we) (?:just |really )?(?:want|wanted|would like|hope|"
                + @"hoped|was hoping|thought)(?: \w+)? to (?:hear (?:from you|your side|it from)|see how (?:you|things|it)|check in|"
                + @"find out (?:what|how|from)|get to know|talk (?:with you |to you )?(?:about|through)|go over|use|spend|"
                + @"understand (?:what|how)|figure out|learn (?:about|what|how)|meet (?:you|about|so))|(?:thought|asked|wants?|wanted|"
                + @"said|suggested|figured|hoped) (?:that )?(?:we|you and i|i)(?: \w+)? (?:should |could |might |can )?(?:meet|talk|"
                + @"sit down|look|connect|see (?:you|each))|i come (?:by |here |around |out |once \w+ \w+ )*to (?:see|check|hear|find|"
                + @"look|make|help)|(?:what|how|where)(?: \w+){0,2} (?:would|do|did|should|could|can|will|are) (?:you|we|"
                + @"u)(?: \w+){0,4} (?:use|spend|get (?:from|out of)|want out of|make of|do with|focus|work on|tackle|cover|accomplish|"
                + @"come away|leave (?:with|here with)|walk out with|hope (?:for|to)|hoping (?:for|to)|want from (?:me|us|this))\b|"
                + @"what would (?:make|be)(?: \w+){0,5} (?:worth|worthwhile|useful|helpful|a good use|different|better)|(?:find|"
                + @"figure) out what (?:brings|brought|you need|would help|you want|matters)|what (?:brings|brought) you|(?:this|today|"
                + @"our|the)(?: \w+){0,3} (?:meeting|visit|time|talk|call|hour|half hour|session|appointment|chat|conversation|interview|"
                + @"minutes)(?: \w+){0,3} (?:is|are|was) (?:for|about|to|so|meant|where|your|yours|a chance|mostly|really|just)|(?:today|"
                + @"this|it) is (?:a chance|your chance|a time|time|our time|a place|the place|about (?:you|what you|how|getting|seeing|"
                + @"finding|figuring|planning|making)|for (?:you|us|talking|figuring|planning|whatever|finding)|to (?:see|hear|find|plan|"
                + @"figure|talk|help|get|check|make|look))|so we (?:know|can (?:find|figure|plan|see)|find)(?: \w+){0,2} (?:what|who|"
                + @"which|how|out)|(?:is|was) that (?:what|how|why|your) (?:you|understanding|idea|sense|hope|goal)|"
                + @"is that how you see it|(?:does|would) that (?:match|fit|work) (?:with )?(?:what|how|for|your)|(?:our|the|my|"
                + @"your) (?:goal|aim|purpose|focus|idea|hope) (?:for |of |today |this |in |here )*(?:\w+ )?is\b|anything (?:you|"
                + @"u)(?: do not)? want to (?:bring|talk|cover|get|use)|what is (?:most|really) (?:important|urgent|pressing)|(?:we|"
                + @"let us) (?:agree|agreed|settle) (?:on|that|to)|what we are (?:here|doing|trying|after|working))\b"
        );

    private static Pattern WhatYouWant { get; } =
        Pattern.Of(
            @"\b(?:(?:what|where|how|which)(?: \w+){0,2} (?:would|do|did|are|were|was|should|could|can|will)(?: \w+)? (?:you|we|"
                + @"be)(?: \w+){0,6} (?:get|like|want|hope|hoping|hoped|need|focus|work|talk|use|accomplish|out of|start|wanting|come|"
                + @"looking|helpful|useful|good use|spend|most important)(?: \w+){0,6} (?:from|out of|today|in our|this (?:meeting|time|"
                + @"visit|conversation|hour|session)|with our|our time|for our|together|here|from me|by coming|coming (?:here|in)|"
                + @"from (?:this|us|being here))|what (?:are|were) you hoping\b|what would make (?:today|this|our|"
                + @"it)(?: \w+){0,4} (?:useful|helpful|worth|good|time|worthwhile)|(?:what|anything) (?:else )?(?:is|would be|"
                + @"feels)(?: the)? (?:most )?(?:important|pressing|urgent|helpful|useful)(?: \w+){0,5} (?:today|to (?:talk about|focus|"
                + @"cover|start|discuss|get)|with our|in our|right now to|this)|what (?:do|would) you (?:want|need|like|"
                + @"hope)(?: \w+)? (?:from|out of) (?:me|us|this|today|our|meeting|coming)|(?:your|our) (?:goal|goals|hopes?|agenda|"
                + @"priority|priorities) for (?:today|our|this|us|the))"
        );

    private static Pattern Time { get; } =
        Pattern.Of(
            @"\b(?:we (?:have|have got|only have|will have|will meet|will talk|are meeting|still have|meet)(?: \w+){0,4} (?:minutes|"
                + @"hour|an hour|half an hour|time|hours|until|left)|(?:about|around|have|for|next|last|only|another|the|in) (?:\d+|ten|"
                + @"fifteen|twenty|thirty|forty|forty five|fifty|sixty|a few|five|couple|half)(?: \w+)? (?:minutes|mins|hour)(?: (?:left|"
                + @"together|today|to talk))?|first[^.?]{2,60}(?:then|after that|and next|second)\b|let us (?:start|begin) (?:with|by)|"
                + @"(?:today|to start|to begin|before we (?:start|begin|get started|talk)),? (?:we|i|let me)|the (?:plan|agenda) (?:for|"
                + @"is)|before we (?:start|begin|get started|get into|go any further)|on (?:the|our|my) (?:agenda|list)|for (?:the rest|"
                + @"the remainder) of our|next (?:week|time|meeting) we|we are (?:running|short|almost)(?: \w+){0,3} time)\b"
        );

    private static Pattern Supervisor { get; } =
        Pattern.Of(
            @"\b(?:(?:my|our|the|a) (?:clinical |field |own |site |placement )*(?:supervisor|supervisors|supervision|"
                + @"field instructor|instructor|team leader|team lead|supervising \w+|manager|preceptor)|i am supervised|supervises me|"
                + @"under supervision)\b"
        );

    private static Pattern Ends { get; } =
        Pattern.Of(
            @"\b(?:(?:our|the) time (?:is|for today|today)(?: \w+){0,2} (?:up|almost up|over|nearly|done|running)|(?:we are|"
                + @"we have)(?: \w+){0,3} (?:out of time|at the end|to (?:stop|end|finish|wrap)|coming to the end|near the end|"
                + @"come to the end|(?:\w+ )?minutes left)|before (?:we|you|i) (?:finish|wrap|end|stop|close|go|leave|say goodbye|part)\b|"
                + @"(?:let us|we (?:should|can|will|need to|could|have to)|i (?:have to|need to|want to)|to|time to) (?:wrap (?:up|"
                + @"things up)|stop here|end (?:here|there|today|for today|our)|finish (?:here|up|for today)|close (?:for|here|with|"
                + @"today)|pause here|leave it (?:here|there)|bring (?:this|things|us) to)|that is all (?:the time )?(?:we have|for today|"
                + @"i have)|as we (?:end|finish|wrap|close)|this is our last (?:meeting|session|time|visit)|how (?:was|"
                + @"are you feeling about|do you feel about|did) (?:today|this (?:meeting|conversation|talk)|our (?:talk|conversation|"
                + @"time|meeting))(?: go| feel)?|(?:what|anything)(?: \w+){0,4} (?:take away|taking away|take with you) from)"
        );

    private static Pattern Goodbye { get; } =
        Pattern.Of(
            @"\b(?:(?:good ?bye|bye)\b|see you (?:next|then|soon|on|at|in|tomorrow|later|again)|(?:talk|speak) (?:to|"
                + @"with) you (?:soon|next|then|later|again)|take care(?: of yourself)?$|take care (?:of yourself )?(?:until|and|,)|"
                + @"take care\.|until (?:next (?:time|week)|then)\b|have a (?:good|"
                + @"great|nice|safe) (?:day|week|evening|weekend|night|one)|(?:i )?look(?:ing)? forward to (?:seeing|talking|meeting|"
                + @"our next)|it was (?:good|nice|great|lovely) (?:to (?:meet|talk|see)|meeting|talking))"
        );

    /// <summary>Thanks for the time together.</summary>
    private static Pattern Thanks { get; } =
        Pattern.Of(
            @"\bthank(?:s| you)(?: so much| very much)? for (?:talking|coming|your time|meeting|speaking|being here|chatting|sitting)"
                + @"(?: \w+){0,3} (?:today|with me|in)(?=$|[.,])"
        );
}
