namespace VirtualClient.Simulation.Models;

/// <summary>The routes of this installation in order of preference, and what they cost. Safe to use from several threads.</summary>
public sealed class ModelCatalog
{
    private volatile Dictionary<string, ModelPrice> _prices;

    /// <summary>Checks the options and keeps them.</summary>
    /// <exception cref="ModelConfigurationException">A route cannot work; the message says what to set.</exception>
    public ModelCatalog(ModelOptions options)
    {
        Options = options;
        _prices = Table(options.Prices);
        foreach (var route in options.Routes)
            Check(route);
        if (options.Routes.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ModelConfigurationException($"Two routes under Models:Routes are called '{twice.Key}'; give each its own Name.");
    }

    public ModelOptions Options { get; }

    /// <summary>All routes, the built-in voice among them if it is configured as one.</summary>
    public IReadOnlyList<RouteOptions> Routes => Options.Routes;

    /// <summary>Routes behind which there is a language model.</summary>
    public IEnumerable<RouteOptions> ModelRoutes => Routes.Where(r => !IsBuiltIn(r));

    /// <summary>The route that is taken when nobody asks for another; null for the built-in voice.</summary>
    public RouteOptions? Default => Routes is [var first, ..] && !IsBuiltIn(first) ? first : null;

    /// <summary>Current prices, one for each model.</summary>
    public IReadOnlyCollection<ModelPrice> Prices => _prices.Values;

    /// <summary>The route with this name, or null.</summary>
    public RouteOptions? Find(string? name) =>
        name is null ? null : Routes.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The price of a model, or null when none is known.</summary>
    public ModelPrice? PriceOf(string model) => _prices.GetValueOrDefault(model);

    /// <summary>Takes over prices that an admin changed; models that are not named keep theirs.</summary>
    public void UsePrices(IEnumerable<ModelPrice> prices) => _prices = Table([.. Options.Prices, .. prices]);

    /// <summary>One sentence that says who speaks, for the start of the log and the admin's page.</summary>
    public string Describe()
    {
        if (Routes.Count == 0)
            return "No model is set up, so clients speak with the built-in voice; set ANTHROPIC_API_KEY or Models:Routes to use one.";
        var others = Routes.Skip(1).Select(Words).ToList();
        var then = others.Count == 0 ? "" : $"; if that fails, {string.Join(", then ", others)}";
        return $"Clients speak with {Words(Routes[0])}{then}.";
    }

    /// <summary>Whether this route stands for the voice that needs no model.</summary>
    public static bool IsBuiltIn(RouteOptions route) => string.Equals(route.Provider, ModelProviders.BuiltIn, StringComparison.Ordinal);

    private static string Words(RouteOptions route) =>
        route.Provider switch
        {
            ModelProviders.BuiltIn => "the built-in voice",
            ModelProviders.Anthropic => $"{route.Model} at Anthropic",
            _ => $"{route.Model} at {route.BaseUrl?.Host}",
        };

    private void Check(RouteOptions route)
    {
        switch (route.Provider)
        {
            case ModelProviders.BuiltIn:
                return;
            case ModelProviders.Anthropic when route.ApiKey is null:
                throw new ModelConfigurationException(
                    $"The route '{route.Name}' uses Anthropic and has no key: set {ModelOptionsReader.AnthropicKey} or the route's ApiKey."
                );
            case ModelProviders.OpenAiCompatible when route.BaseUrl is null:
                throw new ModelConfigurationException(
                    $"The route '{route.Name}' is OpenAI-compatible and has no address: set its BaseUrl, such as https://host/v1/."
                );
            case ModelProviders.Anthropic or ModelProviders.OpenAiCompatible:
                break;
            default:
                throw new ModelConfigurationException(
                    $"The route '{route.Name}' has the provider '{route.Provider}', which is unknown: use built-in, anthropic or openai-compatible."
                );
        }
        if (route.Model.Length == 0)
            throw new ModelConfigurationException($"The route '{route.Name}' names no model: set its Model.");
        if (route.Thinking is not (null or "disabled" or "between-tools" or "leave"))
            throw new ModelConfigurationException(
                $"The route '{route.Name}' has Thinking '{route.Thinking}': use disabled, between-tools or leave."
            );
        if (route.Client is not ("sdk" or "small"))
            throw new ModelConfigurationException($"The route '{route.Name}' has the Client '{route.Client}': use sdk or small.");
        if (PriceOf(route.Model) is null)
            throw new ModelConfigurationException(
                $"The route '{route.Name}' uses the model '{route.Model}', whose price is unknown: add it to Models:Prices (0 is allowed)."
            );
    }

    private static Dictionary<string, ModelPrice> Table(IEnumerable<ModelPrice> prices)
    {
        var table = new Dictionary<string, ModelPrice>(StringComparer.OrdinalIgnoreCase);
        foreach (var price in prices)
            table[price.Model] = price;
        return table;
    }
}
