using System.Runtime.CompilerServices;
using Anthropic;
using Anthropic.Core;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Layers;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// The official SDK behind our neutral keys: marks become prompt cache breakpoints, the pseudonym becomes the request's user id, thinking is
/// turned off the way the model wants, and sampling parameters, which the models refuse, are left out. Retries and limits belong to the pipeline.
/// </summary>
internal sealed class AnthropicRouteClient(RouteOptions route, HttpClient http) : DelegatingChatClient(Create(route, http))
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => base.GetResponseAsync(messages.Select(WithBreakpoints), Options(options), cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var updates = base.GetStreamingResponseAsync(messages.Select(WithBreakpoints), Options(options), cancellationToken);
        await foreach (var update in updates)
        {
            if (update.RawRepresentation is RawMessageStreamEvent raw && raw.TryPickStart(out var start))
                update.Contents.Add(new StartUsageContent(Details(start.Message.Usage)));
            yield return update;
        }
    }

    /// <summary>The SDK gives figures only at the end and does not tell the caches apart; a call that is cut short has a price too.</summary>
    private static UsageDetails Details(Anthropic.Models.Messages.Usage usage)
    {
        var read = usage.CacheReadInputTokens ?? 0;
        var write = usage.CacheCreationInputTokens ?? 0;
        return new UsageDetails
        {
            InputTokenCount = usage.InputTokens + read + write,
            CachedInputTokenCount = read,
            AdditionalCounts = new()
            {
                [UsageNames.CacheWrite] = write,
                [UsageNames.CacheWriteHour] = usage.CacheCreation?.Ephemeral1hInputTokens ?? 0,
            },
        };
    }

    private static IChatClient Create(RouteOptions route, HttpClient http)
    {
        var client = new AnthropicClient(
            new ClientOptions
            {
                ApiKey = route.ApiKey,
                BaseUrl = (route.BaseUrl ?? ModelProviders.AnthropicAddress).ToString().TrimEnd('/'),
                MaxRetries = 0,
                // Longer than any limit of the pipeline, which always ends a call first.
                Timeout = TimeSpan.FromMinutes(20),
                HttpClient = http,
                // Our own spans cover both providers, and no variable of the environment can make these ones carry texts.
                OpenTelemetry = false,
            }
        );
        return client.AsIChatClient(route.Model, BudgetLayer.DefaultOutputTokens);
    }

    private static ChatMessage WithBreakpoints(ChatMessage message)
    {
        if (!message.Contents.Any(c => LifeOf(c) is not null))
            return message;
        var contents = message.Contents.Select(c =>
            c is TextContent text && LifeOf(c) is { } life ? new TextContent(text.Text).WithCacheControl(life) : c
        );
        return new ChatMessage(message.Role, [.. contents]);
    }

    private static Ttl? LifeOf(AIContent content) =>
        CacheMark.Of(content) switch
        {
            ModelKeys.OneHour => Ttl.Ttl1h,
            ModelKeys.FiveMinutes => Ttl.Ttl5m,
            _ => null,
        };

    private ChatOptions Options(ChatOptions? options)
    {
        var pseudonym = (options as ScopedOptions)?.Pseudonym;
        var most = options?.MaxOutputTokens ?? BudgetLayer.DefaultOutputTokens;
        return new ChatOptions
        {
            MaxOutputTokens = most,
            Instructions = options?.Instructions,
            ResponseFormat = options?.ResponseFormat,
            RawRepresentationFactory = _ => new MessageCreateParams
            {
                Model = route.Model,
                MaxTokens = most,
                Messages = [],
                Metadata = pseudonym is null ? null : new Metadata { UserID = pseudonym },
                Thinking = ThinkingOff(),
            },
        };
    }

    private ThinkingConfigParam? ThinkingOff() =>
        AnthropicThinking.OffFor(route) switch
        {
            "disabled" => new ThinkingConfigDisabled(),
            "between_tools" => new ThinkingConfigBetweenTools(),
            _ => null,
        };
}
