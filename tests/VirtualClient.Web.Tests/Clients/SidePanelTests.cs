using System.Globalization;
using AngleSharp.Dom;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Spending;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>Beside the editor's form: where trust would go, and what a conversation would cost.</summary>
public sealed class SidePanelTests(EveryTest every)
{
    private const string Dear = "claude-sonnet-5-5";

    [Fact]
    public async Task The_strip_shows_that_listening_gets_somewhere_else_than_advice()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var strip = Part(await desk.EditorAsync(), "strip-h");
        Assert.Equal(2, strip.QuerySelectorAll("svg path.line").Length);
        var names = strip.QuerySelectorAll("thead th").Skip(1).Select(th => th.TextContent).ToList();
        Assert.Equal(["Listens well", "Gives advice nobody asked for"], names);
        var rows = strip.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(td => Number(td)).ToList()).ToList();
        Assert.Equal(20, rows.Count);
        Assert.All(rows.SelectMany(row => row), trust => Assert.InRange(trust, 1m, 4m));
        var (good, poor) = (rows[^1][0], rows[^1][1]);
        Assert.True(good > rows[0][0], "listening moves trust");
        Assert.True(good > poor, $"listening ends at {good}, advice at {poor}");
        // Whoever cannot see the lines is told both ends.
        var label = strip.QuerySelector("svg[role=img]")!.GetAttribute("aria-label");
        Assert.Contains(
            $"to {good.ToString(CultureInfo.InvariantCulture)}, with somebody who gives advice",
            label,
            StringComparison.Ordinal
        );
        Assert.Contains($"to {poor.ToString(CultureInfo.InvariantCulture)}, on a scale", label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_follows_the_client_as_saved()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var before = Part(await desk.EditorAsync(), "strip-h").QuerySelector("tbody")!.TextContent;
        (await desk.Client.ChangeAsync(new() { ["difficulty"] = "hard" })).Is(200);
        Assert.NotEqual(before, Part(await desk.EditorAsync(), "strip-h").QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task Each_model_has_its_prices_and_what_thirty_messages_would_cost_today()
    {
        await using var money = await MoneyHost.StartAsync(
            null,
            "Models:Routes:1:Name=sonnet",
            "Models:Routes:1:Provider=anthropic",
            "Models:Routes:1:ApiKey=test-key",
            $"Models:Routes:1:Model={Dear}"
        );
        var desk = await ClientDesk.NewAsync(money.Host);
        var (small, large) = await PricesAsync(desk);
        Assert.Equal(("0.10", "0.50"), (small.In, small.Out));
        Assert.Equal(("2.00", "10.00"), (large.In, large.Out));
        Assert.True(small.Cost > 0, "thirty messages cost something");
        Assert.True(large.Cost > small.Cost, "the dearer model costs more");

        var admin = await money.Host.NewPersonAsync(Roles.Admin);
        var price = new
        {
            model = MoneyHost.Model,
            inputUsd = 10,
            outputUsd = 50,
        };
        (await admin.PutAsync("/api/v1/admin/prices", new { version = 0, prices = new[] { price } })).Is(200);
        var (changed, same) = await PricesAsync(desk);
        Assert.Equal(("10.00", "50.00"), (changed.In, changed.Out));
        Assert.True(changed.Cost > small.Cost, "the price of today is what counts");
        Assert.Equal(large, same);
    }

    [Fact]
    public async Task What_students_get_is_named_with_its_cost_and_follows_the_admin()
    {
        await using var money = await MoneyHost.StartAsync(
            null,
            "Models:Routes:1:Name=sonnet",
            "Models:Routes:1:Provider=anthropic",
            "Models:Routes:1:ApiKey=test-key",
            $"Models:Routes:1:Model={Dear}"
        );
        var desk = await ClientDesk.NewAsync(money.Host);
        var (model, cost) = await SpeaksAsync(desk);
        Assert.Equal(MoneyHost.Model, model);
        Assert.True(cost > 0, "a model costs something");
        await MoneyHost.ChooseAsync(money, "sonnet");
        var (dear, more) = await SpeaksAsync(desk);
        Assert.Equal(Dear, dear);
        Assert.True(more > cost, $"{more} is not more than {cost}");
    }

    [Fact]
    public async Task Without_a_model_nothing_is_said_to_cost_anything()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var panel = Part(await desk.EditorAsync(), "cost-h");
        Assert.Contains("the built-in voice, at no cost", panel.TextContent, StringComparison.Ordinal);
        Assert.Null(panel.QuerySelector("table"));
        Assert.Equal(0m, (await desk.Api.GetAsync(desk.Client.Path + "/prompt")).Is(200).Json!["expectedCostUsd"]!.GetValue<decimal>());
    }

    private sealed record PriceRow(string In, string Out, decimal Cost);

    private static async Task<(PriceRow Small, PriceRow Large)> PricesAsync(ClientDesk desk)
    {
        var rows = Part(await desk.EditorAsync(), "cost-h")
            .QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").ToList());
        return (Row(MoneyHost.Model), Row(Dear));

        PriceRow Row(string model) => new(rows[model][0].TextContent, rows[model][1].TextContent, Number(rows[model][2]));
    }

    /// <summary>On the page and in the answer alike.</summary>
    private static async Task<(string Model, decimal Cost)> SpeaksAsync(ClientDesk desk)
    {
        var prompt = (await desk.Api.GetAsync(desk.Client.Path + "/prompt")).Is(200);
        var facts = Part(await desk.EditorAsync(), "cost-h").QuerySelector("dl")!.TextContent;
        Assert.Contains(prompt.Text("model"), facts, StringComparison.Ordinal);
        return (prompt.Text("model"), prompt.Json!["expectedCostUsd"]!.GetValue<decimal>());
    }

    private static IElement Part(Page page, string heading) => page.Document.QuerySelector($"[aria-labelledby='{heading}']")!;

    private static decimal Number(IElement cell) =>
        decimal.Parse(cell.TextContent.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture);
}
