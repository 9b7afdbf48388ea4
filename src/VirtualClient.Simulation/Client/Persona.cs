namespace VirtualClient.Simulation.Client;

/// <summary>What a worker is handed before the first meeting.</summary>
public sealed record ReferralSheet
{
    /// <summary>Who referred, with role and agency.</summary>
    public required string ReferredBy { get; init; }

    /// <summary>Why now: what happened that made somebody ask for this meeting.</summary>
    public required string WhyNow { get; init; }

    /// <summary>What is known so far; nothing here is gated.</summary>
    public required string WhatIsKnown { get; init; }

    /// <summary>The student's task in one or two sentences, second person.</summary>
    public required string Task { get; init; }
}

/// <summary>Which moves build trust with this person: up to three count x1.5 (<see cref="More"/>), up to three x0.5 (<see cref="Less"/>).</summary>
public sealed record TrustBuilders
{
    public IReadOnlyList<TrustBuilder> More { get; init; } = [];

    public IReadOnlyList<TrustBuilder> Less { get; init; } = [];
}

/// <summary>A trait with the authored reason for the behavior it brings ("was reported once by a neighbour, so ...").</summary>
public sealed record TraitReason(Trait Trait, string Reason);

/// <summary>A truthful answer to a question about something that is not so ("Have you thought about suicide?" where the answer is no).</summary>
public sealed record CleanNo
{
    public required RiskItem Risk { get; init; }

    /// <summary>One to three ways the client says no, in the first person.</summary>
    public required IReadOnlyList<string> OwnWords { get; init; }
}

/// <summary>
/// The simulated client as an immutable value: everything the engine and the voice may know about the person. Nothing in it is about
/// storage. Validate with <c>PersonaRules</c> before publishing. Thread-safe.
/// </summary>
public sealed record Persona
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Years, 1 to 120.</summary>
    public required int Age { get; init; }

    public string? Pronouns { get; init; }

    public string? Gender { get; init; }

    public string? Race { get; init; }

    public string? SocioeconomicStatus { get; init; }

    /// <summary>Where the meeting takes place, short ("Campus advice center").</summary>
    public required string Setting { get; init; }

    /// <summary>The moment the conversation begins, one or two sentences, third person ("Late morning. She keeps her coat on.").</summary>
    public string? Scene { get; init; }

    /// <summary>One or two sentences for cards and lists; nothing gated in it.</summary>
    public required string Summary { get; init; }

    public required ReferralSheet Referral { get; init; }

    /// <summary>What the person says brought them, if asked plainly. Not gated.</summary>
    public required string PresentingConcern { get; init; }

    /// <summary>The story, up to 10,000 characters; each sentence is a background fact. Never in a prompt as a whole.</summary>
    public string Story { get; init; } = "";

    /// <summary>Two strengths.</summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>What this person wants, in a sentence.</summary>
    public string Wish { get; init; } = "";

    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>Issues that lists do not show to students.</summary>
    public IReadOnlyList<Issue> HiddenIssues { get; init; } = [];

    /// <summary>Two to five.</summary>
    public required IReadOnlyList<Trait> Traits { get; init; }

    /// <summary>For each trait the authored reason for the behavior it brings.</summary>
    public IReadOnlyList<TraitReason> TraitReasons { get; init; } = [];

    public required CommunicationStyle Style { get; init; }

    public Difficulty Difficulty { get; init; } = Difficulty.Moderate;

    public InterviewKind KindOfInterview { get; init; } = InterviewKind.FirstContact;

    public IReadOnlyList<string> LearningGoals { get; init; } = [];

    /// <summary>The client's first words, stored verbatim as message 1. Null: the built-in voice greets.</summary>
    public string? OpeningLine { get; init; }

    public TrustBuilders BuildsTrust { get; init; } = new();

    public required IReadOnlyList<Disclosure> Disclosures { get; init; }

    /// <summary>Risk questions whose true answer is no.</summary>
    public IReadOnlyList<CleanNo> CleanNos { get; init; } = [];

    /// <summary>Answers to plain questions of fact that any stranger might ask ("How many kids do you have?"): cue words to answer. Not gated.</summary>
    public IReadOnlyList<PlainFact> PlainFacts { get; init; } = [];

    /// <summary>Questions this client asks the worker, in their own words ("Are you going to report this?").</summary>
    public IReadOnlyList<string> OwnQuestions { get; init; } = [];

    /// <summary>Words and turns of phrase that are this person's own: openers, fillers, ways to say yes, no, thanks, and to end a sentence.</summary>
    public Speech Speech { get; init; } = new();

    /// <summary>Non-verbal cues of this person, without asterisks ("turns the cup in his hands").</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>Rules that teachers kept from their critiques of replies.</summary>
    public IReadOnlyList<string> Principles { get; init; } = [];

    public string? ContentNote { get; init; }

    /// <summary>Whether the client may leave: ends the meeting at trust 1.0 with a rupture open for three turns. Null: as the difficulty has it (hard: yes).</summary>
    public bool? MayLeave { get; init; }

    /// <summary>The practitioner who reviewed this client; empty until one has.</summary>
    public string ReviewedBy { get; init; } = "";

    /// <summary>One of the built-in clients carries this: a first conversation with nothing heavy in it.</summary>
    public bool StartHere { get; init; }
}

/// <summary>A plain fact: any of <paramref name="Words"/> in a question leads to <paramref name="Answer"/>, said in the first person.</summary>
public sealed record PlainFact(IReadOnlyList<string> Words, string Answer);

/// <summary>How this person talks; every list may be empty, the voice then uses what the style offers.</summary>
public sealed record Speech
{
    /// <summary>Begins sentences ("Look,", "I mean,", "Well, sir,").</summary>
    public IReadOnlyList<string> Openers { get; init; } = [];

    /// <summary>Stands between thoughts ("you know", "or whatever").</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>Ways this person says yes.</summary>
    public IReadOnlyList<string> Yes { get; init; } = [];

    /// <summary>Ways this person says no.</summary>
    public IReadOnlyList<string> No { get; init; } = [];

    /// <summary>Short replies that give nothing ("I guess.", "It is what it is.").</summary>
    public IReadOnlyList<string> Minimal { get; init; } = [];

    /// <summary>What this person says when touched or heard ("Yeah. That's it.").</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>What this person says when pushed, judged or hurried.</summary>
    public IReadOnlyList<string> Bristle { get; init; } = [];
}
