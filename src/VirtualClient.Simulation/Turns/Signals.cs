using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>Turns a reading into signals: labels, topics and the measures the state needs.</summary>
internal static class Signals
{
    private static readonly LabelCode[] Listening =
    [
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Summary,
        LabelCode.Validation,
    ];

    private static readonly LabelCode[] Help =
    [
        LabelCode.PracticalHelp,
        LabelCode.Information,
        LabelCode.Referral,
        LabelCode.AdviceWithPermission,
    ];

    /// <summary>What the talk is under, said at its beginning.</summary>
    private static readonly LabelCode[] Terms =
    [
        LabelCode.LimitsOfConfidentiality,
        LabelCode.PromisesSecrecy,
        LabelCode.BringsSupervision,
        LabelCode.Introduction,
        LabelCode.ExplainsRole,
    ];

    private static readonly LabelCode[] Duty =
    [
        LabelCode.SafetyQuestion,
        LabelCode.DutyToReport,
        LabelCode.LimitsOfConfidentiality,
        LabelCode.BringsSupervision,
        LabelCode.Repair,
        LabelCode.Closing,
    ];

    public static TurnSignals From(Reading reading, TurnContext context, HashSet<RiskItem> asked, int words)
    {
        var labels = reading.ToLabels();
        var issues = IssueLexicon.Find(reading.Text.Words);
        var topics = Topics.Of(context.Persona);
        var topical = Topical(reading);
        var touched = topics.Touched(topical, IssueLexicon.Find(topical), asked);
        // In the first turn there is nothing to refer back to but a greeting.
        var refersBack = touched.Count == 0 && context.History.Any(said => said.Speaker == Speaker.Student) && RefersBack(reading);
        if (refersBack && reading.Client.Last is { } last)
        {
            // "Tell me more about that" is about what the client just spoke of.
            touched = topics.Touched(last.Words, reading.Client.LastIssues, asked);
        }

        var heard = reading.Marks.Any(mark => Listening.Contains(mark.Code));
        var tied = !heard || Tied(reading);
        var follows = Follows(reading, heard && tied, refersBack);
        var askedTopics = refersBack ? touched : AskedTopics(reading, topics, asked);
        return new TurnSignals
        {
            Labels = labels,
            Issues = issues,
            Touched = touched,
            AskedTopics = askedTopics,
            AskedAbout = asked,
            Words = words,
            Tied = tied,
            Parroted = Parroted(reading),
            FollowsUp = follows,
            RefersBack = refersBack || (askedTopics.Count == 0 && AsksBack(reading)),
            AsksNarrowly = AsksNarrowly(reading, refersBack),
            ClientAsked = reading.Client.Asked,
            ClientFelt = reading.Client.Felt,
            LeftFeeling = LeftFeeling(reading, follows, tied),
            HelpWanted = HelpWanted(reading),
            FollowsUpPromise = reading.Matches(Keeps) || (reading.Student.Promised && reading.Matches(Did)),
            LongSelfDisclosure = reading.Has(LabelCode.SelfDisclosure) && StudentRules.IsLong(reading),
            Light = LightRules.IsLight(reading),
        };
    }

    /// <summary>The question itself points at what was just said, whatever else the turn speaks of: "what did she say to you".</summary>
    private static bool AsksBack(Reading reading) =>
        reading.Client.Last is not null
        && !reading.Matches(ThisMeeting)
        && reading.Text.Sentences.Any(sentence => Asks(reading, sentence) && BackReference.IsMatch(reading.Core(sentence)));

    /// <summary>The words that may touch what the client has to tell: "good morning" and the terms of the talk touch nothing.</summary>
    private static List<Word> Topical(Reading reading)
    {
        var words = new List<Word>();
        foreach (
            var sentence in reading.Text.Sentences.Where(sentence => Asks(reading, sentence) || !reading.HasAny(sentence.Index, Terms))
        )
        {
            var afterGood = false;
            foreach (var word in reading.Text.WordsOf(sentence))
            {
                if (!(afterGood && word.Form is "morning" or "afternoon" or "evening" or "night" or "day"))
                {
                    words.Add(word);
                }

                afterGood = word.Form == "good";
            }
        }

        return words;
    }

