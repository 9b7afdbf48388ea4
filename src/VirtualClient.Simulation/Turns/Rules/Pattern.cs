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
    private readonly SearchValues<string>? _pieces;

    private Pattern(string pattern)
    {
        _alternatives = [.. PatternParts.Of(pattern).Select(part => new Alternative(part))];
        if (Array.TrueForAll(_alternatives, alternative => alternative.Pieces is not null))
        {
            _pieces = SearchValues.Create(
                [.. _alternatives.SelectMany(alternative => alternative.Pieces!).Distinct()],
                StringComparison.Ordinal
            );
        }
    }

    public static Pattern Of(string pattern) => new(pattern);

    /// <summary>Whether the text holds a piece that every match contains; false means there is no match.</summary>
    public bool MayMatch(ReadOnlySpan<char> text) => _pieces is null || text.ContainsAny(_pieces);

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (!MayMatch(text))
        {
            return false;
        }

        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(text) && alternative.Regex.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The leftmost match, the longest where several begin there; null when there is none.</summary>
    public Found? First(ReadOnlySpan<char> text) => MayMatch(text) ? First(text, _alternatives) : null;

    /// <summary>The alternatives that may match somewhere in a text, to be tried on its sentences; null when none may.</summary>
    public List<Alternative>? Candidates(ReadOnlySpan<char> text)
    {
        if (!MayMatch(text))
        {
            return null;
        }

        List<Alternative>? candidates = null;
        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(text))
            {
                (candidates ??= []).Add(alternative);
            }
        }

        return candidates;
    }

    /// <summary>The leftmost match of some of the alternatives.</summary>
    public static Found? First(ReadOnlySpan<char> text, IReadOnlyList<Alternative> alternatives)
    {
        Found? first = null;
        foreach (var alternative in alternatives)
        {
            if (!alternative.MayMatch(text))
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
        var all = new List<Found>();
        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(text))
            {
                foreach (var match in alternative.Regex.EnumerateMatches(text))
                {
                    all.Add(new Found(match.Index, match.Length));
                }
            }
        }

        all.Sort((one, other) => one.Index.CompareTo(other.Index));
        return all;
    }

    /// <summary>Makes every expression, so that a test finds one that cannot be made.</summary>
    internal int MakeAll() => _alternatives.Count(alternative => alternative.Regex is not null);

    /// <summary>One phrasing of a rule.</summary>
    internal sealed class Alternative
    {
        private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        private const int Often = 500;

        private readonly string _pattern;
        private readonly SearchValues<string>? _search;
        private int _uses;
        private Regex? _regex;

        public Alternative(string pattern)
        {
            _pattern = pattern;
            Pieces = RequiredPieces.Of(pattern);
            _search = Pieces is { Count: > 1 } ? SearchValues.Create([.. Pieces], StringComparison.Ordinal) : null;
        }

        public IReadOnlyCollection<string>? Pieces { get; }

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

        public bool MayMatch(ReadOnlySpan<char> text) =>
            Pieces is null || (_search is null ? text.Contains(Pieces.First(), StringComparison.Ordinal) : text.ContainsAny(_search));
    }
}
