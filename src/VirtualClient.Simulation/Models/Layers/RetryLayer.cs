using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>The one retry loop of the program: until the first text, as long as time is left, with pauses as the provider asks or drawn at random.</summary>
internal sealed class RetryLayer : ModelLayer
{
    private static readonly ResiliencePropertyKey<CallScope> ScopeKey = new("scope");
    private readonly ResiliencePipeline<StartedStream> _pipeline;
    private readonly ModelLimits _limits;
    private readonly Func<double> _draw;

    /// <param name="draw">A number from 0 to below 1 for the pauses.</param>
    public RetryLayer(IChatClient inner, ModelLimits limits, TimeProvider time, Func<double> draw)
        : base(inner)
    {
        _limits = limits;
        _draw = draw;
        var builder = new ResiliencePipelineBuilder<StartedStream> { TimeProvider = time };
        if (limits.Retries > 0)
            builder.AddRetry(
                new RetryStrategyOptions<StartedStream>
                {
                    MaxRetryAttempts = limits.Retries,
                    ShouldHandle = a => ValueTask.FromResult(IsWorthAnotherTry(a)),
                    DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(Pause(a)),
                }
            );
        _pipeline = builder.Build();
    }

    protected override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var stream = await StartAsync(messages, options, cancellationToken);
        await foreach (var update in stream.ReadAsync())
            yield return update;
    }

    private async ValueTask<StartedStream> StartAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        CancellationToken cancellationToken
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ScopeKey, options.Scope);
        try
        {
            return await _pipeline.ExecuteAsync(
                (c, state) =>
                    StartedStream.StartAsync(
                        state.Layer.InnerAsync(state.Messages, state.Options, c.CancellationToken),
                        state.Options.Scope.Whole,
                        c.CancellationToken
                    ),
                context,
                (Layer: this, Messages: messages, Options: options)
            );
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsWorthAnotherTry(RetryPredicateArguments<StartedStream> arguments)
    {
        if (arguments.Outcome.Exception is not ModelException { Transient: true } e)
            return false;
        var left = arguments.Context.Properties.GetValue(ScopeKey, null!).Left;
        var longest = e.RetryAfter ?? Ceiling(arguments.AttemptNumber);
        return longest <= _limits.LongestRetryAfter && longest < left;
    }

    /// <summary>Full jitter: anything between nothing and the doubling limit, so that students who failed together do not come back together.</summary>
    private TimeSpan Pause(RetryDelayGeneratorArguments<StartedStream> arguments) =>
        (arguments.Outcome.Exception as ModelException)?.RetryAfter ?? Ceiling(arguments.AttemptNumber) * _draw();

    private TimeSpan Ceiling(int attempt) => _limits.RetryBase * Math.Pow(2, attempt);
}
