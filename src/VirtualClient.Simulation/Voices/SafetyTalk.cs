using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>Answers to direct questions about safety: the plan's own, said once and then referred back to; never a denial of what is open.</summary>
internal static class SafetyTalk
{
    public static bool Answer(VoiceRequest request, ReplyDraft draft, PhrasePicker picker, SaidBefore said)
    {
        var plan = request.Plan;
        foreach (var partial in plan.PartialAnswers)
        {
            draft.Add(said.Told(partial) ? picker.Pick("partly-again") : partial);
        }

        // Of what is told the plan's answer is another telling; said before too, it is stood by and never taken back.
        var told = plan.Known.Any(fact => fact.Risk is { } risk && request.Signals.AskedAbout.Contains(risk));
        foreach (var clean in plan.CleanAnswers)
        {
            draft.Add(said.Told(clean) ? picker.Pick(told ? "yes-again" : "no-again") : clean);
        }

        return told && plan.Opening.Count == 0 && draft.IsEmpty ? draft.Add(picker.Pick("yes-again")) : !draft.IsEmpty;
    }
}
