using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models;

/// <summary>
/// Where a voice gets a model from. What stands behind (budget, failover, circuit, retry, meter, provider) is one
/// <see cref="IChatClient"/> that follows these rules:
/// <list type="bullet">
/// <item>it reads <see cref="ModelKeys"/> from <see cref="ChatOptions.AdditionalProperties"/> and from the contents of messages;</item>
/// <item>it streams text as it comes and, for every attempt it made (also failed and cancelled ones), one update whose contents hold a
/// <see cref="ModelCallContent"/>; the last of them belongs to the text;</item>
/// <item>it fails with <see cref="ModelException"/> and nothing else (cancellation apart), whose <see cref="ModelException.Calls"/> hold the
/// attempts that no update has told of;</item>
/// <item>it never tries another route after it has given out text.</item>
/// </list>
/// </summary>
public interface IModelRoutes
{
    /// <summary>Whether any route is configured. Without one the built-in voice speaks.</summary>
    bool Any { get; }

    /// <summary>Whether a model answers on this route (null: in the configured order), or the built-in voice is to speak.</summary>
    bool Answers(string? route);

    /// <summary>The pipeline, beginning with <paramref name="route"/>; null or an unknown name begins with the configured order. Do not dispose it.</summary>
    IChatClient Open(string? route);
}

/// <summary>Carries the account of one model call through a stream of chat updates.</summary>
public sealed class ModelCallContent(ModelCall call) : AIContent
{
    public ModelCall Call { get; } = call;
}

/// <summary>Keys of additional properties by which a caller and the pipeline understand each other, whatever the provider.</summary>
public static class ModelKeys
{
    /// <summary>
    /// On an <see cref="AIContent"/>: everything up to and including this content may be kept in the provider's prompt cache, "1h" for what
    /// stays through a conversation, "5m" for what grows with it. Providers that cache by themselves ignore it.
    /// </summary>
    public const string Cache = "cache";

    public const string OneHour = "1h";

    public const string FiveMinutes = "5m";

    /// <summary>On <see cref="ChatOptions"/>: the student's pseudonym for the provider's abuse checks.</summary>
    public const string Pseudonym = "pseudonym";

    /// <summary>On <see cref="ChatOptions"/>: "reply" or "correction", copied to <see cref="ModelCall.Purpose"/>.</summary>
    public const string Purpose = "purpose";

    /// <summary>On <see cref="ChatOptions"/>: who pays, a text handed on to <see cref="IBudget"/> and <see cref="IUsageSink"/> as it is.</summary>
    public const string Payer = "payer";

    /// <summary>
    /// On <see cref="ChatOptions"/>: an <see cref="Action{T}"/> of <see cref="ModelCall"/> that is told of each attempt exactly once, also when
    /// the reader of the stream went away before its end and no update could tell.
    /// </summary>
    public const string OnCall = "onCall";
}
