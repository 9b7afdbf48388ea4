using System.Globalization;

namespace VirtualClient.Bench.Crash;

/// <param name="Postgres">A connection that may create databases; null: a SQLite file.</param>
/// <param name="Students">Clients of the server that send at the same time, each with a log of its own.</param>
internal sealed record CrashOptions(int Kills, string? Postgres, int Students, int Seed)
{
    public const string Usage =
        "usage: bench crash [--kills 200] [--postgres] [--students 6] [--seed 1]\n"
        + "--postgres needs VC_TEST_POSTGRES, a connection that may create databases (tests/postgres.sh start DIR prints one).";

    public static CrashOptions? Parse(string[] args)
    {
        var options = new CrashOptions(200, null, 6, 1);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--postgres")
            {
                if (Environment.GetEnvironmentVariable("VC_TEST_POSTGRES") is not { Length: > 0 } connection)
                {
                    return null;
                }

                options = options with { Postgres = connection };
                continue;
            }

            if (i + 1 >= args.Length || !int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            options = args[i++] switch
            {
                "--kills" => options with { Kills = number },
                "--students" => options with { Students = number },
                "--seed" => options with { Seed = number },
                _ => options with { Kills = 0 },
            };
        }

        return options.Kills is >= 1 and <= 2000 && options.Students is >= 1 and <= 50 ? options : null;
    }
}
