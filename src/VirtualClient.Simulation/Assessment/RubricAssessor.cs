using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// Proposes an assessment of a conversation: quotes first, then a level in words with its reason, and the number by the rubric. With no model it proposes
/// what counts can carry and nothing else. A criterion that the rubric leaves to a person is asked of nobody. Thread-safe.
/// </summary>
/// <param name="routes">Null, or without a route: from indicators only.</param>
public sealed class RubricAssessor(IModelRoutes? routes)
{
    /// <summary>Tokens that one criterion and the whole around them may take in an answer.</summary>
    private const int TokensForOne = 350;
    private const int TokensAround = 700;

    /// <summary>Drafts an assessment. An answer that cannot be read is asked for once more; what is still missing then is not scored.</summary>
    /// <exception cref="ModelException">No route gave an answer; worth another try if it is transient.</exception>
    /// <exception cref="OperationCanceledException"/>
    public async Task<AssessmentDraft> AssessAsync(AssessmentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var counts = MitiCounts.Of(request.Lines);
        if (routes?.Answers(request.Route) != true)
        {
            return new AssessmentDraft
            {
                Source = DraftSource.Indicators,
                Criteria = [.. request.Rubric.Criteria.Select(c => IndicatorDrafts.For(c, request.Lines, counts))],
                Counts = counts,
            };
        }

        List<RubricCriterion> asked = [.. request.Rubric.Criteria.Where(c => !c.PersonOnly)];
        var reading =
            asked.Count == 0 || request.Lines.All(line => line.Speaker != Speaker.Student)
                ? null
                : await ReadAsync(routes, request, asked, cancellationToken);
        return new AssessmentDraft
        {
            Source = DraftSource.Model,
            Criteria = [.. request.Rubric.Criteria.Select(c => For(c, reading))],
            Strengths = reading?.Strengths ?? [],
            AreasToImprove = reading?.AreasToImprove ?? [],
            Counts = counts,
        };
    }

    private static CriterionDraft For(RubricCriterion criterion, AssessmentReader.Reading? reading) =>
        criterion.PersonOnly ? new(criterion.Key, CriterionState.PersonOnly, [], "This one is judged by a person.")
        : reading is null ? new(criterion.Key, CriterionState.NoOpportunity, [], "The student said nothing in this conversation.")
        : reading.Criteria.GetValueOrDefault(criterion.Key)
            ?? new(criterion.Key, CriterionState.NotScored, [], "No answer that can be used came for this one.");

    private static async Task<AssessmentReader.Reading> ReadAsync(
        IModelRoutes routes,
        AssessmentRequest request,
        List<RubricCriterion> asked,
        CancellationToken cancellationToken
    )
    {
        var names = new StudentNames(request.StudentNames, request.Persona);
        IReadOnlyList<ChatMessage> messages = AssessmentPrompt.Build(request, asked, names);
        var options = Options(request, asked);
        var client = routes.Open(request.Route);
        var answer = await FormedAnswer.AskAsync(client, messages, options, cancellationToken);
        var first = AssessmentReader.Read(answer, asked, request, names);
        if (first.Fault is null)
        {
            return first;
        }

        var repair = AssessmentPrompt.Repair(messages, answer, first.Fault);
        var second = AssessmentReader.Read(await FormedAnswer.AskAsync(client, repair, options, cancellationToken), asked, request, names);
        // Of two halves the second counts, and the first fills its gaps.
        return second with
        {
            Criteria = first.Criteria.Concat(second.Criteria).GroupBy(c => c.Key).ToDictionary(c => c.Key, c => c.Last().Value),
            Strengths = second.Strengths.Count > 0 ? second.Strengths : first.Strengths,
            AreasToImprove = second.AreasToImprove.Count > 0 ? second.AreasToImprove : first.AreasToImprove,
        };
    }

    private static ChatOptions Options(AssessmentRequest request, List<RubricCriterion> asked) =>
        FormedAnswer.Options(
            "assessment",
            TokensAround + TokensForOne * asked.Count,
            AssessmentSchema.For(asked),
            AssessmentSchema.Name,
            request.Pseudonym,
            request.Payer,
            request.OnCall
        );
}
