using ModelStub;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>What a whole conversation costs on the small model, as the ledger tells it.</summary>
public sealed class ThirtyMessagesTests(ITestOutputHelper output)
{
    private const decimal MostUsd = 0.01m;
    private const double LeastShare = 0.85;

    private static readonly string[] Student =
    [
        "Hello, I'm glad you made it in. What should I know about how you have been?",
        "That is a lot at once. Which of it weighs most today?",
        "So on most days you get through, and then the evenings are what is hard.",
        "Who else is at home, and how are they with all this?",
        "Tell me about a day in the last weeks that went a little better.",
        "You kept that going even though nobody noticed.",
        "When did you first think that you can't go on like this?",
        "What have you already tried, and what came of it?",
        "It took something to say that out loud here.",
        "How do you sleep, and how is it with eating?",
        "Is there anybody you would call at two in the morning?",
        "I hear that asking for help has cost you before.",
        "If we meet again in a month, what would you like to tell me then?",
        "Let me put together what I understood, and you correct me where I am wrong.",
        "What is one small thing that we could do first?",
    ];

    private static readonly string[] Client =
    [
        "I don't know where to start. I get up, I get them out of the house, and then it is noon and nothing is done that I meant to do.",
        "Everybody says I should have come earlier. They are not the ones who have to sit in the waiting room with two children.",
        "At night I lie there and count what is due. I get to the same number each time, so I might as well stop counting.",
        "There was a time when we went to the lake on Sundays. I haven't thought about that in months, to be honest with you.",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Fifteen_turns_cost_under_a_cent_and_are_mostly_read_from_the_cache(int client)
    {
        await using var money = await MoneyHost.StartAsync(new StubSettings { Reply = r => Client[r.Number % Client.Length] });
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync(), client);
        foreach (var line in Student)
        {
            await talk.SayAsync(line);
        }

        var messages = await talk.MessagesAsync();
        Assert.Equal(31, messages.Count);
        var replies = messages.Where(m => m["inReplyTo"] is not null).Select(m => Guid.Parse(m["id"]!.GetValue<string>())).ToList();
        var ledger = await money.LedgerAsync(talk.Id);
        var cost = Money.Usd(ledger.Sum(r => r.CostNanoUsd));
        var steady = ledger.Where(r => replies.IndexOf(r.ReplyId!.Value) is >= 2 and <= 14).ToList();
        double read = steady.Sum(r => r.CacheReadTokens);
        var share = read / (read + steady.Sum(r => r.InputTokens + r.CacheWriteTokens));
        var figures = $"${cost}, cache-read share {share:P1}, {ledger.Count} calls, {ledger.Sum(r => r.OutputTokens)} tokens out";
        output.WriteLine(figures);
        Assert.True(steady.Count >= 13 && cost > 0 && cost < MostUsd && share >= LeastShare, figures);
        Assert.DoesNotContain(ledger, r => r.Estimated);
        Assert.Equal(money.Stub.Reported.CacheRead, ledger.Sum(r => r.CacheReadTokens));
    }
}
