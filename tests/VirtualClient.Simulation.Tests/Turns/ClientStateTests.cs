using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class ClientStateTests
{
    private static readonly ClientState Full = new()
    {
        TrustSteps = 50,
        DistressTenths = 40,
        EngagementHundredths = 55,
        Seed = ulong.MaxValue,
        Turn = 9,
        Rupture = new Rupture(8, "x", 9),
        Opened = new Dictionary<string, int> { ["a"] = 3, ["b"] = 4 },
        Approached = new Dictionary<string, int> { ["c"] = 5 },
        Asked = new Dictionary<string, int> { ["d"] = 5 },
        Stances = [Stance.OpensUp, Stance.Bristles],
        RecentMoves = [new(8, "summary", 77)],
        ClosedRun = 1,
        EncouragerRun = 1,
        LastSilence = 4,
        LastAdvice = 5,
        Duties = [OpeningDuty.Introduction, OpeningDuty.Limits],
        Fragile = true,
        ReportNamed = 3,
        ReportExplained = true,
        Breaches = 1,
        DeepRun = 1,
        PulledBackAt = 6,
        FootholdAt = 2,
    };

    [Fact]
    public void Equality_compares_contents_in_any_order_of_facts()
    {
        var same = Full with
        {
            Opened = new Dictionary<string, int> { ["b"] = 4, ["a"] = 3 },
            Stances = new List<Stance> { Stance.OpensUp, Stance.Bristles },
            RecentMoves = [new(8, "summary", 77)],
            Rupture = new Rupture(8, "x", 9),
        };
        Assert.Equal(Full, same);
        Assert.Equal(Full.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Every_stored_member_counts_for_equality()
    {
        var empty = new ClientState
        {
            TrustSteps = 20,
            DistressTenths = 0,
            EngagementHundredths = 0,
            Seed = 0,
        };
        var members = typeof(ClientState).GetProperties().Where(member => member.CanWrite).ToList();
        Assert.True(members.Count > 20);
        foreach (var member in members)
        {
            Assert.False(Equals(member.GetValue(Full), member.GetValue(empty)), $"the test leaves {member.Name} as it is");
            var changed = Full with { };
            member.SetValue(changed, member.GetValue(empty));
            Assert.False(Full.Equals(changed), $"{member.Name} does not count");
        }
    }
}
