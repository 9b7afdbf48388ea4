using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Rules;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>
/// One note for the turn that comes next: the goal of the moment, the area, one other wording. Made from what can be read on the page and
/// from nothing else: no state, no fact, no label goes into it.
/// </summary>
public sealed partial record CoachNote(string Goal, PracticeArea Area, string Wording)
{
    private const int FewWords = 4;
    private const int EveryTurns = 3;
    private const int LooksBack = 5;

    /// <summary>"That", "this" and "it" mean nothing in a quote unless the sentence around them says enough.</summary>
    private const int ContentToCarryThat = 4;

    /// <summary>The note for the student's next turn.</summary>
    /// <param name="persona">Who is met; its name and ways to say nothing are read.</param>
    /// <param name="history">What was said so far, oldest first, beginning with the client's first line.</param>
    public static CoachNote For(Persona persona, IReadOnlyList<Utterance> history)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(history);
        var name = PersonName.Short(persona.Name);
        var said = history.Where(turn => turn.Speaker == Speaker.Student).Select(turn => turn.Text).ToList();
        var heard = history.Where(turn => turn.Speaker == Speaker.Client).Select(turn => turn.Text).Reverse().Take(LooksBack).ToList();
        if (said.Count == 0)
        {
            return new CoachNote(
                $"The first minute is for {name} to know who is there. It might help to say a name and a role, and then to leave the room to {name}.",
                PracticeArea.Structure,
                "Hello, I'm a social work student here. What would you like me to know first?"
            );
        }

        return heard.Count == 0 ? Wait(name) : OfMoment(persona, name, history, said, heard);
    }

    /// <summary>By what the client's last line offers, the most pressing first.</summary>
    private static CoachNote OfMoment(Persona persona, string name, IReadOnlyList<Utterance> history, List<string> said, List<string> heard)
    {
        var client = new ClientSide(history);
        var last = ClientQuote.From(persona, [heard[0]], MeansSomething);
        var sentences = ClientQuote.SaidIn(heard[0]);
        if (new ClientSide([new Utterance(Speaker.Client, heard[0])]).SpokeOfSuicide)
        {
            return SafetyRules.Suicide.IsMatch(said[^1].ToLowerInvariant())
                ? new CoachNote(
                    $"You asked {name} about dying, and this is the answer. It might help to thank {name} for it, and to ask about tonight before anything else.",
                    PracticeArea.Empathy,
                    "Thank you for telling me that. Are you safe tonight, and who is there with you?"
                )
                : new CoachNote(
                    $"{name} may just have spoken of not living. It might help to ask about that now, in plain words and calmly; asking does not put it there.",
                    PracticeArea.Structure,
                    "When you say that, I want to ask you directly: are you thinking about ending your life?"
                );
        }

        // A question that the client goes on to answer ("My folks? They're good.") waits for nobody.
        if (client.Asked && new ClientSide([new Utterance(Speaker.Client, sentences[^1])]).Asked)
        {
            return new CoachNote(
                $"{name} asked something. It might help to answer that first, even with not knowing yet, before anything else.",
                PracticeArea.Structure,
                AskedBack.Answer(string.Join(' ', sentences.TakeLast(2)))
            );
        }

        if (client.Felt)
        {
            return new CoachNote(
                $"There was a feeling in what {name} just did or said. It might help to stay with it for one turn, in words or in a silence.",
                PracticeArea.Empathy,
                last.You is not null && NamesAFeeling(last.Quote!)
                    ? last.Fill("[{you}. ]I can hear that it weighs on you.")
                    : "I can see that this is not easy to talk about. Take your time."
            );
        }

        var before = ClientQuote.From(persona, [.. heard.Skip(1)], MeansSomething);
        if (ListeningFigures.WordsIn(heard[0]) <= FewWords)
        {
            return Little(name, before);
        }

        return said.Count % EveryTurns == 0 && !SpokeOfPrivacy(persona, history)
            ? new CoachNote(
                $"{name} cannot know yet who hears this. It might help to say in plain words what stays private and what cannot.",
                PracticeArea.Professionalism,
                AskedBack.Privacy
            )
            : TakeUp(name, last, before, said);
    }

    /// <summary>A short answer is no fault: what was said before is still there to go back to.</summary>
    private static CoachNote Little(string name, ClientQuote before) =>
        before.Quote is null
            ? Wait(name)
            : new CoachNote(
                $"{name} says little right now. It might help to go back to something that was said before, or to wait.",
                PracticeArea.Questions,
                before.Fill("You said a moment ago: [{quote}] I would like to hear more about that.")
            );

    private static CoachNote Wait(string name) =>
        new(
            $"{name} says little right now. It might help to wait, and to say that there is time.",
            PracticeArea.Empathy,
            "Take your time. We don't have to hurry."
        );

    /// <summary>After a question a reflection, after two turns without one an open question; where nothing is to be taken up, room.</summary>
    private static CoachNote TakeUp(string name, ClientQuote last, ClientQuote before, List<string> said) =>
        last.Quote is null
            ? new CoachNote(
                $"There is no clear thread in what {name} just said. It might help to come back to something from before, or to leave it to {name} where to go.",
                PracticeArea.Questions,
                before.Quote is null
                    ? "Where would you like to go from here?"
                    : $"Earlier you said: {before.Quote} Would it be all right to come back to that?"
            )
        : said.Count >= 2 && said.TakeLast(2).All(text => !text.Contains('?'))
            ? new CoachNote(
                $"{name} has heard you for a while. It might help to ask one open question about what was just said, and to leave the direction to {name}.",
                PracticeArea.Questions,
                last.Fill("You said: [{quote}] What is that like for you?")
            )
        : new CoachNote(
            $"Something was just said that can be taken up. It might help to give it back in other words and stop there, so that {name} can go on.",
            PracticeArea.Reflections,
            last.You is null ? $"You said: {last.Quote} I would like to stay with that for a moment." : last.Fill("[{you}.]")
        );

    /// <summary>A sentence that says something by itself: of the client's life, and not of the talk or of what was said just before.</summary>
    private static bool MeansSomething(string sentence)
    {
        var text = TurnText.Parse(sentence);
        var content = text.Words.Count(word => !PlainWords.Contains(word));
        return !OfTheTalk().IsMatch(sentence)
            && (content >= 2 || (content == 1 && NamesAFeeling(sentence)))
            && (content >= ContentToCarryThat || !Points().IsMatch(sentence));
    }

    private static bool NamesAFeeling(string sentence) =>
        TurnText.Parse(sentence).Words.Any(word => FeelingWords.FamilyOf(word.Stem) is { } family && FeelingWords.IsHard(family));

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

    [GeneratedRegex(
        @"\b(?:you|your|yours|afraid (?:i|not|that)|hear(?:d)? (?:me|you)|telling (?:me|you))\b|, so\.?$|^(?:and|but|because|which)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfTheTalk();

    [GeneratedRegex(@"\b(?:that|this|it|one|those|these)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Points();
}
