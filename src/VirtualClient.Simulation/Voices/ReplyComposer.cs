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

    /// <summary>Fewer words than this are seldom something for a beginner to take up, whatever the stance has said.</summary>
    private const int FootholdWords = 20;

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
        reading = HeardTurn.Of(request.Turn.Text, request.Signals);
        material = new Material(request, said, reading.AsksForMore);
        draft = new ReplyDraft(Lengths.Spoken(plan, mood, dice), said);
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

        if (GivesAFoothold && AsksWidely)
        {
            // The foothold is the answer; a line for the shape of the question before it would be one too many.
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

    private bool JustTold => request.Turn.State.Turn > 0 && request.Turn.State.Opened.Values.Contains(request.Turn.State.Turn);

    private void Land()
    {
        if (reading.Landed is not { } landed)
        {
            return;
        }

        landed = landed switch
        {
            "silence" when JustTold => "silence-after",
            "apology" when request.Turn.State.Rupture is null => "apology-light",
            _ => landed,
        };
        if (Occasions.Ceremonies.Contains(landed))
        {
            draft.Add(picker.Pick(landed, Math.Max(draft.Room, CeremonyWords)));
        }
        else if (
            reading.Asked is not null
            && !reading.Hurts
            && (draft.Band == LengthBand.Minimal || Occasions.Passing.Contains(landed) || Withholds(landed))
        )
        {
            return;
        }
        else if (Withholds(landed) && (plan.Stance == Stance.CorrectsTheWorker || dice.Chance(70)))
        {
            Hold();
        }
        else if (reading.Hurts || reading.Asked is null || dice.Chance(45))
        {
            draft.Add(picker, landed);
        }
    }

    /// <summary>The stance lets this move pass; where something was asked too, the answer shows it.</summary>
    private bool Withholds(string landed) => Occasions.Soft.Contains(landed) && Occasions.HoldsBack(plan.Stance);
}
