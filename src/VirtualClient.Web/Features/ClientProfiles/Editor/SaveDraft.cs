using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

public sealed class SaveDraftInput
{
    [Required(ErrorMessage = "Send the version that was in the editor.")]
    public int? Version { get; set; }

    [Required(ErrorMessage = "Send the revision of the draft that this is based on; 0 when there was none.")]
    public int? Revision { get; set; }

    /// <summary>Names of fields to the values typed, a list for each.</summary>
    [Required(ErrorMessage = "Send the fields.")]
    public Dictionary<string, string[]>? Fields { get; set; }
}

/// <summary>What the editor is told after it has saved.</summary>
/// <param name="Gates">What each disclosure takes, in a sentence, in the order of the cards; empty while the fields cannot be read.</param>
public sealed record SavedDraft(
    int Version,
    int Revision,
    DateTimeOffset SavedAt,
    FieldNotes Notes,
    PromptView First,
    PromptView Late,
    IReadOnlyList<string> Gates
);

/// <summary>Keeps what is typed, right or wrong; whoever was overtaken by another tab is told and decides.</summary>
internal sealed class SaveDraft(AppDbContext db, WriteGate gate, UpdateClient update, ReadPrompt prompt, TimeProvider clock)
{
    public const decimal LateTrust = 3.5m;

    public async Task<SavedDraft> HandleAsync(CurrentUser user, Guid id, SaveDraftInput input, CancellationToken cancellationToken)
    {
        var fields = EditorFields.Of(input.Fields!);
        var (profile, draft) = await KeepAsync(user, id, fields, input.Version!.Value, input.Revision!.Value, cancellationToken);
        var read = EditorReader.Read(fields, profile.Persona);
        var persona = read.Persona ?? profile.Persona;
        var route = await prompt.StudentRouteAsync(cancellationToken);
        return new SavedDraft(
            profile.Version,
            draft.Revision,
            draft.SavedAt,
            FieldNotes.Of(read),
            prompt.Of(persona, ReadPrompt.FirstMeeting, route),
            prompt.Of(persona, LateTrust, route),
            read.Persona is null ? [] : [.. persona.Disclosures.Select(d => AuthorWords.Gate(d, persona.Disclosures))]
        );
    }

    /// <summary>Stores the fields as the client's draft.</summary>
    /// <exception cref="DomainException">409 stale: with the newer fields, <c>version</c> and <c>revision</c>.</exception>
    public async Task<(ClientProfile Profile, ClientDraft Draft)> KeepAsync(
        CurrentUser user,
        Guid id,
        EditorFields fields,
        int version,
        int revision,
        CancellationToken cancellationToken
    )
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        if (profile.Status == ProfileStatus.Archived)
        {
            throw new DomainException("client-archived", $"{profile.Name} is archived. Restore this client first.");
        }

        // Cards get their ids before they are stored, so that others can name them.
        new DisclosureCards(fields).GiveIds();
        var json = fields.ToJson();
        if (json.Length > ClientDraft.FieldsMax)
        {
            throw new DomainException("too-large", "This is more than a client can hold. Shorten the longest texts.", 413);
        }

        var draft = await db.Set<ClientDraft>().FirstOrDefaultAsync(d => d.ClientProfileId == id, cancellationToken);
        var now = clock.GetUtcNow();
        if ((draft?.Revision ?? 0) != revision || version < await TextVersionAsync(id, cancellationToken))
        {
            var newer = draft is null ? EditorText.Of(profile.Persona) : EditorFields.Parse(draft.Fields);
            if (!newer.SameAs(fields))
            {
                throw Stale(profile, draft, newer);
            }
        }

        if (draft is null)
        {
            draft = new ClientDraft
            {
                ClientProfileId = id,
                Fields = json,
                BasedOn = profile.Version,
                Revision = 1,
                SavedAt = now,
            };
            db.Add(draft);
        }
        else
        {
            draft.Fields = json;
            draft.BasedOn = profile.Version;
            draft.Revision++;
            draft.SavedAt = now;
        }

        try
        {
            await gate.SaveAsync(db, cancellationToken);
            return (profile, draft);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Another tab, or the last save of a page that was closed, was first: look again, and give way only if it says something else.
            db.ChangeTracker.Clear();
            return await KeepAsync(user, id, fields, version, revision, cancellationToken);
        }
    }

    /// <summary>The newest version that changed the text; sharing and publishing change none.</summary>
    public async Task<int> TextVersionAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<ClientVersion>().Where(v => v.ClientProfileId == id).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;

    private static DomainException Stale(ClientProfile profile, ClientDraft? draft, EditorFields newer) =>
        new("stale", "This client was changed in another tab or by a script. Compare before you save again.")
        {
            Details = new Dictionary<string, object?>
            {
                ["version"] = profile.Version,
                ["revision"] = draft?.Revision ?? 0,
                ["fields"] = newer.Values,
            },
        };
}
