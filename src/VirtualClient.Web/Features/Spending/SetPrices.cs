using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What a model costs from a moment on, in dollars a million tokens.</summary>
public sealed class PriceInput : IValidatableObject
{
    private const double Most = 100_000;
    private const string Sentence = "A price is between $0 and $100,000 for a million tokens.";

    [NotBlank(ErrorMessage = "Name the model.")]
    [StringLength(UsageRecord.NameMax, ErrorMessage = "A model's name is at most 100 characters.")]
    public string? Model { get; set; }

    [Required(ErrorMessage = "Say what input costs.")]
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? InputUsd { get; set; }

    [Required(ErrorMessage = "Say what output costs.")]
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? OutputUsd { get; set; }

    /// <summary>Like input if left out, as the two that follow.</summary>
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? CacheWriteUsd { get; set; }

    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? CacheWriteHourUsd { get; set; }

    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? CacheReadUsd { get; set; }

    /// <summary>Null: from now on.</summary>
    public DateTimeOffset? EffectiveAt { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        decimal?[] all = [InputUsd, OutputUsd, CacheWriteUsd, CacheWriteHourUsd, CacheReadUsd];
        if (all.Any(price => price is { } usd && Math.Round(usd, 9) != usd))
        {
            yield return new ValidationResult("A price has at most nine places after the point.", [nameof(InputUsd)]);
        }
    }

    internal PriceChange ToChange(int number, Guid by, DateTimeOffset now) =>
        new()
        {
            Number = number,
            Model = Model!.Trim(),
            EffectiveAt = EffectiveAt ?? now,
            InputNanoUsd = Money.Nano(InputUsd!.Value),
            OutputNanoUsd = Money.Nano(OutputUsd!.Value),
            CacheWriteNanoUsd = Money.Nano(CacheWriteUsd ?? InputUsd.Value),
            CacheWriteHourNanoUsd = Money.Nano(CacheWriteHourUsd ?? InputUsd.Value),
            CacheReadNanoUsd = Money.Nano(CacheReadUsd ?? InputUsd.Value),
            ChangedAt = now,
            ChangedBy = by,
        };
}

/// <summary>New prices for some models; the others keep theirs.</summary>
public sealed class SetPricesInput : IValidatableObject
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    [Required(ErrorMessage = "Send the prices.")]
    [Length(1, 100, ErrorMessage = "Change between 1 and 100 prices at once.")]
    public IReadOnlyList<PriceInput>? Prices { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Prices is null)
        {
            yield break;
        }

        foreach (var (price, index) in Prices.Select((price, index) => (price, index)))
        {
            foreach (var (field, sentences) in price is null ? Nothing : Validation.Check(price))
            {
                yield return new ValidationResult(sentences[0], [$"prices[{index}].{field}"]);
            }
        }
    }

    private static readonly Dictionary<string, string[]> Nothing = new() { [""] = ["Send a price."] };
}

/// <summary>Adds prices to the history. What was spent before stays as it was counted.</summary>
internal sealed class SetPrices(AppDbContext db, WriteGate gate, PriceBook book, AuditLog audit, TimeProvider clock)
{
    /// <summary>Clocks of a script and of the server differ a little.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    public async Task HandleAsync(CurrentUser user, SetPricesInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (input.Prices!.Any(price => price.EffectiveAt < now - Leeway))
        {
            throw new DomainException(
                "price-in-the-past",
                "A price holds from now on or from later on; what was counted stays as it was counted."
            );
        }

        var version = await VersionAsync(db, cancellationToken);
        if (version != input.Version)
        {
            throw Stale(version);
        }

        foreach (var price in input.Prices!)
        {
            var change = price.ToChange(++version, user.Id, now);
            db.Add(change);
            audit.Add(
                db,
                user.Id,
                "price.changed",
                targetType: "price",
                targetId: change.Id,
                before: book.Describe(change.Model),
                after: $"{change.Model}: {Money.Usd(change.InputNanoUsd)} in, {Money.Usd(change.OutputNanoUsd)} out"
            );
        }

        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another admin was first.
            throw Stale(input.Version!.Value + 1);
        }

        await book.RefreshAsync(cancellationToken);
    }

    /// <summary>How many changes there have been.</summary>
    public static async Task<int> VersionAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Set<PriceChange>().MaxAsync(c => (int?)c.Number, cancellationToken) ?? 0;

    private static DomainException Stale(int version) =>
        new("stale", "Somebody changed this in the meantime. Load it again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = version },
        };
}
