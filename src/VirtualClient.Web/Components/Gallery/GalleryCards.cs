using VirtualClient.Web.Components.Ui.Client;

namespace VirtualClient.Web.Components.Gallery;

/// <summary>Invented people for the cards of the gallery.</summary>
internal static class GalleryCards
{
    public static readonly ClientCardView[] All =
    [
        Card(
            "Marlene Okafor",
            46,
            "Family room, Ward 6",
            "Her father is ready to leave hospital after a stroke. She says she is coping.",
            2,
            "First contact",
            "Elder care",
            "Chronic illness"
        ),
        Card(
            "Walter Brandt",
            78,
            "Home visit",
            "A neighbor is worried. Walter is polite, proud and would rather talk about his workshop.",
            2,
            "Assessment",
            "Grief and loss"
        ),
        Card(
            "Aaliyah Rahman",
            19,
            "Campus advice center",
            "Came about a late essay. Something else keeps pulling her attention to the door.",
            1,
            "First contact",
            "Mental health"
        ) with
        {
            StartHere = true,
        },
        Card(
            "Tomasz Wiśniewski",
            41,
            "Food bank drop-in",
            "Laid off in August, two months behind on rent, and tired of telling his story.",
            2,
            "Change talk",
            "Unemployment",
            "Housing"
        ),
        Card(
            "Jordan Reyes",
            17,
            "School counseling office",
            "Sent by a tutor after a row. Answers in single words until something feels fair.",
            3,
            "Crisis",
            "Family conflict"
        ) with
        {
            Note = "Practiced twice",
        },
        Card(
            "Rosa Delgado",
            63,
            "Community clinic",
            "Newly diagnosed diabetes, a daughter who translates, and questions she saves for later.",
            2,
            "Information",
            "Chronic illness"
        ),
    ];

    private static ClientCardView Card(
        string name,
        int age,
        string setting,
        string summary,
        int difficulty,
        string kind,
        params string[] issues
    ) =>
        new()
        {
            Client = new FaceView("sample-" + name, name, age, setting),
            Href = "/ui-gallery/prebrief",
            Summary = summary,
            Kind = kind,
            Issues = issues,
            Difficulty = difficulty,
        };
}
