using System.Globalization;

namespace VirtualClient.Bench.Scale;

/// <summary>How many messages, and where.</summary>
/// <param name="Postgres">Connection string of an empty PostgreSQL database; null: a SQLite file of the bench's own.</param>
internal sealed record ScaleOptions(int Messages, string? Postgres)
{
    public const string Usage = "usage: bench scale [--messages 6000000] [--postgres \"Host=...;Database=...\"]";

    /// <summary>The size that the large one is held against.</summary>
    public const int Small = 60_000;

    public static ScaleOptions? Parse(string[] args)
    {
        var options = new ScaleOptions(6_000_000, null);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--messages" when int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var messages):
                    options = options with { Messages = messages };
                    break;
                case "--postgres":
                    options = options with { Postgres = args[i + 1] };
                    break;
                default:
                    return null;
            }
        }

        return args.Length % 2 == 0 && options.Messages is >= Small and <= 20_000_000 ? options : null;
    }
}
