namespace VirtualClient.Simulation.Turns;

/// <summary>
/// A small deterministic generator for one turn's choices: SplitMix64 (Steele, Lea and Flood, 2014). It is seeded by the conversation's
/// seed, the turn and what the draw is for, and by nothing of the persona, so that name, gender and race cannot change a draw.
/// </summary>
internal struct Draw
{
    private ulong state;

    public Draw(ulong seed, int turn, DrawFor purpose)
    {
        state = Mix(seed) ^ Mix(((ulong)(uint)turn << 8) | (ulong)purpose);
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        return Mix(state);
    }

    /// <summary>The first number of this draw, for handing on as a seed.</summary>
    public readonly ulong First
    {
        get
        {
            var copy = this;
            return copy.Next();
        }
    }

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>An index drawn by weight; -1 when no weight is positive.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
        {
            sum += Math.Max(0, weight);
        }

        if (sum == 0)
        {
            return -1;
        }

        var at = Below(sum);
        for (var i = 0; i < weights.Length; i++)
        {
            at -= Math.Max(0, weights[i]);
            if (at < 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>What a draw is for, so that one choice never shifts another.</summary>
internal enum DrawFor
{
    Volunteering = 1,
    Stance,
    Foothold,
    Length,
    Affect,
    Cue,
    OwnQuestion,
    Voice,
    Safety,
}
