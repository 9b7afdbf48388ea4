using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>What somebody does who has a keyboard and no mouse.</summary>
internal static class ByKeyboard
{
    /// <summary>Goes to a control and presses a key on it: Enter on links and buttons, Space on boxes to tick.</summary>
    public static async Task PressOnAsync(this ILocator control, string key = "Enter")
    {
        await Expect(control).ToBeEnabledAsync();
        await ReachAsync(control);
        await control.PressAsync(key);
    }

    /// <summary>Writes in place of what is in a box, key by key.</summary>
    public static async Task TypeOverAsync(this ILocator box, string text)
    {
        await ReachAsync(box);
        await box.PressAsync("ControlOrMeta+a");
        await box.PressSequentiallyAsync(text);
    }

    /// <summary>Goes where the Tab key goes too: what it leaves out fails here.</summary>
    private static async Task ReachAsync(ILocator control)
    {
        await control.FocusAsync();
        Assert.True(
            await control.EvaluateAsync<bool>("e => e === document.activeElement && e.tabIndex >= 0 && !e.closest('[inert]')"),
            "The keyboard does not reach it."
        );
    }
}
