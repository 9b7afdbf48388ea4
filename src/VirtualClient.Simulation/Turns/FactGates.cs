using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>Which facts a turn touches, presses, opens and leaves closed. Trust decides; a clever question does not.</summary>
internal sealed class FactGates
{
    private readonly TurnReading turn;
    private readonly HashSet<string> touched;

    /// <summary>Facts in the order in which they would be told: those touched now first, then by level, then as authored.</summary>
    private readonly Disclosure[] inOrder;

    public FactGates(TurnReading turn)
    {
        this.turn = turn;
        touched = turn
            .Persona.Disclosures.Where(fact =>
                turn.Signals.Touched.Contains(fact.Id) || (fact.Risk is { } risk && turn.Signals.AskedAbout.Contains(risk))
            )
            .Select(fact => fact.Id)
            .ToHashSet();
        inOrder =
        [
            .. turn
                .Persona.Disclosures.OrderBy(fact => touched.Contains(fact.Id) ? 0 : 1)
                .ThenBy(fact => PersonaFactors.Level(turn.Persona, fact)),
        ];
        Asked = AskedAfter();
    }

    /// <summary>Turn of the last direct question, by fact, after this turn.</summary>
    public IReadOnlyDictionary<string, int> Asked { get; }

    /// <summary>
    /// Whether the turn presses: a closed or not-today topic, touched again within three turns with a question. Duties are exempt, and so
    /// is asking on about something the client has just told or spoken of: its neighbors are touched by chance.
    /// </summary>
    public bool Presses(int trustSteps)
    {
        if (!turn.Asks || turn.IsDuty || turn.Signals.RefersBack)
        {
            return false;
        }

        var again = Facts(fact => touched.Contains(fact.Id) && ApproachedLately(fact) && !Opens(fact, trustSteps)).ToList();
        if (again.Any(fact => fact.Pace == Pace.NotToday))
        {
            return true;
        }

        return again.Any(fact => !IsOpen(fact)) && !SpeaksOfWhatIsTold(trustSteps);
    }

    /// <summary>Facts that open with this turn, in the order to say them, and the one of them that is volunteered.</summary>
    /// <param name="holdsBack">The turn took more than it gave, or named a report: nobody tells more for that, but a question about safety is answered.</param>
    public (IReadOnlyList<Disclosure> Opening, string? Volunteered) Open(int trustSteps, bool holdsBack)
    {
        if (ClosedToAll)
        {
            return ([], null);
        }

        // A question about safety is answered, and nothing else is told in the same breath.
        var aboutSafety = turn.Signals.AskedAbout.Count > 0;
        var nothingElse = aboutSafety || holdsBack || AsksOn;
        var ready = OneFromBefore(Facts(fact => Opens(fact, trustSteps) && (!nothingElse || fact.Risk is not null)).ToList());
        var risk = ready.Where(fact => fact.Risk is not null).OrderBy(fact => fact.Risk);
        var core = ready.Where(fact => fact is { Risk: null, Importance: Importance.Core }).Take(1);
        var other = ready.Where(fact => fact.Risk is null && fact.Importance != Importance.Core).Take(1).ToList();
        // Who has just said what weighs most does not add something by the way.
        var volunteered = other.Count == 0 && !core.Any() && !nothingElse ? Volunteer(trustSteps) : null;
        IReadOnlyList<Disclosure> opening = [.. risk, .. other, .. core];
        return volunteered is null ? (opening, null) : ([.. opening, volunteered], volunteered.Id);
    }

    /// <summary>Facts touched that stay closed.</summary>
    public IReadOnlyList<string> ApproachedBy(IReadOnlyCollection<string> opening) =>
        [.. Facts(fact => touched.Contains(fact.Id) && !IsOpen(fact) && !opening.Contains(fact.Id)).Select(fact => fact.Id)];

    /// <summary>Approached marks after the turn. A not-today fact keeps its mark when open, so that pressing on is still seen.</summary>
    public IReadOnlyDictionary<string, int> ApproachedAfter(IReadOnlyCollection<string> opening)
    {
        var after = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var fact in turn.Persona.Disclosures)
        {
            var open = IsOpen(fact) || opening.Contains(fact.Id);
            if (open && fact.Pace == Pace.Today)
            {
                continue;
            }

            if (touched.Contains(fact.Id))
            {
                after[fact.Id] = turn.Turn;
            }
            else if (turn.Before.Approached.TryGetValue(fact.Id, out var at))
            {
                after[fact.Id] = at;
            }
        }

