using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// The built-in voice's reply, held to what it can follow of the client's principles. It looks for other words first; what then is still not
/// wanted is left out, except what has to be said: a fact that opens and an answer about safety. The same request gives the same words.
/// </summary>
internal static class PrincipledReply
{
    /// <summary>Other wordings to look through.</summary>
    private const int Tries = 6;

    /// <summary>Sentences of a reply that is to be short.</summary>
    private const int MostSentences = 2;

    private const ulong AnotherWay = 0x9E3779B97F4A7C15;

    public static string Compose(VoiceRequest request)
    {
        var rules = PlainPrinciples.Of(request.Turn.Persona);
        if (rules.None)
        {
            return ReplyComposer.Compose(request);
        }

        var plan = rules.Apply(request.Plan);
        var persona = rules.NoQuestions ? request.Turn.Persona with { OwnQuestions = [] } : request.Turn.Persona;
        var turn = request.Turn with { Persona = persona };
        string? first = null;
        for (var i = 0; i < Tries; i++)
        {
            var seed = unchecked(plan.VoiceSeed + ((ulong)i * AnotherWay));
            var reply = ReplyComposer.Compose(request with { Turn = turn, Plan = plan with { VoiceSeed = seed } });
            if (rules.Allows(reply))
            {
                return Short(rules, reply, plan);
            }

            first ??= reply;
        }

        return Short(rules, Without(rules, first!, plan), plan);
    }

    /// <summary>The first two sentences, with what has to be said; what an author wrote as an answer may be longer than a band.</summary>
    private static string Short(PlainPrinciples rules, string reply, ReplyPlan plan)
    {
        if (!rules.Shorter)
        {
            return reply;
        }

        var spoken = 0;
        return string.Join(
            ' ',
            SpokenText.Sentences(reply).Where(each => SpokenText.Words(each) == 0 || ++spoken <= MostSentences || MustBeSaid(each, plan))
        );
    }

    private static string Without(PlainPrinciples rules, string reply, ReplyPlan plan)
    {
        var said = SpokenText.Sentences(reply);
        var kept = said.Where(sentence => rules.Allows(sentence) || MustBeSaid(sentence, plan)).ToList();
        return kept.Exists(sentence => SpokenText.Words(sentence) > 0) ? string.Join(' ', kept) : reply;
    }

    private static bool MustBeSaid(string sentence, ReplyPlan plan)
    {
        var bare = SpokenText.Bare(sentence);
        return plan
            .Opening.SelectMany(fact => fact.OwnWords)
            .Concat(plan.PartialAnswers)
            .Concat(plan.CleanAnswers)
            .Any(words => SpokenText.Bare(words).Contains(bare, StringComparison.Ordinal));
    }
}
