namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Finds, for an expression, a set of literal pieces of which every match contains at least one. Reads the part of the expression
/// language the rules use; what it does not know ends a piece, so the set may be weaker than possible and never wrong.
/// </summary>
internal sealed class RequiredPieces
{
    private const int Shortest = 3;
    private const int Most = 400;

    private readonly string _pattern;
    private int _at;

    private RequiredPieces(string pattern) => _pattern = pattern;

    /// <summary>The pieces, or null when a match need not contain any of three letters or more.</summary>
    public static IReadOnlyCollection<string>? Of(string pattern)
    {
        var pieces = new RequiredPieces(pattern).Alternatives();
        return pieces is null || pieces.Count > Most || pieces.Any(piece => piece.Length < Shortest) ? null : pieces;
    }

    private HashSet<string>? Alternatives()
    {
        HashSet<string>? all = new(StringComparer.Ordinal);
        while (true)
        {
            var one = Sequence();
            if (one is null || all is null)
            {
                all = null;
            }
            else
            {
                all.UnionWith(one);
            }

            if (_at >= _pattern.Length || _pattern[_at] != '|')
            {
                return all;
            }

            _at++;
        }
    }

    /// <summary>Of all that must be in a sequence, the set whose shortest piece is longest.</summary>
    private HashSet<string>? Sequence()
    {
        HashSet<string>? best = null;
        var run = new System.Text.StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            if (_pattern[_at] == '(')
            {
                End();
                best = Better(best, Group());
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
        return best;

        void End()
        {
            if (run.Length > 0)
            {
                best = Better(best, [run.ToString()]);
                run.Clear();
            }
        }
    }

    private HashSet<string>? Group()
    {
        _at++;
        var looks = _at + 1 < _pattern.Length && _pattern[_at] == '?' && _pattern[_at + 1] is '!' or '=' or '<';
        if (_pattern[_at] == '?')
        {
            _at += _pattern[_at + 1] == '<' ? 3 : 2;
        }

        var inside = Alternatives();
        _at++;
        return Quantifier() || looks ? null : inside;
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

    private static HashSet<string>? Better(HashSet<string>? one, HashSet<string>? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        var (a, b) = (one.Min(piece => piece.Length), other.Min(piece => piece.Length));
        return b > a || (b == a && other.Count < one.Count) ? other : one;
    }
}
