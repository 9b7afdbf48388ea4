using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What a sentence asks.</summary>
internal enum QuestionKind
{
    None,
    Open,
    Closed,
    Leading,

    /// <summary>A statement with a question mark ("So you want to stop?"): a check that is also a reflection when it is tied.</summary>
    Checking,

    /// <summary>"Is that right?", "okay?": keeps the talk going and asks for nothing new.</summary>
    Tag,

    /// <summary>A check that opens with a stem or gathers much into "so ...": said as a reflection, it gets no question code.</summary>
    Reflecting,

    /// <summary>Asks leave or what the client thinks of something ("May I ask ...?"): sharing power, not questioning.</summary>
    Permission,
}

/// <summary>
/// Questions: open, closed, leading, double. At most one question code a turn (MITI 4.2.1); open and closed are kept apart for OARS,
/// which MITI does not do. A question needs no question mark.
/// </summary>
internal static class QuestionRules
{
    private const int ShortAsk = 8;
    private const int LongTelling = 22;

    private const string Be = "(?:am|is|are|was|were|do|does|did|have|has|had|can|could|would|will|should|might|may)";
    private const string Inverts = @"(?:do|does|did|is|are|was|were|would|could|can|should|will|have|has|had|might|about)\b";
    private const string Who =
        "(?:you|he|she|it|they|we|i|that|this|there|any|anyone|anybody|anything|someone|somebody|something|everything)";

    /// <summary>Fills in what each sentence asks.</summary>
    public static void Classify(Reading reading)
    {
        foreach (var sentence in reading.Text.Sentences)
        {
            reading.Questions[sentence.Index] = KindOf(reading, sentence);
        }
    }

    /// <summary>Gives the one question code of the turn, once confrontation and permission have had their say.</summary>
    public static void Label(Reading reading)
    {
        Sentence? first = null;
        var asked = 0;
        var open = false;
        Sentence? leading = null;
        foreach (var sentence in reading.Text.Sentences)
        {
            var kind = reading.Questions[sentence.Index];
            if (kind is not (QuestionKind.Open or QuestionKind.Closed or QuestionKind.Leading or QuestionKind.Checking))
            {
                continue;
            }

            // Confrontation beats question; a check that stands as a reflection only is none.
            if (reading.HasAny(sentence.Index, LabelCode.Confronting, LabelCode.BoundaryBreach, LabelCode.Warning))
            {
                continue;
            }

            first ??= sentence;
            open |= kind == QuestionKind.Open;
            leading ??= kind == QuestionKind.Leading ? sentence : null;
            asked += kind == QuestionKind.Checking ? 0 : 1 + (TwoInOne.IsMatch(reading.Core(sentence)) ? 1 : 0);
        }

        if (first is null)
        {
            return;
        }

        if (leading is not null)
        {
            reading.AddSentence(LabelCode.LeadingQuestion, leading, "questions.leading");
        }
        else if (asked > 1)
        {
            reading.Add(
                LabelCode.DoubleQuestion,
                first.Start,
                reading.Text.Sentences[^1].End - first.Start,
                open ? "questions.double-open" : "questions.double-closed"
            );
        }
        else
        {
            var kind = open ? LabelCode.OpenQuestion : LabelCode.ClosedQuestion;
            reading.AddSentence(
                kind,
                first,
                open ? "questions.open-stem"
                    : asked == 0 ? "questions.checking"
                    : "questions.closed-stem"
            );
        }
    }

    /// <summary>Whether a tag is a question by its form ("is that right?") and no mere sound ("yeah?").</summary>
    public static bool IsInverted(Stretch core) => Inverted.IsMatch(core);

    private static QuestionKind KindOf(Reading reading, Sentence sentence)
    {
        var core = reading.Core(sentence);
        if (core.IsEmpty || OnlyTag.IsMatch(core))
        {
            return sentence.Asks ? QuestionKind.Tag : QuestionKind.None;
        }

        if (PermissionRules.Asks.IsMatch(core))
        {
            return QuestionKind.Permission;
        }

        if (LeadingForm.IsMatch(core) || (sentence.Asks && LeadingTag.IsMatch(core)))
        {
            return QuestionKind.Leading;
        }

        var checks = AskingAnywhere.OwnGrasp.IsMatch(core) || (ReflectionRules.StartsWithStem(core) && !Inside.IsMatch(core));
        if (checks || (!sentence.Asks && AskingAnywhere.ThinksAloud.IsMatch(core)))
        {
            return sentence.Asks ? QuestionKind.Checking : QuestionKind.None;
        }

        if (!sentence.Asks && NotInverted.IsMatch(core) && (sentence.Stops || sentence.CoreWords > ShortAsk))
        {
            return QuestionKind.None;
        }

        if (OpenForm.IsMatch(core))
        {
            return ClosedDetail.IsMatch(core) || AskingAnywhere.Scales(core) ? QuestionKind.Closed : QuestionKind.Open;
        }

        if (TagForm.IsMatch(core))
        {
            return sentence.Asks ? QuestionKind.Reflecting : QuestionKind.None;
        }

        if (ClosedForm.IsMatch(core) || (!sentence.Stops && !reading.IsSpeech && ClosedUnmarked.IsMatch(core)))
        {
            return QuestionKind.Closed;
        }

        if (AskingAnywhere.KindOf(core) is { } anywhere)
        {
            return anywhere;
        }

        // In a long sentence with a full stop a question inside is more often told than asked.
        var told = sentence.Stops && !sentence.Asks && sentence.CoreWords > LongTelling;
        if (!told && Inside.First(core) is { } inside)
        {
            return ClosedDetail.IsMatch(core.Part(core.Text[inside.Index..].TrimStart(", "))) ? QuestionKind.Closed : QuestionKind.Open;
        }

        if (sentence.Asks && InsideOpen.IsMatch(core))
        {
            return QuestionKind.Open;
        }

        if (sentence.Asks && (ClosedAsked.IsMatch(core) || InsideAsked.IsMatch(core)))
        {
            return QuestionKind.Closed;
        }

        return sentence.Asks ? QuestionKind.Checking : QuestionKind.None;
    }

