using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>One label with the words that earned it and the rule that gave it.</summary>
/// <param name="Code">What the turn did.</param>
/// <param name="Words">The part of the turn that earned the label, as typed.</param>
/// <param name="Rule">Stable name of the rule, family and rule joined by a dot ("questions.open-stem").</param>
public sealed record TurnLabel(LabelCode Code, string Words, string Rule);

/// <summary>Who said something.</summary>
public enum Speaker
{
    Student,
    Client,
}

/// <summary>One utterance of the conversation so far, as it was said.</summary>
public sealed record Utterance(Speaker Speaker, string Text);

/// <summary>What the analyzer may look at besides the turn itself. Everything here is known before the reply is made.</summary>
public sealed record TurnContext
{
    public required Persona Persona { get; init; }

    /// <summary>The conversation before this turn, oldest first; the analyzer reads at most the last twelve.</summary>
    public required IReadOnlyList<Utterance> History { get; init; }

    /// <summary>The turn itself as typed; the plan reads it for plain questions and for words the reply may name.</summary>
    public string Text { get; init; } = "";

    /// <summary>Ids of facts that are open, and those that opened in the reply just before this turn.</summary>
    public IReadOnlySet<string> Opened { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> JustOpened { get; init; } = new HashSet<string>();
}

/// <summary>
/// What a student's turn did: labels with their reasons, the topics it touched, and the measures the state needs. An immutable value;
/// the state is computed from this and nothing else, so expert labels can stand in for the analyzer's.
/// </summary>
public sealed record TurnSignals
{
    public required IReadOnlyList<TurnLabel> Labels { get; init; }

    /// <summary>Issues named or clearly meant in the turn.</summary>
    public IReadOnlySet<Issue> Issues { get; init; } = new HashSet<Issue>();

    /// <summary>Ids of disclosures whose topics the turn touched.</summary>
    public IReadOnlySet<string> Touched { get; init; } = new HashSet<string>();

    /// <summary>Those of <see cref="Touched"/> that the question itself names; empty where it names none, or nothing is asked.</summary>
    public IReadOnlySet<string> AskedTopics { get; init; } = new HashSet<string>();

    /// <summary>Risk items the turn asked about directly, not leading.</summary>
    public IReadOnlySet<RiskItem> AskedAbout { get; init; } = new HashSet<RiskItem>();

    /// <summary>Words in the turn.</summary>
    public int Words { get; init; }

    /// <summary>Reflections, validations and summaries tied to the client's last two turns; untied ones earn nothing.</summary>
    public bool Tied { get; init; } = true;

    /// <summary>The reflection uses the same stem for the third time in six turns, or gives the client's last words back: earns 0 and opens nothing.</summary>
    public bool Parroted { get; init; }

    /// <summary>The turn follows up what was just said (shares a topic, a feeling or a detail with the client's last turn).</summary>
    public bool FollowsUp { get; init; } = true;

    /// <summary>The turn names no topic of its own and points at what the client just spoke of; <see cref="Touched"/> is what that was about.</summary>
    public bool RefersBack { get; init; }

    /// <summary>An open question about one thing by name: no invitation to tell of something else.</summary>
    public bool AsksNarrowly { get; init; }

    /// <summary>The client's last turn asked the student something directly.</summary>
    public bool ClientAsked { get; init; }

    /// <summary>The client's last turn showed a feeling.</summary>
    public bool ClientFelt { get; init; }

    /// <summary>The turn moved from a feeling of the client's to another topic.</summary>
    public bool LeftFeeling { get; init; }

    /// <summary>The client asked for help or information and the turn's help answers that, or it was offered with permission.</summary>
    public bool HelpWanted { get; init; }

    /// <summary>The turn follows up something the student said they would do.</summary>
    public bool FollowsUpPromise { get; init; }

    /// <summary>The self-disclosure is long (over 15 words) or turns the meeting to the student.</summary>
    public bool LongSelfDisclosure { get; init; }

    /// <summary>The turn is light: it jokes along with the client or laughs at the student's own expense. Matters to clients who warm to humor.</summary>
    public bool Light { get; init; }

    public bool Has(LabelCode code)
    {
        foreach (var label in Labels)
        {
            if (label.Code == code)
            {
                return true;
            }
        }

        return false;
    }
}
