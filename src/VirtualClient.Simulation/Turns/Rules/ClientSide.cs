using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>What the client's last two turns offer a listener: topics, feelings, details, questions, asks for help.</summary>
internal sealed class ClientSide
{
    private const int SmallTurn = 2;
    private const int FarthestTurn = 5;

    private readonly List<TurnText> _recent = [];

    public ClientSide(IReadOnlyList<Utterance> history)
    {
        var substantial = 0;
        var turns = 0;
        for (var i = history.Count - 1; i >= Math.Max(0, history.Count - 12); i--)
        {
            if (history[i].Speaker != Speaker.Client)
            {
                continue;
            }

            if (_recent.Count == 0 || (substantial < 2 && turns < FarthestTurn))
            {
                var turn = TurnText.Parse(history[i].Text);
                // A bare "yeah" is no turn to listen to: what counts is what was last said.
                var says = turn.Words.Count > SmallTurn;
                if (says || _recent.Count == 0)
                {
                    _recent.Add(turn);
                }

                substantial += says ? 1 : 0;
            }

            turns++;
            SpokeOfSuicide |= SafetyRules.Suicide.IsMatch(history[i].Text.ToLowerInvariant());
        }

        foreach (var turn in _recent)
        {
            Read(turn, isLast: ReferenceEquals(turn, _recent[0]));
        }
    }

    /// <summary>The client's last turn, or null before their first.</summary>
    public TurnText? Last => _recent.Count > 0 ? _recent[0] : null;

    /// <summary>Concepts of the last two turns, without words that carry no content.</summary>
    public HashSet<string> Concepts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> LastConcepts { get; } = new(StringComparer.Ordinal);

    public HashSet<Issue> Issues { get; } = [];

    public HashSet<Issue> LastIssues { get; } = [];

    public HashSet<FeelingFamily> Feelings { get; } = [];

    /// <summary>The last turn showed a feeling, in words or in a cue.</summary>
    public bool Felt { get; private set; }

    /// <summary>Something hard is in the last two turns, said or shown: a bare "that sounds hard" is tied to it.</summary>
    public bool Burdened { get; private set; }

    /// <summary>The last turn asked the student something directly.</summary>
    public bool Asked { get; private set; }

    /// <summary>In the last two turns the client asked for help, advice or information.</summary>
    public bool AsksForHelp { get; private set; }

    /// <summary>The last turn says itself that something is not so; a not after it agrees.</summary>
    public bool Denied { get; private set; }

    /// <summary>The last turn says yes to what the student asked leave for.</summary>
    public bool Agrees { get; private set; }

    public bool SpokeOfSuicide { get; }

    private void Read(TurnText turn, bool isLast)
    {
        foreach (var word in turn.Words)
        {
            var family = FeelingWords.FamilyOf(word.Stem);
            if (family is { } feeling)
            {
                Feelings.Add(feeling);
                Burdened |= FeelingWords.IsHard(feeling);
                Felt |= isLast && feeling != FeelingFamily.Warmth;
            }

            if (!PlainWords.Contains(word))
            {
                var concept = Text.Concepts.Of(word.Stem);
                Concepts.Add(concept);
                if (isLast)
                {
                    LastConcepts.Add(concept);
                }
            }
        }

        var issues = IssueLexicon.Find(turn.Words);
        Issues.UnionWith(issues);
        var said = Stretch.Of(turn.Normal);
        var shown = FeltPhrase.IsMatch(said) || turn.Cues.Any(cue => FeltCue.IsMatch(cue));
        Burdened |= shown || issues.Count > 0 || Trouble.IsMatch(said);
        AsksForHelp |= Help.IsMatch(said);
        if (isLast)
        {
            LastIssues.UnionWith(issues);
            Felt |= shown;
            Asked = AsksDirectly(turn);
            Denied = Negation.IsMatch(said);
            Agrees = Yes.IsMatch(said);
        }
    }

