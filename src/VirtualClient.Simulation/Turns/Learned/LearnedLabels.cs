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
            if (_model.Targets[i].Code is { } code && !LearnedLimits.OneOfMany(code))
            {
                Settle(code, Margin(i) >= 0 ? i : null);
            }
        }

        Choose(LearnedLimits.Questions);
        Choose(LearnedLimits.Reflections);
        Contest();
    }

    /// <summary>
    /// Of labels that one sentence cannot both earn, the one stands whose score is farthest above what it takes; what a rule may keep
    /// whatever the score is not weighed.
    /// </summary>
    private void Contest()
    {
        var marks = _reading.Marks.Select(mark => (mark.Code, mark.Sentence, Margin: Margin(mark.Code))).ToArray();
        foreach (var (code, sentence, margin) in marks)
        {
            var loses = Array.Exists(
                marks,
                other => other.Sentence == sentence && other.Margin > margin && LearnedLimits.Opposed(other.Code, code)
            );
            if (loses && margin < LearnedLimits.Unweighed)
            {
                _reading.Remove(code, sentence);
            }
        }
    }

    private int Margin(LabelCode code) => _model.TargetOf(code) is { } target ? Margin(target) : LearnedLimits.Unweighed;

    /// <summary>How far the score is above what it takes.</summary>
    private int Margin(int target) =>
        _scores.Of(target) - LearnedLimits.Least(_reading, _model.Targets[target], _model.Targets[target].Code!.Value);

    /// <summary>One question code and one reflection code a turn: of those that hold, the one that does so by most.</summary>
    private void Choose(LabelCode[] codes)
    {
        int? best = null;
        for (var i = 0; i < _model.Targets.Count; i++)
        {
            if (
                _model.Targets[i].Code is { } code
                && codes.Contains(code)
                && Margin(i) >= 0
                && (best is not { } other || Margin(i) > Margin(other))
            )
            {
                best = i;
            }
        }

        for (var i = 0; i < _model.Targets.Count; i++)
        {
            if (_model.Targets[i].Code is { } code && codes.Contains(code))
            {
                Settle(code, i == best ? i : null);
            }
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
            if (_reading.Text.SentenceAt(start) is { } sentence && LearnedLimits.Fits(_reading, code, sentence, Margin(target.Value)))
            {
                _reading.Add(code, start, length, Rule + _model.Targets[target.Value].Name);
            }
        }
    }
}
