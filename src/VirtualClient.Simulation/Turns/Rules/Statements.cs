using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Weighs what a statement that no other family claimed is: about the client (a reflection) or about the world (information). Signs are
/// added up; a reflection needs <see cref="Enough"/>. A stem alone is enough, and so is "you ..." that directs nothing.
/// </summary>
internal static class Statements
{
    private const int NothingSaid = 4;

    private static readonly LabelCode[] Advice =
    [
        LabelCode.AdviceWithoutPermission,
        LabelCode.AdviceWithPermission,
        LabelCode.PracticalHelp,
        LabelCode.Referral,
    ];

    public const int Enough = 2;

    /// <summary>A statement that leads up to a question, or carries a question mark, must be clearly a reflection.</summary>
    public const int Clearly = 4;

    /// <summary>Signs that the sentence gives back what the client said or meant.</summary>
    public static int Reflects(Reading reading, Sentence sentence) =>
        (reading.Signs[sentence.Index] ??= SignsOf(reading, sentence)) - Surroundings(reading, sentence);

    /// <summary>What the sentence's own words say, whatever stands around it.</summary>
    private static int SignsOf(Reading reading, Sentence sentence)
    {
        var core = reading.Core(sentence);
        var (content, shared) = Tie.Shared(reading.Client, reading.Text, sentence);
        var weight = 0;
        weight += HasStem(reading, sentence) ? 3 : 0;
        weight += OpensWithSo(reading, sentence) ? 1 : 0;
        weight +=
            StartsWithClient.IsMatch(core) ? 2
            : Client.IsMatch(core) ? 1
            : 0;
        weight += Others.IsMatch(core) ? 1 : 0;
        weight += Meaning.IsMatch(core) ? 1 : 0;
        weight += Takes.IsMatch(core) ? 1 : 0;
        weight += shared > 0 ? 1 : 0;
        weight += shared * 2 > content ? 1 : 0;
        weight += content - shared == 1 ? 1 : 0;
        weight += GoesOn(reading, sentence) ? 2 : 0;
        weight -= Directs.IsMatch(core) ? (OpensWithSo(reading, sentence) ? 2 : 3) : 0;
        weight -= OwnVoice.IsMatch(core) ? 3 : 0;
        weight -= OwnSide.IsMatch(core) ? 2 : 0;
        weight -= Thinks.IsMatch(core) ? 1 : 0;
        weight += reading.IsSpeech && Has.IsMatch(core) ? 1 : 0;
        weight -= reading.Facts[sentence.Index] ? 2 : 0;
        return weight;
    }

    /// <summary>
    /// What speaks against a reflection around the sentence: nothing was said yet, the client asked something, or the turn gives facts and
    /// advice elsewhere. A stem outweighs the last two.
    /// </summary>
    private static int Surroundings(Reading reading, Sentence sentence)
    {
        if (reading.Client.Last is null)
        {
            return NothingSaid;
        }

        if (HasStem(reading, sentence))
        {
            return 0;
        }

        var informs = reading.Text.Sentences.Any(other =>
            other.Index != sentence.Index && (reading.Facts[other.Index] || reading.HasAny(other.Index, Advice))
        );
        return (reading.Client.Asked ? 1 : 0) + (informs ? 1 : 0);
    }

    /// <summary>Whether the sentence states something about the world, the service or the matter at hand.</summary>
    public static bool Informs(Reading reading, Sentence sentence)
    {
        var core = reading.Core(sentence);
        return reading.Facts[sentence.Index] || Directs.IsMatch(core) || (sentence.CoreWords >= 6 && Impersonal.IsMatch(core));
    }

    /// <summary>Whether it states a fact: a sign of one, or an impersonal answer to what the client asked.</summary>
    public static bool StatesFact(Reading reading, Sentence sentence)
    {
        var core = reading.Core(sentence);
        return reading.Facts[sentence.Index] || (reading.Client.Asked && sentence.CoreWords >= 4 && AnswersWithFact.IsMatch(core));
    }

    public static bool HasFact(Stretch core) => Fact.IsMatch(core);

    public static bool HasStem(Reading reading, Sentence sentence) => reading.Stems[sentence.Index] ??= FindsStem(reading.Core(sentence));

    private static bool FindsStem(Stretch core) => ReflectionRules.StartsWithStem(core) || InnerStem.IsMatch(core);