    private static Pattern OnlyTag { get; } =
        Pattern.Of(
            @"^(?:(?:is|was|does|did) (?:that|this|it|i) (?:(?:sound|seem|feel|about|get|got|have|hear|understand|"
                + @"make) )?(?:that )?(?:right|correct|accurate|fair|true|sense|it|you right|you correctly)(?: so far| to you)?|(?:am|did|"
                + @"have) i (?:got|get|getting|hearing|heard|understanding|understand|understood|have|missed|missing|miss)(?: \w+){0,4}|"
                + @"right|yeah|okay|correct|you know|you know what i mean|does it|is it|huh|eh|no|all right|see|you see|got it|really|"
                + @"do not you think|have a seat|make sense|you think so)$"
        );

    private static Pattern Inverted { get; } = Pattern.Of(@"^(?:(?:is|was|does|did) (?:that|this|it|i)|(?:am|have|did) i)\b");

    private static Pattern LeadingForm { get; } =
        Pattern.Of(
            @"^(?:(?:would|could|should|do|does|did|are|is|was|were|have|can|will) not (?:you|it|that|he|she|they|this|there|we)\b|"
                + @"(?:surely|clearly|obviously) you\b|you (?:would|do|are|were|have|did|will|could) not\b.{3,80}, ?(?:do|are|would|were|"
                + @"have|did|will|could|right)\b(?: you)?|(?:do|did) you (?:really|honestly|actually|seriously) (?:think|believe|want|"
                + @"expect)\b|you (?:must|would have to) (?:agree|admit)\b)"
        );

    private static Pattern LeadingTag { get; } =
        Pattern.Of(
            @"(?:, ?|\b)(?:are|were|do|did|have|would|could|should|will|can) not you$|^you (?:know|realize|agree|understand|do know|"
                + @"do realize)\b|, (?:do|are|would|have|did|will|were) you$"
        );

    /// <summary>"What you did." is no question without its mark; unfinished typing without any mark may be one.</summary>
    private static Pattern NotInverted { get; } =
        Pattern.Of(
            @"^(?:(?:what|how|where|why|who|which)(?: (?!"
                + Inverts
                + @")\w+)? (?:you|i|we|he|she|they|it|that|this|the|your|his|her|a|"
                + @"an)\b(?! \w+ing)|which\b|what (?:is|has|was)(?: \w+)? \w+ing\b.{3,60} (?:is|was) )"
        );

    private static Pattern OpenForm { get; } =
        Pattern.Of(
            @"^(?:(?:in|from|to|for|with|at|on|of|about|after|by) (?:what|which)\b|(?:what|how|why)\b(?! (?:a|an|lovely|great)\b)|"
                + @"(?:where|who|which)\b(?! (?:that|you are right)\b)|(?:can|could|would|will) you (?:please |maybe |just |"
                + @"possibly )*(?:tell|share|describe|explain|say|give|talk|walk|help me|paint|elaborate|expand|speak|remind)\b|"
                + @"tell me\b(?! (?:if|whether|when you are ready)\b)|(?:please )?(?:describe|explain|say (?:some )?more|say a (?:little|"
                + @"bit) (?:more|bit)|talk (?:to )?me (?:about|through)|walk me through|take me through|help me (?:to )?(?:understand|see|"
                + @"get)|give me (?:an example|a sense|an idea)|fill me in|remind me|share (?:with me|more|a little))\b|i (?:would|"
                + @"will) (?:really )?(?:like|love|be interested|be curious) (?:to (?:hear|know|understand|learn)|in hearing)\b|i (?:want|"
                + @"wanted) to (?:hear|know|understand|learn)\b(?! if| whether)|i (?:am|was|would be|get) (?:just |really |kind of |"
                + @"also )*(?:curious|wondering|interested)(?: to (?:know|hear))?,? (?:about|what|how|why|where|in (?:what|how|"
                + @"hearing))\b|i (?:just )?wonder(?:ed)? (?:what|how|why|where)\b|(?:can|could) we (?:talk|hear) (?:some |a little |"
                + @"a bit )?(?:more )?about\b|(?:(?:is|are|was|were) there )?any(?:thing)? (?:thoughts|ideas|other|else|questions|"
                + @"particular|specific|concerns)\b|(?:is|are) there (?:anything|something|other|ways|any|some)\b)"
        );

