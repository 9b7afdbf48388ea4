using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>The page that a fresh installation shows until it has an admin.</summary>
internal static class FirstAdminForm
{
    public static async Task<IResult> PostAsync(
        [FromForm] string? code,
        [FromForm] string? name,
        [FromForm] string? email,
        [FromForm] string? password,
        CreateFirstAdmin create,
        SignInManager<AppUser> manager,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (user, errors) = await create.HandleAsync(
            new FirstAdminInput
            {
                Code = code ?? "",
                Name = name ?? "",
                Email = email ?? "",
                Password = password ?? "",
            },
            cancellationToken
        );
        if (user is null)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            return TypedResults.LocalRedirect("/first-admin");
        }

        await manager.SignInAsync(user, isPersistent: false);
        messages.Set(context, Tone.Good, "You are the first admin of this installation.");
        return TypedResults.LocalRedirect("/");
    }
}
