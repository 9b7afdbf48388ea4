using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>The program as a process of its own, which can be killed like one.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string connection, string environment, string[] arguments, string? zone = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "VirtualClient.Web.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add("--SignIn:TriesPerMinute=100000");
        start.ArgumentList.Add("--Limits:MessagesPerMinute=1000000");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__Default"] = connection;
        start.Environment["ANTHROPIC_API_KEY"] = "";
        if (zone is not null)
        {
            start.Environment["TZ"] = zone;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The server ended: " + Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it said so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Where it listens; set by <see cref="StartAsync"/>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="arguments">As on the command line, such as "--Section:Key=value".</param>
    public static Task<ServerProcess> StartAsync(string connection, string environment, params string[] arguments) =>
        ListeningAsync(new ServerProcess(connection, environment, arguments));

    /// <summary>On a machine whose clock on the wall is somewhere else.</summary>
    public static Task<ServerProcess> StartInZoneAsync(string connection, string environment, string zone) =>
        ListeningAsync(new ServerProcess(connection, environment, [], zone));

    private static async Task<ServerProcess> ListeningAsync(ServerProcess server)
    {
        try
        {
            server.Address = await server.address.Task.WaitAsync(TimeSpan.FromSeconds(90));
            return server;
        }
        catch (TimeoutException e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException("The server did not start in time: " + server.Output, e);
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string connection, string environment, params string[] arguments)
    {
        await using var server = new ServerProcess(connection, environment, arguments);
        await server.process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        return (server.process.ExitCode, server.Output);
    }

    public ApiClient Anonymous() => new(Address);

    public BrowserClient Browser() => new(Address);

    public async Task<ApiClient> SignInAsync(string email, string password)
    {
        var api = Anonymous();
        api.Token = (await api.PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200).Text("accessToken");
        return api;
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task TerminateAsync(TimeSpan atMost)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(atMost);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        // Nobody may be waiting for the address of a server that was ended on purpose.
        _ = address.Task.Exception;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } found)
        {
            address.TrySetResult(new Uri(found.Groups[1].Value));
        }
    }

    [GeneratedRegex("^Virtual Client is at (http://.+)$")]
    private static partial Regex AddressLine();
}