    public static bool OpensWithSo(Reading reading, Sentence sentence) =>
        OpeningSo.IsMatch(reading.Text.Unquoted.AsSpan(sentence.Start, Math.Max(0, sentence.Core - sentence.Start)));

    /// <summary>A turn that begins with a dash goes on with the student's last one.</summary>
    private static bool GoesOn(Reading reading, Sentence sentence) =>
        sentence.Index == 0 && sentence.CoreWords >= 3 && reading.Text.Raw.AsSpan().TrimStart() is ['-' or '\u2013' or '\u2014', ..];

    private static Pattern OpeningSo { get; } = Pattern.Of(@"\bso\b");

    private static Pattern InnerStem { get; } =
        Pattern.Of(
            @"\b(?:(?:it|that|this|and|but|so|also|then|kind of|really|just|almost|still|does|did|yeah|though) (?:also |just |"
                + @"really |kind of |almost |still |like )*(?:sounds?|seems?|feels?|looks?) (?:like|as though|as if|to me|that|almost|"
                + @"kind of|a bit)\b|(?:i am|what i am|is what i am|am i) (?:hearing|sensing|picking up|getting)\b|what you are saying|"
                + @"part of you|in other words|(?:it|that|this) (?:does not |does |really |just |kind of )*(?:sound|seem|feel)s? )"
        );

    private static Pattern StartsWithClient { get; } =
        Pattern.Of(
            @"^(?:(?:because|since|when|if|that|like|even though|although|maybe|perhaps|probably|kind of|sort of|almost|sometimes|"
                + @"now|then|still|and|but|so|or|in a way|somehow|obviously|clearly|at the same time|for now|right now|today|"
                + @"on top of that|at least|yet|not that|basically|actually|really|just) )*(?:you (?!know$|bet\b|guys\b)|your \w+|"
                + @"for you\b|not (?:you|your)\b)"
        );

    private static Pattern Client { get; } = Pattern.Of(@"\b(?:you|your|yourself|yours)\b");

    private static Pattern Others { get; } = Pattern.Of(@"\b(?:he|she|him|her|his)\b");

    private static Pattern Meaning { get; } =
        Pattern.Of(
            @"\b(?:kind of|sort of|almost|like (?:a|an|the|you|it|there|being|if)|as if|as though|not just|even though|"
                + @"at the same time|but also|on (?:the )?(?:one|other) hand|important|matters?|worried|afraid|scared|frustrat\w*|hard|"
                + @"tough|difficult|want(?:s|ed|ing)?|feel\w*|felt|wish\w*|hop(?:e|es|ed|ing)|care[sd]?|tired|stuck|torn|proud|happy|sad|"
                + @"angry|upset|overwhelm\w*|lonely|alone|hurt\w*|trust\w*|stress\w*|anxious|nervous|a lot of|trying|maybe|perhaps|"
                + @"probably|a little bit|somewhat|somehow|big deal|real)\b"
        );

    /// <summary>Takes up what was just said without naming it again, or goes on with it.</summary>
    private static Pattern Takes { get; } =
        Pattern.Of(
            @"^(?:(?:and|but|so|because|then|or|also|just|really|kind of|sort of|almost|yet) )*(?:it|this|that|those|sometimes|not|"
                + @"\w+ing|like|a (?:bit|little|lot)|maybe|perhaps|no|one (?:of|thing)|nobody|everyone|"
                + @"everybody)\b"
        );

    private static Pattern Directs { get; } =
        Pattern.Of(
            @"\b(?:you (?:can|could|may|might (?:want|try|need|consider|find|notice|also)|will|should|must (?!be|feel|have|like|"
                + @"really|love|miss|want)|ought)\b(?! (?:not|see|feel|tell|hear|be feeling|never|not even|always))|if you (?:want|"
                + @"would like|need|like|decide|have any|do not|take|start|go|try|get|are (?:interested|willing|ready|able))|"
                + @"when you (?:take|come|are ready|use)|i (?:would|want you|recommend|suggest|think you should)|we (?:can|could|will|"
                + @"might|need|have)|let us)\b"
        );

