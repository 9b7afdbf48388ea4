using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>The principles of one client of a teacher's own, open to be changed.</summary>
internal sealed record OpenBook(ClientProfile Client, List<Principle> Known)
{
    public bool IsOn(Principle principle) => Client.Persona.Principles.Contains(principle.Text, StringComparer.Ordinal);

    /// <summary>Those somebody kept or changed, and those that came with the client, in the order of the persona; what is off comes last.</summary>
    public IReadOnlyList<Principle> All
    {
        get
        {
            var on = Client.Persona.Principles;
            var known = Known.Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. on.Distinct(StringComparer.Ordinal)
                    .Select(text => Known.Find(p => p.Text == text) ?? Principle.CameWith(Client.Id, text)),
                .. Known.Where(p => !IsOn(p)).OrderBy(p => p.Id),
            ];
        }
    }
}

/// <summary>Reads and saves principles. A running test of the client goes on with what was saved: its next reply follows it.</summary>
internal sealed class PrincipleBook(AppDbContext db, WriteGate gate, UpdateClient update, TimeProvider clock)
{
    public async Task<IReadOnlyList<PrincipleView>> ListAsync(CurrentUser user, Guid clientId, CancellationToken cancellationToken)
    {
        var book = await OpenAsync(user, clientId, track: false, cancellationToken);
        return await ViewAsync(user, book, cancellationToken);
    }

    /// <summary>Those of a client that was found to be this teacher's own.</summary>
    public async Task<IReadOnlyList<PrincipleView>> ListAsync(CurrentUser user, ClientProfile own, CancellationToken cancellationToken)
    {
        var rows = await RowsOf(own.Id).AsNoTracking().ToListAsync(cancellationToken);
        return await ViewAsync(user, new OpenBook(own, rows), cancellationToken);
    }

    /// <exception cref="DomainException">Not there, or not a client of this teacher's own.</exception>
    public async Task<OpenBook> OpenAsync(CurrentUser user, Guid clientId, bool track, CancellationToken cancellationToken)
    {
        var clients = db.Set<ClientProfile>().VisibleTo(db, user).Where(c => c.Id == clientId);
        var client =
            await (track ? clients : clients.AsNoTracking()).FirstOrDefaultAsync(cancellationToken) ?? throw DomainException.NotFound();
        if (client.OwnerId != user.Id)
        {
            throw new DomainException(
                "copy-first",
                $"{client.Name} is not your own client, so nothing is kept there. Make a copy first; principles are kept on the copy."
            );
        }

        var rows = RowsOf(clientId);
        return new OpenBook(client, await (track ? rows : rows.AsNoTracking()).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<PrincipleView>> ViewAsync(CurrentUser user, OpenBook book, CancellationToken cancellationToken)
    {
        var all = book.All;
        var others = all.SelectMany(p => new[] { p.CreatedBy, p.ChangedBy }).OfType<Guid>().Where(id => id != user.Id).Distinct().ToList();
        Dictionary<Guid, string> names =
            others.Count == 0
                ? []
                : await db.Users.Where(u => others.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        names[user.Id] = user.Name;
        return [.. all.Select(p => PrincipleView.Of(p, book.IsOn(p), names))];
    }

    private IQueryable<Principle> RowsOf(Guid clientId) => db.Set<Principle>().Where(p => p.ClientProfileId == clientId).OrderBy(p => p.Id);

    /// <summary>Saves which principles are on, in this order, and gives them to the teacher's running test of this client.</summary>
    public async Task SaveAsync(CurrentUser user, OpenBook book, IReadOnlyList<string> on, CancellationToken cancellationToken)
    {
        // Each has "- " before it and a line end behind it in the prompt.
        if (on.Sum(text => text.Length + 3) > PlainPrinciples.MostCharacters)
        {
            throw new DomainException(
                "principles-full",
                $"All principles that are on may have {PlainPrinciples.MostCharacters:N0} characters together. Shorten one or switch one off."
            );
        }

        update.Take(book.Client, book.Client.Persona with { Principles = on }, VersionKind.Changed, user, clock.GetUtcNow());
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await TellRunningTestAsync(user, book.Client.Id, on, cancellationToken);
                },
                cancellationToken
            );
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            throw new DomainException("stale", $"{book.Client.Name} was changed in the meantime. Load it again.");
        }
    }

    private async Task TellRunningTestAsync(CurrentUser user, Guid clientId, IReadOnlyList<string> on, CancellationToken cancellationToken)
    {
        var running = await db.Set<Conversation>()
            .AsNoTracking()
            .VisibleTo(user)
            .Where(c => c.ClientProfileId == clientId && c.IsTest && c.Status == ConversationStatus.Active)
            .Select(c => new { c.Id, c.Persona })
            .FirstOrDefaultAsync(cancellationToken);
        if (running is not null)
        {
            var persona = running.Persona with { Principles = on };
            await db.Set<Conversation>()
                .Where(c => c.Id == running.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Persona, persona), cancellationToken);
        }
    }
}
