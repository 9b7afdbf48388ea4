using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>The profile page's form.</summary>
internal static class ProfileForm
{
    public static async Task<IResult> PostAsync(
        [FromForm] string? timeZone,
        [FromForm] string? theme,
        [FromForm] bool? deliverWhole,
        [FromForm] bool? hideClock,
        CurrentUser user,
        UpdateProfile update,
        SignInManager<AppUser> manager,
        StatusMessages messages,
        HttpContext context
    )
    {
        var input = new ProfileInput
        {
            TimeZone = timeZone ?? "",
            Theme = Enum.TryParse<Theme>(theme, ignoreCase: true, out var parsed) ? parsed : Theme.System,
            DeliverWhole = deliverWhole ?? false,
            HideClock = hideClock ?? false,
        };
        var errors = Validation.Check(input);
        if (errors.Count > 0)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            return TypedResults.LocalRedirect("/profile");
        }

        // The cookie carries the profile: sign in again so that the next page has it.
        await manager.RefreshSignInAsync(await update.ApplyAsync(user, input));
        // The profile speaks now; a choice made in this browser before would hide it.
        context.Response.Cookies.Delete(Viewer.ThemeCookie);
        messages.Set(context, Tone.Good, "Saved.");
        return TypedResults.LocalRedirect("/profile");
    }
}
