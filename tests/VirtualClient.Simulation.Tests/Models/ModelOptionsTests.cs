using Microsoft.Extensions.Configuration;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Without_any_setting_the_built_in_voice_speaks()
    {
        var catalog = Read();
        Assert.Null(catalog.Default);
        Assert.Contains("built-in voice", catalog.Describe(), StringComparison.Ordinal);
        Assert.Contains("ANTHROPIC_API_KEY", catalog.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_alone_is_enough_for_the_small_model()
    {
        var catalog = Read(("ANTHROPIC_API_KEY", "secret-1"));
        Assert.Equal(
            ("anthropic", "claude-haiku-5-5", "secret-1"),
            (catalog.Default!.Provider, catalog.Default.Model, catalog.Default.ApiKey)
        );
        Assert.Equal("Clients speak with claude-haiku-5-5 at Anthropic.", catalog.Describe());
    }

    [Fact]
    public void Routes_keep_their_order_and_an_anthropic_one_takes_the_common_key()
    {
        var catalog = Read(
            ("ANTHROPIC_API_KEY", "secret-1"),
            ("Models:Routes:0:Name", "local"),
            ("Models:Routes:0:Provider", "openai-compatible"),
            ("Models:Routes:0:Model", "llama"),
            ("Models:Routes:0:BaseUrl", "http://10.0.0.7:8000/v1"),
            ("Models:Routes:1:Name", "big"),
            ("Models:Routes:1:Provider", "anthropic"),
            ("Models:Routes:1:Model", "claude-sonnet-5-5"),
            ("Models:Routes:2:Name", "own"),
            ("Models:Routes:2:Provider", "built-in"),
            ("Models:Prices:0:Model", "llama"),
            ("Models:Prices:0:AsOf", "2026-11-20"),
            ("Models:Prices:0:InputUsd", "0"),
            ("Models:Prices:0:OutputUsd", "0"),
            ("Models:Limits:Stall", "00:00:30"),
            ("Models:Circuit:Rest", "00:01:00")
        );
        Assert.Equal(["local", "big", "own"], catalog.Routes.Select(r => r.Name));
        Assert.Equal("secret-1", catalog.Find("BIG")!.ApiKey);
        Assert.Null(catalog.Find("local")!.ApiKey);
        Assert.Equal(0m, catalog.PriceOf("llama")!.OutputUsd);
        Assert.Equal(TimeSpan.FromSeconds(30), catalog.Options.Limits.Stall);
        Assert.Equal(TimeSpan.FromMinutes(1), catalog.Options.Circuit.Rest);
        Assert.Equal(
            "Clients speak with llama at 10.0.0.7; if that fails, claude-sonnet-5-5 at Anthropic, then the built-in voice.",
            catalog.Describe()
        );
    }

    [Theory]
    [InlineData(
        "Provider=anthropic;Model=claude-haiku-5-5",
        "The route 'r' uses Anthropic and has no key: set ANTHROPIC_API_KEY or the route's ApiKey."
    )]
    [InlineData(
        "Provider=openai-compatible;Model=claude-haiku-5-5",
        "The route 'r' is OpenAI-compatible and has no address: set its BaseUrl, such as https://host/v1/."
    )]
    [InlineData(
        "Provider=mystery;Model=m",
        "The route 'r' has the provider 'mystery', which is unknown: use built-in, anthropic or openai-compatible."
    )]
    [InlineData("Provider=anthropic;ApiKey=k", "The route 'r' names no model: set its Model.")]
    [InlineData(
        "Provider=anthropic;ApiKey=k;Model=claude-new-9",
        "The route 'r' uses the model 'claude-new-9', whose price is unknown: add it to Models:Prices (0 is allowed)."
    )]
    [InlineData("Model=m", "Models:Routes:0:Provider is missing; set it.")]
    [InlineData(
        "Provider=openai-compatible;Model=m;BaseUrl=localhost",
        "Models:Routes:0:BaseUrl has to be an address that begins with http:// or https://."
    )]
    [InlineData(
        "Provider=anthropic;ApiKye=k",
        "Models:Routes:0:ApiKye is not a known setting; Models:Routes:0 knows Name, Provider, Model, ApiKey, BaseUrl, Thinking, Client."
    )]
    [InlineData(
        "Provider=anthropic;ApiKey=k;Model=claude-haiku-5-5;Thinking=much",
        "The route 'r' has Thinking 'much': use disabled, between-tools or leave."
    )]
    public void A_route_that_cannot_work_is_refused_in_one_sentence(string route, string sentence)
    {
        var settings = route.Split(';').Select(p => p.Split('=')).Select(p => ("Models:Routes:0:" + p[0], p[1]));
        var error = Assert.Throws<ModelConfigurationException>(() => Read([("Models:Routes:0:Name", "r"), .. settings]));
        Assert.Equal(sentence, error.Message);
    }

    [Theory]
    [InlineData(
        "Models:Limits:Stal",
        "5",
        "Models:Limits:Stal is not a known setting; Models:Limits knows Stall, Whole, Retries, RetryBase, LongestRetryAfter."
    )]
    [InlineData("Models:Limits:Retries", "9", "Models:Limits:Retries has to be a number from 0 to 5.")]
    [InlineData("Models:Limits:Stall", "soon", "Models:Limits:Stall has to be a time from 00:00:01 to 00:05:00, such as 00:00:20.")]
    [InlineData("Models:Route:0:Name", "r", "Models:Route is not a known setting; Models knows Routes, Prices, Limits, Circuit.")]
    [InlineData("Models:Prices:0:AsOf", "yesterday", "Models:Prices:0:AsOf has to be a date such as 2026-11-01.")]
    [InlineData("Models:Circuit:FailureShare", "2", "Models:Circuit:FailureShare has to be a number from 0.01 to 1.")]
    public void A_setting_that_cannot_be_meant_is_refused_in_one_sentence(string key, string value, string sentence)
    {
        var error = Assert.Throws<ModelConfigurationException>(() => Read((key, value)));
        Assert.Equal(sentence, error.Message);
    }

    [Fact]
    public void Two_routes_of_one_name_are_refused()
    {
        var twice = new RouteOptions { Name = "a", Provider = ModelProviders.BuiltIn };
        var error = Assert.Throws<ModelConfigurationException>(() =>
            new ModelCatalog(new ModelOptions { Routes = [twice, twice with { Name = "A" }] })
        );
        Assert.Equal("Two routes under Models:Routes are called 'a'; give each its own Name.", error.Message);
    }

    [Fact]
    public void A_route_never_shows_its_key()
    {
        var route = new RouteOptions
        {
            Name = "r",
            Provider = ModelProviders.Anthropic,
            ApiKey = "secret-1",
        };
        Assert.DoesNotContain("secret-1", route.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", new ModelOptions { Routes = [route] }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_an_admin_changed_replace_the_configured_ones()
    {
        var catalog = Read(("ANTHROPIC_API_KEY", "k"));
        catalog.UsePrices([catalog.PriceOf("claude-haiku-5-5")! with { InputUsd = 3m }]);
        Assert.Equal(3m, catalog.PriceOf("claude-haiku-5-5")!.InputUsd);
        Assert.Equal(2m, catalog.PriceOf("claude-sonnet-5-5")!.InputUsd);
    }

    private static ModelCatalog Read(params (string Key, string Value)[] settings) =>
        new(
            ModelOptionsReader.Read(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
                    .Build()
            )
        );
}
