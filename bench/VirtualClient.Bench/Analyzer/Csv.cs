using System.Text;

namespace VirtualClient.Bench.Analyzer;

/// <summary>Reads a comma-separated file with quoted fields, by column name.</summary>
internal static class Csv
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        var rows = Rows(File.ReadAllText(path)).ToList();
        var names = rows[0];
        return
        [
            .. rows.Skip(1)
                .Where(row => row.Count == names.Count)
                .Select(row => names.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (row.Count > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