    private static Pattern OwnVoice { get; } =
        Pattern.Of(
            @"^(?:(?:yeah |well |and |but |so |because |what |that |then |also |the reason )*(?:i (?!hear|sense|guess (?:it|you|"
                + @"that|for|there)|imagine|get the|am (?:hearing|sensing|getting)|notice|understand|can (?:hear|see|tell|imagine)|"
                + @"wonder if (?:it|you|part|there|that)|know (?:that )?you|see (?:that )?you)|we |let us|let me|my |our |us )|"
                + @"there (?:is|are) (?:a|an|some|many|lots|several|different|other|two|three)|thank|please|this (?:is|form)|"
                + @"the (?:program|form|reason|next|first|good news)|good\b|great\b|nice\b|that is (?:a )?(?:great|good|awesome|wonderful|"
                + @"excellent|fantastic|right|true|okay|fine|interesting|cool|perfect|nice|amazing|correct)\b)"
        );

    /// <summary>The student, or the two of them at work, is in it.</summary>
    private static Pattern OwnSide { get; } = Pattern.Of(@"\b(?:we|us|our|me|my)\b");

    /// <summary>What one thinks, knows or can do is more often told or asked than given back.</summary>
    private static Pattern Thinks { get; } = Pattern.Of(@"\b(?:think|thinking|know|can)\b");

    /// <summary>What somebody has, or has been or done so far.</summary>
    private static Pattern Has { get; } = Pattern.Of(@"\b(?:have|has|got)\b");

    /// <summary>Signs of information that hold whoever it is about.</summary>
    private static Pattern Fact { get; } =
        Pattern.Of(
            @"\b(?:(?:research|studies|evidence|data|statistics|experts?|science|surveys?) (?:shows?|suggests?|says?|tells?|has|"
                + @"have|find|found|is|are|on)|(?:the|this|that|our|a|these|your|some) (?:\w+ )?(?:program|programs|form|application|"
                + @"services?|shelter|clinic|agency|law|benefits?|medications?|medicine|policy|process|court|treatment|test|results?|"
                + @"insurance|waiting list|deadline|hotline|vaccine|fund|guidelines?|prescription|symptoms?|side effects?|dose|nicotine|"
                + @"body|brain)(?: \w+){0,2} (?:is|are|takes?|covers?|offers?|runs?|helps?|starts?|opens?|works?|means?|requires?|allows?|"
                + @"pays?|provides?|can|will|usually|has|have|does|do|says|costs?|show|may|might)\b|(?:is|are) (?:called|known as|"
                + @"available|eligible|located|designed|associated|recommended|linked|covered by)|(?:qualify|eligible|entitled) (?:for|"
                + @"to)|\d+ (?:percent|dollars)|percent\b|per cent\b|(?:the way|how) (?:it|this|that) works|(?:most|many|some|a lot of|"
                + @"lots of|other|few) (?:people|folks|patients|clients|families|students|women|men|smokers|kids|parents|teens|of the)|"
                + @"tends? to\b|for example|for instance|one of the (?:things|ways|reasons|main|key|best|biggest) (?:that )?(?:we|i|is)|"
                + @"(?:increases?|reduces?|lowers?|raises?|decreases?|causes?|prevents?) (?:the|your|a|risk|blood|it|that)\b|at risk|"
                + @"risk (?:of|for|factors?)|side effects?|(?:usually|typically|generally) (?:takes?|means?|is|are|has|have|we|you|it|"
                + @"people)|there (?:is|are) (?:some|many|several|different|other|also|a (?:number|lot|few|couple|variety)|lots|plenty|"
                + @"certain|medications?|programs?|services?|groups?|ways|options)\b)"
        );

    private static Pattern AnswersWithFact { get; } =
        Pattern.Of(
            @"^(?:(?:yes|no|nope|yeah|not|only|sure|usually|actually|honestly|well)[, ]+)*(?:the|it|it is|they|there|you (?:get|can|"
                + @"will|keep|have|need|do not|qualify)|that|this|nothing|everyone|only|in|at|on|a|an|for|most|our|by|after|before|once|"
                + @"if|when|people|\d+|\w+ (?:means|is|are|takes|costs|covers|opens|gives|pays|gets))\b"
        );

    private static Pattern Impersonal { get; } =
        Pattern.Of(
            @"^(?:(?:we|our|if|when|there|the|these|those|some|most|many|people|any|once|every|each|research|usually|typically|with|"
                + @"in|at|for|another|one|a|an|my|this|because|it|that|they) |i (?:would|want|think|know|can|will|just|also|do|have|"
                + @"believe|am (?:concerned|worried|going|happy|here)) )"
        );
}
