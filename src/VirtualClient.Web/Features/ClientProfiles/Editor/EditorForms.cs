using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>The editor's one form: every button sends all of it, so that nothing typed is ever left behind.</summary>
internal static class EditorForms
{
    private const string NotSaved = "Kept as a draft. A few fields need another look before it can be saved.";

    public static async Task<IResult> PostAsync(
        Guid id,
        [FromForm] IFormCollection form,
        CurrentUser user,
        SaveDraft drafts,
        SaveEdit save,
        ReadEditor read,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var fields = EditorFields.Of(form);
        var asked = form["do"].ToString();
        if (asked == "discard")
        {
            await save.DiscardAsync(user, id, cancellationToken);
            messages.Set(context, Tone.Good, "The draft is gone. This is the saved version.");
            return Back(id);
        }

        var version = Number(form["version"]);
        var revision = Number(form["revision"]);
        try
        {
            if (asked is "save" or "check")
            {
                var errors = await save.HandleAsync(user, id, fields, version, revision, cancellationToken);
                if (errors.Count > 0)
                {
                    messages.Set(context, Tone.Bad, NotSaved);
                    return Back(id, "#attention");
                }

                if (asked == "check")
                {
                    return TypedResults.LocalRedirect($"/clients/{id}/check");
                }

                messages.Set(context, Tone.Good, "Saved.");
                return Back(id);
            }

            var place = Change(fields, asked, form["starterIssue"].ToString(), form["sentence"]);
            await drafts.KeepAsync(user, id, fields, version, revision, cancellationToken);
            return Back(id, place);
        }
        catch (DomainException e) when (e.Code == "stale")
        {
            var view = await read.OvertakenAsync(user, id, fields, e, cancellationToken) ?? throw DomainException.NotFound();
            return new RazorComponentResult<EditorDocument>(new { View = view }) { StatusCode = StatusCodes.Status409Conflict };
        }
        catch (DomainException e) when (e.Code is "client-archived" or "too-large")
        {
            messages.Set(context, Tone.Bad, e.Message);
            return Back(id);
        }
    }

    /// <summary>What a button of the disclosures does ("up:2"), and the place on the page to go on from.</summary>
    private static string Change(EditorFields fields, string asked, string starterIssue, IReadOnlyCollection<string?> sentences)
    {
        var cards = new DisclosureCards(fields);
        var (verb, what) = asked.Split(':', 2) is [var first, var second] ? (first, second) : (asked, "");
        var index = Number(what);
        switch (verb)
        {
            case "add":
                return Card(cards.Add());
            case "up":
                return Card(cards.Move(index, -1));
            case "down":
                return Card(cards.Move(index, 1));
            case "remove":
                cards.Remove(index);
                return cards.Count == 0 ? "#disclosures" : Card(Math.Min(index, cards.Count - 1));
            case "starters" when Codes.Find<Issue>(starterIssue) is { } issue:
                return Card(cards.AddStarters(issue));
            case "sentences":
                return Card(cards.AddSentences([.. sentences.OfType<string>()]));
            default:
                return "";
        }
    }

    private static string Card(int index) => $"#disclosure-{index + 1}";

    private static int Number(string? text) => int.TryParse(text, out var number) ? number : 0;

    private static RedirectHttpResult Back(Guid id, string place = "") => TypedResults.LocalRedirect($"/clients/{id}{place}");
}
