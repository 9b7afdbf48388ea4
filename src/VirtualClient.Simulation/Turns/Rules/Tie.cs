using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Whether what the student gives back belongs to what the client said.</summary>
internal static class Tie
{
    /// <summary>How many content words the sentence has, and how many of them are the client's or another word for theirs.</summary>
    public static (int Content, int Shared) Shared(ClientSide client, TurnText text, Sentence sentence)
    {
        var content = 0;
        var shared = 0;
        foreach (var word in text.WordsOf(sentence))
        {
            if (word.Start < sentence.Core || PlainWords.Contains(word))
            {
                continue;
            }

            content++;
            shared += client.Concepts.Contains(Concepts.Of(word.Stem)) ? 1 : 0;
        }

        return (content, shared);
    }

    /// <summary>
    /// Tied to the last two turns: by a shared detail, topic or feeling; by naming a feeling where the client showed something hard; or,
    /// when the sentence has no content of its own ("that sounds hard"), by there being something hard to answer.
    /// </summary>
    public static bool IsTied(ClientSide client, TurnText text, Sentence sentence)
    {
        if (client.Last is null)
        {
            return false;
        }

        var details = 0;
        var feelings = 0;
        foreach (var word in text.WordsOf(sentence))
        {
            if (FeelingWords.FamilyOf(word.Stem) is { } family)
            {
                feelings++;
                if (client.Feelings.Contains(family))
                {
                    return true;
                }
            }
            else if (!PlainWords.Contains(word))
            {
                details++;
            }

            if (!PlainWords.Contains(word) && client.Concepts.Contains(Concepts.Of(word.Stem)))
            {
                return true;
            }
        }

        if (SharesIssue(client.Issues, IssueLexicon.Find(text.Words, sentence.FirstWord, sentence.WordCount)))
        {
            return true;
        }

        // An inference: a feeling or a meaning, with no foreign detail in it, where there was something to infer it from.
        return details <= (feelings > 0 ? 2 : 1) && (client.Burdened || client.Last.Words.Count >= 6);
    }

    /// <summary>
    /// Says in words of weight, and with at most one detail of its own, how it is for somebody who has just told a little: "so a lot is riding
    /// on you at home". Wider than <see cref="IsTied"/>, which the learned part is trained on.
    /// </summary>
    public static bool NamesTheWeight(ClientSide client, TurnText text, Sentence sentence)
    {
        var own = 0;
        var weight = 0;
        foreach (var word in text.WordsOf(sentence))
        {
            weight += WeightWords.Contains(word) ? 1 : 0;
            own += WeightWords.Contains(word) || PlainWords.Contains(word) || FeelingWords.FamilyOf(word.Stem) is not null ? 0 : 1;
        }

        return weight > 0 && own <= 1 && client.Last is { Words.Count: >= 6 };
    }

    /// <summary>Has a detail of the client's in it, or another word for one.</summary>
    public static bool SharesADetail(ClientSide client, TurnText text, Sentence sentence) =>
        text.WordsOf(sentence).Any(word => !PlainWords.Contains(word) && client.Concepts.Contains(Concepts.Of(word.Stem)));

    private static bool SharesIssue(IReadOnlySet<Issue> said, IReadOnlySet<Issue> reflected) => reflected.Any(said.Contains);
}
