using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <content>The shapes of questions and of odd turns, in the order they are tried.</content>
internal sealed partial class HeardTurn
{
    private static readonly (Regex Shape, string Family)[] Shapes =
    [
        (NameAndAge(), "asked-name-and-age"),
        (HowAreYou(), "asked-how-are-you"),
        (WhatBrings(), "asked-what-brings"),
        (Scale(), "asked-scale"),
        (AnythingElse(), "asked-anything-else"),
        (Understood(), "asked-understood"),
        (May(), "asked-permission"),
        (Offer(), "asked-offer"),
        (OrdinaryDay(), "asked-day"),
        (Feeling(), "asked-feeling"),
        (Wish(), "asked-wish"),
        (Support(), "asked-support"),
        (Strength(), "asked-strength"),
        (AboutYourself(), "asked-yourself"),
        (Since(), "asked-time"),
        (Amount(), "asked-amount"),
        (Place(), "asked-place"),
        (Person(), "asked-person"),
        (Reason(), "asked-reason"),
        (More(), "asked-more"),
        (Manner(), "asked-manner"),
        (Thing(), "asked-thing"),
        (TagEnd(), "asked-check"),
        (PlainHaving(), "asked-fact"),
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
        @"\bhow are (you|things)( doing| feeling| today| going)*\W*$|\bhow('s| is) (it going|your day|everything)\b|\bhow have you been\b|\bhow do you do\b",
        Any
    )]
    private static partial Regex HowAreYou();

    [GeneratedRegex(
        @"\bwhat (brings|brought|made) you\b.{0,20}\b(in|here|come|by|today)\b|\bwhat (can|could) (I|we) (do for|help)\b|\bhow can (I|we) help\b|\bwhy (are|did) you (here|come)\b|\bwhat('s| is) (been )?(going on|happening|on your mind)\b|\bwhere (would|do|shall|should) (you|we) (like to |want to )?(start|begin)\b|\bwhat (would|do|did) you (like|want) to (talk|speak|discuss|start|focus|bring|tell)\b",
        Any
    )]
    private static partial Regex WhatBrings();

    [GeneratedRegex(@"\bscale\b|\b(one|1|0|zero) to (ten|10)\b", Any)]
    private static partial Regex Scale();

    [GeneratedRegex(@"\b(anything|something) else\b|\banything (more|you('d| would) like to add)\b", Any)]
    private static partial Regex AnythingElse();

    [GeneratedRegex(
        @"\b(does|did) (that|this|it) make sense\b|\bdo you understand\b|\bdo you have (any )?questions\b|\bany questions\b|\bis that (clear|okay|ok|all right|alright)\b|\bare you (okay|ok) with (that|this)\b|\bhow does that sound\b|\bdoes that sound\b",
        Any
    )]
    private static partial Regex Understood();

    [GeneratedRegex(
        @"\b(can|could|may|might) I\b|\b(is|would) it (be )?(ok|okay|all right|alright|fine) if\b|\bdo you mind\b|\bwould you mind\b|\bcould we\b|\bcan we\b|\bare you (open|willing)\b",
        Any
    )]
    private static partial Regex May();

    [GeneratedRegex(
        @"^\W*(\w+\W+){0,2}(would|do|could|are) you (like|want|be interested|need|prefer|interested)\b(?<!what\W+\w+ you \w+)|\bwhat if (we|I|you)\b|\bshould (we|I)\b|\bhave you (tried|thought about|considered)\b(?!.*\b(suicid|dying|dead|death|hurt|kill))",
        Any
    )]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"\bfeel(s|ing|ings)?\b|\bfelt\b|\bwhat('s| is| was| has| have) [^?]{0,60}\blike\b|\bhow (was|is) that for you\b|\bemotions?\b",
        Any
    )]
    private static partial Regex Feeling();

    [GeneratedRegex(
        @"\bwhat (do|would|did) you (\w+ )?(want|like|hope|wish|need)\b|\bwhat (would|could|might) (\w+ )?(help|be helpful|be different|change|make)\b|\b(hoping|hopes?|goals?)\b|\bmiracle\b|\bwhat matters\b|\bwhat('s| is) (most )?important\b",
        Any
    )]
    private static partial Regex Wish();

    [GeneratedRegex(
        @"\bwho (do you|can you|could you|helps|supports|else)\b.{0,30}\b(talk|turn|count|rely|call|helps?|supports?|lean|know)|\bsupports?\b|\banyone (you|who)\b|\banybody (you|who)\b|\bsomeone you (can|trust|could)\b",
        Any
    )]
    private static partial Regex Support();

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

    [GeneratedRegex(@"\bhow long\b|\bwhen\b.{0,60}\?|\bhow often\b|\bhow recently\b|\bsince when\b|\bwhat (time|day|year)\b", Any)]
    private static partial Regex Since();

    [GeneratedRegex(@"\bhow (much|many)\b", Any)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*where\b", Any)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*who\b", Any)]
    private static partial Regex Person();

    [GeneratedRegex(@"\bwhy\b|\bhow come\b|\bwhat makes\b|\bwhat made\b", Any)]
    private static partial Regex Reason();

    [GeneratedRegex(
        @"\b(tell me|say) (a bit |a little |some )?more\b|\btell me (a bit |a little )?about\b|\bhelp me understand\b|\bwalk me through\b|\bdescribe\b|\bgo on\b|\bwhat happened\b|\bwhat was (that|it) about\b|\bwhat do you mean\b|\bcan you (tell|say|talk|explain|share)\b|\bcould you (tell|say|talk|explain|share)\b|\bwould you (tell|say|share)\b",
        Any
    )]
    private static partial Regex More();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*how\b", Any)]
    private static partial Regex Manner();

    [GeneratedRegex(@"^\W*((and|so|but|okay)\W+)*(what|which)\b", Any)]
    private static partial Regex Thing();

    [GeneratedRegex(
        @"^\W*((and|so|but|okay|ok)\W+)*(do|did|have|has|are|is|were|was) (you|your \w+|there) (\w+ )?(have|got|own|been|married|single|working|work|employed|living|drive|smoke|drink|use|take|any|anyone|anybody|kids|children)\b|^\W*((and|so|but|okay|ok)\W+)*any (kids|children|pets|siblings|family)\b",
        Any
    )]
    private static partial Regex PlainHaving();

    [GeneratedRegex(@"\b(right|correct|is(n't| that) (it|so|right)|am I (right|close)|have I got that|did I (get|hear))\b.{0,10}\?$", Any)]
    private static partial Regex TagEnd();

    [GeneratedRegex(@"\b(calm (yourself )?down|(be|stay|keep) calm|settle down|relax|take it easy)\b", Any)]
    private static partial Regex ToldToCalm();
}
