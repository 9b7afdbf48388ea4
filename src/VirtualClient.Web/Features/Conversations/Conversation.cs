using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// One meeting of a person with a simulated client: practice, or a teacher's test. It keeps an exact copy of the persona it is held
/// with. The rules of what may be said when are here.
/// </summary>
public sealed partial class Conversation
{
    public const int MaxTurns = 200;
    public const int NotesMax = 20_000;
    public static readonly TimeSpan LongestConnected = TimeSpan.FromMinutes(120);
    public static readonly TimeSpan PausedAfter = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan ResumableFor = TimeSpan.FromDays(14);

    private Conversation() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid OwnerId { get; private set; }

    public Guid ClientProfileId { get; private set; }

    public bool IsTest { get; private set; }

    /// <summary>Neither a test nor an attempt: private, and its holder's to do with as they like.</summary>
    public bool IsPractice => !IsTest && AssignmentId is null;

    public ConversationStatus Status { get; private set; }

    public EndReason? EndReason { get; private set; }

    public Persona Persona { get; private set; } = null!;

    public string ClientName { get; private set; } = "";

    /// <summary>Seed of everything the client decides in this conversation; bits of a ulong.</summary>
    public long Seed { get; private set; }

    /// <summary>Student turns so far.</summary>
    public int Turns { get; private set; }

    /// <summary>Sequence of the newest message; gapless from 1. The concurrency token of everything that adds messages.</summary>
    public int LastSequence { get; private set; }

    /// <summary>Time that a page of this conversation was connected, in milliseconds; the clock runs only then.</summary>
    public long ConnectedMs { get; private set; }

    public string Notes { get; private set; } = "";

    /// <summary>Counts changes of the notes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The model route a teacher chose for a test; null: the configured order.</summary>
    public string? Route { get; private set; }

    /// <summary>The stable part of the prompt as a teacher edited it for a test; null: as built.</summary>
    public string? PromptOverride { get; private set; }

    /// <summary>The conversation this is another try of, and the turn from which it goes its own way; null: begun at the beginning.</summary>
    public Guid? BranchOf { get; private set; }

    public int? BranchTurn { get; private set; }

    /// <summary>The section whose teachers and assistants read this practice too, because its holder says so; null: nobody.</summary>
    public Guid? SharedWith { get; private set; }

    /// <summary>The section an attempt belongs to; null in practice and tests.</summary>
    public Guid? SectionId { get; private set; }

    public Guid? AssignmentId { get; private set; }

    /// <summary>The client and rubric of the assignment that this is an attempt at.</summary>
    public Guid? PairId { get; private set; }

    /// <summary>From 1, for each student and pair, those given back counted too.</summary>
    public int? AttemptNumber { get; private set; }

    /// <summary>When a teacher gave the attempt back: it does not count as used.</summary>
    public DateTimeOffset? GivenBackAt { get; private set; }

    /// <summary>What the assignment allowed when the attempt began; null in practice and tests.</summary>
    public AttemptRules? Rules { get; private set; }

    public bool MayTakeNotes => Rules?.NotesAllowed != false;

    public bool MayAskCoach => IsPractice || Rules?.CoachAllowed == true;

    /// <summary>A copy of the rubric it was held under.</summary>
    public RubricDefinition? Rubric { get; private set; }

    /// <summary>When it ends although nobody ended it; null: never by date. Kept up when an extension or another due date is given.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Connected time that an assignment allows, in milliseconds; null: none set.</summary>
    public long? TimeLimitMs { get; private set; }

    /// <summary>Connected time after which any conversation ends, in milliseconds; null for somebody without time limits.</summary>
    public long? LongestMs { get; private set; } = (long)LongestConnected.TotalMilliseconds;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastActivityAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When its words were removed because of its age; figures and what it led to stay.</summary>
    public DateTimeOffset? ScrubbedAt { get; private set; }

    /// <summary>Begins a conversation and says the client's first line, in the same transaction.</summary>
    public static (Conversation Conversation, Message Opening) Start(
        Guid ownerId,
        ClientProfile client,
        bool isTest,
        string? route,
        string? promptOverride,
        ulong seed,
        string openingLine,
        DateTimeOffset now
    )
    {
        var conversation = new Conversation
        {
            OwnerId = ownerId,
            ClientProfileId = client.Id,
            IsTest = isTest,
            Persona = client.Persona,
            ClientName = client.Persona.Name,
            Seed = unchecked((long)seed),
            Route = route,
            PromptOverride = promptOverride,
            StartedAt = now,
            LastActivityAt = now,
            LastSequence = 1,
        };
        return (conversation, Message.Opening(conversation.Id, openingLine, now));
    }

    /// <summary>
    /// Another try from a turn on: the same client, seed and words up to there, so that the client's state is what it was. The original is
    /// not touched.
    /// </summary>
    /// <param name="before">Everything that was said before that turn, in order.</param>
    /// <param name="longestMs">As in <see cref="LongestMs"/>, for its holder today.</param>
    public (Conversation Branch, IReadOnlyList<Message> Messages) TryAgain(
        IReadOnlyList<Message> before,
        long? longestMs,
        DateTimeOffset now
    )
    {
        var branch = new Conversation
        {
            OwnerId = OwnerId,
            ClientProfileId = ClientProfileId,
            Persona = Persona,
            ClientName = ClientName,
            Seed = Seed,
            StartedAt = now,
            LastActivityAt = now,
            LastSequence = before[^1].Sequence,
            Turns = before.Count(message => message.Speaker == Speaker.Student),
            BranchOf = Id,
            LongestMs = longestMs,
        };
        branch.BranchTurn = branch.Turns + 1;
        return (branch, Message.CopiesInto(branch, before));
    }

