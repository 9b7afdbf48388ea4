using System.Globalization;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>The gradebook as cells of text: what the page shows and what the file holds, the same.</summary>
public sealed record GradebookTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public const string NotScored = "Not scored yet";
    public const string NoOpportunity = "No opportunity";

    public static GradebookTable Of(GradebookView book)
    {
        List<string> head = ["External id", "Student", "Email"];
        foreach (var column in book.Columns)
        {
            head.Add($"{column.Client}: attempt");
            head.AddRange(column.Criteria.Select(c => $"{column.Client}: {c.Name} (weight {Number(c.Weight)})"));
            head.Add($"{column.Client}: score in percent");
            head.Add($"{column.Client}: released");
        }

        head.Add("All clients: score in percent");
        return new GradebookTable(head, [.. book.Rows.Select(row => Row(book, row))]);
    }

    private static List<string> Row(GradebookView book, GradeRow row)
    {
        List<string> cells = [row.ExternalId ?? "", row.Name, row.Email];
        foreach (var (column, cell) in book.Columns.Zip(row.Cells))
        {
            cells.Add(cell.Attempt is { } number ? $"{number} of {cell.Attempts}" : Words(cell));
            foreach (var criterion in column.Criteria)
            {
                cells.Add(Words(cell, cell.Criteria.FirstOrDefault(c => c.Key == criterion.Key)));
            }

            cells.Add(cell.Share is { } share ? Percent(share) : Words(cell));
            cells.Add(cell.Released ? "Yes" : "No");
        }

        cells.Add(
            row.Share is { } all ? Percent(all)
            : row.Cells.All(c => c.Status == GradeStatus.NoAttempt) ? "No attempt"
            : NotScored
        );
        return cells;
    }

    public static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Words(GradeCell cell) =>
        cell.Status switch
        {
            GradeStatus.NoAttempt => "No attempt",
            GradeStatus.NotChosen => "Not chosen yet",
            GradeStatus.NoOpportunity => NoOpportunity,
            _ => NotScored,
        };

    private static string Words(GradeCell cell, GradeCriterion? criterion) =>
        cell.Status is GradeStatus.NoAttempt or GradeStatus.NotChosen ? Words(cell)
        : criterion is not { Decided: true } ? NotScored
        : criterion.Points is { } points ? Number(points)
        : NoOpportunity;

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

internal static class GradebookFile
{
    public static async Task<IResult> WriteAsync(Guid id, CurrentUser user, ReadGradebook read, CancellationToken cancellationToken)
    {
        var book = await read.HandleAsync(user, id, cancellationToken);
        var table = GradebookTable.Of(book);
        return TypedResults.File(
            CsvFile.Write(table.Rows.Prepend(table.Head)),
            CsvFile.ContentType,
            $"gradebook-{ReadRoster.FileName(book.Title)}.csv"
        );
    }
}
