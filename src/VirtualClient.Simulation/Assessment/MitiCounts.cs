using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// Behavior counts of a conversation and the summary measures made of them. A turn (MITI: volley) gives each code at most once, at most one reflection
/// and at most one question. Source: MITI 4.2.1 (Moyers, Manuel and Ernst, 2014).
/// </summary>
public sealed record MitiCounts
{
    /// <summary>Student turns in which something was said.</summary>
    public int Turns { get; init; }
    public int OpenQuestions { get; init; }
    public int ClosedQuestions { get; init; }

    /// <summary>Turns with a leading or a double question; these are questions too.</summary>
    public int LeadingOrDouble { get; init; }
    public int SimpleReflections { get; init; }
    public int ComplexReflections { get; init; }
    public int Affirmations { get; init; }

    /// <summary>Seeking collaboration or permission.</summary>
    public int Seeking { get; init; }

    /// <summary>Emphasizing autonomy.</summary>
    public int Autonomy { get; init; }
    public int Information { get; init; }

    /// <summary>Persuading: advice without permission.</summary>
    public int Persuading { get; init; }

    /// <summary>Persuading with permission.</summary>
    public int PersuadingWithPermission { get; init; }

    /// <summary>Confronting, warning, threatening.</summary>
    public int Confronting { get; init; }

    public int Questions => OpenQuestions + ClosedQuestions;

    public int Reflections => SimpleReflections + ComplexReflections;

    /// <summary>MI-adherent behaviors.</summary>
    public int Adherent => Seeking + Affirmations + Autonomy;

    /// <summary>MI-non-adherent behaviors.</summary>
    public int NonAdherent => Confronting + Persuading;

    /// <summary>R:Q; null without a question, which is no ratio and no fault.</summary>
    public decimal? ReflectionsPerQuestion => Ratio(Reflections, Questions);

    /// <summary>Share of complex among all reflections, 0 to 1; null without a reflection. Low reliability: experts agree at kappa 0.50.</summary>
    public decimal? ComplexShare => Ratio(ComplexReflections, Reflections);

    /// <summary>Share of open among all questions, 0 to 1; null without a question.</summary>
    public decimal? OpenShare => Ratio(OpenQuestions, Questions);

    /// <summary>Unasked advice for each turn; null without a turn.</summary>
    public decimal? AdviceRate => Ratio(Persuading, Turns);

    public static MitiCounts Of(IReadOnlyList<TranscriptLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var counts = new MitiCounts();
        foreach (var line in lines.Where(line => line.Speaker == Speaker.Student))
        {
            counts = counts.Add(line.Labels.Select(label => label.Code).ToHashSet());
        }

        return counts;
    }

    private MitiCounts Add(HashSet<LabelCode> codes)
    {
        if (codes.Contains(LabelCode.Silence) || codes.Contains(LabelCode.NotAnalyzed))
        {
            return this;
        }

        var confronts = Any(codes, LabelCode.Confronting, LabelCode.Warning);
        // Confronting trumps a question, an affirmation trumps a reflection, complex is counted where both were heard.
        var odd = !confronts && Any(codes, LabelCode.LeadingQuestion, LabelCode.DoubleQuestion);
        var open = !confronts && codes.Contains(LabelCode.OpenQuestion);
        var closed = !confronts && !open && (odd || codes.Contains(LabelCode.ClosedQuestion));
        var affirms = codes.Contains(LabelCode.Affirmation);
        // A summary is a complex reflection when it adds meaning and a simple one otherwise; in doubt it is simple.
        var complex = !affirms && codes.Contains(LabelCode.ComplexReflection);
        var simple = !affirms && !complex && Any(codes, LabelCode.SimpleReflection, LabelCode.Summary);
        return this with
        {
            Turns = Turns + 1,
            OpenQuestions = OpenQuestions + One(open),
            ClosedQuestions = ClosedQuestions + One(closed),
            LeadingOrDouble = LeadingOrDouble + One(odd),
            SimpleReflections = SimpleReflections + One(simple),
            ComplexReflections = ComplexReflections + One(complex),
            Affirmations = Affirmations + One(affirms),
            Seeking = Seeking + One(codes.Contains(LabelCode.Permission)),
            Autonomy = Autonomy + One(codes.Contains(LabelCode.Autonomy)),
            Information = Information + One(codes.Contains(LabelCode.Information)),
            Persuading = Persuading + One(codes.Contains(LabelCode.AdviceWithoutPermission)),
            PersuadingWithPermission = PersuadingWithPermission + One(codes.Contains(LabelCode.AdviceWithPermission)),
            Confronting = Confronting + One(confronts),
        };
    }

    private static bool Any(HashSet<LabelCode> codes, params ReadOnlySpan<LabelCode> wanted)
    {
        foreach (var code in wanted)
        {
            if (codes.Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    private static int One(bool yes) => yes ? 1 : 0;

    private static decimal? Ratio(int part, int whole) => whole == 0 ? null : (decimal)part / whole;
}
