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

    private Pattern(string pattern) => _alternatives = [.. PatternParts.Of(pattern).Select(part => new Alternative(part))];

    public static Pattern Of(string pattern) => new(pattern);

    public bool IsMatch(ReadOnlySpan<char> text) => IsMatch(text, new LetterRuns(text, stackalloc ulong[LetterRuns.Room]));

    public bool IsMatch(Stretch stretch) => IsMatch(stretch.Text, stretch.Runs);

    private bool IsMatch(ReadOnlySpan<char> text, LetterRuns runs)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(text, runs) && alternative.Regex.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    public Found? First(ReadOnlySpan<char> text) => First(Stretch.Of(text));

    /// <summary>The leftmost match, the longest where several begin there; null when there is none.</summary>
    public Found? First(Stretch stretch) => Candidates(stretch) is { } candidates ? First(stretch, candidates) : null;

    /// <summary>The alternatives that may match somewhere in a stretch, to be tried on its sentences; null when none may.</summary>
    public List<Alternative>? Candidates(Stretch stretch)
    {
        List<Alternative>? candidates = null;
        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(stretch.Text, stretch.Runs))
            {
                (candidates ??= []).Add(alternative);
            }
        }

        return candidates;
    }

    /// <summary>The leftmost match of some of the alternatives.</summary>
    public static Found? First(Stretch stretch, IReadOnlyList<Alternative> alternatives)
    {
        Found? first = null;
        foreach (var alternative in alternatives)
        {
            if (!alternative.MayMatch(stretch.Text, stretch.Runs))
            {
                continue;
            }

            foreach (var match in alternative.Regex.EnumerateMatches(stretch.Text))
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
    public List<Found> All(Stretch stretch)
    {
        var all = new List<Found>();
        foreach (var alternative in _alternatives)
        {
            if (alternative.MayMatch(stretch.Text, stretch.Runs))
            {
                foreach (var match in alternative.Regex.EnumerateMatches(stretch.Text))
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

        /// <summary>Of more pieces than these one search is sooner done than asking for each.</summary>
        private const int Few = 64;

        private readonly string _pattern;
        private readonly ushort[] _plan;
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
            _plan = LetterRuns.PlanOf(sets.Where(set => set.Count <= Few).OrderBy(set => set.Count));
        }

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

        /// <summary>Whether the text holds the pieces that every match contains; false means there is no match.</summary>
        /// <param name="runs">Of the same text: what says perhaps at little cost, before a search of the best set says surely.</param>
        public bool MayMatch(ReadOnlySpan<char> text, LetterRuns runs) =>
            runs.MayMeet(_plan)
            && (_piece is null || text.Contains(_piece, StringComparison.Ordinal))
            && (_search is null || text.ContainsAny(_search));
    }
}
