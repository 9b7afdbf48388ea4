using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Writes what was used: lines, hours, budgets and what was held back, in the transaction of whoever calls. Statements go in the same order
/// everywhere, the day's budget last, so that servers wait for each other briefly and never in a circle.
/// </summary>
internal sealed class Ledger(SpendingCalendar calendar, OpenHolds holds, SpendWatch watch, TimeProvider clock)
{
    /// <summary>Takes over the account of a reply and settles what was held for it.</summary>
    public async Task CloseAsync(AppDbContext db, Account account, CancellationToken cancellationToken)
    {
        var hold = holds.Of(account.Payer.ReplyId)?.Id;
        if (account.Calls.Count == 0 && hold is null)
        {
            return;
        }

        var records = account.Records;
        if (account.Tried && await IsWrittenAsync(db, records, cancellationToken))
        {
            return;
        }

        account.Tried = true;
        var lines = new SqlBatch(db);
        var given = await WriteLinesAsync(lines, hold, records, cancellationToken);
        var sums = new SqlBatch(db);
        AddHours(sums, records);
        await SpendAsync(db, sums, account.Payer, account.CostNanoUsd, given, cancellationToken);
    }

    /// <summary>Adds a line whose money was settled before: a call that belongs to no reply.</summary>
    /// <param name="again">It may be there already.</param>
    public async Task AddAsync(AppDbContext db, UsageRecord record, bool again, CancellationToken cancellationToken)
    {
        if (again && await IsWrittenAsync(db, [record], cancellationToken))
        {
            return;
        }

        var batch = new SqlBatch(db);
        Insert(batch, record);
        AddHours(batch, [record]);
        await batch.RunAsync(cancellationToken);
    }

    /// <summary>Replaces what was held by what it came to, without a line, for a call whose line comes by another way.</summary>
    /// <param name="again">It may be settled already; then the hold is gone.</param>
    public async Task SettleAsync(
        AppDbContext db,
        Payer payer,
        Guid hold,
        long costNanoUsd,
        bool again,
        CancellationToken cancellationToken
    )
    {
        var lines = new SqlBatch(db);
        var given = await WriteLinesAsync(lines, hold, [], cancellationToken);
        if (again && given is null)
        {
            return;
        }

        var sums = new SqlBatch(db);
        await SpendAsync(db, sums, payer, costNanoUsd, given, cancellationToken);
    }

