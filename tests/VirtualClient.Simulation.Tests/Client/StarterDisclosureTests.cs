using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>What a client has to tell when a teacher has filled in only the basic fields.</summary>
public sealed class StarterDisclosureTests
{
    public static TheoryData<Issue> Issues { get; } = [.. Enum.GetValues<Issue>()];

    public static TheoryData<Trait> Traits { get; } = [.. Enum.GetValues<Trait>()];

    [Theory]
    [MemberData(nameof(Issues))]
    public void Every_issue_brings_something_for_each_stage_of_trust(Issue issue)
    {
        var starters = StarterDisclosures.For(issue);

        Assert.Equal([1.5m, 2.5m, 3.5m], starters.Select(starter => starter.Level));
        Assert.Equal(Importance.Core, starters[2].Importance);
        Assert.All(starters, starter => Assert.InRange(starter.OwnWords.Count, 2, 3));
        Assert.All(starters, starter => Assert.InRange(starter.Topics.Count, 6, 12));
        Assert.Contains(Codes.Of(issue), starters.SelectMany(starter => starter.Topics));
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void A_client_made_of_one_issue_may_be_published(Issue issue) => NoFaults(Made([issue]));

    [Fact]
    public void Starters_of_different_issues_do_not_give_each_other_away()
    {
        var all = Enum.GetValues<Issue>().SelectMany(StarterDisclosures.For).ToList();

        var faults = PersonaRules.Check(Made([Issue.HousingInsecurity]) with { Disclosures = all });

        // Forty-five are more than a meeting holds; nothing else may be wrong with them side by side.
        Assert.Equal(["too_many"], faults.Select(fault => fault.Code));
    }

    [Fact]
    public void A_client_with_every_issue_has_no_more_to_tell_than_a_meeting_holds() => NoFaults(Made(Enum.GetValues<Issue>()));

    [Theory]
    [MemberData(nameof(Traits))]
    public void Every_trait_comes_with_a_reason(Trait trait)
    {
        var other = trait == Trait.Honest ? Trait.Anxious : Trait.Honest;

        NoFaults(StarterPersona.From("Sam Rivers", 30, [Issue.GriefLoss], [trait, other], CommunicationStyle.Brief));
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void A_starter_fits_anybody(Issue issue)
    {
        foreach (var starter in StarterDisclosures.For(issue))
        {
            var words = WordRuns.Words(starter.Fact);
            Assert.DoesNotContain("he", words);
            Assert.DoesNotContain("she", words);
            Assert.DoesNotContain("husband", words);
            Assert.DoesNotContain("wife", words);
        }
    }

    private static Persona Made(IReadOnlyList<Issue> issues) =>
        StarterPersona.From("Sam Rivers", 30, issues, [Trait.Reserved, Trait.Honest], CommunicationStyle.Casual);

    private static void NoFaults(Persona persona)
    {
        var faults = PersonaRules.Check(persona);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Select(fault => $"{fault.Field}: {fault.Sentence}")));
    }
}
