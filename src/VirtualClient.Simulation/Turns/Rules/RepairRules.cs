namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Repair: an apology, owning a mistake, naming the rupture. Sorrow for what happened to the client is empathy and not repair.</summary>
internal static class RepairRules
{
    public static void Apply(Reading reading)
    {
        reading.Try(LabelCode.Repair, Apology, "repair.apology");
        reading.Try(LabelCode.Repair, OwnsIt, "repair.owns-it");
        reading.Try(LabelCode.Repair, NamesIt, "repair.names-it");
        reading.Try(LabelCode.Repair, BareSorry, "repair.sorry");
    }

    private static Pattern Apology { get; } =
        Pattern.Of(
            @"\b(?:i (?:do |really |sincerely |want to |need to |must |should |would like to |also )*apologi[sz]e|my apologies|"
                + @"i owe you an apology|(?:i am |so |very |really |truly )*sorry(?:,| that| if| i| for| about)*(?: (?:that|if|about|for|"
                + @"the way|how|what|when|because))*(?: |, )(?:i (?:\w+ ){0,2}(?:was|did|have|made|said|asked|got|am|kept|pushed|"
                + @"interrupted|sounded|came|missed|hurt|upset|cut|assumed|rushed|jumped|misunderstood|should|put|offended|misread|moved|"
                + @"went|moving|keep|forgot|did not|talked|overstepped|judged|seem\w*|gave|let|called|brought)|(?:my|pushing|rushing|"
                + @"interrupting|asking|being|saying|jumping|assuming|sounding|coming|cutting|making you|making (?:it|this)|that came|"
                + @"what i said|how i|the way i|judging|not (?:listening|hearing|asking|being|understanding|explaining)|moving|"
                + @"getting (?:that|it|this|your)|talking|lecturing|upsetting|hurting|going|putting|overstepping|misunderstanding|"
                + @"confusing|it (?:came|sounded|felt|seemed)|this (?:came|sounded|felt)|what i)\b|that (?:\w+ )?(?:came out|"
                + @"was (?:not fair|unfair|rude|harsh|insensitive|too|my|wrong|out of)|sounded|felt)))"
        );

    private static Pattern OwnsIt { get; } =
        Pattern.Of(
            @"\b(?:my (?:mistake|fault|bad)\b|(?:that|this|it) (?:is|was) (?:on me|my (?:mistake|fault|error|doing|responsibility))|"
                + @"i (?:really |clearly |just |think i |may have |might have |have |know i |feel like i |realize (?:that )?i |"
                + @"see (?:that )?i |completely |probably )*(?:got (?:that|it|this|you) wrong|was wrong|misunderstood|misread|"
                + @"missed (?:that|it|what|something|the point)|made a mistake|made an assumption|jumped (?:to|in|ahead)|rushed|"
                + @"pushed (?:you|too|that|this|for)|moved too|went too|pushed too|overstepped|cut you off|interrupted|assumed|"
                + @"did not (?:listen|hear|ask|give you|explain|handle|say that)|was not (?:listening|hearing|fair|being|clear|really)|"
                + @"stopped listening|put (?:that|it) (?:badly|poorly|clumsily|wrong)|said (?:that|it|the wrong|"
                + @"something)(?: \w+){0,3} (?:badly|wrong|wrong way|poorly|hurt\w*|clumsily|thing)|said the wrong|"
                + @"should (?:not )?have (?:asked|said|listened|told|let|waited|checked|been|explained|slowed|pushed|given|stopped|"
                + @"started|assumed|jumped|come|heard)|sounded (?:judgmental|harsh|cold|like i was)|came across|came on too|let you down|"
                + @"hurt you|upset you|was (?:too|being) (?:fast|quick|pushy|harsh|judgmental|rude|hasty|insensitive|blunt))|"
                + @"that (?:came out|sounded|was) (?:wrong|badly|harsh|all wrong|clumsy|judgmental|harsher|unfair of|not fair of|unfair|"
                + @"insensitive|thoughtless|out of line|too much of me|like (?:blame|a judgment))|let me (?:try (?:that|this|it)? ?again|"
                + @"start over|back up|rephrase|take (?:that|it) back|say that (?:better|again|differently)|put (?:that|it) (?:better|"
                + @"differently|another way)|slow down)|i take (?:that|it) back|can (?:i|we) (?:start over|try (?:that |this )?again|"
                + @"back up)|you are right to (?:call|be (?:upset|angry|annoyed|mad))(?: \w+){0,3}|you are right,? (?:i|that (?:was|"
                + @"is) (?:not fair|unfair|my))|thank you for (?:telling me|letting me know|saying|correcting me|"
                + @"being honest)(?: \w+){0,6} (?:bothered|upset|hurt|wrong|did not (?:sit|feel|land)|that felt))"
        );

    private static Pattern NamesIt { get; } =
        Pattern.Of(
            @"\b(?:i (?:notice|noticed|sense|feel|think|see|wonder|wondering|get the (?:sense|feeling))(?: (?:if|that|like|maybe|"
                + @"whether|something|we|you|things|from))*(?: \w+){0,6} (?:i (?:said|did|asked|upset|lost you|hurt|have (?:upset|lost|"
                + @"hurt|said)|put you|pushed|may have|might have|just)|(?:something|what) i (?:said|did|asked)|went quiet (?:when|after|"
                + @"since|just)|got quiet (?:when|after)|pulled (?:back|away)|changed (?:when|after|between us|just now)|between us)|"
                + @"(?:did|have|was) (?:i|something i|what i|that question|my question|that)(?: \w+){0,2} (?:upset|hurt|offend\w*|push|"
                + @"come across|say something|said something|lose you|lost you|bother\w*|land(?:ed)? (?:wrong|badly)|go too fast|"
                + @"feel like (?:blame|judg\w*|an attack)|sound like (?:blame|judg\w*))(?: \w+){0,2}|(?:something|"
                + @"what) i (?:just )?(?:said|did|asked)(?: \w+){0,4} (?:upset|hurt|bother\w*|landed|did not sit|was not|felt|came|"
                + @"made you|wrong)|we (?:got|seem to have gotten) off (?:on|to) (?:the wrong|a bad)|(?:it|that|this) (?:seems|feels|"
                + @"sounds|looks) like (?:i|what i|something i|my question)(?: \w+){0,3} (?:upset|hurt|lost|pushed|said|went|missed|made|"
                + @"bother\w*|touched))"
        );

    private static Pattern BareSorry { get; } =
        Pattern.Of(
            @"^ ?(?:oh |okay |no |ah |i see |you are right )*,? ?(?:i am )?(?:so |very |really |truly )*sorry ?(?:about that|"
                + @"for that|\.|,|$)(?! (?:what|can you repeat|come again|could you repeat|i did not (?:catch|hear)))"
        );
}
