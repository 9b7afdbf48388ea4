namespace VirtualClient.Web.Components.Ui.Record;

/// <summary>A label of a line: what it is called and its family (open, reflect, closed, affirm, advise, disclose, or null).</summary>
public sealed record CodeView(string Label, string? Kind = null);

/// <summary>What somebody noted on a line. Dashed while no person has confirmed it.</summary>
public sealed record CommentView(string Text, string By, bool Drafted = false);

/// <summary>One line of a transcript.</summary>
public sealed record TranscriptLineView
{
    /// <summary>From 1; links go to <c>#t1</c>.</summary>
    public required int Number { get; init; }

    public required bool FromClient { get; init; }

    public required string Speaker { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<CodeView> Codes { get; init; } = [];

    public IReadOnlyList<CommentView> Comments { get; init; } = [];

    /// <summary>Words of the text that are evidence; shown as if marked with a pen.</summary>
    public string? Mark { get; init; }

    /// <summary>Where this moment can be tried again, practice only.</summary>
    public string? BranchHref { get; init; }

    /// <summary>What became of an unfinished reply ("stopped here", "interrupted here").</summary>
    public string? Unfinished { get; init; }
}
