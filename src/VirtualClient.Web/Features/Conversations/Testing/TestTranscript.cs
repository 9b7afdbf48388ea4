using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components.Ui.Record;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>A test's transcript: labels with their reasons at the teacher's turns, plan and use at the client's.</summary>
internal static class TestTranscript
{
    public static IReadOnlyList<TranscriptLineView> Of(TestReport report)
    {
        var byMessage = report.Turns.ToDictionary(t => t.MessageId);
        var byReply = report.Turns.ToDictionary(t => t.ReplyId);
        return
        [
            .. report.Messages.Select(m =>
                m.Speaker == Speaker.Student
                    ? Said(m, byMessage.GetValueOrDefault(m.Id))
                    : Answered(m, byReply.GetValueOrDefault(m.Id), report)
            ),
        ];
    }

    /// <summary>A label in a line: what, the words, the rule.</summary>
    public static string Reason(TestLabel label) => $"{label.Name}: {(label.Words.Length > 0 ? $"“{label.Words}” " : "")}({label.Rule})";

    /// <summary>What a turn used, in a line.</summary>
    public static string Use(TestTurn turn) =>
        $"{TestWords.Tokens(turn.Tokens, turn.TokensEstimated)}, {TestWords.Usd(turn.CostUsd)}"
        + (turn.Took is { } took ? $", {TestWords.Seconds((decimal)took.TotalMilliseconds)}" : "")
        + (turn.Model is { } model ? $", {model}" : "");

    private static TranscriptLineView Said(Message message, TestTurn? turn)
    {
        var labels = turn?.After?.Labels ?? [];
        return new TranscriptLineView
        {
            Number = message.Sequence,
            FromClient = false,
            Speaker = "You",
            Text = message.Text == Message.Silence ? "You waited." : message.Text,
            Codes = [.. labels.Select(l => new CodeView(l.Name, TestWords.KindOf(l.Code)))],
            Comments = [.. labels.Select(l => new CommentView(l.Words.Length > 0 ? $"“{l.Words}”" : l.Name, l.Rule))],
        };
    }

    private static TranscriptLineView Answered(Message message, TestTurn? turn, TestReport report) =>
        new()
        {
            Number = message.Sequence,
            FromClient = true,
            Speaker = report.Test.ClientName,
            Text = message.Text,
            Comments = turn?.After is { } after ? [new CommentView(after.Plan, Use(turn))] : [],
            Unfinished = UnfinishedWords.Of(message.Status),
        };
}
