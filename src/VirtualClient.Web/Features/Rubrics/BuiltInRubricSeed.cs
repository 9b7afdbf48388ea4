using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Keeps the built-in rubrics of this program in the database, by key; runs at every start.</summary>
internal sealed class BuiltInRubricSeed(IDbContextFactory<AppDbContext> factory, WriteGate gate, TimeProvider clock)
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
                var known = await db.Set<Rubric>()
                    .Where(r => r.TemplateKey != null)
                    .ToDictionaryAsync(r => r.TemplateKey!, cancellationToken);
                for (var order = 0; order < BuiltInRubrics.All.Count; order++)
                {
                    var (key, definition) = BuiltInRubrics.All[order];
                    if (!known.TryGetValue(key, out var rubric))
                    {
                        db.Add(Rubric.BuiltIn(key, order, definition, clock.GetUtcNow()));
                    }
                    else if (Text(rubric.Definition) != Text(definition) || rubric.SortOrder != order)
                    {
                        rubric.Refresh(order, definition, clock.GetUtcNow());
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    private static string Text(RubricDefinition definition) => JsonSerializer.Serialize(definition, SimulationJson.Options);
}