    private static Pattern ClosedDetail { get; } =
        Pattern.Of(
            @"^(?:(?:can|could|would) you (?:please )?(?:tell|share with) me |tell me |i (?:am|was) (?:just )?(?:curious|"
                + @"wondering),? |i (?:would like to|want to) know )?(?:how (?:long|many|old|often|far|soon|big|tall|recently|late|"
                + @"early|deep)\b|how much (?:do|does|did|would) (?:you|he|she|they|it) (?:actually |usually |really )*(?:drink|smoke|use|"
                + @"weigh|cost|owe|make|pay|sleep|earn|spend)\b|who\b(?!.*\b(?:would|could)\b)|what (?:time|day|date|year|month|grade|age|is your (?:name|age|address|number|date of birth|birthday))\b|"
                + @"what is (?:his|her|their) (?:name|age)\b|when (?:is|was|did|do|are|were|will|does)\b|who (?:is|was|are)\b|where (?:is|"
                + @"are|was|were|did|does|do you (?:live|work|stay|go|keep|get))\b|what (?:kind|type) of \w+$|.{0,40}\bscale (?:of|"
                + @"from)\b|which (?:one|day)\b|how much (?:is|was|money)\b|what (?:did|do) you (?:say|mean) your name)"
        );

    private static Pattern ClosedForm { get; } =
        Pattern.Of(
            @"^(?:"
                + Be
                + " (?:not )?"
                + Who
                + @"\b|when (?:do|does|did|is|are|was|were|will|would|can|could|have|has)\b|i (?:am|was) (?:just |really )*(?:curious|"
                + @"wondering),? (?:if|whether)\b|i (?:just )?wonder(?:ed)? (?:if|whether)\b|tell me (?:if|whether)\b|(?:ever|anything|"
                + @"any) (?:else|other|been|thought|had|tried)\b)"
        );

    /// <summary>Unfinished typing: "is mia safe around him", "are the pills in the room".</summary>
    private static Pattern ClosedUnmarked { get; } =
        Pattern.Of(
            @"^(?:are|is|was|were|did|does|has|have) (?!not\b)\w+ \w+|^do (?:the|your|his|her|their) \w+ \w+|^(?:u|you) (?:got|want|"
                + @"need|okay|all right|sure|ready|still|ever)\b"
        );

    private static Pattern ClosedAsked { get; } =
        Pattern.Of(@"^(?:" + Be + @" |when\b|any\b|anything|anyone|ever\b|ready to\b|want to\b|need\b|got\b|would\b|on a scale\b|and\b)");

    private static Pattern Inside { get; } =
        Pattern.Of(
            @"(?:, ?|\b(?:and|but|so|or|because|then|okay|well|that|like|right|hard|rough|tough|now|sorry|today|it|me) )(?:(?:what|"
                + @"how|why|where|who|which)(?: [a-z]+){0,3}? (?:do|does|did|is|are|was|were|would|will|can|could|have|has|should|"
                + @"might)(?: not)? (?:you|he|she|it|they|we|that|this|there|your|things)\b|what (?:happened|happens|else|about|brings|"
                + @"brought|makes|made|kind|sort|is that like|was that like)\b|how (?:about|come|so)\b|(?:can|could) you tell me\b|"
                + @"tell me (?:more|about|a little|a bit|what|how)\b|(?:i am|i was|just|really) (?:just |really |kind of |"
                + @"also )*(?:curious|wondering|interested)(?: to (?:know|hear))?,? (?:about|what|how|why|where|in (?:what|how|"
                + @"hearing))\b)"
        );

    private static Pattern InsideOpen { get; } =
        Pattern.Of(
            @"(?:, ?| )(?:what|how|why) (?:is|are|was|were|do|does|did|would|will|can|could|has|have|should|might|about|else|"
                + @"happens|happened)\b"
        );

    /// <summary>"It's a search, isn't it?" invites a nod.</summary>
    private static Pattern TagForm { get; } =
        Pattern.Of(@"\w{3,}.*,? (?:is|are|was|were|do|does|did|has|would|can) not (?:it|he|she|they|that|there|we)$");

    private static Pattern InsideAsked { get; } =
        Pattern.Of(
            @"(?:, ?|\b(?:and|but|so|or|because|then|okay|well|that|now|too|also|there) )"
                + Be
                + " (?:not )?"
                + Who
                + @"\b|\bor (?:not|what|is it|are you|do you)\b|\bwhat$"
        );

    private static Pattern TwoInOne { get; } =
        Pattern.Of(
            @"\b(?:and|or) (?:what|how|why|where|who|when|which)\b(?: [a-z]+){0,2}? (?:do|does|did|is|are|was|were|would|will|can|"
                + @"could|have|has|should) |, (?:or )?(?:do|does|did|are|is|have|were|was|would|can|could) (?:you|he|she|they|"
                + @"it)\b.{3,80}\bor (?:do|does|did|are|is|have|were|was|would) (?:you|he|she|they|it)\b"
        );
}
