using Microsoft.Extensions.AI;
using ModelStub;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>The whole pipeline in front of stub providers, as a program would have it.</summary>
internal sealed class PipelineRig : IAsyncDisposable
{
    public const string Model = "claude-haiku-5-5";

    /// <summary>The Messages protocol through our own reader instead of the SDK.</summary>
    public const string Small = "anthropic-small";

    public required StubProvider Stub { get; init; }
    public StubProvider? Second { get; init; }
    public required ModelPipeline Pipeline { get; init; }
    public required ModelCatalog Catalog { get; init; }
    public required ManualTime Time { get; init; }

    /// <param name="protocols">"anthropic", "anthropic-small", "openai-compatible", or two of them separated by a comma for two routes.</param>
    public static async Task<PipelineRig> StartAsync(
        string protocols,
        ModelPorts? ports = null,
        ModelOptions? options = null,
        ManualTime? time = null
    )
    {
        time ??= new ManualTime();
        var names = protocols.Split(',');
        var first = await StubProvider.StartAsync();
        var second = names.Length > 1 ? await StubProvider.StartAsync() : null;
        options ??= new ModelOptions();
        var routes = new List<RouteOptions> { Route("first", names[0], first) };
        if (second is not null)
            routes.Add(Route("second", names[1], second));
        var catalog = new ModelCatalog(options with { Routes = routes });
        return new PipelineRig
        {
            Stub = first,
            Second = second,
            Time = time,
            Catalog = catalog,
            Pipeline = new ModelPipeline(catalog, ports ?? new ModelPorts(), time, () => 0.5),
        };
    }

    public static RouteOptions Route(string name, string protocol, StubProvider stub) =>
        new()
        {
            Name = name,
            Provider = protocol == Small ? ModelProviders.Anthropic : protocol,
            Client = protocol == Small ? "small" : "sdk",
            Model = Model,
            ApiKey = "test-key",
            BaseUrl = protocol == ModelProviders.OpenAiCompatible ? stub.OpenAiAddress : stub.Address,
        };

    public static List<ChatMessage> Prompt(string text = "How have things been at home?") =>
        [new(ChatRole.System, "You are Dana, 34, a client of a family service."), new(ChatRole.User, text)];

    /// <summary>Asks once and moves the clock on until the answer is there.</summary>
    public async Task<Outcome> AskAsync(
        IEnumerable<ChatMessage>? messages = null,
        ChatOptions? options = null,
        string? route = null,
        CancellationToken cancellationToken = default
    )
    {
        var asking = ReadAsync(Pipeline.Open(route), messages ?? Prompt(), options, cancellationToken);
        await PumpAsync(asking);
        return await asking;
    }

    /// <summary>Lets a second pass again and again until the task is done.</summary>
    public async Task PumpAsync(Task task)
    {
        for (var i = 0; i < 1_000 && !task.IsCompleted; i++)
        {
            for (var waited = 0; waited < (i < 2 ? 12 : 2) && !task.IsCompleted; waited++)
                await Task.Delay(10);
            if (!task.IsCompleted)
                Time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.True(task.IsCompleted, "The call did not end.");
    }

    public static async Task<Outcome> ReadAsync(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken = default
    )
    {
        var outcome = new Outcome();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                outcome.Text += update.Text;
                outcome.Finish = update.FinishReason ?? outcome.Finish;
                outcome.Calls.AddRange(update.Contents.OfType<ModelCallContent>().Select(c => c.Call));
            }
        }
        catch (Exception e) when (e is ModelException or OperationCanceledException)
        {
            outcome.Failure = e;
        }
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        Pipeline.Dispose();
        await Stub.DisposeAsync();
        if (Second is not null)
            await Second.DisposeAsync();
    }
}

internal sealed class Outcome
{
    public string Text { get; set; } = "";
    public ChatFinishReason? Finish { get; set; }
    public List<ModelCall> Calls { get; } = [];
    public Exception? Failure { get; set; }
    public FailureKind? Kind => (Failure as ModelException)?.Kind;
}
