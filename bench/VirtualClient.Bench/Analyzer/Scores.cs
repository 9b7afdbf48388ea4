namespace VirtualClient.Bench.Analyzer;

/// <summary>Agreement between what was coded and what was found.</summary>
internal sealed class Scores
{
    private readonly List<(string Coded, string Found)> _pairs = [];

    public int Count => _pairs.Count;

    public void Add(string coded, string found) => _pairs.Add((coded, found));

    public void Add(bool coded, bool found) => Add(coded ? "yes" : "no", found ? "yes" : "no");

    public double Precision(string label) => Share(pair => pair.Coded == label, pair => pair.Found == label);

    public double Recall(string label) => Share(pair => pair.Found == label, pair => pair.Coded == label);

    public double F1(string label = "yes")
    {
        var hits = _pairs.Count(pair => pair.Coded == label && pair.Found == label);
        var all = _pairs.Count(pair => pair.Coded == label) + _pairs.Count(pair => pair.Found == label);
        return all == 0 ? 1 : 2.0 * hits / all;
    }

    public double MacroF1()
    {
        var labels = _pairs.Select(pair => pair.Coded).Distinct().ToList();
        return labels.Count == 0 ? 0 : labels.Average(F1);
    }

    /// <summary>Cohen's kappa.</summary>
    public double Kappa()
    {
        if (_pairs.Count == 0)
        {
            return 0;
        }

        double total = _pairs.Count;
        var agreed = _pairs.Count(pair => pair.Coded == pair.Found) / total;
        var chance = _pairs
            .SelectMany(pair => new[] { pair.Coded, pair.Found })
            .Distinct()
            .Sum(label => _pairs.Count(pair => pair.Coded == label) / total * (_pairs.Count(pair => pair.Found == label) / total));
        return chance >= 1 ? 1 : (agreed - chance) / (1 - chance);
    }

    private double Share(Func<(string Coded, string Found), bool> hit, Func<(string Coded, string Found), bool> of)
    {
        var all = _pairs.Count(of);
        return all == 0 ? 0 : (double)_pairs.Count(pair => of(pair) && hit(pair)) / all;
    }
}
