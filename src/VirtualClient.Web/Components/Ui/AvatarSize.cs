namespace VirtualClient.Web.Components.Ui;

/// <summary>2, 2.5, 3.5 and 5.25 rem.</summary>
public enum AvatarSize
{
    Normal,
    Small,
    Large,
    Huge,
}

/// <summary>A hue that stays with somebody for good.</summary>
public static class Hue
{
    /// <summary>0 to 355 in steps of 5. FNV-1a, because string hash codes change with every start.</summary>
    public static int Of(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) % 72) * 5;
    }
}

public static class Initials
{
    private static readonly string[] Titles = ["Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof."];

    /// <summary>First letters of the first and last word, without the title; "?" for a name without letters.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Titles).Where(w => char.IsLetter(w[0])).ToList();
        return words switch
        {
            [] => "?",
            [var only] => only[..1].ToUpperInvariant(),
            [var first, .., var last] => string.Concat(first.AsSpan(0, 1), last.AsSpan(0, 1)).ToUpperInvariant(),
        };
    }
}