        return after;
    }

    /// <summary>A turn in which the client lost the thread, or heard itself parroted, opens nothing; nor does an insult.</summary>
    private bool ClosedToAll => turn.LostThread || turn.Signals.Parroted || turn.NotAnalyzed || turn.Signals.Has(LabelCode.BoundaryBreach);

    private bool Opens(Disclosure fact, int trustSteps) =>
        !IsOpen(fact)
        && !AskedForAnother(fact)
        && (touched.Contains(fact.Id) || (!AsksAboutAnother && TouchedLately(fact)))
        && trustSteps * StateConstants.Step >= PersonaFactors.Level(turn.Persona, fact)
        && fact.Requires.All(turn.Before.Opened.ContainsKey)
        && (!NeedsQuestion(fact) || (Asked.TryGetValue(fact.Id, out var at) && turn.Turn - at <= StateConstants.TouchLasts));

    /// <summary>What was touched before and not told then comes one at a time, and after what is spoken of now.</summary>
    private List<Disclosure> OneFromBefore(List<Disclosure> ready)
    {
        var now = ready.Where(fact => fact.Risk is not null || touched.Contains(fact.Id)).ToList();
        return now.Count > 0 ? now : [.. ready.Take(1)];
    }

    private Disclosure? Volunteer(int trustSteps)
    {
        // Who is asked about one thing does not answer with another.
        var elsewhere = turn.Asks && (turn.Signals.AsksNarrowly || Facts(fact => touched.Contains(fact.Id)).Any());
        var invites = !elsewhere && (turn.Signals.Has(LabelCode.OpenQuestion) || turn.Reflects || turn.Signals.Has(LabelCode.Silence));
        var draw = new Draw(turn.Before.Seed, turn.Turn, DrawFor.Volunteering);
        if (!invites || !draw.Chance(StateConstants.VolunteerPercent))
        {
            return null;
        }

        var trust = trustSteps * StateConstants.Step;
        var candidates = Facts(fact =>
                !IsOpen(fact)
                && fact is { Risk: null, DirectQuestion: false, Importance: Importance.Supporting, Pace: Pace.Today }
                && trust >= PersonaFactors.Level(turn.Persona, fact) + StateConstants.VolunteerAbove
                && fact.Requires.All(turn.Before.Opened.ContainsKey)
            )
            .ToList();
        return candidates.Count == 0 ? null : candidates[draw.Below(candidates.Count)];
    }

    private SortedDictionary<string, int> AskedAfter()
    {
        var after = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var fact in Facts(NeedsQuestion))
        {
            if (AskedNow(fact))
            {
                after[fact.Id] = turn.Turn;
            }
            else if (turn.Before.Asked.TryGetValue(fact.Id, out var at))
            {
                after[fact.Id] = at;
            }
        }

        return after;
    }

    private bool AskedNow(Disclosure fact) =>
        fact.Risk is { } risk ? turn.Signals.AskedAbout.Contains(risk) : touched.Contains(fact.Id) && turn.AsksDirectly;

    private static bool NeedsQuestion(Disclosure fact) => fact.DirectQuestion || fact.Risk is not null;

    /// <summary>Touched before and not told then, a fact may still come, but not as the answer to a question about something else.</summary>
    private bool TouchedLately(Disclosure fact) =>
        turn.Before.Approached.TryGetValue(fact.Id, out var at) && turn.Turn - at <= StateConstants.TouchLasts;

    /// <summary>The question names a topic, and this fact is only in what was said around it.</summary>
    private bool AskedForAnother(Disclosure fact) =>
        fact.Risk is null && turn.Asks && !turn.IsDuty && turn.Signals.AskedTopics.Count > 0 && !turn.Signals.AskedTopics.Contains(fact.Id);

    private bool AsksAboutAnother => turn.Asks && !turn.IsDuty && (touched.Count > 0 || turn.Signals.AsksNarrowly);

    /// <summary>Asks on about what was just told: that is what is spoken of, whatever else its words touch.</summary>
    private bool AsksOn => turn.Asks && turn.JustOpened && turn.Signals.RefersBack;

    private bool ApproachedLately(Disclosure fact) =>
        turn.Before.Approached.TryGetValue(fact.Id, out var at) && turn.Turn - at <= StateConstants.PressingWithin;

    private bool SpeaksOfWhatIsTold(int trustSteps) =>
        Facts(fact => touched.Contains(fact.Id))
            .Any(fact =>
                (turn.Before.Opened.TryGetValue(fact.Id, out var at) && turn.Turn - at <= StateConstants.PressingWithin)
                || Opens(fact, trustSteps)
            );

    private bool IsOpen(Disclosure fact) => turn.Before.Opened.ContainsKey(fact.Id);

    private IEnumerable<Disclosure> Facts(Func<Disclosure, bool> where) => inOrder.Where(where);
}
