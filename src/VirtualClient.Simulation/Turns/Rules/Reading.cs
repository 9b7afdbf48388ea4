using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>A stretch of the turn that earned a label.</summary>
internal readonly record struct Mark(LabelCode Code, int Start, int Length, string Rule, int Sentence);

/// <summary>What all families of rules share while one turn is read: the text, what the client said before it, and the marks so far.</summary>
internal sealed class Reading
{
    private readonly List<Mark> _marks = [];
    private readonly ulong[] _runs;
    private readonly ulong[]?[] _sentenceRuns;
    private bool[]? _facts;
    private bool? _isSpeech;

    public Reading(TurnText text, ClientSide client, StudentSide student)
    {
        Text = text;
        Client = client;
        Student = student;
        _runs = LetterRuns.Of(text.Unquoted);
        _sentenceRuns = new ulong[]?[text.Sentences.Count];
        Questions = new QuestionKind[text.Sentences.Count];
        Stems = new bool?[text.Sentences.Count];
        Signs = new int?[text.Sentences.Count];
    }

    public TurnText Text { get; }

    public ClientSide Client { get; }

    public StudentSide Student { get; }

    /// <summary>Per sentence whether it holds a sign of information; read once, as every other sentence is weighed against it.</summary>
    public bool[] Facts => _facts ??= [.. Text.Sentences.Select(sentence => Statements.HasFact(Core(sentence)))];

    /// <summary>Per sentence whether it has a reflection's stem; filled by <see cref="Statements"/>, which many families ask.</summary>
    public bool?[] Stems { get; }

    /// <summary>Per sentence what its words say for and against a reflection; filled by <see cref="Statements"/>.</summary>
    public int?[] Signs { get; }

    /// <summary>The turn, or one of the student's before it, is speech put on paper and not typing.</summary>
    public bool IsSpeech => _isSpeech ??= SpeechMarks.In(Text.Raw) || Student.Speaks;

    /// <summary>What each sentence asks, filled by <see cref="QuestionRules"/> before the other families run.</summary>
    public QuestionKind[] Questions { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>Marks the first match in each sentence, outside quotations; returns whether there was one.</summary>
    public bool Try(LabelCode code, Pattern pattern, string rule, Pattern? unless = null)
    {
        if (pattern.Candidates(Whole) is not { } candidates)
        {
            return false;
        }

        var found = false;
        foreach (var sentence in Text.Sentences)
        {
            if (Pattern.First(Bare(sentence), candidates) is not { } match || (unless is not null && unless.IsMatch(Span(sentence))))
            {
                continue;
            }

            _marks.Add(new Mark(code, sentence.Start + match.Index, match.Length, rule, sentence.Index));
            found = true;
        }

        return found;
    }

    public void Add(LabelCode code, int start, int length, string rule) =>
        _marks.Add(new Mark(code, start, length, rule, Text.SentenceAt(start)?.Index ?? 0));

    public void AddSentence(LabelCode code, Sentence sentence, string rule) =>
        _marks.Add(new Mark(code, sentence.Start, sentence.Length, rule, sentence.Index));

    public void Remove(LabelCode code) => _marks.RemoveAll(mark => mark.Code == code);

    public void Remove(LabelCode code, int sentence) => _marks.RemoveAll(mark => mark.Code == code && mark.Sentence == sentence);

    public void Clear() => _marks.Clear();

    public bool Has(LabelCode code) => _marks.Exists(mark => mark.Code == code);

    public bool Has(LabelCode code, int sentence) => _marks.Exists(mark => mark.Code == code && mark.Sentence == sentence);

    public bool HasAny(int sentence, params ReadOnlySpan<LabelCode> codes)
    {
        foreach (var mark in _marks)
        {
            if (mark.Sentence == sentence && codes.Contains(mark.Code))
            {
                return true;
            }
        }

        return false;
    }

    public bool Matches(Pattern pattern) => pattern.IsMatch(Whole);

    /// <summary>The whole turn, quotations blanked.</summary>
    public Stretch Whole => Stretch.With(Text.Unquoted, _runs);

    public Stretch Span(Sentence sentence) => OfSentence(sentence, Text.Unquoted.AsSpan(sentence.Start, sentence.Length));

    /// <summary>The sentence without closing punctuation, so that an expression may ask for its beginning and its end.</summary>
    private Stretch Bare(Sentence sentence)
    {
        var span = Span(sentence);
        return span.Part(span.Text.TrimEnd(".?, "));
    }

    /// <summary>The sentence from its core on, quotations blanked, without closing punctuation.</summary>
    public Stretch Core(Sentence sentence) =>
        OfSentence(
            sentence,
            sentence.Core >= sentence.End ? [] : Text.Unquoted.AsSpan(sentence.Core, sentence.End - sentence.Core).TrimEnd(".?, ")
        );

    /// <summary>A part of a sentence, with the runs of all of it.</summary>
    private Stretch OfSentence(Sentence sentence, ReadOnlySpan<char> part) =>
        Stretch.With(part, _sentenceRuns[sentence.Index] ??= LetterRuns.Of(Text.Unquoted.AsSpan(sentence.Start, sentence.Length)));

    /// <summary>One label for each code, with the words that earned it first.</summary>
    public List<TurnLabel> ToLabels()
    {
        var labels = new List<TurnLabel>();
        foreach (var mark in _marks.OrderBy(mark => mark.Start))
        {
            if (!labels.Exists(label => label.Code == mark.Code))
            {
                labels.Add(new TurnLabel(mark.Code, Text.AsTyped(mark.Start, mark.Length), mark.Rule));
            }
        }

        return labels;
    }
}
