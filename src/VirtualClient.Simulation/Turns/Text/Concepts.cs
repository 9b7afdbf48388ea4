using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Words that people use for one another's when they listen ("my son", "your boy"): a reflection is tied to what was said also through
/// such a word. Small on purpose; issues have their own lexicon.
/// </summary>
internal static class Concepts
{
    private static readonly FrozenDictionary<string, string> Names = Build();

    public static string Of(string stem) => Names.TryGetValue(stem, out var name) ? name : stem;

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
            {
                names.TryAdd(Stemmer.Stem(word), words[0]);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private const string Lines = """
        child kid son daughter boy girl baby toddler grandchild grandson granddaughter teenager parent parenting
        mom mother stepmom
        dad father stepdad
        partner husband wife boyfriend girlfriend spouse ex fiance marriage relationship
        family relative sister brother aunt uncle cousin sibling grandma grandpa
        friend mate buddy pal roommate
        job work employer boss manager shift career hours employment unemployed fired laid
        home house apartment flat rent landlord eviction housing lease homeless shelter couch
        money pay bill afford cost debt paycheck cash income wage financial loan owe
        drink alcohol beer wine drunk vodka sober liquor bottle bar
        drug weed pot cocaine meth heroin pill opioid addiction
        smoke cigarette tobacco nicotine vape
        school class grade teacher college homework study exam university course
        doctor hospital clinic nurse physician surgeon
        medicine medication pill prescription dose
        sick illness disease diagnosis cancer diabetes
        eat food meal hungry groceries dinner lunch cook diet
        sleep insomnia bed awake nightmare night rest tired exhausted
        die dead death suicide funeral passed grief lose
        fight argue argument conflict yell shout scream
        hit beat abuse violence slap punch push choke hurt bruise
        police arrest jail prison court judge probation parole lawyer charge
        immigration visa papers documents deport border undocumented
        trust rely depend believe
        quit stop cut reduce give-up
        exercise gym walk workout fitness
        church god faith pray religion
        change different
        worry scare afraid anxious fear nervous panic terrified
        angry mad frustrated furious annoyed
        sad depressed down unhappy miserable
        tired exhausted worn drained
        alone lonely isolated
        ashamed embarrassed guilty
        stress pressure overwhelmed
        """;
}
