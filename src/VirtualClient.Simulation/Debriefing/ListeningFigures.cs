using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>How far a figure can be relied on.</summary>
public enum Reliability
{
    /// <summary>Rests on too few turns, or on a distinction that trained raters do not agree on.</summary>
    Low,
    Fair,
    Good,
}

/// <summary>A figure with the range it most likely lies in, because the rules that count are not always right.</summary>
public sealed record Estimate(decimal Value, decimal From, decimal To, Reliability Reliability);

/// <summary>
/// What the student did, counted. Each turn counts once per label; every question is open, closed, leading or double and no two of them,
/// every reflection is simple or complex (MITI 4.2.1: at most one question code and one reflection code a turn).
/// </summary>
public sealed partial record ListeningFigures
{
    /// <summary>Share of questions that the rules may have missed or seen where there was none. Source: bar of our bench, question present F1 0.90.</summary>
    private const decimal QuestionDoubt = 0.10m;

    /// <summary>The same for reflections. Source: bar of our bench, reflection present F1 0.72.</summary>
    private const decimal ReflectionDoubt = 0.28m;

    /// <summary>Below this many reflections and questions together the ratio says little.</summary>
    private const int EnoughToCompare = 8;

    public required int Turns { get; init; }

    public required int StudentWords { get; init; }

    public required int ClientWords { get; init; }

    public required int Open { get; init; }

    public required int Closed { get; init; }

    public required int Leading { get; init; }

    public required int Double { get; init; }

    public required int SimpleReflections { get; init; }

    public required int ComplexReflections { get; init; }

    public required int Affirmations { get; init; }

    public required int Validations { get; init; }

    /// <summary>Turns with advice that nobody had asked for.</summary>
    public required int Advice { get; init; }

    public required int AdviceWithPermission { get; init; }

    public int Questions => Open + Closed + Leading + Double;

    public int Reflections => SimpleReflections + ComplexReflections;

    /// <summary>The student's share of all words, 0 to 1; null when nothing was said.</summary>
    public decimal? TalkShare =>
        StudentWords + ClientWords == 0
            ? null
            : decimal.Round((decimal)StudentWords / (StudentWords + ClientWords), 2, MidpointRounding.AwayFromZero);

    /// <summary>Turns with unasked advice, as a share of all turns, 0 to 1.</summary>
    public decimal AdviceRate => Turns == 0 ? 0m : decimal.Round((decimal)Advice / Turns, 2, MidpointRounding.AwayFromZero);

    /// <summary>Reflections to one question, with the range that the doubt of both counts leaves; null without a question.</summary>
    public Estimate? ReflectionsPerQuestion =>
        Questions == 0
            ? null
            : new Estimate(
                Ratio(Reflections, Questions),
                Ratio(Reflections * (1 - ReflectionDoubt), Questions * (1 + QuestionDoubt)),
                Ratio(Reflections * (1 + ReflectionDoubt), Questions * (1 - QuestionDoubt)),
                Reflections + Questions < EnoughToCompare ? Reliability.Low : Reliability.Fair
            );

    internal static ListeningFigures Of(string opening, IReadOnlyList<HeldTurn> turns)
    {
        return new ListeningFigures
        {
            Turns = turns.Count,
            StudentWords = turns.Sum(turn => turn.Signals.Has(LabelCode.Silence) ? 0 : WordsIn(turn.Said)),
            ClientWords = WordsIn(opening) + turns.Sum(turn => WordsIn(turn.Reply)),
            Open = With(LabelCode.OpenQuestion),
            Closed = With(LabelCode.ClosedQuestion),
            Leading = With(LabelCode.LeadingQuestion),
            Double = With(LabelCode.DoubleQuestion),
            SimpleReflections = With(LabelCode.SimpleReflection),
            ComplexReflections = With(LabelCode.ComplexReflection),
            Affirmations = With(LabelCode.Affirmation),
            Validations = With(LabelCode.Validation),
            Advice = With(LabelCode.AdviceWithoutPermission),
            AdviceWithPermission = With(LabelCode.AdviceWithPermission),
        };

        int With(LabelCode code) => turns.Count(turn => turn.Signals.Has(code));
    }

    /// <summary>Words spoken: what stands between asterisks is a gesture.</summary>
    internal static int WordsIn(string text) =>
        Gesture()
            .Replace(text, " ")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Count(part => part.Any(char.IsLetterOrDigit));

    private static decimal Ratio(decimal reflections, decimal questions) =>
        decimal.Round(reflections / questions, 1, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"\*[^*]*\*")]
    private static partial Regex Gesture();
}
