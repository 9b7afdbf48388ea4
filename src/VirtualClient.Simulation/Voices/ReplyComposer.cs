using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Composes one reply. What must be said comes first (leaving, answers about safety, facts that open); otherwise the person meets what the
/// student did, answers what was asked, and goes on until the reply is as long as planned.
/// </summary>
internal sealed class ReplyComposer
{
    /// <summary>A second try after the lint must not fall into the same words.</summary>
    private const ulong SecondTry = 0xD1B54A32D192ED03;

    /// <summary>Parts after which a reply is long enough, whatever its band says.</summary>
    private const int MostFillings = 5;

    /// <summary>Room for meeting a greeting, a duty or a goodbye, however short the reply was to be.</summary>
    private const int CeremonyWords = 8;

    private readonly VoiceRequest request;
    private readonly ReplyPlan plan;
    private readonly VoiceDice dice;
    private readonly SaidBefore said;
    private readonly PhrasePicker picker;
    private readonly Material material;
    private readonly ReplyDraft draft;
    private readonly HeardTurn reading;

    /// <summary>The person has said that this is not to be talked about; to chat on would take it back.</summary>
    private bool shut;

    private ReplyComposer(VoiceRequest request)
    {
        this.request = request;
        plan = request.Plan;
        dice = new VoiceDice(plan.VoiceSeed ^ (request.Correction is null ? 0 : SecondTry));
        said = new SaidBefore(request.Turn.History);
        var mood = Mood.Of(request.Turn.Persona, plan, request.Turn.State.Trust);
        picker = new PhrasePicker(request.Turn.Persona, mood, [.. plan.Echoes.Select(Echo.FromTheClientsSide)], dice, said);
        material = new Material(request, said);
        draft = new ReplyDraft(Lengths.Spoken(plan, mood, dice), said);
        reading = HeardTurn.Of(request.Turn.Text, request.Signals);
        if (plan.Opening.Count > 0 && plan.PlainAnswer is null && PlainQuestions.Answer(request, reading, material) is { } answer)
        {
            plan = plan with { Ask = PlainAsk.Fact, PlainAnswer = answer };
        }
    }

    public static string Compose(VoiceRequest request) => new ReplyComposer(request).Compose();

    private string Compose()
    {
        if (plan.Leaves)
        {
            draft.Add(picker.Pick("leaves"));
        }
        else if (
            !(
                SafetyTalk.Answer(request, draft, picker, said)
                | Telling.OpeningFacts(plan, request.Signals.Touched, reading, draft, picker, said, dice)
            )
        )
        {
            Meet();
            GoOn();
        }

        AskBack();
        if (draft.IsEmpty)
        {
            draft.Add(picker.Pick("minimal") ?? picker.Pick("goes-quiet"));
        }

        Gestures.Show(request, draft, said, dice);
        return draft.Whole();
    }

    private void Meet()
    {
        if (reading.Odd is { } odd)
        {
            draft.Add(picker.Pick(odd));
            return;
        }

        Land();
        if (
            reading.Landed == "goodbye" && !draft.IsEmpty
            || PlainAnswer()
            || draft.Band == LengthBand.Minimal && !draft.IsEmpty
            || Deflect()
        )
        {
            return;
        }

        if (reading.Asked is { } asked && !reading.Hurts && (asked != reading.Landed || draft.IsEmpty))
        {
            Answer(asked);
        }
        else if (draft.IsEmpty)
        {
            Hold();
        }
    }

    private void Land()
    {
        if (reading.Landed is not { } landed)
        {
            return;
        }

        if (Occasions.Ceremonies.Contains(landed))
        {
            draft.Add(picker.Pick(landed, Math.Max(draft.Room, CeremonyWords)));
        }
        else if (draft.Band == LengthBand.Minimal && reading.Asked is not null && !reading.Hurts)
        {
            return;
        }
        else if (Occasions.Soft.Contains(landed) && Occasions.HoldsBack(plan.Stance) && dice.Chance(70))
        {
            Hold();
        }
        else if (reading.Hurts || reading.Asked is null || dice.Chance(45))
        {
            draft.Add(picker, landed);
        }
    }

    private bool PlainAnswer()
    {
        var answer = plan.Ask switch
        {
            PlainAsk.Name => plan.PlainAnswer ?? picker.Pick("my-name"),
            PlainAsk.Age => plan.PlainAnswer ?? picker.Pick("my-age"),
            _ => plan.PlainAnswer ?? PlainQuestions.Answer(request, reading, material),
        };
        if (answer is null)
        {
            return false;
        }

        var fresh = said.Rest(answer);
        return draft.Add(
            fresh is null ? picker.Pick("told-already")
            : draft.Band == LengthBand.Minimal ? SpokenText.Sentences(fresh)[0]
            : fresh
        );
    }

