using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>How models fall out of a role, by the words they do it with. Matched sentence by sentence on text with straight quotes.</summary>
internal static partial class LintPatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Sentences that may become a fault once they are whole; nothing of them is released before.</summary>
    [GeneratedRegex(
        @"^(?:\*[^*]*\*\s*)?(?:(?:but|and|well|oh|look|okay|ok|so|no|yes|yeah),?\s+)?(?:i'?m (?:really |so |very )?(?:sorry|unable|not able|not comfortable|just|an?\b|only|here|claude|chatgpt)|i (?:am|apolog|can'?t|cannot|can not|won'?t|will not|must|need to|appreciate|hear you|understand|want to|have to)|as an?\b|thank|hello|hi\b|hey\b|good (?:morning|afternoon|evening)|nice to|it sounds|it seems|that (?:must|sounds)|how (?:can|do|does|did|are|would)|is there|would you|have you|what (?:brings|would|do you|are you)|can you|could you|tell me|please|if you|my (?:instructions|guidelines|training|trust|prompt)|this (?:is|content|request|conversation|simulation)|in this|the (?:client|character|persona|direction|worker)|you(?:'re| are|'ve| have)|that means|that'?s (?:a|an|such|really|so)|what a|note:?|client|worker|social|we can)\b",
        Options
    )]
    public static partial Regex MayTurnBad();

    [GeneratedRegex(
        @"\b(?:i (?:can'?t|can ?not|won'?t|will not|am unable to|am not able to|must decline to)|i'm (?:unable|not able) to|i'm not comfortable|i am not comfortable|i won't be able to) (?:(?:continue|go on|engage|assist|help|proceed|participate|comply)(?:ing)? (?:with|in) (?:this|that|the|your|such) (?:request|role-?play|scenario|conversation|topic|content|simulation|discussion|character|type|kind)|assist\b|comply|fulfill|role-?play|generate|create (?:content|this|that)|provide (?:that|this|such|any) (?:information|content|kind|type|details)|portray|write (?:this|that|content)|play (?:this|that|the) (?:role|character|part)|(?:playing|portraying|roleplaying|role-playing|generating|creating|writing|continuing (?:with )?(?:this|that|the)))|\bi(?:'m| am) sorry,? but (?:i (?:can'?t|cannot|won'?t|am unable to) (?:help|assist|continue|do that|discuss|provide|engage|respond)|as an)|\bi (?:can'?t|cannot) help (?:you )?with (?:that|this) request\b|\b(?:goes against|violates?|against) (?:my|our|the|its) (?:guidelines|polic(?:y|ies)|programming|terms)\b|\b(?:call|text|dial|contact) (?:or text )?(?:9-?8-?8|the (?:national )?(?:suicide|crisis)[\w ]* (?:line|lifeline|hotline))\b|\b(?:please |you (?:can|should|may) )(?:reach out to|seek|contact|consult|talk to) (?:a|an|your|someone|emergency|the) (?:(?:licensed|qualified|trained|mental health|local|medical) )*(?:professional|therapist|crisis|counselor|emergency|services|hotline|lifeline)",
        Options
    )]
    public static partial Regex Refusal();

    [GeneratedRegex(
        @"\bas an? (?:(?:large |helpful )?(?:ai|artificial intelligence|language model|virtual assistant|llm)\b|ai[- ])|\bi(?:'m| am) (?:just |only |actually |really )?(?:an? )?(?:ai\b|artificial intelligence|(?:large )?language model|chatbot|virtual assistant|llm\b|claude\b|chatgpt\b|gpt-?\d|gemini\b)|\bi(?:'m| am| was) (?:just |only |actually )?(?:simulating|role-?playing|playing (?:the role|a character|a client|the part|the client)|pretending to be|a simulated|a fictional|a simulation)|\b(?:simulated|fictional|virtual) (?:client|character|person|patient)\b|\b(?:this|the|our|in this) (?:simulation|role-?play(?:ing)?|training exercise|fictional scenario)\b|\b(?:step|stepping|come|coming|go|going|speaking) out of (?:character|role|my role|the role)\b|\b(?:break|breaking|broke|stay in|staying in|remain in) (?:character|role)\b|\bmy (?:system prompt|system message|instructions|guidelines|training data|programming)\b|\b(?:system prompt|the prompt)\b|\bthe (?:client|character|persona) (?:would|might|will|is|says|feels|responds)\b|\banthropic\b|\bopenai\b|\bas (?:the|a) (?:client|character),? i\b|\bhow(?:'s| is) (?:this|that) (?:response|reply)\b|\bhere(?:'s| is) (?:my|the|a) (?:response|reply)\b|\bi (?:was|am|have been) (?:programmed|instructed|trained|told in my)\b",
        Options
    )]
    public static partial Regex RoleBreak();

    [GeneratedRegex(@"</?\w|\bdirection\s*(?:\u203A|>)|about_you", Options)]
    public static partial Regex Marker();

    [GeneratedRegex(
        @"^\s*(?:(?:the )?(?:client|worker|social worker|student|counselor|therapist|interviewer|user|assistant|human|system|me|you|response|reply|note|direction|narrator)\s?[:\uFF1A])|\n\s*\**(?:client|worker|social worker|student|counselor|therapist|interviewer|user|assistant|human|system|note|direction)\**\s?[:\uFF1A]",
        Options
    )]
    public static partial Regex Label();

    [GeneratedRegex(
        @"\*\*|__|```|`[^`]+`|\[[^\]]*\]\(|(?:^|\n)\s{0,3}(?:#{1,6}\s|[-*\u2022+]\s+\w|\d{1,2}[.)]\s+\w|>\s|\|)|</?(?:b|i|em|strong|p|br|ul|li|div|span)\b",
        Options
    )]
    public static partial Regex Markdown();

    /// <summary>A stage direction outside asterisks.</summary>
    [GeneratedRegex(
        @"^\s*[\[(](?!waits)[^\])]{2,80}[\])]|\[[^\]]{2,80}\]|\((?:\w+ly )?(?:sighs?|pauses?|looks?|looking|shrugs?|nods?|shakes?|crosses|smiles?|laughs?|cries|crying|sobs?|fidget\w*|silence|long pause|beat)\b[^)]*\)|(?:^|\s)_[a-z][^_]{2,60}_(?:\s|$)",
        Options
    )]
    public static partial Regex Stage();

    [GeneratedRegex(
        @"\b(?:my|the|your) (?:trust|distress|engagement|rapport|difficulty)(?: level| score)? (?:is |was |has |at |of |level|score|rose|went|dropped|increased)|\b(?:trust|distress|engagement|difficulty|openness) (?:level|score|value)s?\b|\b(?:trust|distress|engagement)\s?[:=]\s?\d|\bdeflect(?:ion|ing)\b|\bstance\b|\brupture\b|\bdisclosures?\b(?<!full disclosure)|\b(?:the|my|this) direction says\b|\bopens? up \(|\blevel \d(?:\.\d)?\b.{0,20}\btrust\b",
        Options
    )]
    public static partial Regex Bookkeeping();

    [GeneratedRegex(
        @"\bhow (?:does|did|do|is|are|would) (?:that|it|this|you) (?:make you feel|feel about (?:that|this|it)|feeling (?:today|right now|about)|feel to you)\b|\bhow can i (?:help|support|assist) you\b|\bis there anything (?:else )?(?:(?:that )?you(?:'d| would) like to|i can (?:help|do)|you want to) ?(?:talk about|share|discuss|explore|help|do|add|you)?\b|\bwould you (?:like|be willing|feel comfortable)(?: to| if)? ?(?:we )?(?:talk|explore|share|discuss|tell me|sharing|talking|try|looked)|\bwhat (?:brings you (?:in|here)|would (?:help|support|be helpful for) you|are you feeling|do you think (?:might|would|could) help you|are your (?:goals|strengths|needs))\b|\bit (?:sounds|seems) like you(?:'re|'ve| are| have| feel| want| need)?\b|\bwhat i'?m hearing is\b|\bthat (?:must|sounds like it must) (?:be|have been|feel) (?:so |really |very |incredibly )?(?:hard|difficult|tough|painful|frustrating|overwhelming) for you\b|\b(?:thank you|thanks) for (?:sharing|opening up|trusting me)\b|\bi hear you(?:,| saying|\.|$)|\btell me more about (?:that|yourself|how you|what you)\b|\bhave you (?:considered|thought about|tried) (?:talking|seeing|reaching|therapy|counseling|journaling|meditat)\w*|\byour feelings are (?:valid|understandable)\b|\bi(?:'m| am) here (?:for you|to (?:listen|help|support))\b|\bhow can we work together\b|\blet'?s (?:explore|unpack|work through)\b",
        Options
    )]
    public static partial Regex Counseling();

    [GeneratedRegex(
        @"^(?:\*[^*]*\*\s*)?(?:oh,? )?(?:hello\b|hi\b|hey(?: there)?[,.!]|good (?:morning|afternoon|evening)\b|nice to meet you|pleased to meet you|greetings\b)",
        Options
    )]
    public static partial Regex Greeting();

    [GeneratedRegex(
        @"\bthank(?:s| you)\b(?! (?:god|goodness|heaven))(?<!(?:no,?|would|i'd) thank(?:s| you))|\bi (?:really |do |truly |so )?appreciate (?:you|that|your|it|this|the)\b|\bthat(?:'s| is) (?:a|an|such a|really) (?:really |very )?(?:great|good|excellent|wonderful|thoughtful|important|beautiful) (?:question|point|idea|way|suggestion)\b|\byou(?:'re| are| have been|'ve been) (?:so |really |very |being |such )+(?:an? )?(?:kind|helpful|great|wonderful|understanding|patient|supportive|nice|sweet|amazing|good listener|easy to talk)\b|\byou(?:'re| are) (?:a )?(?:great|good|wonderful|amazing|excellent) (?:listener|social worker|at (?:this|your job))|\bthat means (?:a lot|so much|the world)\b|\bi feel (?:so |really |truly |finally )?(?:heard|seen|understood|safe with you|validated|supported)\b|\bi(?:'m| am) (?:so |really |very |deeply )?(?:grateful|thankful)\b",
        Options
    )]
    public static partial Regex Thanks();

    [GeneratedRegex(
        @"^(?:\*[^*]*\*\s*)?(?:(?:no|nope|nah|never|not at all|of course not|absolutely not|god,? no|oh,? no|definitely not)\b(?!,? (?:i don'?t know|not (?:like|really|exactly)|well|maybe|one\b|idea))|i(?:'ve| have)? never (?:\w+ )?(?:think|thought|want|wanted|had|do|did|felt|would)|i (?:would|could|'d) never\b|i don'?t (?:have|think about|want to) (?:any|that|hurt|die|kill)|nothing like that\b)",
        Options
    )]
    public static partial Regex CleanDenial();

    [GeneratedRegex(
        @"\b(?:coping (?:mechanism|strateg(?:y|ies)|skill)s?|support (?:system|network)|trauma(?:tic)? response|hyper-?vigilan\w+|dysregulat\w+|emotional(?:ly)? (?:regulat\w+|dysregulat\w+|labile)|self-?(?:soothe|soothing|actualiz\w+|efficacy|regulat\w+)|maladaptive|attachment (?:style|issues)|cognitive distortions?|negative self-talk|process(?:ing)? (?:my|these|those|the|this) (?:feelings?|emotions?|grief|trauma)|hold(?:ing)? space|safe space|unpack (?:that|this|my)|my (?:triggers|boundaries|coping|presenting problem|stressors|affect|ambivalence|treatment plan|symptoms)|psycho-?social|psycho-?education\w*|biopsychosocial|comorbid\w*|suicidal ideation|passive ideation|ideation|ambivalen\w+|therapeutic|rapport|person-centered|strengths-based|motivational interviewing|intergenerational trauma|protective factors?|risk factors?|emotional(?:ly)? (?:unavailable|availability|safety)|catastrophiz\w+|ruminat\w+|dissociat\w+|invalidat\w+|executive function\w*|anhedonia|interventions?|resilien(?:ce|t)|stressors?|vulnerabilit(?:y|ies))\b",
        Options
    )]
    public static partial Regex Clinical();
}
