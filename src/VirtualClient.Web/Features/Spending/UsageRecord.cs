using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// One call of a model, as it was billed: a line of the ledger. Lines are added and never changed. They hold plain ids, so that they stay when
/// a conversation or a person is deleted.
/// </summary>
public sealed class UsageRecord
{
    public const int NameMax = 100;
    public const int RequestIdMax = 200;

    private UsageRecord() { }

    public Guid Id { get; private set; }

    /// <summary>When the call had ended.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>reply, correction, assessment, coach or other.</summary>
    public string Purpose { get; private set; } = "";

    public string Route { get; private set; } = "";

    public string Model { get; private set; } = "";

    /// <summary>ok, refused, failed, cancelled or cut.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Why it failed, in a word of the API; null when it did not.</summary>
    public string? Failure { get; private set; }

    public int? StatusCode { get; private set; }

    /// <summary>What was neither read from the cache nor written to it.</summary>
    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Both caches of the provider together.</summary>
    public long CacheWriteTokens { get; private set; }

    /// <summary>The part of <see cref="CacheWriteTokens"/> that is kept for an hour and costs more.</summary>
    public long CacheWriteHourTokens { get; private set; }

    public long CacheReadTokens { get; private set; }

    /// <summary>The provider sent no figures; these are ours.</summary>
    public bool Estimated { get; private set; }

    /// <summary>At the price of the moment of the call.</summary>
    public long CostNanoUsd { get; private set; }

    public long? FirstTextMs { get; private set; }

    public long DurationMs { get; private set; }

    /// <summary>The provider's name of the request, for questions to it.</summary>
    public string? RequestId { get; private set; }

    public Guid? StudentId { get; private set; }

    public Guid? TeacherId { get; private set; }

    public Guid? SectionId { get; private set; }

    public Guid? AssignmentId { get; private set; }

    public Guid? ConversationId { get; private set; }

    public Guid? ReplyId { get; private set; }

    /// <summary>A teacher's test; never among students' work.</summary>
    public bool IsTest { get; private set; }

    internal static UsageRecord Of(ModelCall call, Payer payer, DateTimeOffset now)
    {
        var usage = call.Usage ?? new Usage(0, 0, 0, 0);
        return new UsageRecord
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Purpose = call.Purpose,
            Route = Cut(call.Route, NameMax),
            Model = Cut(call.Model, NameMax),
            Outcome = call.Outcome,
            Failure = call.Failure is { } kind ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) : null,
            StatusCode = call.StatusCode,
            InputTokens = usage.InputTokens,
            OutputTokens = usage.OutputTokens,
            CacheWriteTokens = usage.CacheWriteTokens,
            CacheWriteHourTokens = usage.CacheWriteHourTokens,
            CacheReadTokens = usage.CacheReadTokens,
            Estimated = usage.Estimated,
            CostNanoUsd = call.CostNanoUsd ?? 0,
            FirstTextMs = call.FirstTextAfter is { } first ? (long)first.TotalMilliseconds : null,
            DurationMs = (long)call.Duration.TotalMilliseconds,
            RequestId = call.RequestId is { } id ? Cut(id, RequestIdMax) : null,
            StudentId = payer.StudentId,
            TeacherId = payer.TeacherId,
            SectionId = payer.SectionId,
            AssignmentId = payer.AssignmentId,
            ConversationId = payer.ConversationId,
            ReplyId = payer.ReplyId,
            IsTest = payer.IsTest,
        };
    }

    private static string Cut(string text, int max) => text.Length > max ? text[..max] : text;

    internal sealed class Mapping : IEntityTypeConfiguration<UsageRecord>
    {
        public void Configure(EntityTypeBuilder<UsageRecord> builder)
        {
            builder.ToTable("usage_records");
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Property(r => r.Purpose).HasMaxLength(20);
            builder.Property(r => r.Route).HasMaxLength(NameMax);
            builder.Property(r => r.Model).HasMaxLength(NameMax);
            builder.Property(r => r.Outcome).HasMaxLength(20);
            builder.Property(r => r.Failure).HasMaxLength(20);
            builder.Property(r => r.RequestId).HasMaxLength(RequestIdMax);
            builder.HasIndex(r => new { r.At, r.Id });
            // How long replies took to begin, within the last hour, without reading the lines.
            builder
                .HasIndex(
                    r => new
                    {
                        r.Purpose,
                        r.At,
                        r.FirstTextMs,
                    },
                    "first_text_of_replies"
                )
                .HasFilter("\"FirstTextMs\" is not null");
            builder.HasIndex(r => r.ConversationId);
        }
    }
}
