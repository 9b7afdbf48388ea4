using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A term to come. What is left out is as this installation measured it, or as conversations were rehearsed.</summary>
public sealed class ProjectionInput
{
    [Required(ErrorMessage = "Say how many students there will be.")]
    [Range(1, 1_000_000, ErrorMessage = "Between 1 and 1,000,000 students.")]
    public int? Students { get; set; }

    [Required(ErrorMessage = "Say how many conversations each student will hold.")]
    [Range(1, 1_000, ErrorMessage = "Between 1 and 1,000 conversations for each student.")]
    public int? Conversations { get; set; }

    /// <summary>Of both sides together.</summary>
    [Range(2, 400, ErrorMessage = "Between 2 and 400 messages in a conversation.")]
    public int? Messages { get; set; }

    /// <summary>Null: the one that speaks now.</summary>
    [StringLength(UsageRecord.NameMax)]
    public string? Model { get; set; }

    /// <summary>Whether the provider's prompt cache is used.</summary>
    public bool? Caching { get; set; }

    [Range(1, 53, ErrorMessage = "Between 1 and 53 weeks.")]
    public int? Weeks { get; set; }

    [Range(0, 1_000_000, ErrorMessage = "Between 0 and 1,000,000 tokens.")]
    public double? InputTokensPerReply { get; set; }

    [Range(0, 100_000, ErrorMessage = "Between 0 and 100,000 tokens.")]
    public double? OutputTokensPerReply { get; set; }

    [Range(0.0, 1.0, ErrorMessage = "A share is between 0 and 1.")]
    public double? CacheReadShare { get; set; }
}

/// <summary>What one reply takes.</summary>
/// <param name="MeasuredReplies">How many replies of the last 30 days it was measured from; 0: rehearsed, not measured.</param>
public sealed record ReplyTokens(
    double InputTokens,
    double OutputTokens,
    double CacheReadShare,
    double CacheWriteShare,
    long MeasuredReplies
);

public sealed record ModelProjection(string Model, DateOnly PriceAsOf, decimal CostUsd, decimal PerConversationUsd, decimal PerStudentUsd);

/// <param name="PerDayUsd">Over all days of the weeks.</param>
/// <param name="WithinBudget">Whether a mean day stays within the day's budget; a busy day may not.</param>
/// <param name="Models">The same with every model that has a price, cheapest first.</param>
public sealed record ProjectionView(
    int Students,
    int Conversations,
    int Messages,
    int Weeks,
    bool Caching,
    ModelProjection Chosen,
    decimal PerDayUsd,
    decimal BudgetDayUsd,
    bool WithinBudget,
    ReplyTokens PerReply,
    IReadOnlyList<ModelProjection> Models
);

/// <summary>What a term will cost: students × conversations × replies × what a reply takes × the price of now.</summary>
internal sealed class ProjectCost(AppDbContext db, ModelCatalog catalog, BudgetBook budgets, TimeProvider clock)
{
    private const int Weeks = 15;
    private const int LeastMeasured = 20;

    /// <summary>Until something was measured. Source: ours, from rehearsed conversations of thirty messages.</summary>
    private static readonly ReplyTokens Rehearsed = new(2_600, 120, 0.85, 0.1, 0);

    public async Task<ProjectionView> HandleAsync(ProjectionInput input, CancellationToken cancellationToken)
    {
        var measured = await MeasureAsync(cancellationToken);
        var reply = measured with
        {
            InputTokens = input.InputTokensPerReply ?? measured.InputTokens,
            OutputTokens = input.OutputTokensPerReply ?? measured.OutputTokens,
            CacheReadShare = input.CacheReadShare ?? measured.CacheReadShare,
            CacheWriteShare = Math.Min(measured.CacheWriteShare, 1 - (input.CacheReadShare ?? measured.CacheReadShare)),
        };
        var messages = input.Messages ?? ConversationForecast.Messages;
        var caching = input.Caching ?? true;
        var conversations = (long)input.Students!.Value * input.Conversations!.Value;
        var models = catalog
            .Prices.Select(price => Project(price, reply, caching, messages, conversations, input.Students.Value))
            .OrderBy(m => m.CostUsd)
            .ThenBy(m => m.Model, StringComparer.Ordinal)
            .ToList();
        var chosenRoute = (await budgets.DefaultsAsync(cancellationToken)).RouteFor(isTest: false);
        var spoken = chosenRoute is null ? catalog.Default : catalog.Find(chosenRoute);
        var name = input.Model ?? spoken?.Model ?? ModelPrice.Defaults[0].Model;
        var chosen =
            models.Find(m => string.Equals(m.Model, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DomainException(
                "unknown-model",
                $"There is no price for \"{name}\". GET /api/v1/admin/prices lists those that there are."
            );
        var weeks = input.Weeks ?? Weeks;
        var perDay = Math.Round(chosen.CostUsd / (weeks * 7), 6);
        var day = Money.Usd((await budgets.BudgetsAsync(cancellationToken)).DayNanoUsd);
        return new ProjectionView(
            input.Students.Value,
            input.Conversations.Value,
            messages,
            weeks,
            caching,
            chosen,
            perDay,
            day,
            perDay <= day,
            reply,
            models
        );
    }

    /// <summary>Of students' replies of the last 30 days, with what was corrected; tests and assessments are not among them.</summary>
    private async Task<ReplyTokens> MeasureAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-30);
        var sums = await db.Set<UsageHour>()
            .Where(h => h.Hour >= since && !h.IsTest && (h.Purpose == "reply" || h.Purpose == "correction"))
            .GroupBy(h => h.Purpose)
            .Select(g => new
            {
                Purpose = g.Key,
                Replies = g.Sum(h => h.Calls - h.FailedCalls),
                Fresh = g.Sum(h => h.InputTokens),
                Written = g.Sum(h => h.CacheWriteTokens),
                Read = g.Sum(h => h.CacheReadTokens),
                Output = g.Sum(h => h.OutputTokens),
            })
            .ToListAsync(cancellationToken);
        var replies = sums.Where(s => s.Purpose == "reply").Sum(s => s.Replies);
        var (read, written) = ((double)sums.Sum(s => s.Read), (double)sums.Sum(s => s.Written));
        var input = sums.Sum(s => s.Fresh) + read + written;
        return replies < LeastMeasured || input <= 0
            ? Rehearsed
            : new ReplyTokens(
                Math.Round(input / replies, 1),
                Math.Round((double)sums.Sum(s => s.Output) / replies, 1),
                Math.Round(read / input, 4),
                Math.Round(written / input, 4),
                replies
            );
    }

    private static ModelProjection Project(
        ModelPrice price,
        ReplyTokens reply,
        bool caching,
        int messages,
        long conversations,
        int students
    )
    {
        var read = caching ? (decimal)reply.CacheReadShare : 0;
        var write = caching ? (decimal)reply.CacheWriteShare : 0;
        var input = ((1 - read - write) * price.InputUsd) + (read * price.CacheReadUsd) + (write * price.CacheWriteUsd);
        var one = (((decimal)reply.InputTokens * input) + ((decimal)reply.OutputTokens * price.OutputUsd)) / 1_000_000;
        var conversation = one * messages / 2;
        var all = conversation * conversations;
        return new ModelProjection(price.Model, price.AsOf, Math.Round(all, 4), Math.Round(conversation, 6), Math.Round(all / students, 4));
    }
}
