using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>A label of a turn with the words that earned it and the rule that gave it.</summary>
public sealed record TestLabel(LabelCode Code, string Name, string Words, string Rule);

/// <summary>A fact of the client in a test: when it opened, or when it was last approached.</summary>
public sealed record TestFact(string Id, string Title, int? OpenedAt, int? ApproachedAt);

/// <summary>A hurt that is open.</summary>
public sealed record TestRupture(int Turn, string Cause, int? RepairedAt);

/// <summary>The client after a turn of a test, and why. For the teacher of the test only.</summary>
/// <param name="Trust">1.00 to 4.00.</param>
/// <param name="Distress">0 to 10.</param>
/// <param name="Engagement">0 to 1.</param>
/// <param name="Plan">What the client decided, in one line.</param>
/// <param name="Opened">Ids of all facts that are open now.</param>
/// <param name="OpenedNow">Ids of those that opened in this turn.</param>
/// <param name="Approached">Ids of facts that this turn came near and that stayed closed.</param>
public sealed record TestState(
    Guid ReplyId,
    Guid? InReplyTo,
    int Turn,
    decimal Trust,
    decimal TrustBefore,
    decimal Distress,
    decimal Engagement,
    Stance Stance,
    TestRupture? Rupture,
    IReadOnlyList<TestLabel> Labels,
    string Plan,
    IReadOnlyList<string> Opened,
    IReadOnlyList<string> OpenedNow,
    IReadOnlyList<string> Approached,
    long Tokens,
    decimal CostUsd
)
{
    /// <summary>A step of trust in the engine.</summary>
    private const decimal Step = 0.05m;

    /// <summary>Null when the reply has no record of its turn (it failed before the turn was read).</summary>
    public static TestState? Of(Message reply) => reply.Turn is { } turn ? Of(reply, TurnRecord.Parse(turn)) : null;

    internal static TestState Of(Message reply, TurnRecord record)
    {
        var state = record.Step.State;
        return new TestState(
            reply.Id,
            reply.InReplyTo,
            state.Turn,
            state.Trust,
            record.Step.TrustStepsBefore * Step,
            state.DistressTenths / 10m,
            state.EngagementHundredths / 100m,
            record.Stance,
            state.Rupture is { } rupture ? new TestRupture(rupture.Turn, rupture.Cause, rupture.RepairedAt) : null,
            [.. record.Signals.Labels.Select(l => new TestLabel(l.Code, LabelNames.Of(l.Code).Teacher, l.Words, l.Rule))],
            record.Why,
            [.. state.Opened.OrderBy(o => o.Value).Select(o => o.Key)],
            record.Step.Opening,
            record.Step.Approached,
            reply.Tokens,
            reply.CostNanoUsd / 1_000_000_000m
        );
    }
}
