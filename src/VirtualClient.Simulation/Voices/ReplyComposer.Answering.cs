using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <content>What was asked: a plain fact, something closed, something open already, or a question the stance itself answers.</content>
internal sealed partial class ReplyComposer
{
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
        // What only brushed against it while it gave something back is met as what it is.
        if (reading.Asked is null && !draft.IsEmpty && Occasions.Soft.Contains(reading.Landed ?? ""))
        {
            return false;
        }

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

        if (danger && reading.Asked is not null || plan.Pressed && !AsksForAPlainFact && !reading.Hurts)
        {
            return shut = draft.Add(picker.Pick("not-that-again"));
        }

        return false;
    }

    private bool AsksForAPlainFact => reading.Asked is { } asked && Occasions.PlainlyFactual.Contains(asked);

    private void Answer(string asked)
    {
        var held = Occasions.HoldsBack(plan.Stance);
        var plain = Occasions.Plain.Contains(asked);
        if (
            plan.Stance is not (Stance.Bristles or Stance.TestsTheWorker or Stance.CompliesWithoutEngaging)
                && (!plain || asked is "asked-yes-no" or "asked-habit" or "asked-check")
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
            draft.Add(picker.Pick(asked, fits: reading.AsksByWord ? line => !SpokenText.AnswersYesOrNo(line) : null));
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
        if (!plan.Known.Any(known => request.Signals.Touched.Contains(known.Id)) || reading.AsksForMore)
        {
            return false;
        }

        answered = true;
        var other = material.Retelling(Math.Max(draft.Room, 12), dice);
        if (other is null || draft.Band == LengthBand.Minimal)
        {
            return draft.Add(picker, "again");
        }

        var lead = dice.Chance(50) && SpokenText.Joins(other) ? picker.Pick("again-lead", 4) : null;
        return draft.Add(lead is null || SpokenText.Stutters(lead, other) ? other : SpokenText.Join(lead, other));
    }

    /// <summary>The stance itself speaks.</summary>
    private void Hold()
    {
        if (
            reading is { Landed: null, Asked: null }
            && plan.Stance is not (Stance.OpensUp or Stance.CorrectsTheWorker)
            && plan.Foothold is null
        )
        {
            shut = draft.Add(picker.Pick("remark"));
            return;
        }

        var curt = draft.Band == LengthBand.Minimal && dice.Chance(75) ? Curtly() : null;
        if (curt is null ? !StepAside() && !draft.Add(picker, Occasions.FamilyOf(plan.Stance)) : !draft.Add(curt))
        {
            draft.Add(Curtly());
        }
    }

    /// <summary>"Another thing" needs the other thing after it.</summary>
    private bool StepAside()
    {
        if (plan.Stance != Stance.ChangesSubject)
        {
            return false;
        }

        var other = material.Next(Math.Max(draft.Room - CeremonyWords, CeremonyWords), onSubject: false, story: true, dice);
        return other is null ? draft.Add(Curtly()) : draft.Add(picker.Pick("changes-subject", CeremonyWords)) | draft.Add(other);
    }

    /// <summary>A word or two. "Sort of" and "not really" answer a statement or a yes-or-no; to "why" they are no answer.</summary>
    private string? Curtly() =>
        picker.Pick(
            "minimal",
            draft.Room,
            AsksWidely ? line => !SpokenText.AnswersYesOrNo(line)
                : AsksYesOrNo ? line => !SpokenText.OnlyAgrees(line)
                : null
        );

    private bool AsksYesOrNo =>
        reading.Asked is "asked-yes-no" or "asked-habit" or "asked-fact" or "asked-told" or "asked-support" or "asked-are-you";

    private bool AsksWidely => reading.Asked is { } question && !Occasions.Plain.Contains(question);
}
