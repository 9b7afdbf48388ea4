using VirtualClient.Simulation.Turns;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>Figures of a test in words.</summary>
internal static class TestWords
{
    /// <summary>"$0.0042"; a test costs little, so there are more places than usual.</summary>
    public static string Usd(decimal? usd) => usd is { } some ? $"${some:0.00####}" : "–";

    /// <summary>"1.8 s".</summary>
    public static string Seconds(decimal? milliseconds) => milliseconds is { } some ? $"{some / 1_000:0.0#} s" : "–";

    public static string Number(decimal? number) => number is { } some ? some.ToString("#,0.#") : "–";

    public static string Tokens(long tokens, bool estimated) =>
        tokens == 0 ? "no tokens" : $"{(estimated ? "about " : "")}{tokens:N0} tokens";

    public static string CreatedBy(PrincipleView principle) => principle.CreatedBy is { } by ? $"Kept by {by}" : "Came with the client";

    /// <summary>The color of a label's family.</summary>
    public static string? KindOf(LabelCode code) =>
        code switch
        {
            LabelCode.OpenQuestion or LabelCode.Permission => "open",
            LabelCode.SimpleReflection or LabelCode.ComplexReflection or LabelCode.Summary => "reflect",
            LabelCode.ClosedQuestion or LabelCode.LeadingQuestion or LabelCode.DoubleQuestion => "closed",
            LabelCode.Affirmation or LabelCode.Validation or LabelCode.Autonomy or LabelCode.Repair => "affirm",
            LabelCode.AdviceWithoutPermission
            or LabelCode.Confronting
            or LabelCode.Warning
            or LabelCode.Minimizing
            or LabelCode.PromisesSecrecy
            or LabelCode.BoundaryBreach => "advise",
            LabelCode.SelfDisclosure or LabelCode.LimitsOfConfidentiality or LabelCode.Introduction or LabelCode.ExplainsRole => "disclose",
            _ => null,
        };
}
