namespace VirtualClient.Web.Features.Assessments;

/// <summary>Where a reviewer is: which list, and whether names are hidden. It travels in the address from page to page.</summary>
/// <param name="Anonymous">Names are replaced by numbers, in an order of its own.</param>
/// <param name="Draft">The draft's levels are shown before a person decided, in graded work too.</param>
public sealed record ReviewPlace(Guid AssignmentId, ReviewFilter Filter, bool Anonymous, bool Draft)
{
    public string To(Guid? conversationId, string part = "") => For(Filter, conversationId) + part;

    public string For(ReviewFilter filter, Guid? conversationId = null)
    {
        List<string> query = [$"show={ReviewFilters.Word(filter)}"];
        if (conversationId is { } id)
        {
            query.Add($"conversation={id}");
        }

        if (Anonymous)
        {
            query.Add("names=hidden");
        }

        if (Draft)
        {
            query.Add("draft=shown");
        }

        return $"/teaching/assignments/{AssignmentId}/review?{string.Join('&', query)}";
    }
}

/// <summary>What people are called on the page: by name, or by a number that says nothing.</summary>
public sealed class ReviewNames(IReadOnlyList<ReviewRow> rows, bool anonymous)
{
    private readonly Dictionary<Guid, int> numbers = rows.Select(r => r.StudentId)
        .Distinct()
        .OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(id.ToByteArray())), StringComparer.Ordinal)
        .Index()
        .ToDictionary(pair => pair.Item, pair => pair.Index + 1);

    public bool Anonymous => anonymous;

    public string Of(ReviewRow row) => anonymous ? $"Student {numbers[row.StudentId]}" : row.Student;

    public string First(ReviewRow row) => anonymous ? "Student" : row.Student.Split(' ')[0];

    /// <summary>Seed of the color and shape of the avatar.</summary>
    public string Seed(ReviewRow row) => anonymous ? Of(row) : row.StudentId.ToString();

    /// <summary>What was said, without the student's own name where names are hidden.</summary>
    public string Hide(ReviewRow row, string text)
    {
        if (!anonymous)
        {
            return text;
        }

        foreach (var name in row.Student.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length > 1))
        {
            text = System.Text.RegularExpressions.Regex.Replace(
                text,
                $@"(?<!\w){System.Text.RegularExpressions.Regex.Escape(name)}(?!\w)",
                "(name)",
                System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant
            );
        }

        return text;
    }

    /// <summary>By number where names are hidden, so that the order tells nothing either.</summary>
    public IEnumerable<ReviewRow> InOrder(IEnumerable<ReviewRow> shown) => anonymous ? shown.OrderBy(r => numbers[r.StudentId]) : shown;
}
