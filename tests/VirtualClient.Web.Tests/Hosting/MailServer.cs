using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>Takes mails on loopback, as much of SMTP as a sender needs (RFC 5321). What it took is in <see cref="Mails"/>.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> mails = [];
    private readonly Func<string, bool> refuses;
    private readonly Task serving;

    /// <param name="refuses">Which recipients are not taken.</param>
    public MailServer(Func<string, bool>? refuses = null)
    {
        this.refuses = refuses ?? (_ => false);
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string[] Settings =>
        ["Installation:Smtp:Host=127.0.0.1", $"Installation:Smtp:Port={Port}", "Installation:Smtp:From=vc@school.example"];

    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (mails)
            {
                return [.. mails];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await SayAsync(stream, "220 here");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await SayAsync(stream, "354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
                {
                    text.AppendLine(part);
                }

                lock (mails)
                {
                    mails.Add(text.ToString());
                }
            }

            await SayAsync(
                stream,
                verb == "QUIT" ? "221 bye"
                    : verb == "RCPT" && refuses(line) ? "550 nobody here"
                    : "250 ok"
            );
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private async Task SayAsync(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token);
}
