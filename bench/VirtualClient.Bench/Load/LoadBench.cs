using ModelStub;

namespace VirtualClient.Bench.Load;

/// <summary>
/// Drives the real product through its public API against the stub provider, beside a bare relay that only copies bytes, in one run on one
/// machine; what counts is the ratio. Needs loopback only, is bounded in turns and time, and stops by itself.
/// </summary>
internal static class LoadBench
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    public static async Task<int> RunAsync(string[] args)
    {
        var options = LoadOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(LoadOptions.Usage);
            return 2;
        }

        using var limit = new CancellationTokenSource(Longest);
        await using var stub = await StubProvider.StartAsync(
            new StubSettings
            {
                FirstText = options.FirstText,
                PerPiece = options.PerPiece,
                Pieces = options.Pieces,
                Record = false,
                Reply = _ => options.Reply,
            },
            cancellationToken: limit.Token
        );
        var rows = new List<LoadFigures>();
        if (options.Bare)
        {
            await using var relay = await ChildServer.StartRelayAsync(stub.OpenAiAddress, limit.Token);
            using var turns = new RelayTurns(relay.Address, options);
            rows.Add(await LoadDriver.RunAsync("bare relay", turns, relay, options, limit.Token));
        }

        await using (var product = await ChildServer.StartProductAsync(stub, options, limit.Token))
        {
            await using var turns = await ProductTurns.SignInAsync(product.Address, options, limit.Token);
            rows.Add(await LoadDriver.RunAsync($"product, {options.Provider}", turns, product, options, limit.Token));
        }

        LoadFigures.Print(options, rows);
        return rows.TrueForAll(row => row.Errors == 0) ? 0 : 1;
    }
}
