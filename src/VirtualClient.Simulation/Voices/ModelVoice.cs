using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Voices;

/// <summary>Has a language model put the plan into words. Reads every stream to its end, so that the account of the call is complete. Thread-safe.</summary>
internal sealed class ModelVoice(IModelRoutes routes) : IVoice
{
    /// <summary>
    /// Tokens of a reply at most. The longest planned reply is 80 words (some 110 tokens); the rest is room for long own words and for models
    /// that spend tokens before they speak.
    /// </summary>
    public const int MostOutputTokens = 400;

    public async IAsyncEnumerable<VoiceUpdate> SpeakAsync(
        VoiceRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var prompt = PromptBuilder.Build(request);
        var restorer = prompt.Names.Stream();
        ModelCall? call = null;
        ChatFinishReason? finish = null;
        var updates = routes.Open(request.Turn.Route).GetStreamingResponseAsync(prompt.Messages, Options(request), cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            finish = update.FinishReason ?? finish;
            foreach (var content in update.Contents)
            {
                if (content is ModelCallContent attempt)
                {
                    if (call is not null)
                    {
                        yield return new VoiceUpdate.Attempted(call);
                    }

                    call = attempt.Call;
                }
                else if (content is TextContent { Text.Length: > 0 } text && restorer.Push(text.Text) is { Length: > 0 } piece)
                {
                    yield return new VoiceUpdate.Piece(piece);
                }
            }
        }

        if (restorer.Flush() is { Length: > 0 } rest)
        {
            yield return new VoiceUpdate.Piece(rest);
        }

        var refused = finish == ChatFinishReason.ContentFilter;
        yield return new VoiceUpdate.Ended(call, CutAtLimit: finish == ChatFinishReason.Length, refused);
    }

    private static ChatOptions Options(VoiceRequest request)
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = MostOutputTokens,
            AdditionalProperties = new() { [ModelKeys.Purpose] = request.Correction is null ? "reply" : "correction" },
        };
        Add(ModelKeys.Pseudonym, request.Turn.Pseudonym);
        Add(ModelKeys.Payer, request.Turn.Payer);
        Add(ModelKeys.OnCall, request.Turn.OnCall);
        return options;

        void Add(string key, object? value)
        {
            if (value is not null)
            {
                options.AdditionalProperties![key] = value;
            }
        }
    }
}
