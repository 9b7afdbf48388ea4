using System.Runtime.CompilerServices;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Writes the part of the prompt that stays the same through a conversation. It depends on the persona alone, and nothing that any
/// disclosure keeps is in it, open or not. Thread-safe.
/// </summary>
internal static class StablePart
{
    /// <summary>Characters of the whole, whatever an author or an import holds.</summary>
    public const int Most = 24_000;

    private const int Short = 120;
    private const int Line = 600;
    private const int Lines = 1_500;
    private const int Story = 6_000;

    private static readonly PromptFile Template = PromptFile.Load("stable");
    private static readonly PromptFile Parts = PromptFile.Load("parts");

    // A conversation asks for the same person's part at every turn; it goes with the person.
    private static readonly ConditionalWeakTable<Persona, string> Written = new();

    public static string Of(Persona p) => Written.GetValue(p, Write);

    private static string Write(Persona p)
    {
        var kept = KeptBack.All(p);
        var name = Fence.Clean(p.Name, Short);
        var age = p.Age.ToString();
        return Template.Fill(
            "",
            new Dictionary<string, string>
            {
                ["name"] = name,
                ["age"] = age,
                ["setting"] = Open(p.Setting, Short),
                ["minor"] = p.Age < ContentFloor.AdultAge ? Parts.Fill("minor", "age", age) : "",
                ["pronouns"] = Open(p.Pronouns, Short),
                ["gender"] = Open(p.Gender, Short),
                ["race"] = Open(p.Race, Short),
                ["means"] = Open(p.SocioeconomicStatus, Short),
                ["scene"] = Open(p.Scene, Line),
                ["whynow"] = Open(p.Referral.WhyNow, Line),
                ["concern"] = Open(p.PresentingConcern, Line),
                ["wish"] = Open(p.Wish, Line),
                ["strengths"] = List(p.Strengths.Select(x => x?.Trim().TrimEnd('.') ?? ""), "; "),
                ["traits"] = Open(string.Join(' ', p.Traits.Select(t => Behavior(p, t)).Distinct()), Lines),
                ["style"] = Parts.Fill("style." + Codes.Of(p.Style)),
                ["words"] = Words(p.Speech),
                ["cues"] = List(p.Cues, "; "),
                ["facts"] = List(p.PlainFacts.Select(f => f.Answer), " "),
                ["background"] = Background(p, kept),
                ["principles"] = Principles(p, kept),
            }
        );

        string Open(string? text, int most) => kept.Without(Fence.Clean(text, most));

        string List(IEnumerable<string> texts, string between) =>
            Cap(string.Join(between, texts.Select(x => Open(x, Line)).Where(x => x.Length > 0)), Lines);

        string Words(Speech s) =>
            List(
                s.Openers.Concat(s.Fillers).Concat(s.Yes).Concat(s.No).Concat(s.Minimal).Concat(s.Heard).Concat(s.Bristle).Distinct(),
                " / "
            );
    }

    /// <summary>
    /// A teacher's edited stable part for a test: what is kept back stays out of it too, and it cannot pretend to be a direction. Principles
    /// come after it as they do without an edit, so that one that is switched on or off holds for the next reply.
    /// </summary>
    public static string Of(Persona p, string edited)
    {
        var kept = KeptBack.All(p);
        var capped = Cap(edited.ReplaceLineEndings("\n"), Most).Replace("direction>", "direction", StringComparison.OrdinalIgnoreCase);
        var rest = string.Join('\n', capped.Split('\n').Select(kept.Without));
        return kept.FindIn(rest) is not null ? Of(p)
            : Principles(p, kept) is { Length: > 0 } principles ? $"{rest}\n{principles}"
            : rest;
    }

    private static string Principles(Persona p, KeptBack kept)
    {
        var lines = p.Principles.Select(x => kept.Without(Fence.Clean(x, Line))).Where(x => x.Length > 0).Select(x => "- " + x);
        var principles = Cap(string.Join('\n', lines), Lines);
        return principles.Length == 0
            ? ""
            : Parts.Fill(
                "principles",
                new Dictionary<string, string> { ["name"] = Fence.Clean(p.Name, Short), ["principles"] = principles }
            );
    }

    private static string Behavior(Persona p, Trait trait) =>
        p.TraitReasons.FirstOrDefault(r => r.Trait == trait) is { Reason.Length: > 0 } own
            ? Ended(own.Reason)
            : Parts.Fill("trait." + Codes.Of(trait));

    private static string Ended(string sentence) =>
        sentence.TrimEnd() is var s && s.Length > 0 && ".!?".Contains(s[^1]) ? s : sentence.TrimEnd() + ".";

    /// <summary>The story's sentences as separate facts; those that may be a kept fact in other words are left out.</summary>
    private static string Background(Persona p, KeptBack kept)
    {
        var open = Sentences
            .Split(p.Story.Length > 4 * Story ? p.Story[..(4 * Story)] : p.Story)
            .Select(s => Fence.Clean(s, Line))
            .Where(s => s.Length > 0 && !kept.MayBeToldBy(s));
        var all = Cap(string.Join(' ', open), Story);
        return kept.Without(all);
    }

    private static string Cap(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