    private bool Deflect()
    {
        // An offer of help touches what is closed and does not ask about it either.
        if (reading.Landed is "help" && !draft.IsEmpty)
        {
            return false;
        }

        // "Unless somebody isn't safe" touches what is closed and asks nothing about it.
        if (Occasions.Ceremonies.Contains(reading.Landed ?? "") && (reading.Asked is null || Occasions.Plain.Contains(reading.Asked)))
        {
            return false;
        }

        // Near a danger that is kept back a bare "no" or "fine" would deny it.
        var danger = PlainQuestions.TouchesClosedRisk(request);
        if (!danger && draft.Band == LengthBand.Minimal && dice.Chance(60))
        {
            return plan.Deflections.Count > 0 && draft.Add(picker, "minimal");
        }

        if (plan.Deflections.FirstOrDefault(deflection => !said.Told(deflection)) is { } fresh)
        {
            shut = danger;
            return draft.Add(fresh);
        }

        if (danger && reading.Asked is not null)
        {
            return shut = draft.Add(picker.Pick("not-that-again"));
        }

        return (plan.Deflections.Count > 0 || reading.Asked is not null && PlainQuestions.TouchesClosed(request) && dice.Chance(55))
            && (shut = draft.Add(picker.Pick("not-that-again")));
    }

    private void Answer(string asked)
    {
        var held = Occasions.HoldsBack(plan.Stance);
        if (!held && Again())
        {
            return;
        }

        if (asked == "asked-what-brings" && draft.Band > LengthBand.Minimal && Concern())
        {
            return;
        }

        if (held && !Occasions.Plain.Contains(asked) && dice.Chance(65))
        {
            Hold();
            return;
        }

        if (!held && asked == "asked-wish" && draft.Add(material.Wish()))
        {
            return;
        }

        if (draft.Room < 6 || Occasions.Plain.Contains(asked) || !draft.Add(material.Next(draft.Room, onSubject: true, story: true, dice)))
        {
            draft.Add(picker, asked);
        }
    }

    private bool Concern()
    {
        var before = draft.Words;
        foreach (var sentence in material.Concern())
        {
            if (draft.Words == before || SpokenText.Words(sentence) <= draft.Room)
            {
                draft.Add(sentence);
            }
        }

        return draft.Words > before;
    }

    /// <summary>A fact that is open is touched again: another way to say it, or a word on it, never the same words.</summary>
    private bool Again()
    {
        if (!plan.Known.Any(known => request.Signals.Touched.Contains(known.Id)))
        {
            return false;
        }

        var other = material.Next(Math.Max(draft.Room, 12), onSubject: true, story: true, dice);
        if (other is null || draft.Band == LengthBand.Minimal)
        {
            return draft.Add(picker, "again");
        }

        var lead = dice.Chance(50) && SpokenText.Joins(other) ? picker.Pick("again-lead", 4) : null;
        return draft.Add(lead is null ? other : SpokenText.Join(lead, other));
    }

    /// <summary>The stance itself speaks.</summary>
    private void Hold() =>
        draft.Add(picker, draft.Band == LengthBand.Minimal && dice.Chance(75) ? "minimal" : Occasions.FamilyOf(plan.Stance));

    /// <summary>Goes on until the planned length is reached, with the nearest thing there is to say.</summary>
    private void GoOn()
    {
        var enough =
            reading.Odd is not null
            || shut
            || reading.Hurts && draft.Band <= LengthBand.Short
            || plan.Stance is Stance.CompliesWithoutEngaging or Stance.GoesQuiet
            || Occasions.Ceremonies.Contains(reading.Landed ?? "");
        if (enough && !draft.IsEmpty && plan.Foothold is null)
        {
            return;
        }

        if (plan.Foothold is { } foothold && !said.Ever(foothold))
        {
            draft.Add(material.Volunteered(foothold) ?? material.Next(draft.Room, onSubject: false, story: true, dice));
        }

        var roams = reading.Asked is { } asked && Occasions.LetsRoam.Contains(asked);
        var story = roams && !Occasions.HoldsBack(plan.Stance) || plan.Stance == Stance.ChangesSubject;
        for (var i = 0; i < MostFillings && draft.Short > 0; i++)
        {
            var concrete = Concrete(i, story);
            story &= concrete is null;
            if (concrete is null)
            {
                draft.Add(picker, Occasions.GoOnWith(plan.Stance, i, dice));
            }
            else
            {
                draft.Add(concrete);
            }
        }
    }

    /// <summary>Something of this person's life that goes on from here, if the person is in the mood to tell it.</summary>
    private string? Concrete(int step, bool story)
    {
        var holds = Occasions.HoldsBack(plan.Stance) && (step == 0 || plan.Stance != Stance.ChangesSubject);
        return holds || reading.Hurts || draft.Room <= 4
            ? null
            : material.Next(draft.Room, onSubject: plan.Stance != Stance.OpensUp && !story, story, dice);
    }

    private void AskBack()
    {
        if (plan.OwnQuestion is { } question && !plan.Leaves)
        {
            draft.Add(said.Told(question) ? picker.Pick("asked-you") : question);
        }
    }
}
