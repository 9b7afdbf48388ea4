using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Random people and random turns, the same for the same seed.</summary>
internal sealed class RandomTurns(int seed)
{
    private static readonly LabelCode[] Codes = [.. Enum.GetValues<LabelCode>().Where(code => code != LabelCode.NotAnalyzed)];

    // Mostly good turns, so that sequences get deep enough for gates to matter.
    private static readonly LabelCode[] Good =
    [
        LabelCode.ComplexReflection,
        LabelCode.SimpleReflection,
        LabelCode.Validation,
        LabelCode.OpenQuestion,
        LabelCode.Silence,
        LabelCode.ClosedQuestion,
    ];

    private readonly Random random = new(seed);

    public Persona Person(params Persona[] among)
    {
        var traits = Enum.GetValues<Trait>();
        return Pick(among) with
        {
            Difficulty = Pick(Enum.GetValues<Difficulty>()),
            Traits = [Pick(traits), Pick(traits)],
            Style = Pick(Enum.GetValues<CommunicationStyle>()),
            KindOfInterview = Pick(Enum.GetValues<InterviewKind>()),
            BuildsTrust = new() { More = [Pick(Enum.GetValues<TrustBuilder>())], Less = [Pick(Enum.GetValues<TrustBuilder>())] },
        };
    }

    public TurnSignals Signals(Persona persona)
    {
        var codes = new List<LabelCode> { Pick(random.Next(10) < 8 ? Good : Codes) };
        while (random.Next(3) == 0)
        {
            codes.Add(Pick(Codes));
        }

        var asked = random.Next(4) == 0 ? new[] { Pick(Enum.GetValues<RiskItem>()) } : [];
        return new TurnSignals
        {
            Labels = [.. codes.Distinct().Select(code => new TurnLabel(code, random.Next(40).ToString(), "random"))],
            Touched = persona.Disclosures.Where(_ => random.Next(4) == 0).Select(fact => fact.Id).ToHashSet(),
            AskedAbout = asked.ToHashSet(),
            Issues = new HashSet<Issue> { Pick(Enum.GetValues<Issue>()) },
            Words = random.Next(60),
            Tied = random.Next(6) > 0,
            Parroted = random.Next(10) == 0,
            FollowsUp = random.Next(5) > 0,
            ClientAsked = random.Next(12) == 0,
            ClientFelt = random.Next(3) == 0,
            LeftFeeling = random.Next(12) == 0,
            HelpWanted = random.Next(3) == 0,
            FollowsUpPromise = random.Next(9) == 0,
            LongSelfDisclosure = random.Next(15) == 0,
            Light = random.Next(5) == 0,
        };
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
