using System.Globalization;
using System.Text;
using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns.Learned;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Bench.Training;

/// <summary>
/// Makes the product's file of word vectors from GloVe's text file of 100 dimensions (glove.6B.100d.txt; Pennington, Socher and Manning,
/// 2014; public domain): a word and its numbers a line, the most frequent first. What all words share is taken out (Mu and
/// Viswanath, 2018), each word gets length 1, and what is left is told in 63 steps.
/// </summary>
internal static class VectorFile
{
    private const int Read = 60_000;
    private const int Frequent = 20_000;
    private const int Kept = 10_000;
    private const int Shared = 2;
    private const int Steps = 100;

    /// <summary>A number of this size, of a vector of length 1, is the largest that is told apart.</summary>
    private const double Clip = 0.34;

    public static int Run(string[] args)
    {
        if (args.Length != 1 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("usage: bench vectors GLOVE_FILE");
            return 2;
        }

        var lines = File.ReadLines(args[0]).Take(Read).Select(line => line.Split(' ')).ToList();
        var vectors = lines.ConvertAll(line =>
            line.Skip(1).Select(cell => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray()
        );
        TakeOutShared(vectors);
        var file = Path.Combine(TrainBench.LearnedFolder(), "word-vectors.txt");
        File.WriteAllText(file, Write(lines.ConvertAll(line => line[0]), vectors, WordsOfTurns()));
        return 0;
    }

    /// <summary>The words of our own training turns are told though they are rare.</summary>
    private static HashSet<string> WordsOfTurns() =>
        [
            .. GoldTurn
                .ReadFolder(Path.Combine(GoldFiles.DefaultFolder(), "train"))
                .SelectMany(turn => TurnText.Parse(turn.Text).Words)
                .Select(word => word.Form),
        ];

    private static string Write(List<string> words, List<double[]> vectors, HashSet<string> ours)
    {
        var text = new StringBuilder(
            "# Made by \"bench vectors\" from GloVe (public domain): word, place by frequency, 100 numbers, one character each.\n"
        );
        var frequent = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var isFrequent = frequent < Kept && words[i].All(char.IsAsciiLetterLower);
            frequent += isFrequent ? 1 : 0;
            if (isFrequent || ours.Contains(words[i]))
            {
                text.Append(CultureInfo.InvariantCulture, $"{words[i]}\t{i + 1}\t");
                var length = Math.Sqrt(Dot(vectors[i], vectors[i]));
                foreach (var number in vectors[i])
                {
                    var step = (int)Math.Round(number / length / Clip * WordVectors.Largest, MidpointRounding.AwayFromZero);
                    text.Append((char)(WordVectors.Zero + Math.Clamp(step, -WordVectors.Largest, WordVectors.Largest)));
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The mean of the frequent words and the directions in which they differ most.</summary>
    private static void TakeOutShared(List<double[]> vectors)
    {
        var mean = new double[WordVectors.Dimensions];
        foreach (var vector in vectors.Take(Frequent))
        {
            Add(mean, vector, 1.0 / Frequent);
        }

        vectors.ForEach(vector => Add(vector, mean, -1));
        for (var number = 0; number < Shared; number++)
        {
            var direction = Leading([.. vectors.Take(Frequent)]);
            vectors.ForEach(vector => Add(vector, direction, -Dot(vector, direction)));
        }
    }

    /// <summary>The direction of the greatest variance, by power iteration.</summary>
    private static double[] Leading(List<double[]> vectors)
    {
        var direction = new double[WordVectors.Dimensions];
        Array.Fill(direction, 1 / Math.Sqrt(direction.Length));
        for (var step = 0; step < Steps; step++)
        {
            var next = new double[direction.Length];
            foreach (var vector in vectors)
            {
                Add(next, vector, Dot(vector, direction));
            }

            var length = Math.Sqrt(Dot(next, next));
            direction = [.. next.Select(number => number / length)];
        }

        return direction;
    }

    private static void Add(double[] to, double[] vector, double times)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += times * vector[i];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
