using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>The forms of reviewing: whatever is pressed saves what was entered, then does what it says, and comes back.</summary>
internal static class ReviewForms
{
    /// <summary>The choice beside the levels.</summary>
    public const string NoOpportunity = "no_opportunity";

    private const string Level = "level-";

    public static void MapReviewForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/teaching").RequireAuthorization(Policies.SignedIn).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/assessments/{id:guid}/save", SaveAsync);
        forms.MapPost("/assessments/{id:guid}/reopen", ReopenAsync);
        forms.MapPost("/assessments/{id:guid}/choose", ChooseAsync);
        forms.MapPost("/assessments/{id:guid}/second", SecondAsync);
        forms.MapPost("/attempts/{id:guid}/draft", DraftAsync);
        forms.MapPost("/assignments/{id:guid}/release", ReleaseAllAsync);
        forms.MapPost("/assignments/{id:guid}/drafts/run", RunAsync);
    }

    private static async Task<IResult> SaveAsync(
        Guid id,
        CurrentUser user,
        DecideCriteria decide,
        CommentOnLine comments,
        ReleaseAssessment release,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var (place, conversation) = BackOf(form);
        var back = place.To(conversation);
        return await SectionForms.TryAsync(
            context,
            back,
            async () =>
            {
                await decide.ManyAsync(user, id, SectionForms.Checked(InputOf(form)), cancellationToken);
                var go = form["go"].ToString();
                if (go == "forget")
                {
                    return (back, await ForgetAsync(user, form, comments, cancellationToken));
                }

                var commented = await CommentAsync(user, id, form, comments, cancellationToken);
                if (go.StartsWith("remove-", StringComparison.Ordinal) && Guid.TryParse(go["remove-".Length..], out var comment))
                {
                    await comments.DeleteAsync(user, id, comment, cancellationToken);
                    return (back + "#transcript", "The comment is removed.");
                }

                switch (go)
                {
                    case "release":
                        var (_, view) = await release.OneAsync(user, id, null, cancellationToken);
                        return (back, Said(view));
                    case "next" or "previous" when Guid.TryParse(form[go].ToString(), out var other):
                        return (place.To(other), (string?)null);
                    default:
                        return (commented is { } line ? $"{back}#t{line}" : back, "Saved.");
                }
            }
        );
    }

    private static async Task<string> ForgetAsync(
        CurrentUser user,
        IFormCollection form,
        CommentOnLine comments,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(form["bank"].ToString(), out var kept))
        {
            throw new DomainException("invalid", "Choose the comment in your bank first. Your levels are saved.", 422);
        }

        await comments.ForgetAsync(user, kept, cancellationToken);
        return "It is out of your bank. Comments that were made with it stay.";
    }

    private static string Said(ReleaseView view) =>
        view.Left.Count == 0
            ? "Released."
            : $"Released: {view.Released.Count} of {view.Released.Count + view.Left.Count} criteria. Not decided and so not shown: {string.Join(", ", view.Left.Select(l => l.Name))}.";

    private static async Task<int?> CommentAsync(
        CurrentUser user,
        Guid id,
        IFormCollection form,
        CommentOnLine comments,
        CancellationToken cancellationToken
    )
    {
        var text = TypedText.Clean(form["comment"]);
        if (text.Length == 0 && Guid.TryParse(form["bank"].ToString(), out var kept))
        {
            text = (await comments.BankAsync(user, cancellationToken)).FirstOrDefault(b => b.Id == kept)?.Text ?? "";
        }

        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(form["line"].ToString(), out var line))
        {
            throw new DomainException("invalid", "Say which line your comment is on. Your levels are saved.", 422);
        }

        var input = SectionForms.Checked(
            new CommentInput
            {
                Line = line,
                Text = text,
                Keep = form["keep"] == "true",
            }
        );
        await comments.AddAsync(user, id, input, cancellationToken);
        return line;
    }

    private static ReviewInput InputOf(IFormCollection form) =>
        new()
        {
            Version = int.TryParse(form["version"].ToString(), out var version) ? version : null,
            SawDraft = form["draft"] == "shown",
            Overall = form["overall"].ToString(),
            Next = form["nextStep"].ToString(),
            Decisions = form.Where(field => field.Key.StartsWith(Level, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
                .ToDictionary(
                    field => field.Key[Level.Length..],
                    field => new Decision(
                        field.Value.ToString() == NoOpportunity ? null : field.Value.ToString(),
                        TypedText.Clean(form["reason-" + field.Key[Level.Length..]])
                    )
                ),
        };

    private static (ReviewPlace Place, Guid? Conversation) BackOf(IFormCollection form) =>
        (
            new ReviewPlace(
                Guid.TryParse(form["assignment"].ToString(), out var assignment) ? assignment : Guid.Empty,
                ReviewFilters.Parse(form["show"]),
                form["names"] == "hidden",
                form["draft"] == "shown"
            ),
            Guid.TryParse(form["conversation"].ToString(), out var conversation) ? conversation : null
        );

    private static Task<IResult> ReopenAsync(
        Guid id,
        [FromForm] int? version,
        [FromForm] string? reason,
        CurrentUser user,
        ReleaseAssessment release,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        BackAsync(
            context,
            async () =>
            {
                var input = SectionForms.Checked(new ReopenInput { Version = version, Reason = reason ?? "" });
                await release.ReopenAsync(user, id, input, cancellationToken);
                return "Taken back. The student is told that it is being looked at again.";
            }
        );

    private static Task<IResult> ChooseAsync(
        Guid id,
        CurrentUser user,
        ReleaseAssessment release,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        BackAsync(
            context,
            async () =>
            {
                await release.ChooseAsync(user, id, cancellationToken);
                return "This attempt counts.";
            }
        );

    private static Task<IResult> DraftAsync(
        Guid id,
        CurrentUser user,
        AskForDraft ask,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        BackAsync(
            context,
            async () =>
            {
                await ask.HandleAsync(user, id, cancellationToken);
                return "A draft is being made. What you decided stays.";
            }
        );

    private static Task<IResult> ReleaseAllAsync(
        Guid id,
        CurrentUser user,
        ReleaseAssessment release,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        BackAsync(
            context,
            async () =>
            {
                var view = await release.AllAsync(user, id, cancellationToken);
                return view.Left.Count == 0
                    ? $"Released: {view.Released}."
                    : $"Released: {view.Released}. With something undecided: {string.Join(", ", view.Left.Take(5).Select(l => l.Student))}{(view.Left.Count > 5 ? $" and {view.Left.Count - 5} more" : "")}.";
            }
        );

    private static Task<IResult> RunAsync(
        Guid id,
        [FromForm] string? scope,
        [FromForm] bool? sure,
        CurrentUser user,
        RunDrafts run,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/teaching/assignments/{id}/drafts",
            async () =>
            {
                var access = await run.TeacherAsync(user, id, cancellationToken);
                if (sure != true)
                {
                    throw new DomainException("invalid", "Nothing was asked for. Tick the box to say that you want these drafts.", 422);
                }

                var which = scope == "undecided" ? DraftScope.Undecided : DraftScope.Missing;
                if (scope == "section")
                {
                    await run.QueueSectionAsync(user, access.Section.Id, DraftScope.Missing, cancellationToken);
                }
                else
                {
                    await run.QueueAsync(user, id, which, cancellationToken);
                }

                return ("/jobs", "Drafts are being made. You can leave this page.");
            }
        );

    private static async Task<IResult> SecondAsync(
        Guid id,
        CurrentUser user,
        ScoreBlind score,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var (place, conversation) = BackOf(form);
        var back = $"/teaching/assignments/{place.AssignmentId}/second?conversation={conversation}";
        return await SectionForms.TryAsync(
            context,
            back,
            async () =>
            {
                var levels = form.Where(field => field.Key.StartsWith(Level, StringComparison.Ordinal))
                    .ToDictionary(field => field.Key[Level.Length..], field => field.Value.ToString());
                await score.HandleAsync(user, id, new SecondInput { Levels = levels }, cancellationToken);
                return (back, "Kept. Here they stand beside what was decided.");
            }
        );
    }

    private static async Task<IResult> BackAsync(HttpContext context, Func<Task<string>> work)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var (place, conversation) = BackOf(form);
        var back = place.To(conversation);
        return await SectionForms.TryAsync(context, back, async () => (back, await work()));
    }
}