    private static Task<bool> IsWrittenAsync(AppDbContext db, IReadOnlyList<UsageRecord> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id).ToArray();
        return db.Set<UsageRecord>().AnyAsync(record => ids.Contains(record.Id), cancellationToken);
    }

    /// <returns>What the deleted hold had held, or null: it was given back already.</returns>
    private static async Task<HeldMoney?> WriteLinesAsync(
        SqlBatch batch,
        Guid? hold,
        IReadOnlyList<UsageRecord> records,
        CancellationToken cancellationToken
    )
    {
        if (hold is { } id)
        {
            batch.Add(
                $"""delete from budget_holds where "Id" = {id} returning "AmountNanoUsd", "Day", "Month", "StudentId", "SectionId" """
            );
        }

        foreach (var record in records)
        {
            Insert(batch, record);
        }

        return (await batch.ReadAsync(HeldMoney.Read, cancellationToken)).FirstOrDefault();
    }

    private async Task SpendAsync(
        AppDbContext db,
        SqlBatch batch,
        Payer payer,
        long cost,
        HeldMoney? given,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        // Money is spent in the period it was held back in, also when midnight came in between.
        var day = given?.Day ?? calendar.DayOf(now);
        var month = given?.Month ?? calendar.MonthOf(now);
        if (payer.ConversationId is { } conversation)
        {
            AddSpent(batch, BudgetScope.Conversation, conversation, "", cost, 0);
        }

        // What was held was held for the same student and section.
        if (payer.StudentId is { } student)
        {
            AddSpent(batch, BudgetScope.StudentMonth, student, month, cost, given?.AmountNanoUsd ?? 0);
        }

        if (payer.SectionId is { } section)
        {
            AddSpent(batch, BudgetScope.SectionMonth, section, month, cost, given?.AmountNanoUsd ?? 0);
        }

        AddSpent(batch, BudgetScope.Day, Guid.Empty, day, cost, given?.AmountNanoUsd ?? 0);
        var periods = await batch.ReadAsync(SpentPeriod.Read, cancellationToken);
        await watch.LookAsync(db, payer, periods, cost, cancellationToken);
    }

    private static void AddSpent(SqlBatch batch, BudgetScope scope, Guid id, string period, long cost, long held) =>
        batch.Add(
            $"""
            insert into budget_periods ("Scope", "ScopeId", "Period", "SpentNanoUsd", "HeldNanoUsd")
            values ({BudgetWords.Of(scope)}, {id}, {period}, {cost}, {-held})
            on conflict ("Scope", "ScopeId", "Period") do update set
              "SpentNanoUsd" = budget_periods."SpentNanoUsd" + excluded."SpentNanoUsd",
              "HeldNanoUsd" = budget_periods."HeldNanoUsd" + excluded."HeldNanoUsd"
            returning "Scope", "ScopeId", "Period", "SpentNanoUsd"
            """
        );

    private static void Insert(SqlBatch batch, UsageRecord r) =>
        batch.Add(
            $"""
            insert into usage_records ("Id", "At", "Purpose", "Route", "Model", "Outcome", "Failure", "StatusCode", "InputTokens",
              "OutputTokens", "CacheWriteTokens", "CacheWriteHourTokens", "CacheReadTokens", "Estimated", "CostNanoUsd", "FirstTextMs",
              "DurationMs", "RequestId", "StudentId", "TeacherId", "SectionId", "AssignmentId", "ConversationId", "ReplyId", "IsTest")
            values ({r.Id}, {r.At}, {r.Purpose}, {r.Route}, {r.Model}, {r.Outcome}, {r.Failure}, {r.StatusCode}, {r.InputTokens},
              {r.OutputTokens}, {r.CacheWriteTokens}, {r.CacheWriteHourTokens}, {r.CacheReadTokens}, {r.Estimated}, {r.CostNanoUsd},
              {r.FirstTextMs}, {r.DurationMs}, {r.RequestId}, {r.StudentId}, {r.TeacherId}, {r.SectionId}, {r.AssignmentId},
              {r.ConversationId}, {r.ReplyId}, {r.IsTest})
            """
        );

    private void AddHours(SqlBatch batch, IReadOnlyList<UsageRecord> records)
    {
        var groups = records
            .GroupBy(r => (Hour: calendar.HourOf(r.At), r.Purpose, r.Model))
            .OrderBy(g => g.Key.Hour)
            .ThenBy(g => g.Key.Purpose, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Model, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var first = group.First();
            batch.Add(
                $"""
                insert into usage_hours ("Hour", "Purpose", "Model", "SectionId", "TeacherId", "IsTest", "Calls", "FailedCalls", "EstimatedCalls",
                  "InputTokens", "OutputTokens", "CacheWriteTokens", "CacheReadTokens", "CostNanoUsd")
                values ({group.Key.Hour}, {group.Key.Purpose}, {group.Key.Model}, {first.SectionId ?? Guid.Empty},
                  {first.TeacherId ?? Guid.Empty}, {first.IsTest}, {group.LongCount()},
                  {group.LongCount(r => r.Outcome is "failed" or "refused")}, {group.LongCount(r => r.Estimated)},
                  {group.Sum(r => r.InputTokens)}, {group.Sum(r => r.OutputTokens)}, {group.Sum(r => r.CacheWriteTokens)},
                  {group.Sum(r => r.CacheReadTokens)}, {group.Sum(r => r.CostNanoUsd)})
                on conflict ("Hour", "Purpose", "Model", "SectionId", "TeacherId", "IsTest") do update set
                  "Calls" = usage_hours."Calls" + excluded."Calls",
                  "FailedCalls" = usage_hours."FailedCalls" + excluded."FailedCalls",
                  "EstimatedCalls" = usage_hours."EstimatedCalls" + excluded."EstimatedCalls",
                  "InputTokens" = usage_hours."InputTokens" + excluded."InputTokens",
                  "OutputTokens" = usage_hours."OutputTokens" + excluded."OutputTokens",
                  "CacheWriteTokens" = usage_hours."CacheWriteTokens" + excluded."CacheWriteTokens",
                  "CacheReadTokens" = usage_hours."CacheReadTokens" + excluded."CacheReadTokens",
                  "CostNanoUsd" = usage_hours."CostNanoUsd" + excluded."CostNanoUsd"
                """
            );
        }
    }
}
