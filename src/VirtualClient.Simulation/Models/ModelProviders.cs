namespace VirtualClient.Simulation.Models;

/// <summary>The kinds of provider a route can have, as written in the configuration.</summary>
public static class ModelProviders
{
    /// <summary>No model: the voice that comes with the program.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>Anthropic's Messages protocol, through its own SDK or our small reader.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>Where Anthropic answers when a route sets no address.</summary>
    internal static readonly Uri AnthropicAddress = new("https://api.anthropic.com/");

    /// <summary>Chat completions as OpenAI defined them and many servers speak them.</summary>
    public const string OpenAiCompatible = "openai-compatible";
}
