using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>The sign-in page's forms: post, redirect, get.</summary>
internal static class SignInForm
{
    public static async Task<IResult> PostAsync(
        [FromForm] string? email,
        [FromForm] string? password,
        [FromForm] string? returnUrl,
        SignIn signIn,
        SignInManager<AppUser> manager,
        StatusMessages messages,
        KeptText kept,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new SignInInput { Email = email ?? "", Password = password ?? "" };
        var errors = Validation.Check(input);
        var sentence = errors.Values.FirstOrDefault()?[0];
        if (sentence is null)
        {
            (var user, sentence) = await signIn.CheckAsync(input.Email, input.Password, cancellationToken);
            if (user is not null)
            {
                await manager.SignInAsync(user, isPersistent: true);
                return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl));
            }
        }

        messages.Set(context, Tone.Bad, sentence!);
        kept.Keep(context, input.Email);
        return TypedResults.LocalRedirect("/sign-in" + QueryString.Create("returnUrl", LocalAddress.OrHome(returnUrl)));
    }

    /// <summary>One click on a demo account; not there unless demo mode is on.</summary>
    public static async Task<IResult> DemoAsync(
        [FromForm] string? email,
        DemoMode demo,
        UserManager<AppUser> users,
        SignInManager<AppUser> manager
    )
    {
        if (!demo.On || DemoAccounts.All.All(account => account.Email != email))
        {
            throw DomainException.NotFound();
        }

        var user = await users.FindByEmailAsync(email!) ?? throw DomainException.NotFound();
        await manager.SignInAsync(user, isPersistent: true);
        return TypedResults.LocalRedirect("/");
    }

    public static async Task<IResult> SignOutAsync(SignInManager<AppUser> manager)
    {
        await manager.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }

    public static async Task<IResult> SignOutEverywhereAsync(
        CurrentUser user,
        SignOutEverywhere everywhere,
        SignInManager<AppUser> manager,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        await everywhere.HandleAsync(user, cancellationToken);
        await manager.SignOutAsync();
        messages.Set(context, Tone.Good, "You are signed out on every device. Others notice within a minute.");
        return TypedResults.LocalRedirect("/sign-in");
    }
}
