using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Drafts one assessment that this server holds the lease of, and stores the draft or why there is none.</summary>
internal sealed partial class DraftAssessment(
    IDbContextFactory<AppDbContext> factory,
    RubricAssessor assessor,
    BudgetBook book,
    WriteGate gate,
    TimeProvider clock,
    ILogger<DraftAssessment> logger
)
{
    /// <summary>Longer than the slowest answer with its repair.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    private readonly Guid serverId = Guid.CreateVersion7();

    /// <summary>Takes the lease and drafts; false: somebody else has it, or it no longer waits.</summary>
    public async Task<bool> TryAsync(Guid assessmentId, CancellationToken cancellationToken)
    {
        if (!await TakeAsync(assessmentId, cancellationToken))
        {
            return false;
        }

        AssessmentRequest? request = null;
        AssessmentDraft? draft = null;
        string? fault = null;
        var again = true;
        try
        {
            request = await RequestAsync(assessmentId, cancellationToken);
            draft = await assessor.AssessAsync(request, cancellationToken);
        }
        catch (ModelException e)
        {
            (fault, again) = (Words(e.Kind), e.Transient || e.Kind is FailureKind.Budget or FailureKind.NotAvailable);
            LogNoDraft(assessmentId, e.Kind);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && !e.IsTransient())
        {
            // The end of a worker: whatever it was, the row must not be tried forever.
            LogFailed(e, assessmentId);
            fault = "Something went wrong on our side.";
        }

        await StoreAsync(assessmentId, request, draft, fault, again);
        return true;
    }

    private async Task<bool> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var until = now + Lease;
        var taken = await gate.CommitAsync(
            db,
            () =>
                db.Set<Assessment>()
                    .Where(a => a.Id == id && a.State == DraftState.Waiting && (a.LeaseUntil == null || a.LeaseUntil < now))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(a => a.LeaseOwner, serverId).SetProperty(a => a.LeaseUntil, until),
                        cancellationToken
                    ),
            cancellationToken
        );
        return taken == 1;
    }

    private async Task<AssessmentRequest> RequestAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Set<Conversation>()
            .AsNoTracking()
            .FirstAsync(c => db.Set<Assessment>().Any(a => a.Id == id && a.ConversationId == c.Id), cancellationToken);
        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == conversation.Id)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var owner = await ReplyOwner.OfAsync(db, conversation, cancellationToken);
        var defaults = await book.DefaultsAsync(cancellationToken);
        return new AssessmentRequest
        {
            Rubric = conversation.Rubric!,
            Lines = AttemptLines.Of(HeldConversation.Of(conversation, messages)),
            Persona = conversation.Persona,
            Route = defaults.AssessmentRoute,
            StudentNames = owner.Names,
            Pseudonym = conversation.OwnerId.ToString("N"),
            // No reply: the calls are settled and stored by themselves.
            Payer = (owner.PayerOf(conversation, Guid.Empty) with { ReplyId = null }).ToText(),
        };
    }

    private async Task StoreAsync(Guid id, AssessmentRequest? request, AssessmentDraft? draft, string? fault, bool again)
    {
        // What was paid for must not be lost because the server is asked to stop.
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            var assessment = await db.Set<Assessment>()
                .Include(a => a.Criteria)
                .FirstOrDefaultAsync(a => a.Id == id, CancellationToken.None);
            if (assessment is null || assessment.LeaseOwner != serverId)
            {
                return;
            }

            if (request is not null)
            {
                assessment.Hear(LabelCounts.In(request.Lines));
            }

            if (draft is not null)
            {
                assessment.Take(draft, request!.Rubric, clock.GetUtcNow());
            }
            else
            {
                assessment.Fail(fault ?? "No answer came.", again, clock.GetUtcNow());
            }

            try
            {
                await gate.SaveAsync(db, CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // A reviewer saved in between; what they decided stays, the draft goes beside it.
            }
        }
    }

    private static string Words(FailureKind kind) =>
        kind switch
        {
            FailureKind.Budget => "The budget has no room for it.",
            FailureKind.NotAvailable => "No model can be reached as it is set up. An admin can see why.",
            FailureKind.Busy or FailureKind.Overloaded => "The model was busy.",
            FailureKind.Timeout => "The model took too long.",
            FailureKind.Refused => "The model declined to answer.",
            _ => "No usable answer came.",
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Assessment {AssessmentId} got no draft: {Kind}")]
    private partial void LogNoDraft(Guid assessmentId, FailureKind kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Assessment {AssessmentId} failed")]
    private partial void LogFailed(Exception exception, Guid assessmentId);
}

/// <summary>The lines of an attempt, numbered as on every page, with the labels of the student's turns.</summary>
internal static class AttemptLines
{
    public static IReadOnlyList<TranscriptLine> Of(HeldConversation held)
    {
        var labels = held.Lines.ToDictionary(line => line.Sequence, line => line.Turn.Signals.Labels);
        return
        [
            .. held
                .Messages.Where(message => message.Text.Length > 0)
                .Select(message => new TranscriptLine(
                    message.Sequence,
                    message.Speaker,
                    message.Text,
                    message.Speaker == Speaker.Student ? labels.GetValueOrDefault(message.Sequence, []) : []
                )),
        ];
    }
}