    /// <summary>Makes this an attempt; before it is stored.</summary>
    public void Count(AttemptTerms terms, int number)
    {
        (SectionId, AssignmentId, PairId, AttemptNumber) = (terms.SectionId, terms.AssignmentId, terms.PairId, number);
        (Route, Rubric, Rules) = (terms.ModelRoute, terms.Rubric, terms.Rules);
        Hold(terms.DueAt, terms.TimeLimitMs, terms.LongestMs);
    }

    /// <summary>Lets a section's teachers and assistants read it, or takes that back.</summary>
    public void Share(Guid? sectionId) => SharedWith = sectionId;

    /// <summary>The time it has, from now on.</summary>
    public void Hold(DateTimeOffset? dueAt, long? timeLimitMs, long? longestMs) =>
        (DueAt, TimeLimitMs, LongestMs) = (dueAt, timeLimitMs, longestMs);

    /// <summary>A teacher gives the attempt back: it no longer counts as used. Giving it back twice changes nothing.</summary>
    public void GiveBack(DateTimeOffset now) => GivenBackAt ??= AssignmentId is null ? null : now;

    /// <summary>Why it has no time left, or null while it has.</summary>
    public EndReason? TimeIsUp(DateTimeOffset now, long unsavedMs = 0) =>
        DueAt <= now ? Conversations.EndReason.Due
        : ConnectedMs + unsavedMs >= TimeLimitMs ? Conversations.EndReason.TimeLimit
        : ConnectedMs + unsavedMs >= LongestMs ? Conversations.EndReason.Longest
        : null;

    /// <summary>Stepping out costs nothing, and what was given back does not count.</summary>
    public bool UsesAttempt => Uses(Status, EndReason, GivenBackAt);

    public static bool Uses(ConversationStatus status, EndReason? reason, DateTimeOffset? givenBackAt) =>
        givenBackAt is null && (status == ConversationStatus.Active || reason != Conversations.EndReason.SteppedOut);

    public static DomainException OutOfTime() =>
        new("time-is-up", "The time for this conversation is over. It closes by itself, and your debrief is there in a moment.");

    public static DomainException HasEnded() => new("conversation-ended", "This conversation has ended. Your text is still in its box.");

    /// <summary>Takes a student's turn and makes room for the reply.</summary>
    /// <param name="senderNumber">As in <see cref="Message.SenderNumber"/>; null: told in advance, outside the limits.</param>
    /// <exception cref="DomainException">The conversation is over, or has no turns left.</exception>
    public (Message Said, Message Reply) Say(Guid clientMessageId, string text, int? senderNumber, DateTimeOffset now)
    {
        RequireActive();
        if (TimeIsUp(now) is not null)
        {
            throw OutOfTime();
        }

        if (Turns >= MaxTurns)
        {
            throw new DomainException("turns-used", $"All {MaxTurns} turns are used. Retry the last reply, or end it.");
        }

        Turns++;
        LastActivityAt = now;
        LastSequence++;
        var said = Message.FromStudent(this, clientMessageId, text, senderNumber, now);
        return (said, Message.ReplyTo(said, ++LastSequence, now));
    }

    /// <summary>Makes room for another reply to the same message.</summary>
    public Message Retry(Message said, DateTimeOffset now)
    {
        RequireActive();
        LastActivityAt = now;
        return Message.ReplyTo(said, ++LastSequence, now);
    }

    /// <summary>Ends it; a second end changes nothing.</summary>
    public void End(EndReason reason, DateTimeOffset now)
    {
        if (Status != ConversationStatus.Active)
        {
            return;
        }

        Status = reason is Conversations.EndReason.SteppedOut or Conversations.EndReason.Idle or Conversations.EndReason.Longest
            ? ConversationStatus.Abandoned
            : ConversationStatus.Completed;
        EndReason = reason;
        EndedAt = now;
        LastActivityAt = now;
    }

    /// <summary>Chooses the model and the prompt of a test that has not begun; null: as they are without a choice.</summary>
    /// <exception cref="DomainException">Something was said already, or it is over.</exception>
    public void ChooseSettings(string? route, string? promptOverride)
    {
        if (AreSettingsLocked)
        {
            throw new DomainException(
                "settings-locked",
                "Model and prompt are locked while a test runs, so that it stays one test. Restart it with other settings."
            );
        }

        Route = route;
        PromptOverride = promptOverride;
    }

    public bool AreSettingsLocked => Turns > 0 || Status != ConversationStatus.Active;

    /// <summary>Puts notes into a conversation told in advance; live ones are saved by <see cref="SaveNotes"/>.</summary>
    public void TakeNotes(string notes) => Notes = notes;

    /// <summary>The client's state before the first turn.</summary>
    public ClientState FirstState() => StateEngine.Start(Persona, unchecked((ulong)Seed));

    public bool IsPaused(DateTimeOffset now) => Status == ConversationStatus.Active && now - LastActivityAt > PausedAfter;

    /// <summary>The shorter of both limits of connected time; null for somebody without any.</summary>
    public TimeSpan? Limit => (TimeLimitMs ?? LongestMs) is { } ms ? TimeSpan.FromMilliseconds(Math.Min(ms, LongestMs ?? ms)) : null;

    public int? MinutesLeft =>
        Limit is { } limit ? Math.Max(0, (int)Math.Ceiling((limit - TimeSpan.FromMilliseconds(ConnectedMs)).TotalMinutes)) : null;

    private void RequireActive()
    {
        if (Status != ConversationStatus.Active)
        {
            throw HasEnded();
        }
    }
}
