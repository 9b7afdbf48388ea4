using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models;

/// <summary>An answer in a form that was asked for, taken as a whole: nothing of it is used before all of it was read and checked.</summary>
internal static class FormedAnswer
{
    /// <param name="schema">JSON schema of the form.</param>
    /// <param name="schemaName">Its name for the provider.</param>
    /// <param name="pseudonym">As in <see cref="ModelKeys.Pseudonym"/>; null: none.</param>
    /// <param name="payer">As in <see cref="ModelKeys.Payer"/>; null: nobody.</param>
    /// <param name="onCall">As in <see cref="ModelKeys.OnCall"/>; null: nobody is told.</param>
    public static ChatOptions Options(
        string purpose,
        int mostTokens,
        JsonElement schema,
        string schemaName,
        string? pseudonym,
        string? payer,
        Action<ModelCall>? onCall = null
    )
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = mostTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, schemaName),
            AdditionalProperties = new() { [ModelKeys.Purpose] = purpose },
        };
        Add(ModelKeys.Pseudonym, pseudonym);
        Add(ModelKeys.Payer, payer);
        Add(ModelKeys.OnCall, onCall);
        return options;

        void Add(string key, object? value)
        {
            if (value is not null)
            {
                options.AdditionalProperties![key] = value;
            }
        }
    }

    /// <exception cref="ModelException">No route gave an answer.</exception>
    public static async Task<string> AskAsync(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions options,
        CancellationToken cancellationToken
    )
    {
        var text = new StringBuilder();
        await foreach (
            var update in client.GetStreamingResponseAsync(messages, options, cancellationToken).WithCancellation(cancellationToken)
        )
        {
            text.Append(update.Text);
        }

        return text.ToString();
    }

    /// <summary>Some models put their JSON between marks of code or speak before it.</summary>
    public static string Bare(string answer)
    {
        var (from, to) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        return from >= 0 && to > from ? answer[from..(to + 1)] : answer;
    }
}
