using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Home;

/// <summary>One's own data: taken along as a file, or erased.</summary>
internal static class DataRoutes
{
    public static void MapOwnData(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("/me").WithTags("me");
        api.MapGet("/export", ExportAsync).WithSummary("Everything that is kept about whoever is signed in, in one file");
        api.MapDelete("/practice", (CurrentUser user, ErasePractice erase, CancellationToken ct) => erase.HandleAsync(user, ct))
            .WithSummary("Erase one's own practice, and say what is kept and why");
        app.MapGroup("/your-data")
            .RequireAuthorization(Policies.SignedIn)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription()
            .MapPost("/erase", EraseAsync);
    }

    private static async Task<IResult> ExportAsync(
        CurrentUser user,
        ExportMyData export,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    )
    {
        var data = await export.HandleAsync(user, cancellationToken);
        return TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(data, json.Value.SerializerOptions),
            "application/json",
            "my-data.json"
        );
    }

    private static async Task<IResult> EraseAsync(
        [FromForm] bool? sure,
        CurrentUser user,
        ErasePractice erase,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (sure != true)
        {
            messages.Set(context, Tone.Bad, "Nothing was erased. Tick the box to say that you are sure.");
        }
        else
        {
            var receipt = await erase.HandleAsync(user, cancellationToken);
            messages.Set(
                context,
                Tone.Good,
                $"Erased: {Moment.Count(receipt.Conversations, "conversation")} with {Moment.Count(receipt.Messages, "message")} of yours."
            );
        }

        return TypedResults.LocalRedirect("/your-data");
    }
}
