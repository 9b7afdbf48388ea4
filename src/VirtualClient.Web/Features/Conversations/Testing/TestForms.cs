using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>Testing without script: every button is a plain form that comes back to a page.</summary>
internal static class TestForms
{
    public static void MapTestForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/conversations/{id:guid}")
            .RequireAuthorization(Policies.Teacher)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription();
        forms.MapGet("/test-panel", PanelAsync);
        forms.MapPost("/test-settings", SettingsAsync);
        forms.MapPost("/restart", RestartAsync);
        forms.MapPost("/copy-client", CopyAsync);
        forms.MapPost("/critique", CritiqueAsync);
        forms.MapPost("/keep-principle", KeepAsync);
        forms.MapPost("/principle", ChangeAsync);
    }

    private static string Page(Guid id) => $"/conversations/{id}";

    public static string CritiquePage(Guid id, Guid replyId, Guid? critiqueId = null) =>
        $"{Page(id)}/replies/{replyId}/critique{(critiqueId is { } made ? $"?made={made}" : "")}";

    /// <summary>What stands beside the conversation, for the page's script to put in place of what it shows.</summary>
    private static async Task<IResult> PanelAsync(
        Guid id,
        HttpContext context,
        CurrentUser user,
        TestPanelModel model,
        CancellationToken cancellationToken
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TestPanel>(new { View = await model.LoadAsync(user, id, cancellationToken) });
    }

    private static async Task<RedirectHttpResult> SettingsAsync(
        Guid id,
        [FromForm] string? modelRoute,
        [FromForm] string? promptOverride,
        [FromForm] string? act,
        CurrentUser user,
        TestSettings settings,
        RestartTest restart,
        ReadTest read,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var report = await read.ReportAsync(user, id, cancellationToken);
        var prompt = act == "reset" ? "" : PromptOf(report.Test, promptOverride);
        var input = new RestartTestInput
        {
            ModelRoute = modelRoute ?? "",
            PromptOverride = prompt,
            SameSeed = act == "same",
        };
        if (Validation.Check(input) is { Count: > 0 } errors)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            return TypedResults.LocalRedirect($"{Page(id)}/test-settings");
        }

        try
        {
            if (act is "same" or "new")
            {
                var again = await restart.HandleAsync(user, id, input, cancellationToken);
                messages.Set(context, Tone.Good, "A new test has begun; the one before is in the history.");
                return TypedResults.LocalRedirect(Page(again.Id));
            }

            await settings.HandleAsync(user, id, input, cancellationToken);
            messages.Set(
                context,
                Tone.Good,
                act == "reset" ? "The prompt is as built from the client again." : "Settings saved for this test."
            );
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(act == "reset" ? $"{Page(id)}/test-settings" : Page(id));
    }

    /// <summary>A prompt that came back as it was built is no edit.</summary>
    private static string PromptOf(Conversation test, string? sent)
    {
        var text = (sent ?? "").ReplaceLineEndings("\n").Trim();
        return text == TestView.EditableOf(test).ReplaceLineEndings("\n").Trim() ? test.PromptOverride ?? "" : text;
    }

    private static async Task<RedirectHttpResult> RestartAsync(
        Guid id,
        [FromForm] string? seed,
        CurrentUser user,
        RestartTest restart,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var again = await restart.HandleAsync(user, id, new RestartTestInput { SameSeed = seed == "same" }, cancellationToken);
            return TypedResults.LocalRedirect(Page(again.Id));
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            messages.Set(context, Tone.Bad, e.Message);
            return TypedResults.LocalRedirect($"/tests/{id}");
        }
    }

    private static async Task<RedirectHttpResult> CopyAsync(
        Guid id,
        [FromForm] string? back,
        CurrentUser user,
        CopyTestedClient copy,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (client, isNew) = await copy.HandleAsync(user, id, cancellationToken);
        messages.Set(
            context,
            Tone.Good,
            isNew
                ? $"{client.Name} is now also a client of your own, and this test goes on with that copy."
                : $"{client.Name} is your own client."
        );
        return TypedResults.LocalRedirect(back is { } to && to.StartsWith(Page(id), StringComparison.Ordinal) ? to : Page(id));
    }

    private static async Task<RedirectHttpResult> CritiqueAsync(
        Guid id,
        [FromForm] Guid replyId,
        [FromForm] string? kind,
        [FromForm] string? words,
        [FromForm] string? better,
        CurrentUser user,
        CritiqueReply critique,
        StatusMessages messages,
        KeptText kept,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new CritiqueInput
        {
            Kind = Enum.TryParse<CritiqueKind>(kind, ignoreCase: true, out var known) ? known : null,
            Words = words,
            Better = better,
        };
        if (Validation.Check(input) is { Count: > 0 } errors)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            kept.Keep(context, words);
            return TypedResults.LocalRedirect($"{CritiquePage(id, replyId)}?kind={Uri.EscapeDataString(kind ?? "")}");
        }

        var made = await critique.HandleAsync(user, id, replyId, input, cancellationToken);
        return TypedResults.LocalRedirect(CritiquePage(id, replyId, made.Id) + "#proposal");
    }

    private static async Task<RedirectHttpResult> KeepAsync(
        Guid id,
        [FromForm] Guid clientId,
        [FromForm] Guid replyId,
        [FromForm] Guid critiqueId,
        [FromForm] string? text,
        CurrentUser user,
        KeepPrinciple keep,
        StatusMessages messages,
        KeptText kept,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new KeepPrincipleInput { Text = text, CritiqueId = critiqueId };
        var sentence = Validation.Check(input).Values.FirstOrDefault()?[0];
        try
        {
            if (sentence is null)
            {
                await keep.HandleAsync(user, clientId, input, cancellationToken);
                messages.Set(context, Tone.Good, "Kept. The next reply is made with it.");
                return TypedResults.LocalRedirect(Page(id));
            }
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            sentence = e.Message;
        }

        messages.Set(context, Tone.Bad, sentence);
        kept.Keep(context, text);
        return TypedResults.LocalRedirect(CritiquePage(id, replyId, critiqueId) + "#proposal");
    }

    private static async Task<RedirectHttpResult> ChangeAsync(
        Guid id,
        [FromForm] Guid clientId,
        [FromForm] Guid principleId,
        [FromForm] int version,
        [FromForm] bool? on,
        [FromForm] string? text,
        CurrentUser user,
        ChangePrinciple change,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new ChangePrincipleInput
        {
            Version = version,
            On = on,
            Text = on is null ? text ?? "" : null,
        };
        var refused = Validation.Check(input).Values.FirstOrDefault()?[0];
        try
        {
            if (refused is null)
            {
                var after = await change.HandleAsync(user, clientId, principleId, input, cancellationToken);
                var next = after.On ? "The next reply is made with it." : "The next reply is made without it.";
                messages.Set(
                    context,
                    Tone.Good,
                    $"{(on is null ? "Its words are changed" : after.On ? "Switched on" : "Switched off")}. {next}"
                );
            }
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            refused = e.Message;
        }

        if (refused is not null)
        {
            // What was written comes back with the refusal; the box holds what is kept.
            messages.Set(context, Tone.Bad, string.IsNullOrWhiteSpace(text) ? refused : $"{refused} You wrote: “{text.Trim()}”");
        }

        return TypedResults.LocalRedirect(Page(id));
    }
}
