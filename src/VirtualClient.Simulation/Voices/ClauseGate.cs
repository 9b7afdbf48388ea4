using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Lets a reply through clause by clause after the lint: at a sentence's end, or from 24 characters on at the end of a word, unless the
/// sentence may still turn out to be a fault. Keeps what was let through. One instance serves one try at one reply.
/// </summary>
/// <param name="leaveOut">On a second try: whole sentences only, and a sentence with a fault of manner is left out instead of ending the reply.</param>
internal sealed class ClauseGate(ReplyLint lint, bool leaveOut)
{
    /// <summary>Characters from which an unfinished sentence may be shown.</summary>
    public const int Clause = 24;

    // A sentence that never ends must not hold the reply for ever.
    private const int LongestHold = 320;

    private string said = "";
    private int shown;

    /// <summary>What was let through so far.</summary>
    public string Shown => said[..shown];

    /// <summary>Why nothing more is let through, or null.</summary>
    public LintFault? Fault { get; private set; }

    /// <summary>Rules for which a sentence was left out.</summary>
    public List<LintRule> LeftOut { get; } = [];

    /// <summary>Takes a piece and returns what may be shown now, possibly nothing.</summary>
    public string Push(string piece)
    {
        said += said.Length == 0 ? piece.TrimStart() : piece;
        return Release(ended: false);
    }

    /// <summary>The reply is over: lets the rest through, or what of it is good.</summary>
    public string End()
    {
        said = said.TrimEnd();
        shown = Math.Min(shown, said.Length);
        return Release(ended: true);
    }

    /// <summary>What was shown, ended at its last whole sentence; all of it if no sentence is whole.</summary>
    public string Cut()
    {
        var whole = LastSentenceEnd(Shown);
        return (whole > 0 ? Shown[..whole] : Shown).TrimEnd();
    }

    private string Release(bool ended)
    {
        var before = shown;
        while (Fault is null && Next(ended) is var end && end > shown)
        {
            var start = LastSentenceEnd(said[..shown]);
            var candidate = said[..end];
            var fault = lint.Check(candidate, start) ?? Length(candidate, start);
            if (fault is null)
            {
                shown = end;
            }
            else if (leaveOut && fault.OfManner)
            {
                LeftOut.Add(fault.Rule);
                said = said[..shown] + said[end..].TrimStart();
            }
            else if (leaveOut && fault.Rule == LintRule.Label && shown == 0 && said.IndexOf(':') is > 0 and var colon)
            {
                // Small models put their name in front again and again; the words behind it are the client's.
                LeftOut.Add(fault.Rule);
                said = said[(colon + 1)..].TrimStart(' ', '*');
            }
            else
            {
                Fault = fault;
            }
        }

        return said[before..shown];
    }

    /// <summary>Up to where the next clause goes, or where it began when it has to wait.</summary>
    private int Next(bool ended)
    {
        var sentence = SentenceEnd(shown);
        if (sentence > 0)
        {
            return sentence;
        }

        if (ended)
        {
            return said.Length;
        }

        if (leaveOut || said.Length - shown < Clause)
        {
            return shown;
        }

        var word = said.LastIndexOf(' ');
        var begun = said[LastSentenceEnd(said[..shown])..];
        var waits = begun.Length < LongestHold && (ReplyLint.MustWait(begun) || begun.Count(c => c == '*') % 2 == 1);
        return word - shown >= Clause - 1 && !waits ? word + 1 : shown;
    }

    /// <summary>The end of the sentence that begins or goes on at a position, blank included; 0 while it is not over.</summary>
    private int SentenceEnd(int from)
    {
        for (var i = from; i < said.Length; i++)
        {
            if (said[i] == '\n')
            {
                return i + 1;
            }

            // The blank after it tells that the mark ended a sentence and was not part of "3.5" or "...".
            if (char.IsWhiteSpace(said[i]) && i > from && Sentences.EndsAt(said, i))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int LastSentenceEnd(string text)
    {
        for (var i = text.Length; i > 0; i--)
        {
            if ((i == text.Length || char.IsWhiteSpace(text[i])) && Sentences.EndsAt(text, i))
            {
                return i < text.Length ? i + 1 : i;
            }
        }

        return 0;
    }

    private LintFault? Length(string candidate, int start)
    {
        var words = SpokenText.Words(candidate);
        // A gesture at the end is no further word; a first sentence is let out whole, however long.
        return words > lint.MostWords && start > 0 && SpokenText.Words(candidate[start..]) > 0 || words > 2 * lint.MostWords
            ? new LintFault(LintRule.TooLong, $"It was too long. At most {lint.MostWords} words.")
            : null;
    }
}
