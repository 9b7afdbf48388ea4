using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Conversations.Testing;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

public sealed class StartConversationInput
{
    [Required(ErrorMessage = "Say which client to meet.")]
    public Guid? ClientId { get; set; }

    /// <summary>The assignment that this is an attempt at; null: practice.</summary>
    public Guid? AssignmentId { get; set; }

    /// <summary>A teacher's test; never among students' work.</summary>
    public bool Test { get; set; }

    [StringLength(60)]
    public string? ModelRoute { get; set; }

    [StringLength(40_000)]
    public string? PromptOverride { get; set; }
}

/// <summary>Draws the seed of a new conversation: everything its client decides follows from it.</summary>
internal delegate ulong NewSeed();

/// <summary>Begins a conversation, or finds the active one of this person with this client: starting again resumes.</summary>
internal sealed class StartConversation(
    AppDbContext db,
    WriteGate gate,
    StartAttempt attempts,
    NewSeed newSeed,
    ModelCatalog catalog,
    TimeProvider clock
)
{
    /// <param name="sameSeed">The seed of a test that is begun again, so that the client decides the same; null: a new one.</param>
    /// <returns>The conversation and whether it is new.</returns>
    public async Task<(Conversation Conversation, bool IsNew)> HandleAsync(
        CurrentUser user,
        StartConversationInput input,
        CancellationToken cancellationToken,
        ulong? sameSeed = null
    )
    {
        if (input.Test ? !user.IsTeacher : !user.IsStudent)
        {
            throw new DomainException(
                "wrong-role",
                input.Test ? "Tests are for teachers." : "Teachers meet clients in a test: send \"test\": true.",
                403
            );
        }

        if (!input.Test && (input.ModelRoute ?? input.PromptOverride) is not null)
        {
            throw new DomainException("wrong-role", "Only a teacher's test may choose the model or change the prompt.", 403);
        }

        TestSettings.RequireKnown(catalog, input.ModelRoute);
        if (input.AssignmentId is { } assignment)
        {
            return await attempts.HandleAsync(user, assignment, input.ClientId!.Value, cancellationToken);
        }

        // What is under way goes on, also when the client was archived meanwhile.
        var active = await ActiveAsync(user, input.ClientId!.Value, input.Test, cancellationToken);
        if (active is not null)
        {
            TestSettings.RequireSame(active, input);
            return (active, false);
        }

        var client = await ReadyClientAsync(user, input.ClientId.Value, cancellationToken);
        var seed = sameSeed ?? newSeed();
        var (conversation, opening) = Conversation.Start(
            user.Id,
            client,
            input.Test,
            input.ModelRoute,
            input.PromptOverride,
            seed,
            client.Persona.OpeningLine is { Length: > 0 } line ? line : Greeting.For(client.Persona, seed),
            clock.GetUtcNow()
        );
        if (!input.Test)
        {
            conversation.Hold(null, null, await attempts.LongestOfAsync(user, cancellationToken));
        }

        db.AddRange(conversation, opening);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
            return (conversation, true);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks: the other one was first.
            return (await ActiveAsync(user, client.Id, input.Test, cancellationToken) ?? throw DomainException.NotFound(), false);
        }
    }

    /// <summary>Whether one could begin now, without beginning it.</summary>
    /// <exception cref="DomainException">No such route, no such client, or not ready to be met.</exception>
    public async Task RequireReadyAsync(CurrentUser user, StartConversationInput input, CancellationToken cancellationToken)
    {
        TestSettings.RequireKnown(catalog, input.ModelRoute);
        await ReadyClientAsync(user, input.ClientId!.Value, cancellationToken);
    }

    private async Task<ClientProfile> ReadyClientAsync(CurrentUser user, Guid clientId, CancellationToken cancellationToken)
    {
        var client =
            await db.Set<ClientProfile>()
                .AsNoTracking()
                .VisibleTo(db, user)
                .FirstOrDefaultAsync(c => c.Id == clientId && c.Status != ProfileStatus.Archived, cancellationToken)
            ?? throw DomainException.NotFound();
        // What is published was checked then.
        return client.Status == ProfileStatus.Draft && PersonaRules.Check(client.Persona) is { Count: > 0 } faults
            ? throw InvalidClient.NotReady(faults)
            : client;
    }

    private Task<Conversation?> ActiveAsync(CurrentUser user, Guid clientId, bool test, CancellationToken cancellationToken) =>
        db.Set<Conversation>()
            .AsNoTracking()
            .VisibleTo(user)
            .FirstOrDefaultAsync(
                c => c.ClientProfileId == clientId && c.IsTest == test && c.PairId == null && c.Status == ConversationStatus.Active,
                cancellationToken
            );
}
