namespace VirtualClient.Simulation.Models.Providers;

/// <summary>How a model is told not to think, which is billed as output and delays the first word.</summary>
internal static class AnthropicThinking
{
    /// <summary>
    /// The thinking type to send, or null for none: the route's own setting, else what is known of the model. A model that is not known is
    /// left as it is, because some refuse to have thinking turned off. Source: Anthropic's notes on thinking, November 2026.
    /// </summary>
    public static string? OffFor(RouteOptions route) =>
        route.Thinking switch
        {
            "disabled" => "disabled",
            "between-tools" => "between_tools",
            "leave" => null,
            _ when route.Model.Contains("haiku-5", StringComparison.Ordinal) => "disabled",
            _ when route.Model.Contains("sonnet-5-5", StringComparison.Ordinal) => "between_tools",
            _ => null,
        };
}
