using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Bench.Agreements;

/// <summary>
/// How far drafts agree with our own levels, by criterion: from indicators alone, and by a model where the environment configures one as the
/// product would. No bar: eight meetings are too few for one.
/// </summary>
internal static class AgreementBench
{
    private const string Rubric = "engagement-and-first-contact";

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = args is [var given, ..] ? given : ReferenceTalk.DefaultFolder();
        var talks = ReferenceTalk.ReadFolder(folder);
        if (talks.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No reference transcripts in {folder}.");
            return 2;
        }

        var rubric = BuiltInRubrics.All.Single(r => r.Key == Rubric).Rubric;
        Print("indicators only", rubric, talks, await DraftAsync(new RubricAssessor(null), rubric, talks));
        await using var services = new ServiceCollection()
            .AddModels(new ConfigurationBuilder().AddEnvironmentVariables().Build())
            .BuildServiceProvider();
        var routes = services.GetRequiredService<IModelRoutes>();
        if (!routes.Any)
        {
            Console.WriteLine("By a model: not measured, none is configured.");
            return 0;
        }

        var model = services.GetRequiredService<ModelCatalog>().Default?.Model ?? "a model";
        Print(model, rubric, talks, await DraftAsync(new RubricAssessor(routes), rubric, talks));
        return 0;
    }

    private static async Task<List<AssessmentDraft>> DraftAsync(RubricAssessor assessor, RubricDefinition rubric, List<ReferenceTalk> talks)
    {
        var drafts = new List<AssessmentDraft>();
        foreach (var talk in talks)
        {
            var request = new AssessmentRequest
            {
                Rubric = rubric,
                Lines = talk.Lines,
                Persona = NeutralPersona.Value,
            };
            drafts.Add(await assessor.AssessAsync(request, CancellationToken.None));
        }

        return drafts;
    }

    private static void Print(string by, RubricDefinition rubric, List<ReferenceTalk> talks, List<AssessmentDraft> drafts)
    {
        Console.WriteLine($"Drafts by {by}, {talks.Count} meetings:");
        Console.WriteLine($"{"criterion", -36} {"levels", 7} {"same", 7} {"kappa", 7}  not drafted");
        var all = new List<(int, int, int)>();
        foreach (var criterion in rubric.Criteria)
        {
            var pairs = talks
                .Zip(drafts, (talk, draft) => (talk.Levels[criterion.Key], draft.Criteria.Single(c => c.Key == criterion.Key).LevelKey))
                .Where(pair => pair.LevelKey is not null)
                .Select(pair => (Place(criterion, pair.LevelKey!), Place(criterion, pair.Item1), criterion.Levels.Count))
                .ToList();
            all.AddRange(pairs);
            Row(criterion.Name, pairs, talks.Count - pairs.Count);
        }

        Row("all of them", all, talks.Count * rubric.Criteria.Count - all.Count);
        Console.WriteLine();
    }

    private static void Row(string name, List<(int, int, int)> pairs, int without)
    {
        var agreement = Agreement.Of(pairs);
        var same = agreement.Percent is { } percent ? $"{percent * 100:0} %" : "-";
        var kappa = agreement.Kappa is { } known ? $"{known:0.00}" : "-";
        Console.WriteLine($"{name, -36} {agreement.Pairs, 7} {same, 7} {kappa, 7}  {without}");
    }

    private static int Place(RubricCriterion criterion, string level) =>
        criterion.Levels.Count - 1 - criterion.Levels.ToList().FindIndex(l => l.Key == level);
}
