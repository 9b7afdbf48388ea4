using System.Diagnostics;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Analyzer;

/// <summary>Milliseconds for an ordinary turn of 400 characters with a conversation behind it.</summary>
internal static class Speed
{
    private const int WarmUp = 200;
    private const int Batches = 300;
    private const int BatchSize = 5;

    private const string Turn =
        "It sounds like the last few weeks have been a lot, with the rent going up and your hours being cut at the same time. I can see how much you "
        + "want to keep things steady for your daughter. I was wondering what you have tried so far, and what helped even a little. If it is okay with "
        + "you, I could tell you about a fund that some families use, and you decide whether it is worth a call this week or later on.";

    public static Result Measure()
    {
        var history = new List<Utterance>();
        for (var i = 0; i < 6; i++)
        {
            history.Add(
                new Utterance(
                    Speaker.Client,
                    "I don't know. The landlord wants the money by Friday and my hours got cut again, so I just don't see how."
                )
            );
            history.Add(new Utterance(Speaker.Student, "So it feels like the walls are closing in. What worries you most about Friday?"));
        }

        var context = new TurnContext { Persona = NeutralPersona.Value, History = history };
        for (var i = 0; i < WarmUp; i++)
        {
            TurnAnalyzer.Analyze(Turn, context);
        }

        // The best of many batches: what the work takes when the machine does nothing else.
        var best = double.MaxValue;
        for (var batch = 0; batch < Batches; batch++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < BatchSize; i++)
            {
                TurnAnalyzer.Analyze(Turn, context);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / BatchSize);
        }

        return new Result(
            $"milliseconds for a turn of {Turn.Length} characters, best of {Batches} batches",
            best,
            1.0,
            LowerIsBetter: true
        );
    }
}