    private static bool AsksDirectly(TurnText turn)
    {
        foreach (var sentence in turn.Sentences)
        {
            var text = turn.Unquoted.AsSpan(sentence.Start, sentence.Length);
            if (sentence.Asks ? !TagOnly.IsMatch(text) : Inverted.IsMatch(sentence.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static Pattern FeltPhrase { get; } =
        Pattern.Of(
            @"\b(?:can not (?:take|do|stand|handle|deal with) (?:it|this|that|any ?more)|had enough|fed up|worn out|broke down|"
                + @"break(?:ing)? down|fall(?:ing|s)? apart|end of my rope|do not know (?:what to do|how much|how to (?:go on|cope))|"
                + @"feel(?:s|ing)? (?:like|so|down|lost|low|bad|awful|terrible)|felt (?:like|so|down|lost|low|bad|awful|terrible)|sick of|"
                + @"give up|no point|what is the point|i love|i just want)\b"
        );

    private static Pattern FeltCue { get; } =
        Pattern.Of(
            @"\b(?:cr(?:y|ies|ying)|tear\w*|eyes|sob\w*|voice|looks? (?:away|down|at the (?:floor|hands))|swallow\w*|trembl\w*|"
                + @"shak\w*|clench\w*|wip(?:e|es|ing)|sigh\w*|flinch\w*|crosses|tight\w*|bites|wince\w*)"
        );

    private static Pattern Trouble { get; } =
        Pattern.Of(
            @"\b(?:problem|problems|trouble|worse|wrong|worst|bad|hard|difficult|never|can not|fight\w*|lost|nobody|no one|broke\w*|"
                + @"hurts?|died|left|alone|struggl\w*|late|fired|behind|enough|stop(?:ped)?|sick|mess\w*|tough|rough|sleep|tired|miss\w*|"
                + @"gone|yell\w*|cut)\b"
        );

    private static Pattern Help { get; } =
        Pattern.Of(
            @"\b(?:(?:what|where|how) (?:do|should|can|could|am|would) i\b|what (?:would|do) you (?:think|suggest|recommend|do)|"
                + @"(?:can|could|will|would) you (?:please )?(?:help|tell me|give me|show me|find|get me|explain|look|call|check|do)|"
                + @"do you (?:know|have) (?:of|any|anywhere|anybody|anyone|a|where|how|anything|someone|somewhere|who)|is there (?:any|a|"
                + @"some|help|someone|anything)|(?:i|we) (?:just |really |could |would )*(?:need|want|use) (?:some |a |any |"
                + @"your )?(?:help|advice|ideas?|information|suggestions?|guidance)|how (?:does|do) (?:it|that|this|the|they|you) (?:work|"
                + @"apply|go)|any (?:ideas|advice|suggestions)|tell me what to do|what are my options|i (?:do not|did not) know (?:how|"
                + @"where|who) to (?:apply|get|find|start|go|call|ask|fill)|help me (?:with|find|get|figure|fill|understand))\b"
        );

    private static Pattern Negation { get; } = Pattern.Of(@"\b(?:not|never|no|nobody|nothing|none|without)\b");

    private static Pattern Yes { get; } =
        Pattern.Of(
            @"^ ?(?:(?:yes|yeah|yep|yup|sure|okay|all right|fine|please|go ahead|of course|go on|i guess|that (?:would be|is|"
                + @"sounds) (?:okay|fine|good|great|all right|helpful)|absolutely|definitely|i do not mind|i would like that|mm hmm|"
                + @"uh huh|why not|ask away)\b)"
        );

    private static Pattern TagOnly { get; } =
        Pattern.Of(
            @"^(?:.{0,80}, ?)?(?:you know(?: what i mean)?|right|huh|okay|yeah|see|know what i mean|what|is it not)\?$|"
                + @"^ ?(?:what can (?:you|i|a person) (?:do|say)|who (?:knows|cares)|what is the point|why (?:me|bother)|what else is new|"
                + @"what am i supposed to do|i mean|how (?:could|can|would) (?:he|she|they)|what kind of \w+ \w+)\b"
        );

    private static Pattern Inverted { get; } =
        Pattern.Of(
            @"^(?:(?:are|do|did|have|can|could|will|would) you\b|(?:am|do|should|can) i\b|what (?:do|should|can) i do\b|"
                + @"what (?:happens|will happen) (?:if|now|next)|is (?:this|that|it) (?:confidential|private|going to|being))"
        );
}
