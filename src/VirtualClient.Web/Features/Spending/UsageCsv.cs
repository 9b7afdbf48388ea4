using System.Globalization;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What was used as a file for a spreadsheet.</summary>
internal static class UsageCsv
{
    public static byte[] Of(UsageView usage) =>
        CsvFile.Write(
            usage
                .Items.Select(row => (IReadOnlyList<string?>)[row.Key ?? "none", row.Name, .. Cells(row.Usage)])
                .Prepend([
                    usage.By,
                    "name",
                    "calls",
                    "failed calls",
                    "estimated calls",
                    "input tokens",
                    "output tokens",
                    "cache write tokens",
                    "cache read tokens",
                    "tokens",
                    "cost usd",
                ])
                .Append(["total", null, .. Cells(usage.Total)])
        );

    private static IEnumerable<string> Cells(UsageSum sum) =>
        [
            .. new[]
            {
                sum.Calls,
                sum.FailedCalls,
                sum.EstimatedCalls,
                sum.InputTokens,
                sum.OutputTokens,
                sum.CacheWriteTokens,
                sum.CacheReadTokens,
                sum.Tokens,
            }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            sum.CostUsd.ToString(CultureInfo.InvariantCulture),
        ];
}
