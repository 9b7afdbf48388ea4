using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>Writes the direction for one reply: short, explicit, the same for every model. Thread-safe.</summary>
internal static class PlanWriter
{
    /// <summary>About 200 tokens at four characters each; what must be said may go over, what may be left out is left out.</summary>
    public const int MostCharacters = 800;

    private const int MostText = 420;

    // The history holds them anyway; these two are reminders.
    private const int MostKnown = 2;

    private static readonly PromptFile File = PromptFile.Load("plan");

    /// <param name="kept">What is closed; a text that gives any of it away is left out, wherever it came from.</param>
    public static string Write(ReplyPlan plan, KeptBack? kept, string? correction)
    {
        var lines = new List<string> { File.Fill("stance." + Codes.Of(plan.Stance)) };
        lines.Add(File.Fill("affect." + Codes.Of(plan.Affect)) + " " + File.Fill("length." + Codes.Of(plan.Length)));
        if (plan.Leaves)
        {
            lines.Add(File.Fill("leaves"));
        }

        foreach (var fact in plan.Opening)
        {
            // The first own words are what this person says; what is open may be said, so it is not held against what is closed.
            Say("opening", fact.OwnWords.Count > 0 ? fact.OwnWords[0] : fact.Fact, null);
        }

        Each("partial", plan.PartialAnswers);
        Each("clean", plan.CleanAnswers);
        Each("deflection", plan.Deflections.Take(1));
        Say("answer", plan.PlainAnswer, kept);
        Say("own_question", plan.OwnQuestion, kept);
        if (correction is not null)
        {
            Say("correction", correction, kept);
        }

        var must = lines.Count;
        // A deflection or own words often bring their gesture with them; one is enough.
        Say(
            "cue",
            lines.Exists(l => l.Contains('*')) ? null : plan.Cue,
            kept,
            otherwise: lines.Exists(l => l.Contains('*')) ? null : "no_cue"
        );
        if (plan.Avoid.Count > 0)
        {
            Say("avoid", string.Join("; ", plan.Avoid.Select(a => a.TrimEnd('.'))), kept);
        }

        Say("foothold", plan.Foothold, kept);
        // Who says four words does not go back to what was told, and a small model given more to say says it.
        if (plan.Length != LengthBand.Minimal)
        {
            Say("echo", string.Join(", ", plan.Echoes.Take(3)), kept);
            foreach (var fact in plan.Known.TakeLast(MostKnown).Reverse())
            {
                Say("known", fact.Fact, null);
            }
        }

        return Fit(lines, must);

        void Each(string key, IEnumerable<string> texts)
        {
            foreach (var text in texts)
            {
                Say(key, text, kept);
            }
        }

        void Say(string key, string? text, KeptBack? against, string? otherwise = null)
        {
            var clean = Fence.Clean(text, MostText);
            if (clean.Length > 0 && against?.FindIn(clean) is null)
            {
                lines.Add(File.Fill(key, "text", clean));
            }
            else if (otherwise is not null)
            {
                lines.Add(File.Fill(otherwise));
            }
        }
    }

    private static string Fit(List<string> lines, int must)
    {
        var kept = lines.Take(must).ToList();
        var length = kept.Sum(l => l.Length + 1);
        foreach (var line in lines.Skip(must))
        {
            if (length + line.Length + 1 <= MostCharacters)
            {
                kept.Add(line);
                length += line.Length + 1;
            }
        }

        return string.Join('\n', kept);
    }
}
