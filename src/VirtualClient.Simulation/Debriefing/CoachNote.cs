using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Rules;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>
/// One note for the turn that comes next: the goal of the moment, the area, one other wording. Made from what can be read on the page and
/// from nothing else: no state, no fact, no label goes into it.
/// </summary>
public sealed record CoachNote(string Goal, PracticeArea Area, string Wording)
{
    private const int FewWords = 4;
    private const int PrivacyByTurn = 3;

    /// <summary>The note for the student's next turn.</summary>
    /// <param name="persona">Who is met; its name and ways to say nothing are read.</param>
    /// <param name="history">What was said so far, oldest first, beginning with the client's first line.</param>
    public static CoachNote For(Persona persona, IReadOnlyList<Utterance> history)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(history);
        var name = PersonName.Short(persona.Name);
        var said = history.Where(turn => turn.Speaker == Speaker.Student).ToList();
        var heard = history.Where(turn => turn.Speaker == Speaker.Client).Select(turn => turn.Text).Reverse().Take(2).ToList();
        var client = new ClientSide(history);
        var quote = ClientQuote.From(persona, heard);
        if (said.Count == 0)
        {
            return new CoachNote(
                $"The first minute is for {name} to know who is there. It might help to say a name and a role, and then to leave the room to {name}.",
                PracticeArea.Structure,
                "Hello, I'm a social work student here. What would you like me to know first?"
            );
        }

        if (client.Asked)
        {
            return new CoachNote(
                $"{name} asked something. It might help to answer that first, even with not knowing yet, before anything else.",
                PracticeArea.Structure,
                "I don't know that yet. I will find out and tell you."
            );
        }

        if (client.Felt)
        {
            return new CoachNote(
                $"There was a feeling in what {name} just did or said. It might help to stay with it for one turn, in words or in a silence.",
                PracticeArea.Empathy,
                quote.Fill("[{you}. ]I can hear what that does to you.")
            );
        }

        if (heard.Count > 0 && ListeningFigures.WordsIn(heard[0]) <= FewWords)
        {
            return new CoachNote(
                $"{name} says little right now. It might help to go back to something that was said before, or to wait.",
                PracticeArea.Questions,
                quote.Fill("[You said: {quote} ]What is that like, day to day?")
            );
        }

        return said.Count >= PrivacyByTurn && !SpokeOfPrivacy(persona, history)
            ? new CoachNote(
                $"{name} cannot know yet who hears this. It might help to say in plain words what stays private and what cannot.",
                PracticeArea.Professionalism,
                "What you tell me stays with us, unless somebody could get hurt. Then I would have to bring in others, and I would tell you first."
            )
            : new CoachNote(
                $"Something was just said that can be taken up. It might help to give it back in other words and stop there, so that {name} can go on.",
                PracticeArea.Reflections,
                quote.Fill("[{you}.]")
            );
    }

    private static bool SpokeOfPrivacy(Persona persona, IReadOnlyList<Utterance> history)
    {
        for (var at = 0; at < history.Count; at++)
        {
            if (history[at].Speaker != Speaker.Student)
            {
                continue;
            }

            var context = new TurnContext { Persona = persona, History = [.. history.Take(at)] };
            if (TurnAnalyzer.Analyze(history[at].Text, context).Has(LabelCode.LimitsOfConfidentiality))
            {
                return true;
            }
        }

        return false;
    }
}
