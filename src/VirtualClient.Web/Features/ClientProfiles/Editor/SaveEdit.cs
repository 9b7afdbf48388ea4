using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>Makes a version of what is in the editor. What cannot be one stays as the draft, every word of it.</summary>
internal sealed class SaveEdit(AppDbContext db, UpdateClient update, SaveDraft drafts, TimeProvider clock)
{
    /// <returns>What keeps it from being a version, by field; empty when it was saved.</returns>
    public async Task<IReadOnlyDictionary<string, string[]>> HandleAsync(
        CurrentUser user,
        Guid id,
        EditorFields fields,
        int version,
        int revision,
        CancellationToken cancellationToken
    )
    {
        var (profile, draft) = await drafts.KeepAsync(user, id, fields, version, revision, cancellationToken);
        var read = EditorReader.Read(fields, profile.Persona);
        if (read.Persona is not { } persona || read.Errors.Count > 0)
        {
            return read.Errors;
        }

        if (profile.Status == ProfileStatus.Published && FieldNotes.Of(read).Open is { Count: > 0 } open)
        {
            return open;
        }

        update.Take(profile, persona with { StartHere = profile.Persona.StartHere }, VersionKind.Changed, user, clock.GetUtcNow());
        db.Remove(draft);
        await update.SaveAsync(user, id, cancellationToken);
        return new Dictionary<string, string[]>();
    }

    /// <summary>Throws the draft away; the saved version is what there is.</summary>
    public async Task DiscardAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        await db.Set<ClientDraft>().Where(d => d.ClientProfileId == profile.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
