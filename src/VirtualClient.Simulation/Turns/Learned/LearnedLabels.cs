using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// The last word on a turn's labels: what the rules found is weighed together with the wording. A label the model adds carries the words
/// that spoke for it, and is named "learned." and its code; one it is sure is none is taken away.
/// </summary>
internal sealed class LearnedLabels
{
    /// <summary>The target that tells whether a turn reflects at all.</summary>
    public const string Reflects = "reflects";

    /// <summary>The target that tells whether a turn asks at all.</summary>
    public const string Asks = "asks";

    private const string Rule = "learned.";

    /// <summary>Below this score a question or reflection gives way to what else the sentence is.</summary>
    private const int Unlikely = -60;

    /// <summary>So much above what it takes a label is sure.</summary>
    private const int Sure = 50;

    /// <summary>How much more it takes to say that a reflection is of another kind than the rules say; a question's kind is the rules'.</summary>
    private const int OtherKind = 150;

    /// <summary>At most one of these in a turn (MITI 4.2.1).</summary>
    public static readonly IReadOnlyList<LabelCode> Reflections =
    [
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Summary,
    ];

    private static readonly LabelCode[] BeatQuestions = [LabelCode.Confronting, LabelCode.Warning, LabelCode.Permission];

    public static readonly IReadOnlyList<LabelCode> Questions =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
    ];

    private readonly Reading _reading;
    private readonly LearnedModel _model;
    private readonly TurnScores _scores;

    private LearnedLabels(Reading reading, LearnedModel model)
    {
        _reading = reading;
        _model = model;
        _scores = new TurnScores(model, reading);
    }

    public static void Apply(Reading reading)
    {
        if (reading.Text.Sentences.Count > 0 && LearnedModel.Value.Targets.Count > 0)
        {
            new LearnedLabels(reading, LearnedModel.Value).Decide();
        }
    }

    private void Decide()
    {
        for (var i = 0; i < _model.Targets.Count; i++)
        {
            if (_model.Targets[i].Code is { } code && !Questions.Contains(code) && !Reflections.Contains(code))
            {
                Settle(code, Holds(i, _reading.Has(code)) ? i : null);
            }
        }

        DecideOne(Asks, Questions);
        DecideOne(Reflects, Reflections);
    }

    private bool Holds(int target, bool found) => _scores.Of(target) >= (found ? _model.Targets[target].Keep : _model.Targets[target].Add);

    /// <summary>Whether there is one of the group, then which: the one farthest above what it takes, that of the rules having the advantage.</summary>
    private void DecideOne(string whether, IReadOnlyList<LabelCode> group)
    {
        var any = _model.IndexOf(whether);
        if (any < 0)
        {
            return;
        }

        var found = group.Any(_reading.Has);
        if (found && _scores.Of(any) < Unlikely)
        {
            GiveWay(group);
        }

        int? best = null;
        var most = int.MinValue;
        var holds = group.Any(_reading.Has) ? Holds(any, true) : !found && Holds(any, false);
        for (var i = 0; holds && i < _model.Targets.Count; i++)
        {
            var target = _model.Targets[i];
            if (target.Code is { } code && group.Contains(code))
            {
                var above = _scores.Of(i) - target.Add + (_reading.Has(code) ? OtherKind : 0);
                best = above > most ? i : best;
                most = Math.Max(most, above);
            }
        }

        if (holds && group == Questions && group.Any(_reading.Has))
        {
            return;
        }

        foreach (var code in group)
        {
            Settle(code, best is { } kind && _model.Targets[kind].Code == code ? best : null);
        }
    }

    /// <summary>Gives the label, with the words that spoke for it, or takes it away; a rule's own mark stays as it is.</summary>
    private void Settle(LabelCode code, int? target)
    {
        if (target is null)
        {
            _reading.Remove(code);
        }
        else if (!_reading.Has(code))
        {
            var (start, length) = _scores.WordsFor(target.Value);
            if (_reading.Text.SentenceAt(start) is { } sentence && Fits(code, sentence, target.Value))
            {
                _reading.Add(code, start, length, Rule + _model.Targets[target.Value].Name);
            }
        }
    }

    /// <summary>
    /// Whether the rules of doubt let the sentence have the label: what gives the client's thoughts back neither advises nor answers, what
    /// a rule knows as advice is blame only where that is sure, and blame is no question.
    /// </summary>
    private bool Fits(LabelCode code, Sentence sentence, int target) =>
        code switch
        {
            LabelCode.AdviceWithoutPermission or LabelCode.AdviceWithPermission or LabelCode.AnswersQuestion => !GivesBack(sentence),
            LabelCode.Confronting or LabelCode.Warning => !_reading.HasAny(
                sentence.Index,
                LabelCode.AdviceWithoutPermission,
                LabelCode.AdviceWithPermission
            )
                || _scores.Of(target) >= _model.Targets[target].Add + Sure,
            _ => !Questions.Contains(code)
                || !_reading.HasAny(sentence.Index, LabelCode.Confronting, LabelCode.Warning, LabelCode.BoundaryBreach),
        };

    private bool GivesBack(Sentence sentence) => Statements.HasStem(_reading, sentence) || TheirThought.IsMatch(_reading.Core(sentence));

    /// <summary>In a sentence that the model knows to be something else, a rule's reflection or question is none (the rules of doubt).</summary>
    private void GiveWay(IReadOnlyList<LabelCode> group)
    {
        for (var i = 0; i < _reading.Text.Sentences.Count; i++)
        {
            var sentence = i;
            var claimed = _reading.Marks.Any(mark =>
                mark.Sentence == sentence
                && mark.Rule.StartsWith(Rule, StringComparison.Ordinal)
                && (group == Questions ? BeatQuestions.Contains(mark.Code) : ReflectionRules.GivesWayTo(mark.Code))
            );
            if (claimed)
            {
                foreach (var code in group)
                {
                    _reading.Remove(code, sentence);
                }
            }
        }
    }

    private static Pattern TheirThought { get; } = Pattern.Of(@"^you (?:feel|think|believe|wish|figure)\b");
}
