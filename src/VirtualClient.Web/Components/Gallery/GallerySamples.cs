using VirtualClient.Web.Components.Ui.Client;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Components.Ui.Record;

namespace VirtualClient.Web.Components.Gallery;

/// <summary>Invented content for looking at components; nothing of the product reads it.</summary>
internal static class GallerySamples
{
    public static readonly FaceView Marlene = new("sample-marlene", "Marlene Okafor", 46, "Family room, Ward 6");

    public static readonly ReferralView Referral = new(
        "Ward Sister A. Quinn, St Brendan’s Hospital",
        "Her father is medically ready to leave five weeks after a stroke and wants to go home. Marlene says she will manage; the ward is not sure.",
        "Mr Okafor can transfer with one person and needs help with washing, meals and tablets. Marlene visits daily, keeps her coat on, and leaves quickly when home care is mentioned. There is a brother abroad.",
        "Meet Marlene, hear how she sees things, and find out what would make going home safe for both of them."
    );

    public static readonly string[] Goals =
    [
        "Hear how caring is affecting Marlene herself, before talking about services.",
        "Use more reflections than questions, especially when she changes the subject.",
        "Notice what she does as well as what she says.",
    ];

    public static readonly LevelView[] Levels =
    [
        new("needs_improvement", "1", "Needs improvement"),
        new("satisfactory", "2", "Satisfactory"),
        new("good", "3", "Good"),
        new("excellent", "4", "Excellent"),
    ];

    public static readonly HelpContact[] Help =
    [
        new("988 Suicide and Crisis Lifeline", "call or text 988", "tel:988"),
        new("Student wellbeing", "room 210, weekdays until 20:00", null),
    ];

    public const string ReportingRule =
        "If you come to suspect that a child or a dependent adult is being harmed, say what you have to do and why, and consult your field instructor the same day.";

    public static TurnView Reply(ReplyState state) =>
        new()
        {
            Id = $"reply-{state}",
            FromClient = true,
            State = state,
            CanRetry = true,
            Text = state switch
            {
                ReplyState.Waiting or ReplyState.Failed => "",
                ReplyState.Complete =>
                    "*looks out at the car park* It is. And then I feel guilty for wanting it, because he’s in there waiting for me to put the radio on.",
                ReplyState.Streaming =>
                    "*looks out at the car park* It is. And then I feel guilty for wanting it, because he’s in there and he’s",
                _ => "*looks out at the car park* It is. And then I feel guilty for wanting",
            },
            Reason = state == ReplyState.Failed ? "The service is busy. Your message is saved and the clock is stopped." : null,
            Reference = state == ReplyState.Failed ? "7F2C-19" : null,
        };

    public static InterviewView Interview(ReplyState state, bool hidden, bool ended) =>
        new()
        {
            ConversationId = "sample",
            Client = Marlene,
            Scene = "Late morning. Marlene sits by the window with her coat on and her car keys in her hand.",
            Privacy = PrivacyKind.Assigned,
            Clock = new ClockView(TimeSpan.FromSeconds(526), TimeSpan.FromMinutes(30), 7, hidden, Running: true),
            Referral = Referral,
            Goals = Goals,
            ReportingRule = ReportingRule,
            Help = Help,
            Teachers = new TeachersView("Interviewing 101", null),
            Notes = new NotesView("Brother: money, not presence. Come back to this.\nSits in car, can’t go in. Guilt?", 1),
            Coach = new CoachView(
                [
                    new HintView(
                        6,
                        "She moved from facts to a feeling. Before your next question, try naming what you heard and leaving a pause.",
                        true
                    ),
                ],
                true
            ),
            NextMessageId = "next",
            ActiveReplyId = state is ReplyState.Waiting or ReplyState.Streaming ? "reply" : null,
            EndedBecause = ended ? "This conversation has ended." : null,
            To = new InterviewAddresses("#", "#", "#", "#", "#", "#", "#", "#", "#", "#", "#", "/ui-gallery/prebrief", "/"),
            Turns =
            [
                Mine(
                    "Hello Marlene, I’m Priya, a student on the hospital social work team. Thank you for making the time. Is now still all right?"
                ),
                Hers(
                    "*checks her phone, then turns it face down* It’s fine. I’ve got until twelve. They said someone would come about Dad going home."
                ),
                Mine("That’s me. Before we get to plans, how have these last weeks been for you?"),
                Hers(
                    "For me? *a short laugh* Nobody’s really asked that. Long. Dad’s in here, I’m on the motorway, the girls are at my sister’s half the week."
                ),
                Mine("So you’ve been holding the ward, the driving and the girls, all at once."),
                Hers("*breathes out* Yes. That’s it exactly. And everyone says I look like I’m coping, so."),
                new TurnView
                {
                    Id = "w",
                    FromClient = false,
                    IsSilence = true,
                },
                Hers(
                    "*looks down at her hands* I’m tired. I love my dad. I also… sometimes I sit in the car outside the house and I can’t make myself go in."
                ),
                Mine("Thank you for trusting me with that. It sounds as if the car is the only place that is yours."),
                Reply(state),
            ],
        };

