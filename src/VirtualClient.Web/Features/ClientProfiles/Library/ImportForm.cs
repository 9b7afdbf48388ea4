using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Library;

/// <summary>An import in two steps: what the file holds, then the draft. Nothing is stored in between; the page carries the file.</summary>
internal static class ImportForm
{
    public static async Task<IResult> PostAsync(
        IFormFile? file,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (file is null || file.Length == 0)
        {
            messages.Set(context, Tone.Bad, "Choose a file first.");
            return TypedResults.LocalRedirect("/clients/import");
        }

        if (file.Length > ClientFile.MaxBytes)
        {
            return Shown(
                new ImportView
                {
                    FileName = file.FileName,
                    Places = [new(0, "", "This file is larger than 2 MB. A client is much smaller.")],
                }
            );
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var (persona, places) = ClientFile.Read(content.GetBuffer().AsSpan(0, (int)content.Length));
        return Shown(
            new ImportView
            {
                FileName = file.FileName,
                Places = places,
                Preview = persona is null ? null : ImportPreview.Of(persona),
                Text = persona is null ? "" : Encoding.UTF8.GetString(content.GetBuffer().AsSpan(0, (int)content.Length)),
            }
        );
    }

    public static async Task<IResult> ConfirmAsync(
        [FromForm] string? text,
        CurrentUser user,
        ImportClient import,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (persona, places) = ClientFile.Read(Encoding.UTF8.GetBytes(text ?? ""));
        if (persona is null)
        {
            return Shown(new ImportView { Places = places });
        }

        var made = await import.HandleAsync(user, persona, cancellationToken);
        messages.Set(context, Tone.Good, $"{made.Name} is among your clients now, as a draft.");
        return TypedResults.LocalRedirect($"/clients/{made.Id}");
    }

    private static RazorComponentResult<ImportDocument> Shown(ImportView view) =>
        new(new { View = view })
        {
            StatusCode = view.Places.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}

/// <summary>What a chosen file holds, or what is wrong with it.</summary>
public sealed record ImportView
{
    public string FileName { get; init; } = "";

    public IReadOnlyList<FilePlace> Places { get; init; } = [];

    public ImportPreview? Preview { get; init; }

    /// <summary>The file itself, for the next step.</summary>
    public string Text { get; init; } = "";
}
