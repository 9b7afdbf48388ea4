using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>A family of feeling: words of one family name the same thing in more or less strength.</summary>
internal enum FeelingFamily
{
    Fear,
    Anger,
    Sadness,
    Shame,
    Tiredness,
    Overload,
    Loneliness,
    Hurt,
    Hope,
    Warmth,
    Confusion,
    Numbness,
}

/// <summary>Words that name a feeling, by stem.</summary>
internal static class FeelingWords
{
    private static readonly FrozenDictionary<string, FeelingFamily> Families = Build();

    public static FeelingFamily? FamilyOf(string stem) => Families.TryGetValue(stem, out var family) ? family : null;

    public static bool IsHard(FeelingFamily family) => family is not (FeelingFamily.Hope or FeelingFamily.Warmth);

    private static FrozenDictionary<string, FeelingFamily> Build()
    {
        var families = new Dictionary<string, FeelingFamily>(StringComparer.Ordinal);
        Add(
            FeelingFamily.Fear,
            "afraid scared scary frightened frightening terrified terrifying fear worried worry anxious anxiety nervous panic panicked dread dreading uneasy unsafe tense edgy suspicious wary apprehensive petrified"
        );
        Add(
            FeelingFamily.Anger,
            "angry anger mad furious frustrated frustrating frustration annoyed irritated irritating pissed resentful resentment rage outraged bitter hate hated upset upsetting unfair"
        );
        Add(
            FeelingFamily.Sadness,
            "sad sadness depressed depressing miserable heartbroken heartbreaking grief grieving grieve cry crying cried tears hopeless despair devastated devastating disappointed disappointing unhappy miss missing mourning gutted discouraged"
        );
        Add(
            FeelingFamily.Shame,
            "ashamed shame guilty guilt embarrassed embarrassing humiliated humiliating humiliation judged worthless failure useless blame"
        );
        Add(FeelingFamily.Tiredness, "tired exhausted exhausting drained draining weary burnt burned");
        Add(
            FeelingFamily.Overload,
            "overwhelmed overwhelming stressed stress stressful pressure swamped drowning trapped stuck cornered burden burdened helpless powerless desperate heavy unbearable struggling struggle"
        );
        Add(
            FeelingFamily.Loneliness,
            "lonely loneliness alone isolated abandoned rejected unwanted invisible unloved ignored left-out disconnected"
        );
        Add(
            FeelingFamily.Hurt,
            "hurt hurting pain painful wounded betrayed betrayal disrespected unheard dismissed insulted offended devalued"
        );
        Add(FeelingFamily.Hope, "hopeful hope relieved relief optimistic proud pride confident determined excited motivated");
        Add(FeelingFamily.Warmth, "happy glad grateful thankful safe comfortable comforted peaceful supported enjoy");
        Add(FeelingFamily.Confusion, "confused confusing torn unsure uncertain ambivalent mixed conflicted shocked stunned surprised");
        Add(FeelingFamily.Numbness, "numb empty detached blank hollow frozen");
        return families.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(FeelingFamily family, string words)
        {
            foreach (var word in words.Split(' '))
            {
                families.TryAdd(Stemmer.Stem(word), family);
            }
        }
    }
}
