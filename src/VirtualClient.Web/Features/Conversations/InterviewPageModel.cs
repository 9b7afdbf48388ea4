using Microsoft.Extensions.Options;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Components.Ui.Client;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Conversations.Testing;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Puts a conversation into what the interview page shows.</summary>
internal sealed class InterviewPageModel(
    ReadConversations read,
    AskCoach coach,
    StartAttempt attempts,
    AskForContact contact,
    IOptions<InstallationOptions> installation,
    KeptText kept,
    StatusMessages messages,
    TestPanelModel panel,
    TimeProvider clock
)
{
    /// <returns>What the page shows, and what stands beside it in a teacher's test.</returns>
    public async Task<(InterviewView View, TestPanelView? Test)> LoadAsync(
        HttpContext context,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var user = CurrentUser.Of(context.User);
        var conversation = await read.FindAsync(user, id, cancellationToken);
        var rows = await read.AllRowsAsync(id, cancellationToken);
        var turns = rows.Select(m => read.View(m, user)).ToList();
        var active = turns.FirstOrDefault(m => m.Status is MessageStatus.Waiting or MessageStatus.Streaming);
        var persona = conversation.Persona;
        var settings = installation.Value;
        var last = turns[^1];
        var position = new StreamPosition(last.Sequence, active is null ? null : active.Text.Length);
        var hiddenByTeacher = conversation.SectionId is { } section && await attempts.HidesClockAsync(user, section, cancellationToken);
        var test =
            conversation.IsTest && user.IsTeacher ? await panel.OfAsync(user, TestReport.Of(conversation, rows), cancellationToken) : null;
        var view = new InterviewView
        {
            ConversationId = id.ToString(),
            Client = ClientWords.Face(conversation.ClientProfileId, persona),
            Scene = persona.Scene,
            Turns = [.. turns.Select(m => Turn(m, m.Id == last.Id && conversation.Status == ConversationStatus.Active))],
            Privacy =
                conversation.IsTest ? PrivacyKind.Test
                : conversation.AssignmentId is null ? PrivacyKind.Practice
                : PrivacyKind.Assigned,
            Clock = new ClockView(
                TimeSpan.FromMilliseconds(conversation.ConnectedMs),
                conversation.TimeLimitMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
                conversation.Turns,
                hiddenByTeacher || context.User.HasClaim(claim => claim.Type == AppClaims.HideClock),
                Running: false
            )
            {
                HiddenByTeacher = hiddenByTeacher,
            },
            ClosesAt = conversation.Status == ConversationStatus.Active ? conversation.DueAt : null,
            TimeLeft = conversation.Limit is { } limit ? limit - TimeSpan.FromMilliseconds(conversation.ConnectedMs) : null,
            UntilClosed = conversation.DueAt - clock.GetUtcNow(),
            Referral = ClientWords.Referral(persona),
            Goals = persona.LearningGoals,
            ReportingRule = settings.ReportingRule,
            Help = HelpContacts.Of(settings),
            Teachers = await contact.OfAsync(conversation, cancellationToken),
            Notes = conversation.MayTakeNotes ? new NotesView(conversation.Notes, conversation.Version) : null,
            Coach = conversation.MayAskCoach ? await CoachAsync(conversation, cancellationToken) : null,
            Draft = kept.Take(context) ?? "",
            NextMessageId = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            Notice = messages.Take(context)?.Sentence,
            AsksWhoSpoke = context.Request.Query.ContainsKey("who"),
            ActiveReplyId = active?.Id.ToString(),
            EndedBecause = conversation.EndReason is { } reason ? EndWords.Of(reason, persona.Name) : null,
            To = Addresses(conversation, position),
            MaxLength = Message.TextMax,
            SideTitle =
                conversation.IsTest ? "State, notes and referral"
                : conversation.MayTakeNotes ? "Notes and referral"
                : "Referral",
        };
        return (view, test);
    }

    private async Task<CoachView> CoachAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var notes = await coach.NotesAsync(conversation.Id, cancellationToken);
        return new CoachView([.. notes.Select(note => note.ToHint())], AskCoach.MayAsk(conversation));
    }

    private static InterviewAddresses Addresses(Conversation conversation, StreamPosition position)
    {
        var page = $"/conversations/{conversation.Id}";
        return new InterviewAddresses(
            Send: page + "/say",
            Stop: page + "/stop",
            Retry: page + "/retry",
            Notes: page + "/notes",
            Coach: page + "/coach",
            StepOut: page + "/step-out",
            Tell: page + "/tell",
            Withdraw: page + "/withdraw",
            End: page + "/end",
            Clock: page + "/clock",
            Events: $"/api/v1{page}/events?after={position}",
            PreBrief: conversation.AssignmentId is { } assignment
                ? $"/assignments/{assignment}/clients/{conversation.ClientProfileId}"
                : $"/practice/{conversation.ClientProfileId}",
            Debrief: conversation.IsTest ? $"/tests/{conversation.Id}" : page + "/debrief",
            TestSettings: conversation.IsTest ? page + "/test-settings" : null,
            Critique: conversation.IsTest ? page + "/replies" : null
        );
    }

    private static TurnView Turn(MessageView message, bool newest) =>
        new()
        {
            Id = message.Id.ToString(),
            FromClient = message.Speaker == Speaker.Client,
            IsReply = message.InReplyTo is not null,
            IsSilence = message.Speaker == Speaker.Student && message.Text == Message.Silence,
            Text = message.Text,
            State = Enum.Parse<ReplyState>(message.Status.ToString()),
            Reason = message.Failure is { } failure && message.Status == MessageStatus.Failed ? FailureWords.Of(failure.Kind) : null,
            Place = message.Place,
            StandIn = message.Voice == MessageView.BuiltInVoice,
            CanRetry = newest && message.Failure is not { Retryable: false },
        };
}
