using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A teacher builds a rubric with the keyboard alone.</summary>
[Collection("product")]
public sealed class RubricBuilderTests(ProductFixture product)
{
    private static readonly (string Name, string Weight)[] Criteria =
    [
        ("Arriving", "0.2"),
        ("Listening", "0.4"),
        ("Asking", "0.2"),
        ("Closing", "0.1"),
    ];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Four_criteria_their_order_and_their_weights_go_by_keyboard(int width, ColorScheme scheme)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await visitor.SignInAsync(await product.NewTeacherAsync("Dr. Ida Falk"));
        await page.GotoAsync("/rubrics/new");
        await page.GetByLabel("Name", new() { Exact = true }).First.FocusAsync();
        await page.Keyboard.TypeAsync("First visit");
        for (var i = 0; i < Criteria.Length; i++)
        {
            if (i == 0)
            {
                await page.Locator("[name='criteria[0].name']").FocusAsync();
            }
            else
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Add a criterion" }).PressOnAsync();
            }

            // The new criterion has the focus: no mouse is needed to go on.
            await Expect(page.Locator($"[name='criteria[{i}].name']")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(Criteria[i].Name);
            await NextAsync(page, $"criteria[{i}].weight");
            await page.Keyboard.PressAsync("ControlOrMeta+A");
            await page.Keyboard.TypeAsync(Criteria[i].Weight);
            await NextAsync(page, $"criteria[{i}].competency");
            await NextAsync(page, $"criteria[{i}].description");
            await page.Keyboard.TypeAsync("What it is about.");
            await NextAsync(page, $"criteria[{i}].points");
            await page.Keyboard.TypeAsync("One thing to see");
        }

        await Expect(page.Locator("[data-sum]")).ToHaveTextAsync("0.9");
        await Expect(page.Locator("[data-sum-note]")).ToHaveAttributeAsync("data-whole", "false");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it 1.0" }).PressOnAsync();
        await Expect(page.Locator("[data-sum]")).ToHaveTextAsync("1.0");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make it 1.0" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Move criterion 4, Closing up" }).PressOnAsync();
        await Expect(page.Locator("[name='criteria[2].name']")).ToHaveValueAsync("Closing");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move criterion 3, Closing up" })).ToBeFocusedAsync();
        await visitor.CheckAsync($"rubric-builder-{width}-{scheme}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("is saved")).ToBeVisibleAsync();
        Assert.Equal(
            ["Arriving", "Listening", "Closing", "Asking"],
            await page.Locator("[data-rubric] [name^='criteria['][name$='].name']")
                .EvaluateAllAsync<string[]>("all => all.map(i => i.value)")
        );

        // Handed on: what one teacher exports another one imports.
        var file = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Export" }).PressOnAsync();
        });
        await ImportAsync(await file.PathAsync(), width, scheme);
    }

    private async Task ImportAsync(string file, int width, ColorScheme scheme)
    {
        await using var colleague = await product.VisitAsync(width, scheme);
        var page = colleague.Page;
        await colleague.SignInAsync(await product.NewTeacherAsync("Dr. Noa Levi"));
        await page.GotoAsync("/rubrics/import");
        await page.GetByLabel("File").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it first" }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Closing" })).ToBeVisibleAsync();
        await colleague.CheckAsync($"rubric-import-{width}-{scheme}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it mine" }).PressOnAsync();
        await Expect(page.Locator("[name='criteria[2].name']")).ToHaveValueAsync("Closing");
    }

    private static async Task NextAsync(IPage page, string name)
    {
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator($"[name='{name}']")).ToBeFocusedAsync();
    }
}
