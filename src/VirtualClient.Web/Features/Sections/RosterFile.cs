using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>A row that cannot be used, with its line in the file and why.</summary>
public sealed record RowError(int Line, string Column, string Reason);

/// <summary>What a roster file says: whom to enroll, what cannot be used, and which columns nobody knows.</summary>
internal sealed record RosterFile(
    IReadOnlyList<(int Line, EnrollLine Person)> People,
    IReadOnlyList<RowError> Errors,
    IReadOnlyList<string> IgnoredColumns,
    int Rows
)
{
    public const int MostRows = 5_000;
    public const int MostBytes = 2 * 1024 * 1024;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["email"] = "email",
        ["e-mail"] = "email",
        ["email address"] = "email",
        ["mail"] = "email",
        ["name"] = "name",
        ["full name"] = "name",
        ["student"] = "name",
        ["first name"] = "first name",
        ["last name"] = "last name",
        ["role"] = "role",
        ["student number"] = "number",
        ["student_number"] = "number",
        ["student id"] = "number",
        ["id number"] = "number",
    };

    /// <exception cref="DomainException">422: not a file that can be used at all; 413: too many rows.</exception>
    public static RosterFile Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new DomainException("too-large", "The file is larger than 2 MB.", 413);
        }

        var text = CsvFile.Decode(bytes) ?? throw Unusable("The file is not in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.");
        return Read(text);
    }

    /// <inheritdoc cref="Read(byte[])"/>
    public static RosterFile Read(string text)
    {
        IReadOnlyList<CsvRow> rows;
        try
        {
            rows = CsvFile.Read(text);
        }
        catch (FormatException e)
        {
            throw Unusable(e.Message);
        }

        if (rows.Count == 0)
        {
            throw Unusable("The file is empty. Its first line names the columns: email, and if you like name, role, student number.");
        }

        if (rows.Count - 1 > MostRows)
        {
            throw new DomainException(
                "too-many-rows",
                $"The file has {rows.Count - 1:N0} rows; at most {MostRows:N0} are taken at a time.",
                413
            );
        }

        var heads = rows[0].Cells.Select(cell => cell.Trim()).ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var ignored = new List<string>();
        foreach (var (place, head) in heads.Index())
        {
            if (!Columns.TryGetValue(head, out var column) || !places.TryAdd(column, place))
            {
                ignored.Add(head);
            }
        }

        return places.ContainsKey("email")
            ? Rest(rows, places, [.. ignored.Where(head => head.Length > 0)])
            : throw Unusable("No column is called “email”. The first line of the file names the columns.");
    }

    private static RosterFile Rest(IReadOnlyList<CsvRow> rows, Dictionary<string, int> places, IReadOnlyList<string> ignored)
    {
        var people = new List<(int, EnrollLine)>();
        var errors = new List<RowError>();
        foreach (var row in rows.Skip(1))
        {
            var email = Cell("email");
            SectionRole? role = Cell("role").ToLowerInvariant() switch
            {
                "" or "student" or "learner" => SectionRole.Student,
                "assistant" or "ta" or "teaching assistant" => SectionRole.Assistant,
                _ => null,
            };
            if (!EnrollPeople.IsEmail(email))
            {
                errors.Add(
                    new RowError(row.Line, "email", email.Length == 0 ? "There is no email." : $"“{Short(email)}” is not an email address.")
                );
            }
            else if (role is null)
            {
                errors.Add(
                    new RowError(row.Line, "role", $"“{Short(Cell("role"))}” is not student or assistant. Teachers are added one by one.")
                );
            }
            else
            {
                var name = Cell("name") is { Length: > 0 } whole ? whole : $"{Cell("first name")} {Cell("last name")}".Trim();
                people.Add(
                    (
                        row.Line,
                        new EnrollLine(email, role.Value, Short(name), Cell("number") is { Length: > 0 and <= 200 } number ? number : null)
                    )
                );
            }

            string Cell(string column) =>
                places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place].Trim() : "";
        }

        return new RosterFile(people, errors, ignored, rows.Count - 1);
    }

    private static string Short(string text) => text.Length > 100 ? text[..100] : text;

    private static DomainException Unusable(string sentence) => new("bad-file", sentence, 422);
}
