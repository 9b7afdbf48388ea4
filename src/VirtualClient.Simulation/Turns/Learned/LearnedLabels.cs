using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// The last word on a turn's labels: what the rules found is weighed together with the wording. A label the model adds carries the words
/// that spoke for it, and is named "learned." and its code; one it is sure is none is taken away.
/// </summary>
internal sealed class LearnedLabels
{
    private const string Rule = "learned.";

    /// <summary>So much above what it takes a label is sure.</summary>
    private const int Sure = 50;

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

    /// <summary>Whether the mark is the model's and no rule's.</summary>
    public static bool Gave(Mark mark) => mark.Rule.StartsWith(Rule, StringComparison.Ordinal);

    private void Decide()
    {
        for (var i = 0; i < _model.Targets.Count; i++)
        {
            if (_model.Targets[i].Code is { } code)
            {
                Settle(code, Holds(i, _reading.Has(code)) ? i : null);
            }
        }
    }

    private bool Holds(int target, bool found) => _scores.Of(target) >= (found ? _model.Targets[target].Keep : _model.Targets[target].Add);

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

    /// <summary>What a rule knows as advice is blame only where that is sure.</summary>
    private bool Fits(LabelCode code, Sentence sentence, int target) =>
        code != LabelCode.Confronting
        || !_reading.HasAny(sentence.Index, LabelCode.AdviceWithoutPermission, LabelCode.AdviceWithPermission)
        || _scores.Of(target) >= _model.Targets[target].Add + Sure;
}
