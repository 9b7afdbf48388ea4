using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>Says what it was given, one script for each try, and remembers what it was asked.</summary>
internal sealed class ScriptedVoice(params string[] scripts) : IVoice
{
    public List<VoiceRequest> Asked { get; } = [];

    public int PieceSize { get; init; } = 5;

    /// <summary>Throws when the script's text is through.</summary>
    public ModelException? Then { get; init; }

    public bool CutAtLimit { get; init; }

    public bool Refused { get; init; }

    public async IAsyncEnumerable<VoiceUpdate> SpeakAsync(
        VoiceRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var script = scripts[Math.Min(Asked.Count, scripts.Length - 1)];
        Asked.Add(request);
        for (var i = 0; i < script.Length; i += PieceSize)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new VoiceUpdate.Piece(script.Substring(i, Math.Min(PieceSize, script.Length - i)));
        }

        if (Then is not null)
        {
            throw Then;
        }

        yield return new VoiceUpdate.Ended(Call(request.Correction is null ? "reply" : "correction"), CutAtLimit, Refused);
    }

    public static ModelCall Call(string purpose = "reply", string outcome = "ok") =>
        new("route", "stub", "stub-1", purpose, outcome, new Usage(10, 5, 0, 0), null, null, TimeSpan.Zero);
}

/// <summary>Routes that answer with given updates and keep what they were sent.</summary>
internal sealed class ScriptedRoutes(params ChatResponseUpdate[] updates) : IModelRoutes, IChatClient
{
    public List<ChatMessage> Sent { get; } = [];

    public ChatOptions? Options { get; private set; }

    public string? Route { get; private set; }

    public bool Any => true;

    public bool Answers(string? route) => route != "offline";

    public IChatClient Open(string? route)
    {
        Route = route;
        return this;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Sent.AddRange(messages);
        Options = options;
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update;
        }
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
