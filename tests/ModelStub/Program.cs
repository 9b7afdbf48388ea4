using ModelStub;

// model-stub [--port 5088] [--first-text-ms 400] [--per-piece-ms 20] [--pieces 60]
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
await using var stub = await StubProvider.StartAsync(
    new StubSettings
    {
        FirstText = TimeSpan.FromMilliseconds(settings.GetValue("first-text-ms", 0)),
        PerPiece = TimeSpan.FromMilliseconds(settings.GetValue("per-piece-ms", 0)),
        Pieces = settings.GetValue<int?>("pieces"),
        Record = settings.GetValue("record", true),
    },
    settings.GetValue("port", 5088)
);
Console.WriteLine($"Messages:         {stub.Address}v1/messages");
Console.WriteLine($"Chat completions: {stub.OpenAiAddress}chat/completions");
await stub.WaitAsync(CancellationToken.None);
