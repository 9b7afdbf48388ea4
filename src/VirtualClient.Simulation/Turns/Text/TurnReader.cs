using System.Text;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Reads a turn once, character by character, into a <see cref="TurnText"/>. Linear in the length of the turn.</summary>
internal sealed class TurnReader
{
    private const int LongestTurn = 4000;

    private readonly string _raw;
    private readonly StringBuilder _normal = new();
    private readonly List<int> _origins = [];
    private readonly List<Word> _words = [];
    private readonly List<string> _cues = [];
    private readonly List<(int From, int To)> _quotes = [];
    private readonly List<(int End, bool Asks, bool Stops)> _ends = [];
    private int _firstOfSentence;
    private int _openQuote = -1;
    private bool _singleQuote;

    public TurnReader(string text) => _raw = text.Length > LongestTurn ? text[..LongestTurn] : text;

    public TurnText Read()
    {
        var i = 0;
        while (i < _raw.Length)
        {
            var c = Letters.Straight(_raw[i]);
            i = c switch
            {
                '*' => Bracketed(i, '*', keep: true),
                '[' => Bracketed(i, ']', keep: false),
                '(' => Bracketed(i, ')', keep: true),
                '"' => Quote(i),
                '\'' => SingleQuote(i),
                '.' or '!' or '?' or '\n' or '…' => Stop(i),
                ',' or ';' or ':' or '–' or '—' => Pause(i),
                '-' when i + 1 < _raw.Length && _raw[i + 1] == '-' => Pause(i + 1),
                _ when char.IsLetterOrDigit(c) => ReadWord(i),
                _ => i + 1,
            };
        }

        EndSentence(asks: false, stops: false);
        var normal = _normal.ToString();
        var sentences = SentenceCutter.Cut(normal, _words, _ends);
        return new TurnText(_raw, normal, Blank(normal), [.. _origins], _words, sentences, _cues);
    }

    /// <summary>Takes a cue such as *nods* out of the text; longer stretches between such marks are ordinary text.</summary>
    private int Bracketed(int from, char close, bool keep)
    {
        var limit = Math.Min(_raw.Length, from + 80);
        for (var i = from + 1; i < limit; i++)
        {
            if (_raw[i] == close)
            {
                var cue = _raw[(from + 1)..i].Trim().ToLowerInvariant();
                if (keep && cue.Length > 0 && close == '*')
                {
                    _cues.Add(cue);
                }

                // Round brackets hold asides ("(and I mean it)"), which are part of the turn.
                return close == ')' ? from + 1 : i + 1;
            }

            if (_raw[i] == '\n')
            {
                break;
            }
        }

        return from + 1;
    }

    private int Quote(int at)
    {
        if (_openQuote < 0)
        {
            _openQuote = _normal.Length;
        }
        else
        {
            _quotes.Add((_openQuote, _normal.Length));
            _openQuote = -1;
        }

        return at + 1;
    }

    /// <summary>An apostrophe opens a quotation only where a word begins and another one closes it.</summary>
    private int SingleQuote(int at)
    {
        if (_singleQuote)
        {
            _singleQuote = false;
            return Quote(at);
        }

        var opens = _openQuote < 0 && at + 1 < _raw.Length && char.IsLetter(_raw[at + 1]) && (at == 0 || char.IsWhiteSpace(_raw[at - 1]));
        var limit = Math.Min(_raw.Length, at + 200);
        for (var i = at + 2; opens && i < limit; i++)
        {
            if (Letters.Straight(_raw[i]) == '\'' && !IsInnerApostrophe(i))
            {
                _singleQuote = true;
                return Quote(at);
            }
        }

        return at + 1;
    }

    private int Stop(int at)
    {
        var asks = false;
        var end = at;
        while (end < _raw.Length && _raw[end] is '.' or '!' or '?' or '\n' or '…' or ' ' or '"' or '\u201D')
        {
            asks |= _raw[end] == '?';
            if (Letters.Straight(_raw[end]) == '"')
            {
                Quote(end);
            }

            end++;
            if (end >= _raw.Length)
            {
                break;
            }
        }

        if (_raw[at] == '.' && !IsSentenceEnd(at))
        {
            return at + 1;
        }

        Put(asks ? '?' : '.', at);
        EndSentence(asks, stops: true);
        return end;
    }

