using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VirtualClient.Browser.Tests;

/// <summary>The product as a process of its own, which can be killed and started again on the same port with the same database.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vc-server-");
    private Process? process;

    private ServerProcess(int port) => Address = $"http://127.0.0.1:{port}";

    public string Address { get; }

    public static async Task<ServerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var server = new ServerProcess(FreePort());
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var (project, assembly) = Locate();
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", Address])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Default"] = $"Data Source={Path.Combine(folder.FullName, "app.db")}";
        start.Environment["BuiltInVoice__MinDuration"] = "00:00:02";
        start.Environment["BuiltInVoice__MaxDuration"] = "00:00:03";
        process = Process.Start(start)!;
        // Read, so that a full pipe never holds the server up.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (true)
        {
            Assert.False(process.HasExited, "The server did not start.");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address + "/health/ready"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>At once, as kill -9 does it.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The web project beside this one, in the configuration this one was built in.</summary>
    private static (string Project, string Assembly) Locate()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here;
        while (!File.Exists(Path.Combine(root.FullName, "VirtualClient.slnx")))
        {
            root = root.Parent!;
        }

        var project = Path.Combine(root.FullName, "src", "VirtualClient.Web");
        return (project, Path.Combine(project, "bin", here.Parent!.Name, here.Name, "VirtualClient.Web.dll"));
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
