using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>The debrief without script: every button is a plain form that comes back to the page.</summary>
internal static class DebriefForms
{
    public static void MapDebriefForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/conversations")
            .RequireAuthorization(Policies.SignedIn)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription();
        forms.MapPost("/{id:guid}/own-view", OwnViewAsync);
        forms.MapPost("/{id:guid}/reflection", ReflectionAsync);
        forms.MapPost("/{id:guid}/see-differently", SeeDifferentlyAsync);
        forms.MapPost("/{id:guid}/branch", BranchAsync);
    }

    private static string Page(Guid id, string part = "") => $"/conversations/{id}/debrief{part}";

    private static async Task<IResult> OwnViewAsync(
        Guid id,
        [FromForm] OwnViewFields? fields,
        CurrentUser user,
        SaveOwnView save,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        await Try(
            context,
            messages,
            (fields ?? new OwnViewFields()).ToInput(),
            input => save.HandleAsync(user, id, input, cancellationToken)
        );
        return TypedResults.LocalRedirect(Page(id));
    }

    private static async Task<IResult> ReflectionAsync(
        Guid id,
        [FromForm] string? felt,
        [FromForm] string? assumed,
        [FromForm] string? next,
        [FromForm] int version,
        CurrentUser user,
        SaveReflection save,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new ReflectionInput
        {
            Felt = felt ?? "",
            Assumed = assumed ?? "",
            Next = next ?? "",
            Version = version,
        };
        if (await Try(context, messages, input, sound => save.HandleAsync(user, id, sound, cancellationToken)))
        {
            messages.Set(context, Tone.Good, "Your reflection is saved.");
        }

        return TypedResults.LocalRedirect(Page(id, "#reflection"));
    }

    private static async Task<IResult> SeeDifferentlyAsync(
        Guid id,
        [FromForm] Guid? messageId,
        [FromForm] string? label,
        [FromForm] string? instead,
        [FromForm] string? reason,
        [FromForm] int? line,
        CurrentUser user,
        SeeDifferently see,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new SeeDifferentlyInput
        {
            MessageId = messageId,
            Label = label,
            Instead = instead,
            Reason = reason,
        };
        if (await Try(context, messages, input, sound => see.HandleAsync(user, id, sound, cancellationToken)))
        {
            messages.Set(context, Tone.Good, "Kept beside what the rules said.");
        }

        return TypedResults.LocalRedirect(Page(id, $"#t{line}"));
    }

    private static async Task<IResult> BranchAsync(
        Guid id,
        [FromForm] Guid? messageId,
        CurrentUser user,
        TryAgain again,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var branch = await again.HandleAsync(user, id, new BranchInput { MessageId = messageId }, cancellationToken);
            return TypedResults.LocalRedirect($"/conversations/{branch.Id}");
        }
        catch (DomainException e) when (e.Status == StatusCodes.Status409Conflict)
        {
            messages.Set(context, Tone.Bad, e.Message);
            return TypedResults.LocalRedirect(Page(id));
        }
    }

    /// <summary>Checks the input and does it; a refusal is a sentence on the page that comes back.</summary>
    private static async Task<bool> Try<T>(HttpContext context, StatusMessages messages, T input, Func<T, Task> deed)
        where T : class
    {
        var errors = Validation.Check(input);
        if (errors.Count > 0)
        {
            messages.Set(context, Tone.Bad, errors.Values.First()[0]);
            return false;
        }

        try
        {
            await deed(input);
            return true;
        }
        catch (DomainException e) when (e.Status == StatusCodes.Status409Conflict)
        {
            messages.Set(context, Tone.Bad, e.Message);
            return false;
        }
    }
}

/// <summary>The fields of the page before the figures; choices come as codes, and none is a choice.</summary>
internal sealed class OwnViewFields
{
    public bool? Skip { get; set; }

    public bool? CodeFirst { get; set; }

    public string? HowWasThat { get; set; }

    public string? Wants { get; set; }

    public string? Strengths { get; set; }

    public string? Risk { get; set; }

    public string? RiskWhy { get; set; }

    public string? WouldDo { get; set; }

    public string? WhomAndWhen { get; set; }

    public string? NextStep { get; set; }

    public string? Listened { get; set; }

    public string? Structured { get; set; }

    public string? WentWell { get; set; }

    public string? Next { get; set; }

    public OwnViewInput ToInput() =>
        new()
        {
            Skip = Skip ?? false,
            CodeFirst = CodeFirst ?? false,
            HowWasThat = HowWasThat,
            Wants = Wants,
            Strengths = Strengths,
            Risk = Codes.Find<SeenRisk>(Risk ?? ""),
            RiskWhy = RiskWhy,
            WouldDo = Codes.Find<WouldDo>(WouldDo ?? ""),
            WhomAndWhen = WhomAndWhen,
            NextStep = NextStep,
            Listened = Codes.Find<SelfRating>(Listened ?? ""),
            Structured = Codes.Find<SelfRating>(Structured ?? ""),
            WentWell = WentWell,
            Next = Next,
        };
}
