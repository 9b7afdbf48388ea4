namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Finds, for an expression, sets of literal pieces: every match contains at least one piece of each set. Reads the part of the expression
/// language the rules use; what it does not know ends a piece, so the sets may be weaker than possible and never wrong.
/// </summary>
internal sealed class RequiredPieces
{
    private const int Shortest = 3;
    private const int Most = 400;

    private readonly string _pattern;
    private int _at;

    private RequiredPieces(string pattern) => _pattern = pattern;

    /// <summary>The sets of pieces of three letters or more, the one that tells most first; none when a match need not contain any.</summary>
    public static List<HashSet<string>> Of(string pattern) =>
        [
            .. new RequiredPieces(pattern)
                .Alternatives()
                .Where(set => set.Count <= Most && set.All(piece => piece.Length >= Shortest))
                .OrderByDescending(set => set.Min(piece => piece.Length))
                .ThenBy(set => set.Count),
        ];

    /// <summary>Of one sequence all its sets; of several, one set with the best of each.</summary>
    private List<HashSet<string>> Alternatives()
    {
        var only = Sequence();
        if (_at >= _pattern.Length || _pattern[_at] != '|')
        {
            return only;
        }

        var all = Best(only);
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            var one = Best(Sequence());
            all = all is null || one is null ? null : [.. all, .. one];
        }

        return all is null ? [] : [all];
    }

    /// <summary>All that must be in a sequence.</summary>
    private List<HashSet<string>> Sequence()
    {
        var sets = new List<HashSet<string>>();
        var run = new System.Text.StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            if (_pattern[_at] == '(')
            {
                End();
                sets.AddRange(Group());
                continue;
            }

            var literal = Literal();
            var optional = Quantifier();
            if (literal is null || optional)
            {
                End();
            }
            else
            {
                run.Append(literal);
            }
        }

        End();
        return sets;

        void End()
        {
            if (run.Length > 0)
            {
                sets.Add([run.ToString()]);
                run.Clear();
            }
        }
    }

    private List<HashSet<string>> Group()
    {
        _at++;
        var looks = _at + 1 < _pattern.Length && _pattern[_at] == '?' && _pattern[_at + 1] is '!' or '=' or '<';
        if (_pattern[_at] == '?')
        {
            _at += _pattern[_at + 1] == '<' ? 3 : 2;
        }

        var inside = Alternatives();
        _at++;
        return Quantifier() || looks ? [] : inside;
    }

    /// <summary>The next single character if it is a literal; null for classes, escapes and anchors.</summary>
    private char? Literal()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '\\':
                var escaped = _pattern[_at++];
                return char.IsLetterOrDigit(escaped) ? null : escaped;
            case '[':
                while (_pattern[_at] != ']')
                {
                    _at++;
                }

                _at++;
                return null;
            case '^' or '$' or '.':
                return null;
            default:
                return c;
        }
    }

    /// <summary>Reads a quantifier; whether it allows none.</summary>
    private bool Quantifier()
    {
        if (_at >= _pattern.Length)
        {
            return false;
        }

        switch (_pattern[_at])
        {
            case '?' or '*':
                Next();
                return true;
            case '+':
                Next();
                // What follows a repeated character need not stand beside its first.
                return true;
            case '{':
                var none = _pattern[_at + 1] == '0';
                while (_pattern[_at] != '}')
                {
                    _at++;
                }

                Next();
                return none || _pattern[_at - 1] == '}';
            default:
                return false;
        }
    }

    private void Next()
    {
        _at++;
        if (_at < _pattern.Length && _pattern[_at] == '?')
        {
            _at++;
        }
    }

    /// <summary>The set whose shortest piece is longest, of several the smallest.</summary>
    private static HashSet<string>? Best(List<HashSet<string>> sets) =>
        sets.OrderByDescending(set => set.Min(piece => piece.Length)).ThenBy(set => set.Count).FirstOrDefault();
}
