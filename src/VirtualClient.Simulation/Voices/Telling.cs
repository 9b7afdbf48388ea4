using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>Weaves facts that open into speech: an approach, the person's own words, sometimes what is left when it is out.</summary>
internal static class Telling
{
    public static bool OpeningFacts(
        ReplyPlan plan,
        IReadOnlySet<string> touched,
        HeardTurn reading,
        ReplyDraft draft,
        PhrasePicker picker,
        SaidBefore said,
        VoiceDice dice
    )
    {
        if (plan.Opening.Count == 0)
        {
            return false;
        }

        var led = touched.Overlaps(plan.Opening.Select(fact => fact.Id));
        if (reading.Asked is null && reading.Landed is "heard" or "introduced" or "apology" && dice.Chance(led ? 40 : 100))
        {
            draft.Add(picker.Pick(reading.Landed, maxWords: 5));
        }

        if (!led && reading.Asked is { } asked && plan.PlainAnswer is null && Occasions.Plain.Contains(asked) && draft.IsEmpty)
        {
            draft.Add(picker.Pick(asked, maxWords: 8));
        }

        var answered = plan.Ask == PlainAsk.Fact && plan.PlainAnswer is { } answer && !said.Ever(answer) && draft.Add(answer);

        for (var i = 0; i < plan.Opening.Count; i++)
        {
            // "And another thing" needs a thing before it.
            var first = i == 0 && plan.Known.Count == 0;
            var words = plan.Opening[i].OwnWords;
            var own = words.FirstOrDefault(way => !said.Ever(way)) ?? words[0];
            var fact = plan.Opening[i];
            // What weighs most is not brought up by the way.
            var heavy = fact.Risk is not null || fact.Importance == Importance.Core;
            var approach =
                i > 0 ? Approach("link", 100)
                : answered || !Led(fact)
                    ? heavy ? picker.Pick("lead-apart", 8)
                        : Approach(first ? "unasked-first" : "unasked", 100)
                : Approach(fact.Risk is null ? "lead" : "risk-lead", draft.IsEmpty ? 60 : 25);
            draft.Add(approach is null ? own : SpokenText.Join(approach, own));

            string? Approach(string family, int percent) =>
                own.StartsWith('*') || !dice.Chance(percent) ? null
                : SpokenText.Joins(own)
                && !own.StartsWith("So ", StringComparison.Ordinal)
                && picker.Pick(family, 8) is { } lead
                && !SpokenText.Stutters(lead, own)
                    ? lead
                : picker.Pick(family + "-apart", 8);
        }

        if (draft.Short > 0 || draft.Room > 10 && dice.Chance(30))
        {
            draft.Add(picker.Pick(plan.Opening[^1].Risk is null ? "tail" : "risk-tail", 14));
        }

        return true;

        // A wide question leads to whatever is on the person's mind; one about something else does not.
        bool Led(Disclosure fact) =>
            touched.Contains(fact.Id)
            || reading.Asked is { } asked && (Occasions.LetsRoam.Contains(asked) || Occasions.AboutHowItIs.Contains(asked));
    }
}
