using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// The concrete things this client can talk about now: what brought them, the story's harmless sentences, and other ways to say what is
/// already open. Nothing closed is in it. Each thing is told once in a conversation.
/// </summary>
internal sealed class Material
{
    /// <summary>Replies between a fact and another telling of it; sooner it sounds like a record that sticks.</summary>
    private const int RepliesBeforeRetelling = 2;

    private const int StoryRank = 1;

    private readonly Repertoire repertoire;
    private readonly string presentingConcern;
    private readonly SaidBefore said;
    private readonly List<HashSet<string>> closed;
    private readonly HashSet<string> subject;
    private readonly HashSet<string> subjectKinds;
    private readonly List<(Tellable Thing, int Rank, string? Fact)> things = [];
    private readonly HashSet<string> retold = [];

    /// <param name="asksForMore">"What else": nothing that was told is an answer.</param>
    public Material(VoiceRequest request, SaidBefore said, bool asksForMore)
    {
        this.said = said;
        var (turn, plan) = (request.Turn, request.Plan);
        repertoire = Repertoire.Of(turn.Persona);
        presentingConcern = turn.Persona.PresentingConcern;
        var about = $"{turn.Text} {string.Join(' ', plan.Echoes)}";
        subject = TellingWords.Of(about);
        subjectKinds = TellingWords.Kinds(PlainAsks.Asking(turn.Text));
        var open = plan.Known.Concat(plan.Opening).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        closed = [.. repertoire.Facts.Where(fact => !open.Contains(fact.Key)).Select(fact => fact.Value)];
        foreach (var known in plan.Known.Where(fact => !asksForMore && MayBeRetold(fact, turn.State)))
        {
            var rank = request.Signals.Touched.Contains(known.Id) ? 3 : 0;
            AddAll(known.OwnWords.Skip(1).Select(words => new Tellable(words, TellingWords.Of(words))), rank, known.Id);
        }

        AddAll(repertoire.Concern.Where(thing => Harmless(thing) && !SpokenText.LeansBack(thing.Text)), 2);
        AddAll(repertoire.Story.Where(Harmless), StoryRank);
    }

    /// <summary>What brought them, in the author's words, or null when any of it was said.</summary>
    public string? Concern() => said.Ever(presentingConcern) ? null : presentingConcern;

    /// <summary>What they want, or null when it was said or would begin to tell what is closed.</summary>
    public string? Wish() => Fresh(repertoire.Wish).FirstOrDefault();

    /// <summary>The plain fact that a question means in other words ("Do you work?" for a fact about a job), or null.</summary>
    public string? PlainFact() =>
        repertoire
            .Plain.FirstOrDefault(fact => fact.Words.Overlaps(subjectKinds) && TellingWords.SamePeople(fact.Words, subjectKinds))
            ?.Text;

    /// <summary>Another way to tell what is open and was asked about again, or null.</summary>
    public string? Retelling(int maxWords, VoiceDice dice) => Next(maxWords, onSubject: true, story: false, dice, factsOnly: true);

    /// <summary>The most fitting thing not told yet that has room, or null.</summary>
    /// <param name="onSubject">Only one that has to do with the turn.</param>
    /// <param name="story">The story may be drawn on for something that has not.</param>
    /// <param name="near">Telling words that something off the subject's own fact shares with the turn, to be about it.</param>
    public string? Next(int maxWords, bool onSubject, bool story, VoiceDice dice, int near = 1, bool factsOnly = false)
    {
        (string Text, string? Fact)? best = null;
        var bestScore = -1;
        foreach (var (thing, rank, fact) in things)
        {
            var common = thing.Words.Count(subject.Contains) + (rank == 3 ? near : 0);
            if (
                common < near && onSubject
                || factsOnly && fact is null
                || common == 0 && rank == StoryRank && !story
                || SpokenText.Words(thing.Text) > maxWords
                || said.Ever(thing.Text)
                || fact is not null && retold.Contains(fact)
            )
            {
                continue;
            }

            var score = common * 12 + rank * 3 + dice.Below(6);
            if (score > bestScore)
            {
                (best, bestScore) = ((thing.Text, fact), score);
            }
        }

        // Two ways to tell one thing in a breath is one too many.
        if (best is { Fact: { } told })
        {
            retold.Add(told);
        }

        return best?.Text;
    }

    /// <summary>The detail if it can be said unasked: "Two. Nine and four." answers a question and is nothing to begin with.</summary>
    public string? Volunteered(string detail) => detail == presentingConcern || SpokenText.StandsAlone(detail) ? detail : null;

    private static bool MayBeRetold(Disclosure fact, ClientState before) =>
        fact.Risk is null && before.Opened.TryGetValue(fact.Id, out var turn) && before.Turn - turn >= RepliesBeforeRetelling - 1;

    private IEnumerable<string> Fresh(IEnumerable<Tellable> of) =>
        of.Where(thing => Harmless(thing) && !said.Ever(thing.Text)).Select(thing => SpokenText.Whole(thing.Text));

    private void AddAll(IEnumerable<Tellable> of, int rank, string? fact = null)
    {
        foreach (var thing in of)
        {
            things.Add((thing with { Text = SpokenText.Whole(thing.Text) }, rank, fact));
        }
    }

    /// <summary>A sentence may share one telling word with a closed fact, not two: two begin to tell it.</summary>
    private bool Harmless(Tellable thing) => closed.TrueForAll(fact => thing.Words.Count(fact.Contains) < 2);
}
