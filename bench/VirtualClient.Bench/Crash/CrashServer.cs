using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VirtualClient.Bench.Crash;

/// <summary>The real program as a process, started and killed again and again at one address. Ends only what it started.</summary>
internal sealed class CrashServer(string connection, Uri model) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? process;

    public Uri Address { get; } = FreeAddress();

    /// <summary>Migrates and seeds, and ends.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        using var migrate = Start("--migrate");
        await migrate.WaitForExitAsync(cancellationToken);
        if (migrate.ExitCode != 0)
        {
            throw new InvalidOperationException("The database could not be made.");
        }
    }

    public void Start() => process = Start("--urls", Address.ToString());

    /// <summary>Waits until it serves, and says for how long.</summary>
    public async Task<TimeSpan> ReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return Stopwatch.GetElapsedTime(started);
                }
            }
            catch (Exception e) when (CrashStudent.IsAway(e, cancellationToken))
            {
                // Not listening yet.
            }

            if (process!.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException(
                    process.HasExited ? $"The server ended by itself with {process.ExitCode}." : "The server did not start again in time."
                );
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        http.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ServerFiles.Main, .. arguments])
        {
            WorkingDirectory = ServerFiles.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ANTHROPIC_API_KEY"] = "",
            ["ConnectionStrings__Default"] = connection,
            ["SignIn__TriesPerMinute"] = "100000",
            ["Limits__MessagesPerMinute"] = "1000000",
            ["Limits__MessagesPerHourForAll"] = "100000000",
            ["Logging__LogLevel__Default"] = "Critical",
            ["Models__Routes__0__Name"] = "stub",
            ["Models__Routes__0__Provider"] = "openai-compatible",
            ["Models__Routes__0__Model"] = "claude-haiku-5-5",
            ["Models__Routes__0__BaseUrl"] = model.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private static Uri FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/");
    }
}
