namespace VirtualClient.Web.Components.Ui.Client;

/// <summary>A simulated client as seen from across the room.</summary>
/// <param name="Id">Stable; the hue comes from it.</param>
/// <param name="Setting">Where the meeting takes place.</param>
public sealed record FaceView(string Id, string Name, int Age, string Setting)
{
    /// <summary>The first word of the name, or the whole when it begins with a title.</summary>
    public string FirstName =>
        Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
        && !first.EndsWith('.')
        && first is not ("Dr" or "Mr" or "Mrs" or "Ms")
            ? first
            : Name;
}

/// <summary>What a worker is handed before the first meeting.</summary>
public sealed record ReferralView(string ReferredBy, string WhyNow, string WhatIsKnown, string Task);

/// <summary>Where a student finds help; an address (tel:, sms:, https:) makes it a link.</summary>
public sealed record HelpContact(string Name, string Contact, string? Href);

/// <summary>A card of the library.</summary>
public sealed record ClientCardView
{
    public required FaceView Client { get; init; }

    /// <summary>Where the card leads: the pre-brief, the editor.</summary>
    public required string Href { get; init; }

    public required string Summary { get; init; }

    /// <summary>"First contact", "Change talk".</summary>
    public required string Kind { get; init; }

    /// <summary>Labels of the issues that may be shown.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>1 to 3.</summary>
    public required int Difficulty { get; init; }

    /// <summary>A first conversation with nothing heavy in it.</summary>
    public bool StartHere { get; init; }

    /// <summary>What the viewer has done with this client ("Practiced twice"), or who made it.</summary>
    public string? Note { get; init; }

    public string DifficultyWord =>
        Difficulty switch
        {
            1 => "Gentle",
            2 => "Moderate",
            _ => "Demanding",
        };
}
