using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>The interview without script: every button is a plain form that comes back to the page.</summary>
internal static class ConversationForms
{
    public static void MapConversationForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/conversations")
            .RequireAuthorization(Policies.SignedIn)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription();
        forms.MapPost("/start", StartAsync);
        forms.MapPost("/{id:guid}/say", SayAsync);
        forms.MapPost("/{id:guid}/stop", StopAsync);
        forms.MapPost("/{id:guid}/retry", RetryAsync);
        forms.MapPost("/{id:guid}/notes", NotesAsync);
        forms.MapPost("/{id:guid}/coach", CoachAsync);
        forms.MapPost("/{id:guid}/end", EndAsync);
        forms.MapPost("/{id:guid}/withdraw", WithdrawAsync);
        forms.MapPost("/{id:guid}/step-out", StepOut);
        forms.MapPost("/{id:guid}/tell", TellAsync);
        forms.MapPost("/{id:guid}/clock", ClockAsync);
        forms.MapPost("/{id:guid}/share", ShareAsync);
    }

    private static string Page(Guid id) => $"/conversations/{id}";

    private static async Task<IResult> StartAsync(
        [FromForm] Guid clientId,
        [FromForm] Guid? assignmentId,
        [FromForm] bool? test,
        CurrentUser user,
        StartConversation start,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new StartConversationInput
        {
            ClientId = clientId,
            AssignmentId = assignmentId,
            Test = test ?? false,
        };
        try
        {
            var (conversation, _) = await start.HandleAsync(user, input, cancellationToken);
            return TypedResults.LocalRedirect($"/conversations/{conversation.Id}");
        }
        catch (DomainException e) when (assignmentId is not null && e.Status == 409)
        {
            messages.Set(context, Tone.Bad, e.Message);
            return TypedResults.LocalRedirect($"/assignments/{assignmentId}");
        }
    }

    private static async Task<IResult> SayAsync(
        Guid id,
        [FromForm] Guid? messageId,
        [FromForm] string? text,
        [FromForm] string? wait,
        [FromForm] bool? rolePlay,
        CurrentUser user,
        SendMessage send,
        StatusMessages messages,
        KeptText kept,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new SendMessageInput
        {
            ClientMessageId = messageId ?? Guid.CreateVersion7(),
            Text = wait is null ? text : null,
            Wait = wait is not null,
            RolePlay = rolePlay ?? false,
        };
        var errors = Validation.Check(input);
        if (errors.Count > 0)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            kept.Keep(context, text);
        }
        else
        {
            try
            {
                await send.HandleAsync(user, id, input, cancellationToken);
            }
            catch (DomainException e) when (e.Code == RoleCheck.Code)
            {
                kept.Keep(context, text);
                return TypedResults.LocalRedirect(Page(id) + "?who");
            }
            catch (DomainException e) when (e.Status is 409 or 429)
            {
                messages.Set(context, Tone.Bad, e.Message);
                kept.Keep(context, text);
            }
            catch (Exception e) when (e.IsTransient())
            {
                messages.Set(context, Tone.Bad, "Nothing can be stored at this moment. Please send it again in a few seconds.");
                kept.Keep(context, text);
            }
        }

        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> StopAsync(Guid id, CurrentUser user, StopReply stop, CancellationToken cancellationToken)
    {
        await stop.HandleAsync(user, id, cancellationToken);
        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> RetryAsync(
        Guid id,
        [FromForm] Guid replyId,
        CurrentUser user,
        RetryReply retry,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await retry.HandleAsync(user, id, replyId, cancellationToken);
        }
        catch (DomainException e) when (e.Status == 409)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> NotesAsync(
        Guid id,
        [FromForm] string? notes,
        [FromForm] int version,
        CurrentUser user,
        SaveNotes save,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await save.HandleAsync(user, id, new SaveNotesInput { Notes = notes ?? "", Version = version }, cancellationToken);
            messages.Set(context, Tone.Good, "Notes saved.");
        }
        catch (DomainException e) when (e.Status == 409)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> CoachAsync(
        Guid id,
        CurrentUser user,
        AskCoach ask,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!(await ask.HandleAsync(user, id, cancellationToken)).IsNew)
            {
                messages.Set(context, Tone.Info, CoachView.NothingNew);
            }
        }
        catch (DomainException e) when (e.Status == 409)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> EndAsync(Guid id, CurrentUser user, EndConversation end, CancellationToken cancellationToken)
    {
        await end.HandleAsync(user, id, new EndConversationInput(), EndReason.Student, cancellationToken);
        return TypedResults.LocalRedirect($"/conversations/{id}/debrief");
    }

    /// <summary>Stops for good, without penalty.</summary>
    private static async Task<IResult> WithdrawAsync(Guid id, CurrentUser user, EndConversation end, CancellationToken cancellationToken)
    {
        await end.HandleAsync(user, id, new EndConversationInput(), EndReason.SteppedOut, cancellationToken);
        return TypedResults.LocalRedirect($"/conversations/{id}/debrief");
    }

    /// <summary>Leaves for now: the clock stands still as soon as no page of the conversation is open.</summary>
    private static RedirectHttpResult StepOut(Guid id, StatusMessages messages, HttpContext context)
    {
        messages.Set(context, Tone.Info, "Your conversation waits for you. Come back when you like.");
        return TypedResults.LocalRedirect("/");
    }

    private static Task<IResult> TellAsync(
        Guid id,
        [FromForm] bool? takeBack,
        CurrentUser user,
        AskForContact ask,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                var section = await ask.HandleAsync(user, id, takeBack == true, cancellationToken);
                var said =
                    takeBack == true
                        ? "Taken back. No teacher sees it."
                        : $"The teachers of {section} see that you would like to hear from them, and nothing else.";
                return (Page(id), said);
            }
        );

    private static async Task<IResult> ShareAsync(
        Guid id,
        [FromForm] Guid? sectionId,
        CurrentUser user,
        ShareConversation share,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await share.HandleAsync(user, id, new ShareConversationInput { SectionId = sectionId }, cancellationToken);
            messages.Set(
                context,
                Tone.Good,
                sectionId is null ? "Taken back. Only you can read it." : "Shared. You can take it back at any time."
            );
        }
        catch (DomainException e) when (e.Status == 409)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(Page(id) + "/record");
    }

    private static async Task<IResult> ClockAsync(
        Guid id,
        [FromForm] bool hide,
        CurrentUser user,
        UpdateProfile update,
        SignInManager<AppUser> manager
    )
    {
        await manager.RefreshSignInAsync(await update.ApplyAsync(user, new ProfileInput { HideClock = hide }));
        return TypedResults.LocalRedirect(Page(id));
    }
}
