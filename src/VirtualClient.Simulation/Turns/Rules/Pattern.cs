using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Where a rule's expression matched.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Found(int Index, int Length);

/// <summary>
/// One rule's expression, taken apart into its alternatives. Every match of an alternative contains one of a few literal pieces, so an
/// alternative is tried only on text that holds one, and made only then: of the thousands of phrasings in the rules a turn meets a
/// handful. Interpreted at first: as generated code these lists cost every build a minute, as compiled code the first turn seven seconds. A
/// phrasing that many turns have met is compiled then. Thread-safe.
/// </summary>
internal sealed class Pattern
{
    private readonly Alternative[] _alternatives;

    /// <summary>What the alternatives need, one after the other, and where each ends.</summary>
    private readonly ushort[] _plans;
    private readonly int[] _ends;

    private Pattern(string pattern)
    {
        _alternatives = [.. PatternParts.Of(pattern).Select(part => new Alternative(part))];
        _plans = [.. _alternatives.SelectMany(alternative => alternative.Plan)];
        _ends = new int[_alternatives.Length];
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i] = (i == 0 ? 0 : _ends[i - 1]) + _alternatives[i].Plan.Length;
        }
    }

    public static Pattern Of(string pattern) => new(pattern);

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var runs = new LetterRuns(text, stackalloc ulong[LetterRuns.Room]);
        for (var i = 0; i < _alternatives.Length; i++)
        {
            if (MayMatch(i, text, runs) && _alternatives[i].Regex.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The leftmost match, the longest where several begin there; null when there is none.</summary>
    public Found? First(ReadOnlySpan<char> text) => Candidates(text) is { } candidates ? First(text, candidates) : null;

    /// <summary>The alternatives that may match somewhere in a text, to be tried on its sentences; null when none may.</summary>
    public List<Alternative>? Candidates(ReadOnlySpan<char> text)
    {
        var runs = new LetterRuns(text, stackalloc ulong[LetterRuns.Room]);
        List<Alternative>? candidates = null;
        for (var i = 0; i < _alternatives.Length; i++)
        {
            if (MayMatch(i, text, runs))
            {
                (candidates ??= []).Add(_alternatives[i]);
            }
        }

        return candidates;
    }

    /// <summary>The leftmost match of some of the alternatives.</summary>
    public static Found? First(ReadOnlySpan<char> text, IReadOnlyList<Alternative> alternatives)
    {
        var runs = new LetterRuns(text, stackalloc ulong[LetterRuns.Room]);
        Found? first = null;
        foreach (var alternative in alternatives)
        {
            if (!runs.MayMeet(alternative.Plan) || !alternative.HoldsPiece(text))
            {
                continue;
            }

            foreach (var match in alternative.Regex.EnumerateMatches(text))
            {
                if (first is not { } best || match.Index < best.Index || (match.Index == best.Index && match.Length > best.Length))
                {
                    first = new Found(match.Index, match.Length);
                }

                break;
            }
        }

        return first;
    }

    /// <summary>All matches of all alternatives, from left to right; they may overlap.</summary>
    public List<Found> All(ReadOnlySpan<char> text)
    {
        var runs = new LetterRuns(text, stackalloc ulong[LetterRuns.Room]);
        var all = new List<Found>();
        for (var i = 0; i < _alternatives.Length; i++)
        {
            if (MayMatch(i, text, runs))
            {
                foreach (var match in _alternatives[i].Regex.EnumerateMatches(text))
                {
                    all.Add(new Found(match.Index, match.Length));
                }
            }
        }

        all.Sort((one, other) => one.Index.CompareTo(other.Index));
        return all;
    }

    /// <summary>Whether the text holds the pieces that every match of an alternative contains; false means there is no match.</summary>
    private bool MayMatch(int alternative, ReadOnlySpan<char> text, LetterRuns runs)
    {
        var start = alternative == 0 ? 0 : _ends[alternative - 1];
        return runs.MayMeet(_plans.AsSpan(start, _ends[alternative] - start)) && _alternatives[alternative].HoldsPiece(text);
    }

    /// <summary>Makes every expression, so that a test finds one that cannot be made.</summary>
    internal int MakeAll() => _alternatives.Count(alternative => alternative.Regex is not null);

    /// <summary>One phrasing of a rule.</summary>
    internal sealed class Alternative
    {
        private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        private const int Often = 500;

        /// <summary>Of more pieces than these one search is sooner done than asking for each.</summary>
        private const int Few = 64;

        private readonly string _pattern;
        private readonly string? _piece;
        private readonly SearchValues<string>? _search;
        private int _uses;
        private Regex? _regex;

        public Alternative(string pattern)
        {
            _pattern = pattern;
            var sets = RequiredPieces.Of(pattern);
            var best = sets.FirstOrDefault();
            _piece = best is { Count: 1 } ? best.First() : null;
            _search = best is { Count: > 1 } ? SearchValues.Create([.. best], StringComparison.Ordinal) : null;
            Plan = LetterRuns.PlanOf(sets.Where(set => set.Count <= Few).OrderBy(set => set.Count));
        }

        /// <summary>What of its pieces is asked first, see <see cref="LetterRuns"/>.</summary>
        public ushort[] Plan { get; }

        /// <summary>Made when first needed, and made again as compiled code once it has often been needed.</summary>
        public Regex Regex
        {
            get
            {
                if (_regex is not null && ++_uses != Often)
                {
                    return _regex;
                }

                return _regex = new Regex(_pattern, _regex is null ? Options : Options | RegexOptions.Compiled);
            }
        }

        /// <summary>Whether the text holds a piece of the set that tells most; surely, where the plan only says perhaps.</summary>
        public bool HoldsPiece(ReadOnlySpan<char> text) =>
            (_piece is null || text.Contains(_piece, StringComparison.Ordinal)) && (_search is null || text.ContainsAny(_search));
    }
}
