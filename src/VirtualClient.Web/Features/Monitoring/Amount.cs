using System.Globalization;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Amounts as an admin reads them.</summary>
internal static class Amount
{
    /// <summary>"$11.42"; below a dollar as many places as it takes to see something.</summary>
    public static string Usd(decimal usd) =>
        usd == 0
            ? "$0"
            : "$"
                + usd.ToString(
                    usd >= 0.1m ? "N2"
                        : usd >= 0.01m ? "0.000"
                        : "0.00####",
                    CultureInfo.InvariantCulture
                );

    /// <summary>Nothing rounded away: for prices.</summary>
    public static string Exact(decimal usd) => "$" + usd.ToString("0.00#######", CultureInfo.InvariantCulture);

    public static string Usd(double usd) => Usd((decimal)Math.Round(usd, 9));

    /// <summary>"1.84 million", "12,400".</summary>
    public static string Count(long count) =>
        count >= 1_000_000 ? Million(count) + " million" : count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Million(long count) => (count / 1_000_000d).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>For an axis: "600k".</summary>
    public static string Short(double value) =>
        value >= 1_000_000 ? (value / 1_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "M"
        : value >= 1_000 ? (value / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + "k"
        : value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>"1.3 s", "640 ms"; a dash when nothing was measured.</summary>
    public static string Time(double? ms) =>
        ms is not { } value ? "–"
        : value >= 1000 ? (value / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + " ms";

    public static string Share(double? share) => share is { } part ? (part * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "–";

    public static string Bytes(long? bytes) =>
        bytes is not { } value ? "–"
        : value >= 1L << 30 ? ((double)value / (1L << 30)).ToString("0.0", CultureInfo.InvariantCulture) + " GB"
        : value >= 1L << 20 ? ((double)value / (1L << 20)).ToString("0.0", CultureInfo.InvariantCulture) + " MB"
        : (value / 1024).ToString("0", CultureInfo.InvariantCulture) + " kB";
}
