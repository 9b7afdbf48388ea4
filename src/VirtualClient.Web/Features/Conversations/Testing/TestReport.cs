using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>A turn of a test: what the teacher said, what the client answered, what that did and what it used. Tries that failed are counted in.</summary>
/// <param name="Line">Number of the reply in the transcript.</param>
/// <param name="After">Null while the reply is being made, or when it failed before the turn was read.</param>
/// <param name="Took">From the message to the whole reply.</param>
public sealed record TestTurn(
    int Number,
    Guid MessageId,
    Guid ReplyId,
    int Line,
    string Said,
    string Reply,
    MessageStatus Status,
    TestState? After,
    long Tokens,
    bool TokensEstimated,
    decimal CostUsd,
    string? Model,
    TimeSpan? Took
);

/// <param name="MeanResponseMs">Of whole replies; null when there is none.</param>
public sealed record TestTotals(int Messages, long Tokens, decimal CostUsd, decimal? MeanResponseMs);

/// <summary>All that a test shows beside its words, computed from what was stored with each reply.</summary>
public sealed record TestReport(Conversation Test, IReadOnlyList<Message> Messages, IReadOnlyList<TestTurn> Turns, ClientState State)
{
    public static TestReport Of(Conversation test, IReadOnlyList<Message> messages)
    {
        var replies = messages.Where(m => m.InReplyTo is not null).ToLookup(m => m.InReplyTo!.Value);
        var turns = new List<TestTurn>();
        var state = test.FirstState();
        foreach (var said in messages.Where(m => m.Speaker == Speaker.Student))
        {
            if (replies[said.Id].MaxBy(m => m.Sequence) is not { } reply)
            {
                continue;
            }

            var record = reply.Turn is { } turn ? TurnRecord.Parse(turn) : null;
            state = record?.Step.State ?? state;
            turns.Add(
                new TestTurn(
                    turns.Count + 1,
                    said.Id,
                    reply.Id,
                    reply.Sequence,
                    said.Text,
                    reply.Text,
                    reply.Status,
                    record is null ? null : TestState.Of(reply, record),
                    replies[said.Id].Sum(m => m.Tokens),
                    replies[said.Id].Any(m => m.UsageEstimated),
                    replies[said.Id].Sum(m => m.CostNanoUsd) / 1_000_000_000m,
                    reply.Model,
                    TimeOf(reply)
                )
            );
        }

        return new TestReport(test, messages, turns, state);
    }

    /// <summary>The last stance, or null before the first turn.</summary>
    public Stance? Stance => Turns.LastOrDefault(t => t.After is not null)?.After!.Stance;

    /// <summary>Trust at the beginning and after each turn.</summary>
    public IReadOnlyList<decimal> TrustPath =>
        [Test.FirstState().Trust, .. Turns.Select(t => t.After).OfType<TestState>().Select(s => s.Trust)];

    public IReadOnlyList<TestFact> Facts =>
        [
            .. Test.Persona.Disclosures.Select(fact => new TestFact(
                fact.Id,
                fact.Title,
                State.Opened.TryGetValue(fact.Id, out var opened) ? opened : null,
                State.Approached.TryGetValue(fact.Id, out var approached) ? approached : null
            )),
        ];

    /// <summary>How often each label was given, in the order of the vocabulary.</summary>
    public IReadOnlyDictionary<LabelCode, int> LabelCounts =>
        Turns.SelectMany(t => t.After?.Labels ?? []).GroupBy(l => l.Code).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());

    public TestTotals Totals
    {
        get
        {
            var took = Messages.Select(TimeOf).OfType<TimeSpan>().ToList();
            return new TestTotals(
                Messages.Count,
                Messages.Sum(m => m.Tokens),
                Messages.Sum(m => m.CostNanoUsd) / 1_000_000_000m,
                took.Count == 0 ? null : Math.Round((decimal)took.Average(t => t.TotalMilliseconds), 1)
            );
        }
    }

    private static TimeSpan? TimeOf(Message reply) =>
        reply is { InReplyTo: not null, Status: MessageStatus.Complete, CompletedAt: { } at } ? at - reply.SentAt : null;
}
