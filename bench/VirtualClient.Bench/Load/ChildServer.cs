using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ModelStub;

namespace VirtualClient.Bench.Load;

/// <summary>A server in a process of its own, so that its processor time and memory can be told apart; ended with the bench.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string? folder;

    private ChildServer(Process process, Uri address, string? folder) => (this.process, Address, this.folder) = (process, address, folder);

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static Task<ChildServer> StartRelayAsync(Uri upstream, CancellationToken cancellationToken)
    {
        var address = FreeAddress();
        return StartAsync(
            [
                Path.Combine(AppContext.BaseDirectory, "bench.dll"),
                "relay",
                new Uri(upstream, "chat/completions").ToString(),
                address.ToString(),
            ],
            [],
            address,
            null,
            cancellationToken
        );
    }

    /// <summary>The product as in production, on a fresh SQLite file with the bench's students in it.</summary>
    public static async Task<ChildServer> StartProductAsync(StubProvider stub, LoadOptions options, CancellationToken cancellationToken)
    {
        var own = Directory.CreateTempSubdirectory("vc-bench-").FullName;
        var database = Path.Combine(own, "bench.db");
        var address = FreeAddress();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Default"] = $"Data Source={database}",
            ["SignIn__TriesPerMinute"] = "100000",
            ["Limits__MessagesPerMinute"] = "1000000",
            ["Limits__MessagesPerHourForAll"] = "100000000",
            ["Limits__LiveReplies"] = "100000",
            ["BuiltInVoice__MinDuration"] = "00:00:00",
            ["BuiltInVoice__MaxDuration"] = "00:00:00",
            ["Logging__LogLevel__Default"] = "Error",
        };
        if (options.Provider != "built-in")
        {
            settings["Models__Routes__0__Name"] = "stub";
            settings["Models__Routes__0__Provider"] = options.IsAnthropic ? "anthropic" : options.Provider;
            settings["Models__Routes__0__Model"] = "claude-haiku-5-5";
            settings["Models__Routes__0__ApiKey"] = "stub";
            settings["Models__Routes__0__BaseUrl"] = (options.IsAnthropic ? stub.Address : stub.OpenAiAddress).ToString();
            if (options.Provider == "anthropic-small")
            {
                settings["Models__Routes__0__Client"] = "small";
            }
        }

        using (var migrate = Start([ServerFiles.Main, "--migrate"], settings))
        {
            await migrate.WaitForExitAsync(cancellationToken);
        }

        await BenchPeople.AddAsync(database, options.Students, cancellationToken);
        return await StartAsync([ServerFiles.Main, "--urls", address.ToString()], settings, address, own, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ChildServer> StartAsync(
        string[] arguments,
        Dictionary<string, string> settings,
        Uri address,
        string? folder,
        CancellationToken cancellationToken
    )
    {
        var server = new ChildServer(Start(arguments, settings), address, folder);
        using var http = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, "/health/live"), cancellationToken)).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, cancellationToken);
        }

        await server.DisposeAsync();
        throw new InvalidOperationException("The server did not start.");
    }

    private static Process Start(string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(arguments[0])!,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        return started;
    }

    private static Uri FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/");
    }
}
