using System.Text;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Conversations.Testing;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A conversation as Markdown: the meeting, the client, everything that was said with times and speakers, and the private notes.</summary>
internal sealed class ExportConversation(ReadConversations read)
{
    public async Task<(string FileName, string Text)> HandleAsync(
        CurrentUser user,
        Guid id,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        var conversation = await read.FindAsync(user, id, cancellationToken);
        var rows = await read.AllRowsAsync(id, cancellationToken);
        var report = conversation.IsTest ? TestReport.Of(conversation, rows) : null;
        var persona = conversation.Persona;
        var text = new StringBuilder();
        text.Append("# Conversation with ").Append(Inline(persona.Name)).Append("\n\n");
        text.Append(report is null ? "A practice interview with a simulated client. " : "A teacher's test of a simulated client. ")
            .Append(Inline(persona.Name))
            .Append(" is not a real person.\n\n");
        text.Append("- Held by: ").Append(Inline(user.Name)).Append('\n');
        text.Append("- Started: ").Append(ViewerTime.Say(conversation.StartedAt, zone)).Append(" (").Append(zone.Id).Append(")\n");
        if (conversation.EndedAt is { } ended)
        {
            text.Append("- Ended: ").Append(ViewerTime.Say(ended, zone)).Append('\n');
        }

        text.Append("- Turns: ").Append(conversation.Turns).Append("\n\n## The client\n\n");
        text.Append(Inline(persona.Name)).Append(", ").Append(persona.Age).Append(". ").Append(Inline(persona.Setting)).Append(".\n\n");
        text.Append(Inline(persona.Summary)).Append("\n\n## Transcript\n");
        foreach (var message in rows.Select(m => read.View(m, user)))
        {
            var time = TimeZoneInfo.ConvertTime(message.SentAt, zone).ToString("HH:mm:ss");
            text.Append("\n**").Append(message.Sequence).Append(". ");
            text.Append(Inline(message.Speaker == Speaker.Student ? user.Name : persona.Name));
            text.Append("** (").Append(time).Append(')').Append(Note(message)).Append(Voice(message)).Append("\n\n");
            text.Append(Quote(message.Text.Length > 0 ? message.Text : "(no reply)")).Append('\n');
            TestExport.AppendTurn(text, report, message.Id);
        }

        TestExport.AppendEnd(text, report);

        var notes = await read.CoachNotesAsync(user, id, cancellationToken);
        if (notes.Count > 0)
        {
            text.Append("\n## Notes of the coach\n");
            foreach (var note in notes)
            {
                text.Append("\n- After turn ").Append(note.AfterTurn).Append(note.ByModel ? ", drafted by AI: " : ": ");
                text.Append(Inline($"{note.Goal} {note.Wording}")).Append('\n');
            }
        }

        text.Append("\n## Private notes\n\n").Append(conversation.Notes.Length > 0 ? Quote(conversation.Notes) : "None.").Append('\n');
        return ($"conversation-{conversation.StartedAt:yyyy-MM-dd}-{Slug(persona.Name)}.md", text.ToString());
    }

    private static string Note(MessageView message) =>
        message.Status switch
        {
            MessageStatus.Stopped => ", stopped",
            MessageStatus.Interrupted => ", interrupted",
            MessageStatus.Failed => ", no reply was made",
            MessageStatus.Waiting or MessageStatus.Streaming => ", not finished yet",
            _ => "",
        };

    private static string Voice(MessageView message) =>
        message.Voice == MessageView.BuiltInVoice ? ", by the built-in voice because no model could be reached" : "";

    /// <summary>What people typed is data: no heading, list or link of theirs takes effect outside the quote.</summary>
    internal static string Quote(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line)) + "\n";

    internal static string Inline(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            safe.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' ? "\\" + c : c.ToString());
        }

        return safe.ToString();
    }

    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
