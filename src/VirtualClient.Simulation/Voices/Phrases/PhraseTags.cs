using System.Runtime.InteropServices;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>Age as it shows in speech: under 20, 20 to 64, 65 and over.</summary>
internal enum AgeBand
{
    Teen,
    Adult,
    Elder,
}

/// <summary>Trust as it shows in speech: below 2, 2 to 3, above 3.</summary>
internal enum TrustBand
{
    Guarded,
    Warming,
    Open,
}

/// <summary>Who speaks now, and how: what the tags of a phrase are held against.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mood(CommunicationStyle Style, Affect Affect, Stance Stance, AgeBand Age, TrustBand Trust)
{
    public static Mood Of(Persona persona, ReplyPlan plan, decimal trust) =>
        new(persona.Style, plan.Affect, plan.Stance, AgeOf(persona), TrustOf(trust));

    public static AgeBand AgeOf(Persona persona) =>
        persona.Age switch
        {
            < 20 => AgeBand.Teen,
            < 65 => AgeBand.Adult,
            _ => AgeBand.Elder,
        };

    private static TrustBand TrustOf(decimal trust) =>
        trust switch
        {
            < 2m => TrustBand.Guarded,
            <= 3m => TrustBand.Warming,
            _ => TrustBand.Open,
        };
}

/// <summary>Tags of one kind are alternatives; tags of different kinds must all hold. No tag of a kind: any.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseTags(int Styles, int Affects, int Stances, int Ages, int Trusts)
{
    /// <summary>How many kinds are narrowed; narrower phrases are preferred.</summary>
    public int Specificity => Count(Styles) + Count(Affects) + Count(Stances) + Count(Ages) + Count(Trusts);

    public bool Fit(Mood mood) =>
        Holds(Styles, (int)mood.Style)
        && Holds(Affects, (int)mood.Affect)
        && Holds(Stances, (int)mood.Stance)
        && Holds(Ages, (int)mood.Age)
        && Holds(Trusts, (int)mood.Trust);

    /// <exception cref="FormatException">A word is no tag.</exception>
    public static PhraseTags Parse(string line)
    {
        var tags = default(PhraseTags);
        foreach (var word in line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.Replace("-", "", StringComparison.Ordinal);
            tags = tags.With(name) ?? throw new FormatException($"'{word}' is no style, affect, stance, age or trust band.");
        }

        return tags;
    }

    private PhraseTags? With(string name)
    {
        if (Enum.TryParse<CommunicationStyle>(name, ignoreCase: true, out var style))
        {
            return this with { Styles = Styles | (1 << (int)style) };
        }

        if (Enum.TryParse<Affect>(name, ignoreCase: true, out var affect))
        {
            return this with { Affects = Affects | (1 << (int)affect) };
        }

        if (Enum.TryParse<Stance>(name, ignoreCase: true, out var stance))
        {
            return this with { Stances = Stances | (1 << (int)stance) };
        }

        if (Enum.TryParse<AgeBand>(name, ignoreCase: true, out var age))
        {
            return this with { Ages = Ages | (1 << (int)age) };
        }

        return Enum.TryParse<TrustBand>(name, ignoreCase: true, out var trust) ? this with { Trusts = Trusts | (1 << (int)trust) } : null;
    }

    private static int Count(int mask) => mask == 0 ? 0 : 1;

    private static bool Holds(int mask, int value) => mask == 0 || (mask & (1 << value)) != 0;
}
