using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <content>What comes after the student was met and answered: the beginner's foothold, more of the same, the client's own question.</content>
internal sealed partial class ReplyComposer
{
    /// <summary>Goes on until the planned length is reached, with the nearest thing there is to say.</summary>
    private void GoOn()
    {
        if (!draft.IsEmpty && plan.Foothold is null && Enough())
        {
            return;
        }

        if (GivesAFoothold && draft.Words < FootholdWords)
        {
            Offer(plan.Foothold!);
            return;
        }

        var roams = reading.Asked is { } open && Occasions.LetsRoam.Contains(open);
        var story = roams && !Occasions.HoldsBack(plan.Stance) || plan.Stance == Stance.ChangesSubject;
        for (var i = 0; i < MostFillings && draft.Short > 0; i++)
        {
            var concrete = Concrete(i, story);
            story &= concrete is null;
            if (concrete is not null)
            {
                draft.Add(concrete);
            }
            else if (i > 0 && draft.Words > 3 || !MayFollow())
            {
                return;
            }
            else
            {
                draft.Add(picker, Occasions.GoOnWith(plan.Stance, i, dice));
            }
        }
    }

    /// <summary>A safety question that got its partial answer before: to a threat or a reproach around it a person answers that.</summary>
    private bool AnsweredInPart() =>
        reading.Landed is "warned" or "judged" or "insulted"
        && plan.PartialAnswers.Count > 0
        && plan.Opening.Count == 0
        && plan.PartialAnswers.All(said.Told);

    private bool Enough() =>
        reading.Odd is not null
        || shut
        || answered
        || reading.Hurts && draft.Band <= LengthBand.Short
        || plan.Stance is Stance.CompliesWithoutEngaging or Stance.GoesQuiet or Stance.CorrectsTheWorker
        || reading.Landed is "silence" or "encouraged" && plan.Stance is not (Stance.OpensUp or Stance.SeeksReassurance)
        || reading.Asked is { } plain && Occasions.Plain.Contains(plain)
        || Occasions.Ceremonies.Contains(reading.Landed ?? "");

    private bool GivesAFoothold => plan.Foothold is { } foothold && !asked && !said.Ever(foothold);

    /// <summary>Lines about how it is follow a question about that, or something the student said; after other answers they come from nowhere.</summary>
    private bool MayFollow() =>
        draft.IsEmpty
        || reading.Asked is not { } question
        || plan.Stance == Stance.ChangesSubject
        || plan.Stance != Stance.SeeksReassurance && Occasions.AboutHowItIs.Contains(question) && question != "asked-more";

    /// <summary>The beginner's place to stand. After the answer to something else a person says that it is another matter.</summary>
    private void Offer(string foothold)
    {
        var aside = !draft.IsEmpty && (reading.Hurts || reading.Asked is { } asked && !Occasions.LetsRoam.Contains(asked));
        var offered = material.Volunteered(foothold);
        if (offered is not null && aside)
        {
            draft.Add(picker.Pick("to-the-point", 10));
        }

        draft.Add(offered ?? material.Next(draft.Room, onSubject: false, story: true, dice));
    }

    /// <summary>Something of this person's life that goes on from here, if the person is in the mood to tell it.</summary>
    private string? Concrete(int step, bool story)
    {
        var holds = Occasions.HoldsBack(plan.Stance) && (step == 0 || plan.Stance != Stance.ChangesSubject);
        return holds || reading.Hurts || draft.Room <= 4 ? null : material.Next(draft.Room, onSubject: !story && !MayRoam, story, dice);
    }

    /// <summary>Who opens up may speak of something else, unless something was asked.</summary>
    private bool MayRoam => plan.Stance == Stance.OpensUp && (reading.Asked is not { } asked || Occasions.LetsRoam.Contains(asked));

    private void AskBack()
    {
        if (plan.OwnQuestion is { } question && !plan.Leaves && !asked)
        {
            draft.Add(said.Told(question) ? picker.Pick("asked-you") : question);
        }
    }
}
