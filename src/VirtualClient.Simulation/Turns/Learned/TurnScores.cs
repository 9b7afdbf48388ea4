using System.Runtime.InteropServices;
using VirtualClient.Simulation.Turns.Rules;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// The score of a turn for each target, and which words spoke for it.
/// </summary>
internal sealed class TurnScores : IFeatureSink
{
    private const int LongestRun = 5;

    private readonly LearnedModel _model;
    private readonly Reading _reading;
    private readonly List<Seen> _seen;
    private readonly ulong[] _inTurn;
    private readonly ulong[] _inSentence;
    private readonly int[] _whole;
    private readonly int[][] _sentences;
    private readonly int[] _apart;
    private int _sentence = IFeatureSink.WholeTurn;

    public TurnScores(LearnedModel model, Reading reading)
    {
        _model = model;
        _reading = reading;
        // A word is seen in about nine features: by its stem, in runs of one to three words, and in two to four words' kinds.
        _seen = new List<Seen>(reading.Text.Words.Count * 9);
        _inTurn = new ulong[model.Features / 64 + 1];
        _inSentence = new ulong[_inTurn.Length];
        _whole = new int[model.Targets.Count];
        _apart = new int[model.Targets.Count];
        _sentences = new int[reading.Text.Sentences.Count][];
        for (var i = 0; i < _sentences.Length; i++)
        {
            _sentences[i] = new int[model.Targets.Count];
        }

        TurnFeatures.Tell(reading, this);
        var vector = TurnVector.Of(reading.Text);
        for (var target = 0; target < _apart.Length; target++)
        {
            _apart[target] += model.OfVector(target, vector);
        }
    }

    public void Add(ReadOnlySpan<char> name, int sentence, int firstWord, int words)
    {
        if (sentence != _sentence)
        {
            _sentence = sentence;
            Array.Clear(_inSentence);
        }

        var number = _model.NumberOf(name);
        if (number < 0 || !IsNew(_inSentence, number))
        {
            return;
        }

        var first = IsNew(_inTurn, number);
        var row = sentence < 0 ? _apart : _sentences[sentence];
        foreach (var weight in _model.Of(number))
        {
            row[weight.Target] += weight.Value;
            _whole[weight.Target] += sentence >= 0 && first ? weight.Value : 0;
        }

        if (words is > 0 and <= LongestRun)
        {
            _seen.Add(new Seen(number, firstWord, words));
        }
    }

    /// <summary>Notes the feature; false when it was noted before.</summary>
    private static bool IsNew(ulong[] noted, int feature)
    {
        var bit = 1UL << (feature & 63);
        var isNew = (noted[feature >> 6] & bit) == 0;
        noted[feature >> 6] |= bit;
        return isNew;
    }

    public int Of(int target) => _model.Targets[target].Bias + _apart[target] + _whole[target];

    /// <summary>In the sentence that speaks most for the target, the stretch from the first to the last word that does.</summary>
    public (int Start, int Length) WordsFor(int target)
    {
        var text = _reading.Text;
        var spoken = new int[text.Words.Count];
        foreach (var seen in _seen)
        {
            foreach (var weight in _model.Of(seen.Feature))
            {
                for (var i = 0; weight.Target == target && i < seen.Words; i++)
                {
                    spoken[seen.FirstWord + i] += weight.Value;
                }
            }
        }

        var best = 0;
        for (var i = 1; i < _sentences.Length; i++)
        {
            best = _sentences[i][target] > _sentences[best][target] ? i : best;
        }

        var first = text.Sentences[best].FirstWord;
        var last = first + text.Sentences[best].WordCount - 1;
        while (first < last && spoken[first] <= 0)
        {
            first++;
        }

        while (last > first && spoken[last] <= 0)
        {
            last--;
        }

        var start = text.Words[first].Start;
        return (start, text.Words[last].Start + text.Words[last].Form.Length - start);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(int Feature, int FirstWord, int Words);
}
