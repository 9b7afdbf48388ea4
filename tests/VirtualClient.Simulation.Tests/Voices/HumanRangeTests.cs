using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>
/// The built-in voice beside human clients. Source of the ranges: AnnoMI (Wu et al., 2022), client turns: median 8 words, 34.5 % up to
/// three words, 4.2 % over 60, thanks 1.4 %, praise 0.4 %.
/// </summary>
public sealed class HumanRangeTests
{
    private const int Conversations = 1000;

    private static readonly Lazy<List<Rehearsal>> Held = new(Hold);

    [Fact]
    public void The_median_reply_has_8_to_20_words()
    {
        var words = Replies().Select(exchange => SpokenText.Words(exchange.Reply)).Order().ToList();
        Assert.InRange(words[words.Count / 2], 8, 20);
    }

    [Fact]
    public void Where_trust_is_low_20_to_45_percent_of_replies_have_up_to_three_words()
    {
        var guarded = Replies().Where(exchange => exchange.Before.Trust < 2m).ToList();
        Assert.InRange(Percent(guarded, exchange => SpokenText.Words(exchange.Reply) <= 3), 20, 45);
    }

    [Fact]
    public void Fewer_than_6_percent_of_replies_have_over_60_words() =>
        Assert.InRange(Percent(Replies(), exchange => SpokenText.Words(exchange.Reply) > 60), 0, 5.99);

    [Fact]
    public void Fewer_than_3_percent_of_replies_thank_or_praise_the_student() =>
        Assert.InRange(Percent(Replies(), exchange => Thanks(exchange.Reply)), 0, 2.99);

    [Fact]
    public void No_sentence_is_said_twice_within_eight_turns()
    {
        foreach (var rehearsal in Held.Value)
        {
            var said = new List<string[]> { Sentences(rehearsal.Opening) };
            foreach (var exchange in rehearsal.Exchanges)
            {
                var now = Sentences(exchange.Reply);
                var twice = now.FirstOrDefault(sentence => said.TakeLast(8).Any(reply => reply.Contains(sentence)));
                Assert.True(twice is null, $"'{twice}' in: {exchange.Reply}");
                said.Add(now);
            }
        }
    }

    [Fact]
    public void Nothing_of_a_closed_fact_is_said()
    {
        var runs = new Dictionary<Disclosure, HashSet<string>>(ReferenceEqualityComparer.Instance);
        foreach (var rehearsal in Held.Value)
        {
            foreach (var exchange in rehearsal.Exchanges)
            {
                var said = WordRuns.Of(exchange.Reply, 5);
                var open = exchange.Plan.Known.Concat(exchange.Plan.Opening).Select(fact => fact.Id).ToHashSet();
                foreach (var closed in rehearsal.Persona.Disclosures.Where(fact => !open.Contains(fact.Id)))
                {
                    if (!runs.TryGetValue(closed, out var told))
                    {
                        runs[closed] = told = [.. closed.OwnWords.Append(closed.Fact).SelectMany(words => WordRuns.Of(words, 5))];
                    }

                    // A run of common words alone ("you want to know what") gives nothing away.
                    var shared = said.Overlaps(told)
                        ? closed
                            .OwnWords.Append(closed.Fact)
                            .Select(words => WordRuns.SharedTelling(words, exchange.Reply, 5))
                            .FirstOrDefault(run => run is not null)
                        : null;
                    Assert.True(shared is null, $"{closed.Id}: '{shared}' in: {exchange.Reply}");
                }
            }
        }
    }

    [Fact]
    public void The_lint_lets_every_reply_pass()
    {
        var faults = Replies()
            .Select(exchange => (exchange.Reply, Fault: new ReplyLint(exchange.Request).Check(exchange.Reply)))
            .Where(found => found.Fault is not null)
            .ToList();
        Assert.True(
            faults.Count == 0,
            $"{faults.Count}: " + string.Join("\n", faults.Take(25).Select(found => $"{found.Fault!.Rule}: {found.Reply}"))
        );
    }

    [Fact]
    public void Every_reply_is_above_the_content_floor()
    {
        foreach (var rehearsal in Held.Value)
        {
            Assert.All(rehearsal.Exchanges, exchange => Assert.Empty(ContentFloor.Check(exchange.Reply, rehearsal.Persona.Age)));
        }
    }

    private static List<Rehearsal> Hold()
    {
        var clients = BuiltInClients.All;
        return
        [
            .. Enumerable
                .Range(0, Conversations)
                .Select(i =>
                {
                    var persona = clients[i % clients.Count].Persona;
                    var student = Script.Students[i / clients.Count % Script.Students.Count];
                    return Rehearsal.Of(persona, Script.For(student, persona), (ulong)i + 1);
                }),
        ];
    }

    private static List<Exchange> Replies() => [.. Held.Value.SelectMany(rehearsal => rehearsal.Exchanges)];

    private static double Percent(List<Exchange> of, Func<Exchange, bool> which) => 100.0 * of.Count(which) / of.Count;

    private static bool Thanks(string reply) =>
        SpokenText.Bare(reply) is var bare
        && new[] { "thank", "appreciate", "grateful", "you re good at", "you are good at", "that s helpful" }.Any(bare.Contains);

    private static string[] Sentences(string reply) =>
        [
            .. SpokenText
                .Sentences(reply)
                .Select(SpokenText.Bare)
                .Where(bare => bare.Contains(' '))
                .Append($"whole: {SpokenText.Bare(reply)}"),
        ];
}
