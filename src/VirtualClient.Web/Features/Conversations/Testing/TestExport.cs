using System.Text;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>What the export of a teacher's test holds beside the words: labels with their reasons, plans, facts, use, and how it was set.</summary>
internal static class TestExport
{
    public static void AppendTurn(StringBuilder text, TestReport? report, Guid messageId)
    {
        if (report?.Turns.FirstOrDefault(t => t.MessageId == messageId)?.After is { } said)
        {
            foreach (var label in said.Labels)
            {
                text.Append("- ").Append(ExportConversation.Inline(TestTranscript.Reason(label))).Append('\n');
            }
        }
        else if (report?.Turns.FirstOrDefault(t => t.ReplyId == messageId) is { After: { } after } turn)
        {
            text.Append("- Plan: ").Append(ExportConversation.Inline(after.Plan)).Append('\n');
            text.Append("- Used: ").Append(ExportConversation.Inline(TestTranscript.Use(turn))).Append('\n');
        }
    }

    public static void AppendEnd(StringBuilder text, TestReport? report)
    {
        if (report is null)
        {
            return;
        }

        text.Append("\n## Facts\n\n");
        foreach (var fact in report.Facts)
        {
            var standing =
                fact.OpenedAt is { } at ? $"opened in turn {at}"
                : fact.ApproachedAt is { } near ? $"approached in turn {near}"
                : "closed";
            text.Append("- ").Append(ExportConversation.Inline(fact.Title)).Append(": ").Append(standing).Append('\n');
        }

        var totals = report.Totals;
        text.Append("\n## Figures\n\n");
        text.Append("- Trust: ").Append(string.Join(", ", report.TrustPath.Select(t => t.ToString("0.00")))).Append('\n');
        text.Append("- Messages: ").Append(totals.Messages).Append('\n');
        text.Append("- Tokens: ").Append(totals.Tokens).Append('\n');
        text.Append("- Cost: ").Append(ExportConversation.Inline(TestWords.Usd(totals.CostUsd))).Append('\n');
        text.Append("- Mean response time: ").Append(TestWords.Seconds(totals.MeanResponseMs)).Append('\n');
        text.Append("\n## Principles\n\n");
        var principles = report.Test.Persona.Principles;
        text.Append(
            principles.Count == 0 ? "None were on.\n" : string.Concat(principles.Select(p => $"- {ExportConversation.Inline(p)}\n"))
        );
        if (report.Test.PromptOverride is { } prompt)
        {
            text.Append("\n## Prompt, as edited for this test\n\n").Append(ExportConversation.Quote(prompt));
        }
    }
}
