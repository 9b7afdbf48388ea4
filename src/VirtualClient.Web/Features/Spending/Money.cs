namespace VirtualClient.Web.Features.Spending;

/// <summary>Dollars at the edges, whole nano-dollars inside.</summary>
internal static class Money
{
    public static decimal Usd(long nano) => nano / (decimal)Budgets.Usd;

    public static decimal? Usd(long? nano) => nano is { } some ? Usd(some) : null;

    public static long Nano(decimal usd) => (long)Math.Round(usd * Budgets.Usd);

    public static long? Nano(decimal? usd) => usd is { } some ? Nano(some) : null;
}
