namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Takes an expression apart: "before(?:one|two)after" becomes "before(?:one)after" and "before(?:two)after".</summary>
internal static class PatternParts
{
    private const int Deepest = 3;

    public static List<string> Of(string pattern) => Split(pattern, "", "", Deepest);

    private static List<string> Split(string pattern, string before, string after, int depth)
    {
        var parts = new List<string>();
        foreach (var alternative in Alternatives(pattern))
        {
            var open = FirstGroup(alternative);
            if (open < 0 || depth == 0)
            {
                parts.Add(before + "(?:" + alternative + ")" + after);
                continue;
            }

            // A group that stands first, and once, may be taken apart in turn.
            var close = Close(alternative, open);
            var rest = alternative[(close + 1)..];
            if (rest.Length > 0 && rest[0] is '?' or '*' or '+' or '{')
            {
                parts.Add(before + "(?:" + alternative + ")" + after);
                continue;
            }

            parts.AddRange(Split(alternative[(open + 3)..close], before + "(?:" + alternative[..open], rest + ")" + after, depth - 1));
        }

        return parts;
    }

    /// <summary>Where a plain group opens after nothing but anchors, or -1.</summary>
    private static int FirstGroup(string pattern)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            if (pattern[at] == '^')
            {
                at++;
            }
            else if (pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] == 'b')
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at + 2 < pattern.Length && pattern[at] == '(' && pattern[at + 1] == '?' && pattern[at + 2] == ':' ? at : -1;
    }

    private static List<string> Alternatives(string pattern)
    {
        var alternatives = new List<string>();
        var from = 0;
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = pattern.IndexOf(']', i);
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    alternatives.Add(pattern[from..i]);
                    from = i + 1;
                    break;
            }
        }

        alternatives.Add(pattern[from..]);
        return alternatives;
    }

    private static int Close(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = pattern.IndexOf(']', i);
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
            }
        }

        throw new ArgumentException("A group without its end.", nameof(pattern));
    }
}
