using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Keeps the built-in clients of this program in the database, by key; runs at every start.</summary>
internal sealed class BuiltInSeed(IDbContextFactory<AppDbContext> factory, WriteGate gate, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BringUpToDateAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Another server started in the same moment and did the same.
        }
    }

    private async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await gate.CommitAsync(
            db,
            async () =>
            {
                var known = await db.Set<ClientProfile>()
                    .Where(c => c.TemplateKey != null)
                    .ToDictionaryAsync(c => c.TemplateKey!, cancellationToken);
                for (var order = 0; order < BuiltInClients.All.Count; order++)
                {
                    var client = BuiltInClients.All[order];
                    if (!known.TryGetValue(client.Key, out var profile))
                    {
                        db.Add(ClientProfile.BuiltIn(client.Key, order, client.Persona, clock.GetUtcNow()));
                    }
                    else if (Text(profile.Persona) != Text(client.Persona) || profile.SortOrder != order)
                    {
                        profile.Refresh(order, client.Persona, clock.GetUtcNow());
                    }
                }

                foreach (var profile in await db.Set<ClientProfile>().Where(c => c.SearchText == "").ToListAsync(cancellationToken))
                {
                    profile.Index();
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    private static string Text(Persona persona) => JsonSerializer.Serialize(persona, SimulationJson.Options);
}
