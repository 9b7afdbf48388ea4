using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Changes what is named of a teacher's own client. Each change of its text is a version; a published client stays fit to be met.</summary>
internal sealed class UpdateClient(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task<TeacherClient> HandleAsync(CurrentUser user, Guid id, ClientBody body, CancellationToken cancellationToken)
    {
        if (body.Version is null || body.Errors.Count > 0)
        {
            throw InvalidClient.Of(
                body.Errors.Count > 0
                    ? body.Errors
                    : new Dictionary<string, string[]> { ["version"] = ["Send the version that this change is based on."] }
            );
        }

        if (body.IsEmpty)
        {
            throw new DomainException("empty-update", "Name at least one thing to change.", 400);
        }

        var profile = await OwnAsync(user, id, cancellationToken);
        if (profile.Version != body.Version)
        {
            throw InvalidClient.Stale(profile, user);
        }

        var now = clock.GetUtcNow();
        if (body.Fields.Count > 0)
        {
            var read = PersonaReader.Change(profile.Persona, body.Fields);
            if (read.Persona is null || read.Errors.Count > 0)
            {
                throw InvalidClient.Of(read.Errors);
            }

            Take(profile, read.Persona, VersionKind.Changed, user, now);
        }

        if (body.Shared is { } shared)
        {
            profile.Share(shared, now);
        }

        await SaveAsync(user, id, cancellationToken);
        return TeacherClient.Of(profile, user);
    }

    /// <summary>Puts a new text into the client and keeps it as a version; the same text again is no version. Call <see cref="SaveAsync"/> after.</summary>
    /// <exception cref="DomainException">422: the client is published and this text is not fit for students.</exception>
    public void Take(ClientProfile profile, Persona persona, VersionKind kind, CurrentUser user, DateTimeOffset now)
    {
        var before = profile.Persona;
        if (PersonaChanges.Same(before, persona))
        {
            return;
        }

        if (profile.Status == ProfileStatus.Published && PersonaRules.Check(persona) is { Count: > 0 } faults)
        {
            throw InvalidClient.NotReady(faults);
        }

        profile.Change(persona, now);
        db.Add(ClientVersion.Of(profile, kind, before, user.Id, now));
    }

    /// <summary>Commits; whoever was second gets what the first one stored.</summary>
    public async Task SaveAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            throw InvalidClient.Stale(await OwnAsync(user, id, cancellationToken), user);
        }
    }

    /// <exception cref="DomainException">404: not there, or not this teacher's.</exception>
    public async Task<ClientProfile> OwnAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await db.Set<ClientProfile>().OwnedBy(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
        ?? throw DomainException.NotFound();
}
