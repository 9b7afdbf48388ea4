using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>A turn that was read, with the message it belongs to and the sequence of its line.</summary>
public sealed record HeldLine(Guid MessageId, int Sequence, HeldTurn Turn);

/// <summary>
/// A conversation as the simulation held it. Of several replies to one message the last counts, and only if something was said, or if the
/// meeting ended with it: the same rule by which the client's state went on.
/// </summary>
public sealed class HeldConversation
{
    private HeldConversation(Conversation conversation, IReadOnlyList<Message> messages, IReadOnlyList<HeldLine> lines)
    {
        Conversation = conversation;
        Messages = messages;
        Lines = lines;
        Report = SessionReport.Of(conversation.Persona, conversation.FirstState(), messages[0].Text, [.. lines.Select(line => line.Turn)]);
    }

    public Conversation Conversation { get; }

    /// <summary>Everything that was said, in order.</summary>
    public IReadOnlyList<Message> Messages { get; }

    public IReadOnlyList<HeldLine> Lines { get; }

    public SessionReport Report { get; }

    public HeldLine? LineOf(int? turn) => Lines.FirstOrDefault(line => line.Turn.Number == turn);

    public static HeldConversation Of(Conversation conversation, IReadOnlyList<Message> messages)
    {
        var replies = messages.Where(m => m.InReplyTo is not null).GroupBy(m => m.InReplyTo!.Value).ToDictionary(g => g.Key, g => g.Last());
        var lines = new List<HeldLine>();
        var heard = messages[0].Text;
        var number = 0;
        foreach (var said in messages.Where(m => m.Speaker == Speaker.Student))
        {
            number++;
            if (replies.GetValueOrDefault(said.Id) is not { } reply)
            {
                continue;
            }

            if (reply.Turn is { } stored && TurnRecord.Parse(stored) is var record && (reply.Text.Length > 0 || record.Step.EndsForBreach))
            {
                var turn = new HeldTurn
                {
                    Number = number,
                    Said = said.Text,
                    Heard = heard,
                    Reply = reply.Text,
                    Signals = record.Signals,
                    Step = record.Step,
                };
                lines.Add(new HeldLine(said.Id, said.Sequence, turn));
            }

            heard = reply.Text.Length > 0 ? reply.Text : heard;
        }

        return new HeldConversation(conversation, messages, lines);
    }
}
