using System.Data.Common;
using System.Text.Json;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A hold as it was when it was deleted: what to give back, and where.</summary>
internal sealed record HeldMoney(long AmountNanoUsd, string Day, string Month, Guid? StudentId, Guid? SectionId)
{
    public static HeldMoney Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), Id(row, 3), Id(row, 4));

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}

/// <summary>What a period has come to.</summary>
internal sealed record SpentPeriod(BudgetScope Scope, Guid ScopeId, string Period, long SpentNanoUsd)
{
    public static SpentPeriod Read(DbDataReader row) =>
        new(BudgetWords.Parse(row.GetString(0)), row.GetGuid(1), row.GetString(2), row.GetInt64(3));
}

/// <summary>Budgets as they are stored and called in the API.</summary>
internal static class BudgetWords
{
    public static string Of(BudgetScope scope) => JsonNamingPolicy.KebabCaseLower.ConvertName(scope.ToString());

    public static BudgetScope Parse(string word) => Enum.Parse<BudgetScope>(word.Replace("-", "", StringComparison.Ordinal), true);
}
