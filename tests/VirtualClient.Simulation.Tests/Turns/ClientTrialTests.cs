using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Every built-in client tried with the scripted interviewers: good work reaches what there is to tell, and nothing else does.</summary>
public sealed class ClientTrialTests
{
    public static TheoryData<string> Keys => [.. BuiltInClients.All.Select(client => client.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_has_to_hold_for_a_client_holds_for_this_one(string key)
    {
        var results = ClientTrials.All(BuiltInClients.All.Single(client => client.Key == key).Persona);
        Assert.True(results.Count >= 25, $"only {results.Count} trials were held");
        Assert.Empty(
            results.Where(result => !result.Holds).Select(result => $"{result.Claim}: {result.Setting} {result.Value} ({result.Bar})")
        );
    }

    [Fact]
    public void No_one_way_of_working_is_the_best_with_more_than_five_clients()
    {
        var counts = new Dictionary<string, decimal>();
        foreach (var client in BuiltInClients.All)
        {
            var best = ClientTrials.BestRecipes(client.Persona);
            foreach (var recipe in best)
            {
                counts[recipe] = counts.GetValueOrDefault(recipe) + (best.Count == 1 ? 1m : 0.5m);
            }
        }

        Assert.InRange(counts.Values.Max(), 1m, 5m);
    }

    [Fact]
    public void A_trial_fails_where_a_client_cannot_be_reached()
    {
        var sealedOff = TestPersonas.Plain with
        {
            Disclosures = [.. TestPersonas.Plain.Disclosures.Take(3).Select(fact => fact with { Requires = ["never-told"] })],
        };
        Assert.Contains(ClientTrials.All(sealedOff), result => result is { Claim: "reachable", Holds: false });
    }

    [Fact]
    public void A_trial_fails_where_facts_come_to_anybody()
    {
        var openBook = TestPersonas.Plain with
        {
            Disclosures = [.. TestPersonas.Plain.Disclosures.Select(fact => fact with { Level = 1.0m, Requires = [] })],
        };
        Assert.Contains(ClientTrials.All(openBook), result => result is { Claim: "not-by-force", Holds: false });
    }

    [Theory]
    [InlineData(Difficulty.Easy, 9, 11)]
    [InlineData(Difficulty.Moderate, 13, 15)]
    [InlineData(Difficulty.Hard, 23, 27)]
    public void One_move_a_turn_reaches_deep_trust_in_about_10_14_and_25_turns(Difficulty difficulty, int least, int most)
    {
        var plain = TestPersonas.Plain with { Difficulty = difficulty, Disclosures = [] };
        Assert.InRange(TrialInterview.Hold(plain, Interviewers.Skilled, 1, 60).TurnsToTrust(3.5m) ?? 99, least, most);
    }

    [Fact]
    public void A_trial_is_the_same_every_time()
    {
        var client = BuiltInClients.All[0].Persona;
        Assert.Equal(
            TrialInterview.Hold(client, Interviewers.Skilled, 5, 30).Steps.Select(step => step.State),
            TrialInterview.Hold(client, Interviewers.Skilled, 5, 30).Steps.Select(step => step.State)
        );
    }

    [Fact]
    public void A_client_who_may_leave_ends_the_trial_with_the_confronter()
    {
        var run = TrialInterview.Hold(TestPersonas.Plain with { MayLeave = true }, Interviewers.Confronter, 1, 30);
        Assert.True(run.Steps[^1].ClientLeaves);
        Assert.InRange(run.Steps.Count, 4, 10);
    }
}
