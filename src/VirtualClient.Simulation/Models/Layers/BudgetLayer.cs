using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>Holds the worst case back before anything is asked, and settles what it came to, however the call ended.</summary>
internal sealed class BudgetLayer(IChatClient inner, IBudget budget, ModelCatalog catalog, IReadOnlyList<string> models) : ModelLayer(inner)
{
    /// <summary>What a reply may be long when the caller sets no limit; as the provider clients assume.</summary>
    public const int DefaultOutputTokens = 1_024;

    protected override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var prompt = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var scope = options.Scope;
        var worst = WorstCaseNanoUsd(catalog, models, TokenEstimate.Of(prompt), options.MaxOutputTokens ?? DefaultOutputTokens);
        await using var hold = await budget.ReserveAsync(new BudgetClaim(scope.Purpose, scope.Payer, worst), cancellationToken);
        try
        {
            await foreach (var update in InnerAsync(prompt, options, cancellationToken))
                yield return update;
        }
        finally
        {
            // What was used has to be paid also when the reader has gone.
            await hold.SettleAsync(scope.CostNanoUsd, CancellationToken.None);
        }
    }

    /// <summary>
    /// One whole answer of the dearest route, and the prompt alone for each further try on every route: a try that gave text is not made again.
    /// </summary>
    internal static long WorstCaseNanoUsd(ModelCatalog catalog, IReadOnlyList<string> models, long inputTokens, long outputTokens)
    {
        var answer = 0L;
        var prompts = 0L;
        foreach (var model in models)
        {
            var price = catalog.PriceOf(model);
            answer = Math.Max(answer, price?.WorstCaseNanoUsd(inputTokens, outputTokens) ?? 0);
            prompts += (price?.WorstCaseNanoUsd(inputTokens, 1) ?? 0) * (catalog.Options.Limits.Retries + 1);
        }
        return answer + prompts;
    }
}
