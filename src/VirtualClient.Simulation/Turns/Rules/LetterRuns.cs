namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Which runs of three letters a text holds, as bits that several runs may share: it may say yes to a run that is not there, never no to one
/// that is. Made once for a text, it answers for thousands of pieces in a few instructions each, where every search would read the text again.
/// </summary>
internal readonly ref struct LetterRuns
{
    public const int Length = 3;

    /// <summary>Words of 64 bits; 4,096 bits are a tenth full after a turn of 400 characters.</summary>
    public const int Room = 64;

    private readonly ReadOnlySpan<ulong> _bits;

    /// <param name="room">Zeros, <see cref="Room"/> of them.</param>
    public LetterRuns(ReadOnlySpan<char> text, Span<ulong> room)
    {
        for (var i = 0; i + Length <= text.Length; i++)
        {
            var place = Place(text[i], text[i + 1], text[i + 2]);
            room[place >> 6] |= 1UL << (place & 63);
        }

        _bits = room;
    }

    /// <summary>The bits of a text, to be kept.</summary>
    public static ulong[] Of(ReadOnlySpan<char> text)
    {
        var bits = new ulong[Room];
        _ = new LetterRuns(text, bits);
        return bits;
    }

    /// <summary>With bits that were set before.</summary>
    public LetterRuns(ReadOnlySpan<ulong> bits) => _bits = bits;

    /// <summary>
    /// What an expression needs, as one row of numbers, so that thousands of them are read one after the other: for each set its length, and in it
    /// for each piece how many places follow and which.
    /// </summary>
    public static ushort[] PlanOf(IEnumerable<IReadOnlyCollection<string>> sets)
    {
        var plan = new List<ushort>();
        foreach (var set in sets)
        {
            var start = plan.Count;
            plan.Add(0);
            foreach (var piece in set)
            {
                var places = PlacesOf(piece);
                plan.Add((ushort)places.Length);
                plan.AddRange(places);
            }

            plan[start] = (ushort)(plan.Count - start - 1);
        }

        return [.. plan];
    }

    /// <summary>Whether the text may hold a piece of each set.</summary>
    public bool MayMeet(ReadOnlySpan<ushort> plan)
    {
        while (!plan.IsEmpty)
        {
            if (!MayHoldAny(plan.Slice(1, plan[0])))
            {
                return false;
            }

            plan = plan[(plan[0] + 1)..];
        }

        return true;
    }

    private bool MayHoldAny(ReadOnlySpan<ushort> pieces)
    {
        var at = 0;
        while (at < pieces.Length)
        {
            var end = at + 1 + pieces[at];
            at++;
            while (at < end && Holds(pieces[at]))
            {
                at++;
            }

            if (at == end)
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    private bool Holds(int place) => (_bits[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>Of a long piece the first run, the last and one between: more tell little more.</summary>
    private static ushort[] PlacesOf(string piece)
    {
        var last = piece.Length - Length;
        return [.. new[] { 0, last / 2, last }.Distinct().Select(at => (ushort)Place(piece[at], piece[at + 1], piece[at + 2]))];
    }

    /// <summary>Multiplicative hashing (Knuth, The Art of Computer Programming, 6.4) to 12 bits.</summary>
    private static int Place(char first, char second, char third) =>
        (int)(((uint)(first ^ (second << 8) ^ (third << 16)) * 2654435769u) >> 20);
}