    private static HashSet<string> AskedTopics(Reading reading, Topics topics, HashSet<RiskItem> asked)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in reading.Text.Sentences.Where(sentence => Asks(reading, sentence)))
        {
            var issues = IssueLexicon.Find(reading.Text.Words, sentence.FirstWord, sentence.WordCount);
            named.UnionWith(topics.Touched([.. reading.Text.WordsOf(sentence)], issues, asked));
        }

        return named;
    }

    private static bool Asks(Reading reading, Sentence sentence) =>
        reading.Questions[sentence.Index] is not (QuestionKind.None or QuestionKind.Reflecting);

    private static bool Tied(Reading reading) =>
        reading.Marks.Any(mark =>
            Listening.Contains(mark.Code) && (SentenceTied(reading, reading.Text.Sentences[mark.Sentence]) || TiedElsewhere(reading))
        );

    private static bool SentenceTied(Reading reading, Sentence sentence) =>
        Tie.IsTied(reading.Client, reading.Text, sentence) || Tie.NamesTheWeight(reading.Client, reading.Text, sentence);

    /// <summary>"Between the oatmeal and the shoes. That sounds exhausting": another sentence of the turn says what it answers.</summary>
    private static bool TiedElsewhere(Reading reading) =>
        reading.Client.Last is not null
        && reading.Text.Sentences.Any(sentence => Tie.SharesADetail(reading.Client, reading.Text, sentence));

    private static bool Parroted(Reading reading)
    {
        foreach (var mark in reading.Marks)
        {
            if (mark.Code is not (LabelCode.SimpleReflection or LabelCode.ComplexReflection))
            {
                continue;
            }

            var sentence = reading.Text.Sentences[mark.Sentence];
            if (reading.Client.Last is { } last && Echo.IsParrot(reading.Text, sentence, last))
            {
                return true;
            }

            var echoes = reading.Client.Last is { } said && Echo.IsEcho(reading.Text, sentence, said);
            var stem = ReflectionRules.StemOf(sentence.Text) ?? (echoes ? Echo.Stem : null);
            // The same stem for the third time in six turns: this one and two of the five before it.
            if (stem is not null && reading.Student.Stems.Count(before => string.Equals(before, stem, StringComparison.Ordinal)) >= 2)
            {
                return true;
            }

            if (reading.Student.SaidBefore(ReflectionRules.Content(reading.Text, sentence)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An open question, a reflection or an encourager that names no topic of its own and points at what was just said.</summary>
    private static bool RefersBack(Reading reading) =>
        reading.Client.Last is not null
        && (reading.Has(LabelCode.OpenQuestion) || reading.Has(LabelCode.DoubleQuestion) || reading.Has(LabelCode.ClosedQuestion))
        && reading.Text.Words.Count <= 20
        && !reading.Matches(ThisMeeting)
        && reading.Matches(BackReference);

    private static bool AsksNarrowly(Reading reading, bool refersBack)
    {
        if (refersBack || !reading.Has(LabelCode.OpenQuestion) || reading.Matches(ThisMeeting))
        {
            return false;
        }

        var asking = reading.Text.Sentences[reading.Marks.First(mark => mark.Code == LabelCode.OpenQuestion).Sentence];
        return OneThing.IsMatch(reading.Core(asking))
            || reading.Text.WordsOf(asking).Any(word => !PlainWords.Contains(word) && !WideWords.Contains(word));
    }

    private static bool Follows(Reading reading, bool heard, bool refersBack)
    {
        if (reading.Client.Last is null || heard || refersBack)
        {
            return true;
        }

        if (
            reading.Has(LabelCode.Encourager)
            || reading.Has(LabelCode.AnswersQuestion)
            || reading.Has(LabelCode.Affirmation)
            || reading.Has(LabelCode.Repair)
        )
        {
            return true;
        }

        foreach (var word in reading.Text.Words)
        {
            if (PlainWords.Contains(word))
            {
                continue;
            }

            if (
                reading.Client.LastConcepts.Contains(Concepts.Of(word.Stem))
                || (FeelingWords.FamilyOf(word.Stem) is { } family && reading.Client.Feelings.Contains(family))
            )
            {
                return true;
            }
        }

        return reading.Matches(BackReference) || IssueLexicon.Find(reading.Text.Words).Any(reading.Client.LastIssues.Contains);
    }

    private static bool LeftFeeling(Reading reading, bool follows, bool tied)
    {
        if (!reading.Client.Felt || follows || reading.Marks.Any(mark => Duty.Contains(mark.Code)))
        {
            return false;
        }

        var stayed = reading.Marks.Any(mark => Listening.Contains(mark.Code)) && tied;
        return !stayed && !reading.Has(LabelCode.Encourager) && !reading.Has(LabelCode.AboutTheStudent) && reading.Text.Words.Count > 0;
    }

    private static bool HelpWanted(Reading reading) =>
        reading.Marks.Any(mark => Help.Contains(mark.Code))
        && (reading.Client.AsksForHelp || reading.Has(LabelCode.Permission) || (reading.Student.AskedLeave && reading.Client.Agrees));

    /// <summary>"Is this a good time" and "how was this for you" are about the meeting, not about what was said.</summary>
    private static Pattern ThisMeeting { get; } =
        Pattern.Of(
            @"\b(?:(?:is|would|was) (?:this|now|that|it) (?:be )?(?:a )?(?:good|bad|okay|ok|all right|fine)|how (?:was|is|has) (?:this|today)|"
                + @"does (?:this|that) (?:work|sound|make sense)|(?:this|our) (?:meeting|visit|call|talk|conversation|interview|time)|(?:is|are) (?:this|that|you) (?:clear|okay with))\b"
        );

    private static Pattern OneThing { get; } =
        Pattern.Of(
            @"\b(?:is|was|are|were) (?!it|this|that|things|life)\w+ like$|\bwhat (?:would|do|did) you (?:really |most )?(?:want|wish for|need)\b(?! to (?:talk|start|begin|speak|tell|do here))"
        );

    private static Pattern BackReference { get; } =
        Pattern.Of(
            @"\b(?:(?:tell me|say|talk|hear|know|share|describe|explain) (?:me )?(?:some |a (?:little|bit|little bit) )?more|"
                + @"(?:about|like|of|with|after|before|for|to|from|by|in|than) (?:that|this|it|him|her|them|those)\b|(?:that|this|it|"
                + @"those) (?:like|feel|felt|mean|start|happen|been|was|is|make|made|affect|go|went|hit|land|sit|change|do|did)\b|(?:what|"
                + @"how|why) (?:happened|so|come|then|did you (?:do|feel|mean|say|respond|react|handle|cope))|(?:did|does|was|is|do|were|"
                + @"are|has|have|would|will) (?:that|this|it|he|she|they|those)\b|what do you mean|in what way|for example|what else|"
                + @"when (?:that|this|it|he|she|they)|go on|then what|like what|how long)"
        );

    private static Pattern Keeps { get; } =
        Pattern.Of(
            @"\b(?:(?:as|like) i (?:promised|said i would|told you i would|mentioned i would)|i (?:said|told you|"
                + @"promised)(?: \w+){0,3} (?:i would|i will|to (?:find|call|check|ask|bring|look|get back))|last (?:time|week) i (?:said|"
                + @"told|promised)|i promised (?:you )?(?:to|i would|that)|you asked me (?:last|to)(?: \w+){0,8} (?:and|so) i)"
        );

    private static Pattern Did { get; } =
        Pattern.Of(
            @"\b(?:i (?:(?:did|have|also|just|already|finally|went and|was able to) )*(?:found out|find out|called|checked|"
                + @"looked (?:into|up|it up)|asked|spoke (?:to|with)|talked (?:to|with)|brought|printed|emailed|sent|heard back|"
                + @"got (?:the|you|an answer|that|a|it|hold|in touch|back)|made (?:the|that|a|some) calls?|followed up|set up|arranged|"
                + @"filled|wrote)|here is the (?:form|number|list|address|information)|i have (?:the|that|an|your) (?:form|number|list|"
                + @"answer|information|address|paper|papers|news))\b"
        );
}
