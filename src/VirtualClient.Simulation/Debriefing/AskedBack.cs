using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>What a client's question asks for, and an honest first answer to it that a student can give without knowing more.</summary>
internal static partial class AskedBack
{
    /// <summary>An answer to the question in this line.</summary>
    public static string Answer(string line)
    {
        var text = TurnText.Parse(line).Normal;
        return WhoHears().IsMatch(text) ? Privacy
            : WhatHappens().IsMatch(text)
                ? "I can't promise you how that goes. What I can promise is that you hear it from me first, before anybody does anything."
            : MustI().IsMatch(text) ? "No, you don't have to. You decide what you tell me, and you can stop at any time."
            : AboutYou().IsMatch(text)
                ? "That is a fair question. I'm a student and still learning, and I would like to understand how it is for you."
            : WhereToBegin().IsMatch(text) ? "Wherever you like. What has been on your mind the most?"
            : WhatToDo().IsMatch(text) ? "I don't want to answer that too fast. What have you thought of yourself so far?"
            : WhatYouThink().IsMatch(text) ? "I'm not sure yet. I would like to understand it better before I say anything about it."
            : "I don't know that yet. I will find out and tell you.";
    }

    public const string Privacy =
        "What you tell me stays with us, unless somebody could get hurt. Then I would have to bring in others, and I would tell you first.";

    [GeneratedRegex(
        @"\b(?:confidential|private|between us|who (?:else )?(?:is going to |will |gets to |can |could )?(?:hears?|reads?|sees?|knows?|gets?)\b|(?:going to|will you|do you|gonna) (?:tell|write|report|call)\b|writ(?:e|ing) (?:this|that|it|any of this) down|tell (?:my|anybody|anyone|them|her|him)\b|written down|(?:read|hear|see)s? what (?:you|i)\b|have to (?:tell|report)\b|(?:somebody|anybody|anyone|someone) (?:outside|else|have to)|do they (?:hear|know|find out)|does what i say|in (?:a|my|the) file)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WhoHears();

    [GeneratedRegex(
        @"\b(?:tak(?:e|ing) (?:my|him|her|them|the (?:kids|child|children|baby))|what (?:happens|will happen|is going to happen)|am i (?:in trouble|going to (?:lose|get|be))|take (?:my|his|her|their) (?:kid|child|baby|bab|son|daughter)|if i (?:say|tell|ask|admit|sign)|will (?:i|they|he|she) (?:lose|get|be|have to)|are (?:you|they) going to)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WhatHappens();

    [GeneratedRegex(
        @"\b(?:(?:are|were) you (?:even |really |a |an |my |the |from |with |new|married|old|any|like|some|one of)|do you (?:even )?have (?:any )?(?:kids|children|a family|a mother|siblings)|have you (?:ever|got|any|done|been)|how old are you|who are you|what are you|did you ever|you ever)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AboutYou();

    [GeneratedRegex(
        @"\b(?:do i have to (?:answer|tell|say|talk|be here|do this)|obliged to|have to answer|what if i (?:do not|will not|say nothing))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MustI();

    [GeneratedRegex(
        @"\b(?:where (?:do|should|am) i (?:start|begin|supposed)|what (?:do|did|would) you (?:want|need|like)(?: me)? to (?:know|hear|talk|say)|what (?:should|am) i (?:say|supposed to (?:say|tell))|what do you want(?: from me)?|what is this about|why am i here|how does this work)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WhereToBegin();

    [GeneratedRegex(
        @"\b(?:what (?:do|should|can|could|would) i\b|what would you do|how (?:do|should|can|could) i\b|should i\b|(?:can|could) you (?:help|do|fix|get|make)|what am i supposed to)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WhatToDo();

    [GeneratedRegex(
        @"\b(?:(?:do|did|would) you (?:think|believe|understand|see|know what|get)|is (?:it|that|this) (?:normal|bad|wrong|okay|my fault|crazy|so)|am i (?:crazy|wrong|bad|a bad|the only|being|just|losing)|does that make|you think)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WhatYouThink();
}