    public static readonly TranscriptLineView[] Lines =
    [
        new()
        {
            Number = 9,
            FromClient = false,
            Speaker = "Priya",
            Text = "How have these last weeks been for you?",
            Codes = [new("Open question", "open")],
            BranchHref = "#",
        },
        new()
        {
            Number = 10,
            FromClient = true,
            Speaker = "Marlene",
            Text = "For me? *a short laugh* Nobody’s really asked that. Long.",
            Codes = [new("Told you: three households", "disclose")],
        },
        new()
        {
            Number = 11,
            FromClient = false,
            Speaker = "Priya",
            Text = "So you’ve been holding the ward, the driving and the girls, all at once.",
            BranchHref = "#",
            Codes = [new("Complex reflection", "reflect")],
            Comments = [new("You gathered three facts into one felt burden. She opens up after this.", "Dr Marsh")],
        },
        new()
        {
            Number = 12,
            FromClient = true,
            Speaker = "Marlene",
            Text = "I’m tired. I love my dad. Sometimes I sit in the car outside the house and I can’t make myself go in.",
            Mark = "I sit in the car outside the house",
        },
        new()
        {
            Number = 13,
            FromClient = false,
            Speaker = "Priya",
            Text = "Are you getting any help at home? There is a carers’ group on Thursdays.",
            BranchHref = "#",
            Codes = [new("Closed question", "closed"), new("Advice, not invited", "advise")],
            Comments = [new("A service offered just as she reached the feeling.", "Drafted, not yet reviewed", Drafted: true)],
        },
        new()
        {
            Number = 14,
            FromClient = true,
            Speaker = "Marlene",
            Text = "*straightens up* I’m sure it’s lovely. I wouldn’t have the",
            Unfinished = "stopped here",
        },
    ];

    public static PreBriefView PreBrief(PrivacyKind privacy) =>
        new()
        {
            Client = Marlene,
            Kind = "First contact",
            Referral = Referral,
            Scene = "Late morning. Two armchairs, a kettle, a window onto the car park. Marlene has until noon.",
            Goals = Goals,
            Privacy = privacy,
            TimeLimit = TimeSpan.FromMinutes(30),
            Attempt = privacy == PrivacyKind.Assigned ? "1 of 2" : null,
            ClosesAt = privacy == PrivacyKind.Assigned ? new DateTimeOffset(2026, 11, 27, 23, 0, 0, TimeSpan.Zero) : null,
            NotesAllowed = true,
            ContentNote = "This story touches on exhaustion, drinking to sleep, and an older adult left alone.",
            ReportingRule = ReportingRule,
            Help = Help,
            OtherClients = "/ui-gallery/library",
            Start = "#",
            Rubric =
            [
                Criterion(
                    "Engagement",
                    "Little warmth",
                    "Polite, mostly task-led",
                    "Warm, clear purpose",
                    "Builds safety, repairs missteps"
                ),
                Criterion(
                    "Reflective listening",
                    "Repeats words",
                    "Simple reflections",
                    "Regular, some deepen meaning",
                    "Reflects feeling and meaning"
                ),
            ],
        };

    private static CriterionView Criterion(string name, params string[] levels) => new(name, [.. Levels.Zip(levels)]);

    private static TurnView Mine(string text) =>
        new()
        {
            Id = "m",
            FromClient = false,
            Text = text,
        };

    private static TurnView Hers(string text) =>
        new()
        {
            Id = "h",
            FromClient = true,
            Text = text,
        };

    private static DateTimeOffset At(int minute) => new(2026, 11, 23, 16, minute, 0, TimeSpan.Zero);
}
