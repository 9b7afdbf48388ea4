using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Home;

/// <summary>Who has done what in a section, for scripts and for a spreadsheet.</summary>
internal static class SectionProgress
{
    public static void MapSectionProgress(this IEndpointRouteBuilder app)
    {
        var sections = app.MapApi("/sections").WithTags("sections");
        sections
            .MapGet(
                "/{id:guid}/progress",
                async (Guid id, CurrentUser user, SectionDoor door, ReadMatrix read, CancellationToken ct) =>
                {
                    await door.StaffAsync(user, id, ct);
                    return await read.HandleAsync(user, id, ct);
                }
            )
            .WithSummary("What each student of a section has done, for its teachers and assistants");
        sections
            .MapGet("/{id:guid}/progress.csv", CsvAsync)
            .WithSummary("What each student of a section has done, as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
    }

    private static async Task<IResult> CsvAsync(
        Guid id,
        CurrentUser user,
        SectionDoor door,
        ReadMatrix read,
        CancellationToken cancellationToken
    )
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        var matrix = await read.HandleAsync(user, id, cancellationToken);
        IReadOnlyList<string?> head = ["name", "email", .. matrix.Columns.Select(c => $"{c.Assignment}: {c.Client}"), "practiced"];
        var rows = matrix.Rows.Select(row =>
            (IReadOnlyList<string?>)
                [
                    row.Name,
                    row.Email,
                    .. matrix.Columns.Select(c => (row.Cells.GetValueOrDefault(c.PairId)?.Done ?? 0).ToString()),
                    row.Practiced.ToString(),
                ]
        );
        return TypedResults.File(
            CsvFile.Write(rows.Prepend(head)),
            CsvFile.ContentType,
            $"progress-{ReadRoster.FileName(access.Section.Name)}.csv"
        );
    }
}
