using System.Text;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>The one line that tells a teacher why a reply is as it is. Names open facts only.</summary>
internal static class PlanReasons
{
    public static string For(StateStep step, ReplyPlan plan)
    {
        var line = new StringBuilder();
        var change = (step.State.TrustSteps - step.TrustStepsBefore) * StateConstants.Step;
        line.Append($"Trust {step.State.Trust:0.00} ({change:+0.00;-0.00;unchanged}{Because(step)}).");
        if (plan.Opening.Count > 0)
        {
            line.Append(
                $" Tells: {string.Join("; ", plan.Opening.Select(fact => fact.Title))}{(step.Volunteered is null ? "" : " (unasked)")}."
            );
        }
        else if (step.Approached.Count > 0)
        {
            line.Append(" Came near something that is still closed.");
        }

        if (plan.PartialAnswers.Count > 0)
        {
            line.Append(" Answers the safety question in part.");
        }

        if (step.State.Rupture is { } rupture)
        {
            line.Append($" Hurt since turn {rupture.Turn}: {rupture.Cause}.");
        }
        else if (step.RuptureRepaired)
        {
            line.Append(" The hurt is mended.");
        }

        if (step.State.PulledBackAt == step.State.Turn)
        {
            line.Append(" Pulls back after two deep turns.");
        }

        if (plan.Foothold is not null)
        {
            line.Append(" Gives something concrete to take up.");
        }

        line.Append(plan.Leaves ? " Ends the meeting." : $" {Sentence(plan.Stance)}.");
        return line.ToString();
    }

    private static string Because(StateStep step)
    {
        var telling = step.Moves.OrderByDescending(move => Math.Abs(move.Amount)).Take(2).Select(move => move.Reason).ToList();
        return telling.Count == 0 ? "" : ": " + string.Join(", ", telling);
    }

    private static string Sentence(Stance stance) =>
        stance switch
        {
            Stance.OpensUp => "Opens up",
            Stance.AnswersBriefly => "Answers briefly",
            Stance.TestsTheWorker => "Tests the worker",
            Stance.ChangesSubject => "Changes the subject",
            Stance.Minimizes => "Makes it small",
            Stance.Intellectualizes => "Talks about it from a distance",
            Stance.Bristles => "Bristles",
            Stance.GoesQuiet => "Goes quiet",
            Stance.CompliesWithoutEngaging => "Goes along without being there",
            Stance.SeeksReassurance => "Looks for reassurance",
            _ => "Corrects the worker",
        };
}
