using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Bench.Simulation;

/// <summary>No one way of working is the best with more than five clients; ties count half.</summary>
internal static class RecipeRow
{
    private const decimal Most = 5m;

    public static void Add(BarTable table, IReadOnlyList<BuiltInClient> clients, bool verbose)
    {
        var counts = Recipes.All.ToDictionary(recipe => recipe.Key, _ => 0m);
        foreach (var client in clients)
        {
            var best = ClientTrials.BestRecipes(client.Persona);
            if (verbose)
            {
                Console.WriteLine($"best with {client.Key}: {string.Join(", ", best)}");
            }

            foreach (var recipe in best)
            {
                counts[recipe] += best.Count == 1 ? 1m : 0.5m;
            }
        }

        var found = string.Join(", ", counts.OrderByDescending(each => each.Value).Select(each => $"{each.Key} {each.Value:0.#}"));
        table.Row("no-one-recipe", "best for at most 5 of 12 clients", found, counts.Values.Max() <= Most);
    }
}
