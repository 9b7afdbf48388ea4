using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <content>The shapes of questions and of odd turns, in the order they are tried.</content>
internal sealed partial class HeardTurn
{
    private static readonly (Regex Shape, string Family)[] Shapes =
    [
        (NameAndAge(), "asked-name-and-age"),
        (HowWasThis(), "asked-how-was-this"),
        (HowAreYou(), "asked-how-are-you"),
        (HowAreYouThen(), "asked-how-is"),
        (Sent(), "asked-sent"),
        (Travel(), "asked-travel"),
        (Trusts(), "asked-trust"),
        (AnyQuestions(), "asked-questions"),
        (WhatBrings(), "asked-what-brings"),
        (Scale(), "asked-scale"),
        (Told(), "asked-told"),
        (AnythingElse(), "asked-anything-else"),
        (AllRight(), "asked-all-right"),
        (Understood(), "asked-understood"),
        (May(), "asked-permission"),
        (TriedIt(), "advice"),
        (Offer(), "asked-offer"),
        (OrdinaryDay(), "asked-day"),
        (AreYou(), "asked-are-you"),
        (Worst(), "asked-worst"),
        (Feeling(), "asked-feeling"),
        (Wish(), "asked-wish"),
        (Support(), "asked-support"),
        (Strength(), "asked-strength"),
        (AboutYourself(), "asked-yourself"),
        (YetToCome(), "asked-when"),
        (Since(), "asked-time"),
        (Amount(), "asked-amount"),
        (Place(), "asked-place"),
        (Person(), "asked-person"),
        (Reason(), "asked-reason"),
        (More(), "asked-more"),
        (HowIs(), "asked-how-is"),
        (Manner(), "asked-manner"),
        (Thing(), "asked-thing"),
        (TagEnd(), "asked-check"),
        (PlainHaving(), "asked-fact"),
        (Alternatives(), "asked-which"),
        (HowThingsAre(), "asked-fact"),
    ];

    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(ignore|disregard|forget)\b.{0,30}\b(instructions?|prompts?|rules|everything above)\b|system prompt|language model|\bas an? AI\b|\bare you (an? )?(AI|bot|robot|chatbot|computer|real)\b|\byou are now\b|developer mode|jailbreak|\b(print|reveal|show|repeat|output)\b.{0,30}\b(prompt|instructions|json|persona|disclosures?|hidden facts?|system)\b|</?(system|user|assistant|persona)>|```|\bchatgpt\b|\bout of character\b",
        Any
    )]
    private static partial Regex ToAMachine();

    /// <summary>A run of consonants no word has: somebody leaned on the keys.</summary>
    [GeneratedRegex(@"^\W*([bcdfghjklmnpqrstvwxz]{5,}|(.)\2{4,}|[asdfjkl;]{6,}|qwert\w*)\W*$", Any)]
    private static partial Regex Keyboard();

    [GeneratedRegex(@"\b(thanks|thank you|i appreciate)\b", Any)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(\W|so|and|okay|please|maybe)*(tell me|help me understand|walk me through|describe|say more|i('d| would) (like|love) to (hear|know|understand)|i('m| am) (curious|wondering)|i wonder)\b",
        Any
    )]
    private static partial Regex Invites();

    [GeneratedRegex(@"^\W*(your |full |first )*name\b.{0,12}\bage\b|^\W*(your |full )*name\W*$", Any)]
    private static partial Regex NameAndAge();

    [GeneratedRegex(
        @"\bhow are (you|things)( doing| feeling| today| going| holding up| right now)*\W*$|\bare you (doing )?(ok|okay|all right|alright)\W*$|\bhow('s| is) (it going|your day|everything)\b|\bhow have you been\b|\bhow do you do\b",
        Any
    )]
    private static partial Regex HowAreYou();

    [GeneratedRegex(
        @"\bwhat (brings|brought|made) you\b.{0,20}\b(in|here|come|by|today)\b|\bwhat (can|could) (I|we) (do for|help)\b|\bhow can (I|we) help\b|\bwhy (are|did) you (here|come)\b|\bwhat('s| is) (been )?(going on|happening)\b(?! (on|in|at|with|to|when|there)\b)|\b(useful|helpful|important) (for us )?to (talk|speak|start|look|discuss|begin)\b|\breason for (the |your |this )?(visit|coming)\b|\bwhat('s| is) the (problem|matter|trouble)\b|\bwhere (would|do|shall|should) (you|we) (like to |want to )?(start|begin)\b|\bwhat (would|do|did) you (like|want) to (talk|speak|discuss|start|focus|bring|tell)\b",
        Any
    )]
    private static partial Regex WhatBrings();

    /// <summary>How the meeting was, asked at its end.</summary>
    [GeneratedRegex(
        @"\bhow (was|is|has) (this|today|talking|coming (in|here)|the (meeting|conversation|talk))( (been|go|feel|felt))? (for|to) you\b.{0,12}$|\bhow (was|is) (this|today|our (talk|time|meeting))\b.{0,12}$",
        Any
    )]
    private static partial Regex HowWasThis();

    [GeneratedRegex(
        @"\bwho (sent|told|asked|referred|suggested|made|got) you\b|\b(somebody|someone|anybody|anyone) (tell|told|send|sent|ask|asked|make|made|suggest|refer) (that )?you\b|\bwhose idea\b|\bwere you (sent|told|referred|made)\b|\bhow did you (hear|find out) (about|of)\b",
        Any
    )]
    private static partial Regex Sent();

    [GeneratedRegex(
        @"\bhow did you (get|come|travel) (here|in|over)\b|\b(trip|way|drive|ride) (here|in|over)\b|\bfind (it|us|the (place|office|building)) (ok|okay|all right|alright|easily)\b|\btrouble (finding|getting here)\b",
        Any
    )]
    private static partial Regex Travel();

    [GeneratedRegex(
        @"\b(do|can|could|would|will) you (ever )?trust (me|us|this|people like me)\b|\bcomfortable (with me|talking (to|with) me)\b",
        Any
    )]
    private static partial Regex Trusts();

    [GeneratedRegex(
        @"\b(any|what|some) questions\b|\b(anything|something) you('d| would)? (like|want) to ask\b|\bwhat (would|do|did) you want to (ask|know)\b|\byour (\w+ ){0,2}questions?\b|\bask (me )?(away|anything|whatever|your)\b|\b(hear|start with) (the|your) (first|other|questions?)\b",
        Any
    )]
    private static partial Regex AnyQuestions();

    [GeneratedRegex(
        @"^\W*((?!who|what|when|where|why|how|which)\w+\W+){0,2}(have|did|do|does) (you|he|she|they|anyone|anybody)\b.{0,20}\b(talk(ed)?|told|tell|spoken?|spoke|said|say|mention(ed)?|know|knows)\b.{0,30}(\b(anyone|anybody|someone|somebody|them|him|her|family|friends?|people|about (this|it|that))\b|\?)",
        Any
    )]
    private static partial Regex Told();

    [GeneratedRegex(
        @"^\W*(\w+\W+){0,2}(are|were|do|did) you (ever |still |always |often )?(feel(ing)? )?(so |very |a little |a bit |kind of )?(angry|mad|sad|scared|afraid|lonely|alone|worried|tired|upset|ashamed|depressed|down|nervous|anxious|stressed|frustrated|hurt|proud|happy|bitter|guilty|overwhelmed|exhausted|hopeless|embarrassed|annoyed)\b",
        Any
    )]
    private static partial Regex AreYou();

    [GeneratedRegex(
        @"\bwhat('s| is| was| are| do| does| did| has)?\b.{0,25}\b(worr(y|ies|ied|ying)|scares?|scared|afraid|hardest|toughest|worst|bothers?|hurts?|weigh(s|ing)?|hard (part|thing)|keeps? you (up|awake)|on your mind at night|gets to you|stress(es)?)\b",
        Any
    )]
    private static partial Regex Worst();

    /// <summary>"How is your sleep", "how did you sleep", "how are things at home": how something goes, not how it is done.</summary>
    [GeneratedRegex(
        @"^\W*((and|so|but|okay|well)\W+)*how('s| is| are| was| were| has| have) (?!(you|I|we|that possible)\b)|\bwhat('s| is| are| was| were) (the|your|his|her|those|these) \w+( \w+)? like\b|\bhow (did|do) you sleep\b|\bhow did (it|that|this|things) go\b",
        Any
    )]
    private static partial Regex HowIs();

    [GeneratedRegex(@"\bscale\b|\b(one|1|0|zero) to (ten|10)\b", Any)]
    private static partial Regex Scale();

    [GeneratedRegex(
        @"\b(anything|something) else\b|\banything (more|you('d| would) like to add)\b|\banything (else )?(I|we) (should have|should('ve)?|didn't|haven't|forgot|missed)\b",
        Any
    )]
    private static partial Regex AnythingElse();

    [GeneratedRegex(
        @"\b(does|did) (that|this|it) make sense\b|\bdo you understand\b|\bis that (clear|okay|ok|all right|alright|fine)\b|\bdoes that work\b|\bare you (okay|ok) with (that|this)\b|\bhow does that sound\b|\bdoes that sound\b",
        Any
    )]
    private static partial Regex Understood();

    /// <summary>"Would that be all right", "is this a good time": a yes or a no to what was proposed.</summary>
    [GeneratedRegex(
        @"\bwould (that|this|it) (be (okay|ok|all right|alright|fine|good|helpful|useful)|work|help|suit)\b(?! (if|to|for me)\b)|\bis (this|now) (a good|an okay|a bad) time\b|\b(okay|ok|all right|alright|fine) with you\W*$",
        Any
    )]
    private static partial Regex AllRight();

    [GeneratedRegex(
        @"\b(can|could|may|might) I\b|\b(is|would) it (be )?(ok|okay|all right|alright|fine) if\b|\bdo you mind\b|\bwould you mind\b|\bcould we\b|\bcan we\b|\bare you (open|willing)\b",
        Any
    )]
    private static partial Regex May();

    [GeneratedRegex(
        @"^\W*(\w+\W+){0,2}(would|do|could|are) you (like|want|be interested|need|prefer|interested)\b(?<!what\W+\w+ you \w+)|\bwhat if (we|I|you)\b|\bshould (we|I)\b|\b(same time|next (week|month|time))\W*$",
        Any
    )]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"\bfeel(s|ing|ings)?\b|\bfelt\b|\bwhat('s| is| was| has| have) ((that|it|this|things|life)\b[^?]{0,60}\blike\b|[^?]{0,60}\blike (for|to) you\b|[^?]{0,60}\bbeen like\b)|\bhow (was|is) that for you\b|\bemotions?\b",
        Any
    )]
    private static partial Regex Feeling();

    [GeneratedRegex(
        @"\bwhat (do|would|did) you (\w+ )?(want|like|hope|wish|need)\b|\bwhat (would|could|might) (\w+ )?(help|be helpful|be different|change|make)\b|\b(hoping|hopes?|goals?)\b|\bmiracle\b|\bwhat matters\b|\bwhat('s| is) (most )?important\b",
        Any
    )]
    private static partial Regex Wish();

    [GeneratedRegex(
        @"\bwho (do you|can you|could you|helps|supports|else)\b.{0,30}\b(talk|turn|count|rely|call|helps?|supports?|lean|know|have)|\bwho('s| is) (there|around|on your side|helping|with you in)\b|\bdo you have (friends|people|someone|somebody|anyone|anybody|support|a friend)\b|\bwho helps\b|\bsupports?\b|\banyone (you|who)\b|\banybody (you|who)\b|\bsomeone you (can|trust|could)\b",
        Any
    )]
    private static partial Regex Support();

    [GeneratedRegex(
        @"\bhave you (ever )?(tried|thought (about|of)|considered)\b(?!.*\b(suicid|dying|dead|death|hurt|kill|end))|\bwhy don't you\b",
        Any
    )]
    private static partial Regex TriedIt();

    [GeneratedRegex(
        @"\bgood at\b|\bproud\b|\bstrengths?\b|\bkeeps? you going\b|\bget(s|ting)? (you )?through\b|\bcop(e|ing)\b|\bhow (do|did|have) you (manage|cope)\b|\bworked (for you )?before\b",
        Any
    )]
    private static partial Regex Strength();

    [GeneratedRegex(
        @"\b(typical|normal|usual|ordinary|average|regular) (day|week|morning|evening|night)\b|\bday look like\b|\bwhat do you do (all day|during)\b|\bspend your (day|time)",
        Any
    )]
    private static partial Regex OrdinaryDay();

    [GeneratedRegex(@"\babout yourself\b|\bwho you are\b|\bget to know you\b", Any)]
    private static partial Regex AboutYourself();

    [GeneratedRegex(
        @"\bhow long\b|^\W*((and|so|but|okay)\W+)*when\b(?! (you|it|things|he|she|they|that|this|we)\b)|\bhow often\b|\bhow recently\b|\bsince when\b|\bwhat (time|day|year)\b",
        Any
    )]
    private static partial Regex Since();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*when (will|would|can|could|do you (plan|think|hope)|are you (going|planning))\b", Any)]
    private static partial Regex YetToCome();

    /// <summary>"How are you in the evenings": how it goes then, no greeting.</summary>
    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*how (are|were) you (in|on|at|after|during|with|when|since)\b", Any)]
    private static partial Regex HowAreYouThen();

    /// <summary>"Mr. Pruitt?" asks nothing.</summary>
    [GeneratedRegex(@"^\W*((hi|hello|hey)\W+)?((Mr|Mrs|Ms|Dr)\.? [A-Z]\w+|[A-Z]\w+)\?$", RegexOptions.CultureInvariant)]
    private static partial Regex CallsByName();

    [GeneratedRegex(
        @"^[^,]*\b(is|are|was|were|do|does|did|have|has|would|will|in)\b[^,]* or (?!(not|no|so|something|anything|anybody|anyone|what)\b)",
        Any
    )]
    private static partial Regex Alternatives();

    [GeneratedRegex(
        @"^\W*((and|so|but|okay|well)\W+)*(do|does) (you|he|she|they|your)\b(?! (\w+ ){0,2}(live|own|have|know|want|like|love|think|believe|belong|mean|understand|remember|need|trust)\b)",
        Any
    )]
    private static partial Regex Habit();

    [GeneratedRegex(
        @"^\W*((and|so|but|okay|ok|well|now)\W+)*(who|what|when|where|why|how|which|whose)\b|\b(of|for|to|from|with|about) what\b|\bwhat( exactly)?\W*$",
        Any
    )]
    private static partial Regex ByWord();

    [GeneratedRegex(@"\bhow (much|many|old)\b", Any)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*where\b", Any)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*who\b", Any)]
    private static partial Regex Person();

    [GeneratedRegex(@"\bwhy\b|\bhow come\b|\bwhat makes\b|\bwhat made\b", Any)]
    private static partial Regex Reason();

    [GeneratedRegex(
        @"\b(tell me|say) (a bit |a little |some )?more\b|\btell me (a bit |a little )?about\b|\bhelp me understand\b|\bwalk me through\b|\bdescribe\b|\bgo on\b|\bwhat happened\b|\bon your mind\b|\bwhat was (that|it) about\b|\bwhat do you mean\b|\bcan you (tell|say|talk|explain|share)\b|\bcould you (tell|say|talk|explain|share)\b|\bwould you (tell|say|share)\b",
        Any
    )]
    private static partial Regex More();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*how\b", Any)]
    private static partial Regex Manner();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*(what|which)\b|\b(of|for|to|from|with|about) what\b|\bwhat( exactly)?\W*$", Any)]
    private static partial Regex Thing();

    [GeneratedRegex(
        @"(^\W*|[,;:\u2013\u2014-]\s*)((and|so|but|okay|ok|anyway|well|now)\W+)*(do|did|have|has|are|is|were|was) (you|your \w+|there) (\w+ )?(have|got|own|been|married|single|working|work|employed|living|drive|smoke|drink|use|take|any|anyone|anybody|kids|children)\b|^\W*((and|so|but|okay|ok)\W+)*any (kids|children|pets|siblings|family)\b",
        Any
    )]
    private static partial Regex PlainHaving();

    /// <summary>"Does he live close by": how things are with somebody, which only the author can say.</summary>
    [GeneratedRegex(@"^\W*((and|so|but|okay|well)\W+)*(do|does) (he|she|they|your \w+|you) (\w+ ){0,2}(live|own|belong)\b", Any)]
    private static partial Regex HowThingsAre();

    [GeneratedRegex(@"\b(right|correct|is(n't| that) (it|so|right)|am I (right|close)|have I got that|did I (get|hear))\b.{0,10}\?$", Any)]
    private static partial Regex TagEnd();

    [GeneratedRegex(@"\b(calm (yourself )?down|(be|stay|keep) calm|settle down|relax|take it easy)\b", Any)]
    private static partial Regex ToldToCalm();

    [GeneratedRegex(
        @"\b(sorry|apologi[sz]e|my (fault|mistake)|I was wrong|shouldn't have|should not have|got (that|it) wrong|forgive)\b",
        Any
    )]
    private static partial Regex Sorry();
}
