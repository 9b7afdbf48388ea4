namespace VirtualClient.Simulation.Models;

/// <summary>What a conversation will cost before anybody has held it. A forecast: people write more or less than this.</summary>
public static class ConversationForecast
{
    /// <summary>Messages of the conversation that costs are told for: fifteen of the student, fifteen of the client.</summary>
    public const int Messages = 30;

    // Mean lengths in tokens. Source: ours, from rehearsed conversations.
    private const int StudentTokens = 50;
    private const int ReplyTokens = 120;

    /// <summary>The cost of <see cref="Messages"/> messages in nano-dollars, each turn reading what was sent before from the cache.</summary>
    /// <param name="stableTokens">The part of the prompt that stays the same, in tokens.</param>
    /// <param name="directionTokens">The direction for one reply, in tokens.</param>
    public static long NanoUsd(ModelPrice price, long stableTokens, long directionTokens)
    {
        ArgumentNullException.ThrowIfNull(price);
        const int turns = Messages / 2;
        const int pair = StudentTokens + ReplyTokens;
        long cost = 0;
        for (var turn = 0; turn < turns; turn++)
        {
            var history = (long)turn * pair;
            cost += price.CostNanoUsd(
                new Usage(
                    InputTokens: StudentTokens + directionTokens,
                    OutputTokens: ReplyTokens,
                    CacheWriteTokens: turn == 0 ? stableTokens : pair,
                    CacheReadTokens: turn == 0 ? 0 : stableTokens + history - pair
                )
                {
                    CacheWriteHourTokens = turn == 0 ? stableTokens : 0,
                }
            );
        }

        return cost;
    }
}
