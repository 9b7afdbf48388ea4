namespace VirtualClient.Simulation.Models;

/// <summary>The kinds of provider a route can have, as written in the configuration.</summary>
public static class ModelProviders
{
    /// <summary>No model: the voice that comes with the program.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>Anthropic's Messages protocol, through its own SDK.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>Chat completions as OpenAI defined them and many servers speak them.</summary>
    public const string OpenAiCompatible = "openai-compatible";
}
