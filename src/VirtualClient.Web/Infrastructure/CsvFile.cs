using System.Buffers;
using System.Text;

namespace VirtualClient.Web.Infrastructure;

/// <summary>One record of a file, with the line it begins on, from 1.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Comma-separated files as spreadsheets write and read them (RFC 4180): quotes, quotes in quotes, line breaks in quotes, any line ending.</summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file in UTF-8, with or without a byte order mark, or null when it is in another encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>All records; empty lines are left out. The separator is a comma, or the semicolon or tab that the first line has more of.</summary>
    /// <exception cref="FormatException">A quote is opened and never closed; the message says on which line.</exception>
    public static IReadOnlyList<CsvRow> Read(string text)
    {
        var separator = SeparatorOf(text);
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, quoted, opened) = (1, 1, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    line += c == '\n' ? 1 : 0;
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                (quoted, opened) = (true, line);
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }

                Close();
                first = ++line;
            }
            else
            {
                cell.Append(c);
            }
        }

        if (quoted)
        {
            throw new FormatException($"A quote is opened on line {opened} and never closed.");
        }

        Close();
        return rows;

        void Close()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            if (cells.Exists(value => value.Length > 0))
            {
                rows.Add(new CsvRow(first, [.. cells]));
            }

            cells.Clear();
        }
    }

    /// <summary>
    /// A file for a spreadsheet. A cell that would be taken for a formula (it begins with = + - @ or a control character) gets an apostrophe
    /// before it, so that nobody's text is ever computed.
    /// </summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n;\t");

    private static string Cell(string? value)
    {
        var cell = value ?? "";
        if (cell.Length > 0 && (cell[0] is '=' or '+' or '-' or '@' || char.IsControl(cell[0])))
        {
            cell = "'" + cell;
        }

        return cell.AsSpan().IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';'
            : tabs > commas ? '\t'
            : ',';
    }
}
