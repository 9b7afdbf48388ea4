using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Composes one reply. What must be said comes first (leaving, answers about safety, facts that open); otherwise the person meets what the
/// student did, answers what was asked, and goes on until the reply is as long as planned.
/// </summary>
internal sealed partial class ReplyComposer
{
    /// <summary>A second try after the lint must not fall into the same words.</summary>
    private const ulong SecondTry = 0xD1B54A32D192ED03;

    /// <summary>Parts after which a reply is long enough, whatever its band says.</summary>
    private const int MostFillings = 3;

    /// <summary>Room for meeting a greeting, a duty or a goodbye, however short the reply was to be.</summary>
    private const int CeremonyWords = 8;

    /// <summary>Room for telling more of what is open when somebody asks how it was.</summary>
    private const int RetellingWords = 40;

    /// <summary>A reply of this length gives a beginner something to take up, whatever it is about.</summary>
    private const int FootholdWords = 12;

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

    private bool answered;

    private bool asked;

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
        else if (AnsweredInPart())
        {
            draft.Add(picker.Pick(reading.Landed!));
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
            draft.Add(Curtly() ?? picker.Pick("goes-quiet"));
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
            || (answered = PlainAnswer())
            || draft.Band == LengthBand.Minimal && !draft.IsEmpty
            || Deflect()
        )
        {
            return;
        }

        if (reading.Asked is { } question && !reading.Hurts && (question != reading.Landed || draft.IsEmpty))
        {
            Answer(question);
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
        else if (reading.Asked is not null && !reading.Hurts && (draft.Band == LengthBand.Minimal || landed == "thanked"))
        {
            return;
        }
        else if (
            Occasions.Soft.Contains(landed)
            && (plan.Stance == Stance.CorrectsTheWorker || Occasions.HoldsBack(plan.Stance) && dice.Chance(70))
        )
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
            PlainAsk.Name when reading.Asked == "asked-name-and-age" => picker.Pick("asked-name-and-age"),
            PlainAsk.Name => picker.Pick("my-name"),
            PlainAsk.Age => picker.Pick("my-age"),
            _ => plan.PlainAnswer ?? PlainQuestions.Answer(request, reading, material),
        };
        if (answer is null)
        {
            return false;
        }

        var fresh = said.Rest(answer);
        return draft.Add(
            fresh is null ? picker.Pick("told-already")
            : draft.Band == LengthBand.Minimal ? Curt(fresh)
            : fresh
        );
    }

    /// <summary>The answer and no more; "Paul." alone would not tell whether she is married.</summary>
    private static string Curt(string answer)
    {
        var sentences = SpokenText.Sentences(answer);
        return SpokenText.Words(sentences[0]) < 3 && sentences.Count > 1 ? $"{sentences[0]} {sentences[1]}" : sentences[0];
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
            return plan.Deflections.Count > 0 && draft.Add(Curtly());
        }

        if (plan.Deflections.FirstOrDefault(deflection => !said.Told(deflection)) is { } fresh)
        {
            return shut = draft.Add(fresh);
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
        var plain = Occasions.Plain.Contains(asked);
        if (
            plan.Stance is not (Stance.Bristles or Stance.TestsTheWorker or Stance.CompliesWithoutEngaging)
                && (!plain || asked is "asked-yes-no" or "asked-check")
                && Again()
            || asked == "asked-questions" && OwnQuestion()
            || asked == "asked-what-brings" && (Concern() || draft.Add(material.Wish()))
        )
        {
            return;
        }

        if (Occasions.MayStandFor(plan.Stance, asked) && dice.Chance(50))
        {
            Hold();
            return;
        }

        if (!held && asked == "asked-wish" && draft.Add(material.Wish()))
        {
            return;
        }

        if (draft.Band == LengthBand.Minimal && draft.Add(picker.Pick(asked, 4)))
        {
            return;
        }

        // To something plain the story is an answer only when it is plainly about it.
        if (
            draft.Room < 6
            || plain
            || asked == "asked-what-brings"
            || !draft.Add(material.Next(draft.Room, onSubject: true, story: true, dice, near: held ? 2 : 1))
        )
        {
            draft.Add(picker.Pick(asked));
        }
    }

    /// <summary>"Do you have any questions?" is answered with one, if there is one left.</summary>
    private bool OwnQuestion() =>
        request.Turn.Persona.OwnQuestions.FirstOrDefault(question => !said.Ever(question)) is { } own && (asked = draft.Add(own));

    /// <summary>What brought them, as much of it as there is room for.</summary>
    private bool Concern()
    {
        if (material.Concern() is not { } concern)
        {
            return false;
        }

        var before = draft.Words;
        foreach (
            var sentence in SpokenText.Sentences(concern).TakeWhile(each => draft.Words == before || SpokenText.Words(each) <= draft.Room)
        )
        {
            draft.Add(sentence);
        }

        return true;
    }

    /// <summary>A fact that is open is touched again: another way to say it, or a word on it, never the same words.</summary>
    private bool Again()
    {
        if (!plan.Known.Any(known => request.Signals.Touched.Contains(known.Id)))
        {
            return false;
        }

        var other = material.Next(Math.Max(draft.Room, AsksWidely ? RetellingWords : 12), onSubject: true, story: true, dice);
        if (other is null || draft.Band == LengthBand.Minimal && !AsksWidely)
        {
            return draft.Add(picker, "again");
        }

        var lead = dice.Chance(50) && SpokenText.Joins(other) ? picker.Pick("again-lead", 4) : null;
        return draft.Add(lead is null ? other : SpokenText.Join(lead, other));
    }

    /// <summary>The stance itself speaks.</summary>
    private void Hold()
    {
        var curt = draft.Band == LengthBand.Minimal && dice.Chance(75) ? Curtly() : null;
        if (curt is null || !draft.Add(curt))
        {
            draft.Add(picker, Occasions.FamilyOf(plan.Stance));
        }
    }

    /// <summary>A word or two. "Sort of" and "not really" answer a statement or a yes-or-no; to "why" they are no answer.</summary>
    private string? Curtly() => picker.Pick("minimal", draft.Room, AsksWidely ? line => !SpokenText.AnswersYesOrNo(line) : null);

    private bool AsksWidely => reading.Asked is { } question && !Occasions.Plain.Contains(question);
}