    private bool IsSentenceEnd(int at)
    {
        if (at + 1 < _raw.Length && char.IsLetterOrDigit(_raw[at + 1]) && at > 0 && char.IsDigit(_raw[at - 1]))
        {
            return false;
        }

        return _words.Count == 0 || _words[^1].Form is not ("dr" or "mr" or "mrs" or "ms" or "st");
    }

    private int Pause(int at)
    {
        Put(',', at);
        return at + 1;
    }

    private int ReadWord(int from)
    {
        var to = from;
        while (to < _raw.Length && (char.IsLetterOrDigit(_raw[to]) || IsInnerApostrophe(to)))
        {
            to++;
        }

        // A word begun and begun again ("wh-what", "I-I") is said once.
        if (to + 1 < _raw.Length && _raw[to] == '-' && char.IsLetter(_raw[to + 1]) && Restarts(from, to))
        {
            return to + 1;
        }

        var word = Letters.Lower(_raw.AsSpan(from, to - from));
        if (word is "um" or "uh" or "uhm" or "er" or "erm" && !(word == "uh" && FollowedBy(to, "huh")))
        {
            return to;
        }

        var after = to;
        var next = LeftOutWords.LooksAhead(word) ? NextWord(to, out after) : null;
        var placed = LeftOutWords.Place(word, WordBefore(1), WordBefore(2), next, out var taken);
        var forms = ReferenceEquals(placed, word) ? Spelling.Normalize(word) : placed;
        foreach (var part in forms.AsSpan().Split(' '))
        {
            if (part.End.Value > part.Start.Value)
            {
                var form = part.Start.Value == 0 && part.End.Value == forms.Length ? forms : forms[part];
                if (LeftOutWords.Between(form, WordBefore(1), WordBefore(2)) is { } verb)
                {
                    PutWord(verb, from);
                }

                PutWord(form, from);
            }
        }

        return taken > 0 ? after : to;
    }

    /// <summary>The word that stands so many before, within the sentence.</summary>
    private string? WordBefore(int back) => _words.Count - back >= _firstOfSentence ? _words[^back].Form : null;

    /// <summary>The word that follows with nothing but a space between, and where it ends; looked up only where it may decide.</summary>
    private string? NextWord(int at, out int end)
    {
        end = at;
        if (at + 1 >= _raw.Length || _raw[at] != ' ')
        {
            return null;
        }

        end = at + 1;
        while (end < _raw.Length && (char.IsLetterOrDigit(_raw[end]) || IsInnerApostrophe(end)))
        {
            end++;
        }

        return end > at + 1 ? _raw[(at + 1)..end].ToLowerInvariant() : null;
    }

    private bool IsInnerApostrophe(int at) =>
        Letters.Straight(_raw[at]) == '\''
        && at + 1 < _raw.Length
        && char.IsLetter(_raw[at + 1])
        && at > 0
        && char.IsLetterOrDigit(_raw[at - 1]);

    private bool FollowedBy(int at, string word) =>
        at + 1 < _raw.Length
        && _raw[at] is ' ' or '-'
        && string.Compare(_raw, at + 1, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private bool Restarts(int from, int to)
    {
        var length = to - from;
        return length <= 12
            && to + 1 + length <= _raw.Length
            && string.Compare(_raw, from, _raw, to + 1, length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private void PutWord(string form, int origin)
    {
        if (_normal.Length > 0 && _normal[^1] != ' ')
        {
            Put(' ', origin);
        }

        _words.Add(new Word(form, Stemmer.Stem(form), _normal.Length));
        foreach (var c in form)
        {
            Put(c, origin);
        }
    }

    private void Put(char c, int origin)
    {
        _normal.Append(c);
        _origins.Add(origin);
    }

    private void EndSentence(bool asks, bool stops)
    {
        _ends.Add((_normal.Length, asks, stops));
        _firstOfSentence = _words.Count;
    }

    private string Blank(string normal)
    {
        var inside = _quotes.Sum(quote => quote.To - quote.From);
        if (inside == 0 || inside >= normal.Length - 4)
        {
            return normal;
        }

        var blank = normal.ToCharArray();
        foreach (var (from, to) in _quotes)
        {
            for (var i = from; i < Math.Min(to, blank.Length); i++)
            {
                // A placeholder that is a word keeps "you said ..." a whole sentence for the rules.
                blank[i] = blank[i] is '.' or '?' or ',' ? blank[i] : '_';
            }
        }

        return new string(blank);
    }
}
