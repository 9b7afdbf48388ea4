using System.Globalization;
using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// What the learned part looks at: runs of one to three words, the same with words of a kind for one another, what each sentence asks,
/// how the turn stands to what the client said, and what the rules found. In a fixed order; a feature is told each time it is
/// seen. Names are put together in one buffer, as a turn has hundreds of them.
/// </summary>
internal sealed class TurnFeatures
{
    private const int LongestRun = 3;
    private const int LongestShape = 4;
    private const int LongestName = 256;

    /// <summary>Buckets go from -Lowest to the end of the list.</summary>
    private const int Lowest = 3;

    private static readonly string[] Numbers =
    [
        .. Enumerable.Range(-Lowest, 50).Select(number => number.ToString(CultureInfo.InvariantCulture)),
    ];
    private static readonly string[] Kinds = Enum.GetNames<QuestionKind>();
    private static readonly string[] Codes = Enum.GetNames<LabelCode>();

    private readonly Reading _reading;
    private readonly IFeatureSink _sink;
    private readonly char[] _name = new char[LongestName];
    private int _length;
    private int _sentence = IFeatureSink.WholeTurn;

    private TurnFeatures(Reading reading, IFeatureSink sink)
    {
        _reading = reading;
        _sink = sink;
    }

    public static void Tell(Reading reading, IFeatureSink sink)
    {
        var features = new TurnFeatures(reading, sink);
        foreach (var sentence in reading.Text.Sentences)
        {
            features._sentence = sentence.Index;
            features.AddSentence(sentence);
            features.AddTie(sentence);
            features.AddRules(sentence);
        }

        features._sentence = IFeatureSink.WholeTurn;
        features.AddTurn();
        features.AddClient();
    }

    private void AddSentence(Sentence sentence)
    {
        var words = _reading.Text.Words;
        var first = sentence.FirstWord;
        var last = first + sentence.WordCount;
        var forms = new string[sentence.WordCount + 2];
        var shapes = new string[sentence.WordCount + 2];
        forms[0] = shapes[0] = sentence.Index == 0 ? "<<" : "<";
        forms[^1] = shapes[^1] =
            sentence.Asks ? "?"
            : sentence.Stops ? "."
            : "~";
        for (var i = first; i < last; i++)
        {
            var word = words[i];
            forms[i - first + 1] = word.Form;
            shapes[i - first + 1] = WordClasses.Of(word.Stem) ?? (PlainWords.Contains(word) ? word.Form : "*");
            Add("s:", word.Stem, i, 1);
        }

        AddRuns("w:", forms, first, 1, LongestRun);
        AddRuns("k:", shapes, first, 2, LongestShape);
        var kind = _reading.Questions[sentence.Index];
        Add("q:", Kinds[(int)kind]);
        if (sentence.Index == _reading.Text.Sentences.Count - 1)
        {
            Add("q.last:", Kinds[(int)kind]);
        }
    }

    private void AddRuns(string family, string[] tokens, int firstWord, int shortest, int longest)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            for (var size = shortest; size <= longest && at + size <= tokens.Length; size++)
            {
                if (size == 1 && (at == 0 || at == tokens.Length - 1))
                {
                    continue;
                }

                // The marks of a sentence's beginning and end are no words.
                var from = Math.Max(at - 1, 0);
                var to = Math.Min(at + size - 1, tokens.Length - 2);
                Begin(family);
                for (var i = at; i < at + size; i++)
                {
                    Append(i == at ? "" : " ");
                    Append(tokens[i]);
                }

                End(firstWord + from, to - from);
            }
        }
    }

    private void AddTurn()
    {
        Add("n.sentences:", Bucket(_reading.Text.Sentences.Count, 1, 2, 3, 5));
        foreach (var cue in _reading.Text.Cues)
        {
            Add("cue:", cue);
        }

        if (_reading.Text.Raw.Contains('!', StringComparison.Ordinal))
        {
            Add("t:cry");
        }
    }

    private void AddClient()
    {
        var client = _reading.Client;
        var opening = _reading.Text.Words.Count > 0 ? _reading.Text.Words[0].Form : "";
        if (client.Last is null)
        {
            Add("c:none");
            return;
        }

        AddIf(client.Asked, "c:asked");
        if (client.Asked)
        {
            Add("c:asked ", opening);
        }

        AddIf(client.Felt, "c:felt");
        AddIf(client.Burdened, "c:burdened");
        AddIf(client.AsksForHelp, "c:wants-help");
        AddIf(client.Denied, "c:denied");
        AddIf(client.Agrees, "c:agrees");
        AddIf(client.SpokeOfSuicide, "c:suicide");
        Add("c.words:", Bucket(client.Last.Words.Count, 2, 5, 10, 20, 40));
    }

    private void AddTie(Sentence sentence)
    {
        Add("n.words:", Bucket(sentence.WordCount, 1, 2, 3, 5, 8, 12, 20));
        if (_reading.Client.Last is not { } last)
        {
            return;
        }

        var (content, shared) = Tie.Shared(_reading.Client, _reading.Text, sentence);
        Add("c.shared:", Bucket(shared, 0, 1, 2, 4));
        Add("c.new:", Bucket(content - shared, 0, 1, 2, 4, 7));
        AddIf(Tie.IsTied(_reading.Client, _reading.Text, sentence), "c.tied");
        AddIf(Echo.IsEcho(_reading.Text, sentence, last), "c.echo");
    }

    private void AddRules(Sentence sentence)
    {
        foreach (var mark in _reading.Marks)
        {
            if (mark.Sentence == sentence.Index)
            {
                Add("rule:", mark.Rule);
                Add("label:", Codes[(int)mark.Code]);
            }
        }

        Add("reflects:", Bucket(Statements.Reflects(_reading, sentence), -3, -1, 0, 1, 2, 3, 4, 5, 7));
    }

    private void AddIf(bool holds, string name)
    {
        if (holds)
        {
            Add(name);
        }
    }

    private void Add(string family, string name = "", int firstWord = -1, int words = 0)
    {
        Begin(family);
        Append(name);
        End(firstWord, words);
    }

    private void Begin(string family)
    {
        _length = 0;
        Append(family);
    }

    /// <summary>A name too long for the buffer is cut: no such feature is in any model.</summary>
    private void Append(string part)
    {
        var size = Math.Min(part.Length, _name.Length - _length);
        part.AsSpan(0, size).CopyTo(_name.AsSpan(_length));
        _length += size;
    }

    private void End(int firstWord, int words) => _sink.Add(_name.AsSpan(0, _length), _sentence, firstWord, words);

    private static string Bucket(int value, params ReadOnlySpan<int> limits)
    {
        foreach (var limit in limits)
        {
            if (value <= limit)
            {
                return Numbers[limit + Lowest];
            }
        }

        return "more";
    }
}
