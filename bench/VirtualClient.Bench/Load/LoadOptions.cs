using System.Globalization;

namespace VirtualClient.Bench.Load;

/// <summary>What to drive: how many conversations at once, how many turns each, and how the stub speaks.</summary>
internal sealed record LoadOptions(
    int Conversations,
    int Turns,
    int Warm,
    TimeSpan Pause,
    TimeSpan FirstText,
    TimeSpan PerPiece,
    int Pieces,
    int Length,
    string Provider,
    bool Bare
)
{
    public const string Usage =
        "usage: bench load [--conversations 40] [--turns 30] [--warm 60] [--pause-ms 0] [--first-ms 0] [--piece-ms 0] [--pieces 24] "
        + "[--length 15] [--provider openai-compatible|anthropic|anthropic-small|built-in] [--no-bare]\n"
        + "--length: turns after which a conversation ends and its student begins another with the same client.";

    /// <summary>Students that hold the conversations; each may hold one with each of the twelve built-in clients.</summary>
    public int Students => (Conversations + ClientsPerStudent - 1) / ClientsPerStudent;

    /// <summary>Through Anthropic's library, or through our own reader.</summary>
    public bool IsAnthropic => Provider is "anthropic" or "anthropic-small";

    public const int ClientsPerStudent = 12;

    /// <summary>A client's reply of some forty words.</summary>
    public string Reply { get; } =
        "I don't know. It's been a long week, I guess, and nobody at home says much about it. We get by, mostly, until the twentieth or so. "
        + "Then it's counting. I try not to let the kids see me count.";

    public static LoadOptions? Parse(string[] args)
    {
        var options = new LoadOptions(40, 30, 60, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 24, 15, "openai-compatible", true);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--no-bare")
            {
                options = options with { Bare = false };
                continue;
            }

            if (i + 1 >= args.Length)
            {
                return null;
            }

            var value = args[++i];
            LoadOptions? next = args[i - 1] switch
            {
                "--conversations" => options with { Conversations = Number(value) },
                "--turns" => options with { Turns = Number(value) },
                "--warm" => options with { Warm = Number(value) },
                "--pause-ms" => options with { Pause = TimeSpan.FromMilliseconds(Number(value)) },
                "--first-ms" => options with { FirstText = TimeSpan.FromMilliseconds(Number(value)) },
                "--piece-ms" => options with { PerPiece = TimeSpan.FromMilliseconds(Number(value)) },
                "--pieces" => options with { Pieces = Number(value) },
                "--length" => options with { Length = Number(value) },
                "--provider" => options with { Provider = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return
            options.Conversations is >= 1 and <= 5000
            && options.Turns is >= 1 and <= 10_000
            && options.Warm is >= 0 and <= 10_000
            && options.Length is >= 1 and <= 200
            ? options
            : null;
    }

    private static int Number(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
