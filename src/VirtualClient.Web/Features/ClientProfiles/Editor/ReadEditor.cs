using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>What the editor opens with: the draft if there is one, else the saved version.</summary>
internal sealed class ReadEditor(AppDbContext db)
{
    /// <returns>Null when the client is not this teacher's to change.</returns>
    public async Task<EditorView?> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<ClientProfile>()
            .AsNoTracking()
            .OwnedBy(user)
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Profile = c,
                Draft = db.Set<ClientDraft>().FirstOrDefault(d => d.ClientProfileId == c.Id),
                TextVersion = db.Set<ClientVersion>().Where(v => v.ClientProfileId == c.Id).Max(v => (int?)v.Number) ?? 0,
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var saved = EditorText.Of(row.Profile.Persona);
        var fields = row.Draft is null ? saved : EditorFields.Parse(row.Draft.Fields);
        var overtaken = row.Draft is { } draft && draft.BasedOn < row.TextVersion;
        return Of(
            TeacherClient.Of(row.Profile, user),
            row.Profile,
            fields,
            row.Draft?.Revision ?? 0,
            row.Draft?.SavedAt,
            overtaken ? EditorView.Between(fields, saved) : []
        );
    }

    /// <summary>What was posted and overtaken, beside what is stored.</summary>
    public async Task<EditorView?> OvertakenAsync(
        CurrentUser user,
        Guid id,
        EditorFields posted,
        DomainException stale,
        CancellationToken cancellationToken
    )
    {
        var profile = await db.Set<ClientProfile>().AsNoTracking().OwnedBy(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (profile is null)
        {
            return null;
        }

        // Overtaken by another draft, which comes with the refusal; or by a saved version, which is what is stored now.
        var newer = stale.Details.TryGetValue("fields", out var fields)
            ? EditorFields.Of((IReadOnlyDictionary<string, string[]>)fields!)
            : EditorText.Of(profile.Persona);
        var revision = stale.Details.TryGetValue("revision", out var known)
            ? (int)known!
            : await db.Set<ClientDraft>()
                .Where(d => d.ClientProfileId == id)
                .Select(d => d.Revision)
                .FirstOrDefaultAsync(cancellationToken);
        return Of(TeacherClient.Of(profile, user), profile, posted, revision, null, EditorView.Between(posted, newer));
    }

    private static EditorView Of(
        TeacherClient client,
        ClientProfile profile,
        EditorFields fields,
        int revision,
        DateTimeOffset? savedAt,
        IReadOnlyList<FieldDifference> differences
    )
    {
        var read = EditorReader.Read(fields, profile.Persona);
        return new EditorView
        {
            Client = client,
            Fields = fields,
            Notes = FieldNotes.Of(read),
            Version = profile.Version,
            Revision = revision,
            DraftSavedAt = savedAt,
            Persona = read.Persona ?? profile.Persona,
            Differences = differences,
        };
    }
}
