namespace VirtualClient.Simulation.Client;

/// <summary>
/// What must be true of a client before students may meet it. A draft may leave most of it open (<see cref="CheckDraft"/>); publishing and
/// starting a conversation may not. Pure and thread-safe.
/// </summary>
public static class PersonaRules
{
    /// <summary>Longest story, in characters.</summary>
    public const int LongestStory = 10_000;

    private const int MostBuilders = 3;
    private const int LongestText = 2_000;

    /// <summary>Entries of any list; where fewer are allowed, the list's own rule says so.</summary>
    private const int MostEntries = 60;

    /// <summary>What is left open and what does not fit together yet may stand in a draft. Everything else is wrong at any time.</summary>
    private static readonly HashSet<string> MayWait =
    [
        "empty",
        "no_issue",
        "not_an_issue",
        "learning_goals",
        "not_a_trait",
        "trait_without_reason",
        "both_sides",
        "own_words_count",
        "no_is_not_true",
        "no_disclosure",
        "no_topic",
        "unknown_issue",
        "unknown_disclosure",
        "never_reached",
        "cycle",
        "risk_level",
        "risk_needs_direct_question",
        "risk_is_for_today",
        "risk_needs_partial_answer",
        "risk_behind_trust",
        "clean_denial",
        "gives_away",
    ];

    /// <summary>All faults of a persona, in the order of its fields; empty when it may be published.</summary>
    public static IReadOnlyList<PersonaFault> Check(Persona p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var faults = new FaultList();
        // A list with a hole in it cannot be checked further.
        NoHoles(p, faults);
        if (faults.Any)
        {
            return faults.ToList();
        }

        Who(p, faults);
        Texts(p, faults);
        Traits(p, faults);
        Trust(p.BuildsTrust, faults);
        CleanNos(p, faults);
        PlainFacts(p, faults);
        DisclosureRules.Check(p, faults);
        GiveawayRules.Check(p, faults);
        Floor(p, faults);
        return faults.ToList();
    }

    /// <summary>
    /// The faults that not even a draft may have: no name, an age or a number of traits out of range, a text that is too long, a list with
    /// a hole, a word that is not known, and what falls through the content floor.
    /// </summary>
    public static IReadOnlyList<PersonaFault> CheckDraft(Persona p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var holes = new FaultList();
        NoHoles(p, holes);
        return holes.Any ? holes.ToList() : [.. Check(p).Where(fault => !MayWait.Contains(fault.Code) || fault.Field == "name")];
    }

    private static void NoHoles(Persona p, FaultList faults)
    {
        Hole("learningGoals", p.LearningGoals);
        Hole("strengths", p.Strengths);
        Hole("ownQuestions", p.OwnQuestions);
        Hole("cues", p.Cues);
        Hole("principles", p.Principles);
        Hole("traitReasons", p.TraitReasons);
        Hole("plainFacts", p.PlainFacts);
        Hole("cleanNos", p.CleanNos);
        Hole("disclosures", p.Disclosures);
        Hole("speech.openers", p.Speech.Openers);
        Hole("speech.fillers", p.Speech.Fillers);
        Hole("speech.yes", p.Speech.Yes);
        Hole("speech.no", p.Speech.No);
        Hole("speech.minimal", p.Speech.Minimal);
        Hole("speech.heard", p.Speech.Heard);
        Hole("speech.bristle", p.Speech.Bristle);
        for (var i = 0; i < p.Disclosures.Count && p.Disclosures[i] is { } d; i++)
        {
            Hole($"disclosures[{i}].ownWords", d.OwnWords);
            Hole($"disclosures[{i}].topics", d.Topics);
            Hole($"disclosures[{i}].requires", d.Requires);
        }

        for (var i = 0; i < p.PlainFacts.Count && p.PlainFacts[i] is { } fact; i++)
        {
            Hole($"plainFacts[{i}].words", fact.Words);
        }

        for (var i = 0; i < p.CleanNos.Count && p.CleanNos[i] is { } no; i++)
        {
            Hole($"cleanNos[{i}].ownWords", no.OwnWords);
        }

        void Hole<T>(string field, IReadOnlyList<T> list)
            where T : class
        {
            faults.When(list.Count > MostEntries, field, "too_many", $"At most {MostEntries} entries; there are {list.Count}.");
            for (var i = 0; i < list.Count; i++)
            {
                faults.When(list[i] is null, $"{field}[{i}]", "empty", "Remove the empty entry or fill it in.");
            }
        }
    }

    private static void Who(Persona p, FaultList faults)
    {
        faults.Length("name", p.Name, 1, 100);
        faults.When(p.Age is < 1 or > 120, "age", "age_range", $"Age is from 1 to 120 years; it is {p.Age}.");
        faults.Length("pronouns", p.Pronouns ?? "", 0, 50);
        faults.Length("race", p.Race ?? "", 0, 100);
        OneOf("gender", p.Gender, Demographics.Genders);
        OneOf("socioeconomicStatus", p.SocioeconomicStatus, Demographics.SocioeconomicStatuses);
        faults.When(p.Issues.Count == 0, "issues", "no_issue", "Choose at least one issue.");
        faults.Unique("issues", p.Issues);
        faults.Unique("hiddenIssues", p.HiddenIssues);
        for (var i = 0; i < p.HiddenIssues.Count; i++)
        {
            faults.When(
                !p.Issues.Contains(p.HiddenIssues[i]),
                $"hiddenIssues[{i}]",
                "not_an_issue",
                $"{Codes.Of(p.HiddenIssues[i])} is hidden from students but is not among the issues."
            );
        }

        void OneOf(string field, string? value, IReadOnlyList<string> known) =>
            faults.When(
                !string.IsNullOrEmpty(value) && !known.Contains(value),
                field,
                "unknown_value",
                $"\"{value}\" is not one of: {string.Join(", ", known)}."
            );
    }

    private static void Texts(Persona p, FaultList faults)
    {
        faults.Length("setting", p.Setting, 1, 200);
        faults.Length("summary", p.Summary, 1, 500);
        faults.Length("presentingConcern", p.PresentingConcern, 1, 500);
        faults.Length("referral.referredBy", p.Referral.ReferredBy, 1, 300);
        faults.Length("referral.whyNow", p.Referral.WhyNow, 1, 1000);
        faults.Length("referral.whatIsKnown", p.Referral.WhatIsKnown, 1, 1000);
        faults.Length("referral.task", p.Referral.Task, 1, 500);
        faults.Length("scene", p.Scene ?? "", 0, 500);
        faults.Length("openingLine", p.OpeningLine ?? "", 0, 500);
        faults.Length("contentNote", p.ContentNote ?? "", 0, 500);
        faults.Length("wish", p.Wish, 0, 300);
        faults.Length("reviewedBy", p.ReviewedBy, 0, 200);
        faults.When(
            p.Story.Length > LongestStory,
            "story",
            "too_long",
            $"The story has {p.Story.Length:N0} characters; the most is {LongestStory:N0}."
        );
        faults.When(p.LearningGoals.Count is < 1 or > 8, "learningGoals", "learning_goals", "Name one to eight learning goals.");
        faults.When(p.Strengths.Count > 6, "strengths", "too_many", "Name at most six strengths.");
        foreach (var (field, text) in PersonaText.AlwaysSayable(p).Where(text => text.Field.Contains('[')))
        {
            faults.Length(field, text, 1, LongestText);
        }

        for (var i = 0; i < p.LearningGoals.Count; i++)
        {
            faults.Length($"learningGoals[{i}]", p.LearningGoals[i], 1, 300);
        }
    }

    private static void Traits(Persona p, FaultList faults)
    {
        faults.When(p.Traits.Count is < 2 or > 5, "traits", "trait_count", $"Choose two to five traits; there are {p.Traits.Count}.");
        faults.Unique("traits", p.Traits);
        for (var i = 0; i < p.TraitReasons.Count; i++)
        {
            var trait = p.TraitReasons[i].Trait;
            faults.When(
                !p.Traits.Contains(trait),
                $"traitReasons[{i}].trait",
                "not_a_trait",
                $"There is a reason for {Codes.Of(trait)}, which is not among the traits."
            );
        }

        foreach (var trait in p.Traits.Distinct().Where(trait => p.TraitReasons.All(reason => reason.Trait != trait)))
        {
            faults.Add("traitReasons", "trait_without_reason", $"Say why this person is {Codes.Of(trait)}: a trait has a reason.");
        }
    }

    private static void Trust(TrustBuilders builders, FaultList faults)
    {
        Side("buildsTrust.more", builders.More);
        Side("buildsTrust.less", builders.Less);
        for (var i = 0; i < builders.Less.Count; i++)
        {
            faults.When(
                builders.More.Contains(builders.Less[i]),
                $"buildsTrust.less[{i}]",
                "both_sides",
                $"{Codes.Of(builders.Less[i])} counts more and less at once; choose one."
            );
        }

        void Side(string field, IReadOnlyList<TrustBuilder> side)
        {
            faults.When(side.Count > MostBuilders, field, "too_many", $"Choose at most {MostBuilders}; there are {side.Count}.");
            faults.Unique(field, side);
        }
    }

    private static void CleanNos(Persona p, FaultList faults)
    {
        for (var i = 0; i < p.CleanNos.Count; i++)
        {
            var no = p.CleanNos[i];
            faults.When(
                no.OwnWords.Count is < 1 or > 3,
                $"cleanNos[{i}].ownWords",
                "own_words_count",
                "Write one to three ways this person says no."
            );
            faults.When(
                p.Disclosures.Any(d => d.Risk == no.Risk),
                $"cleanNos[{i}].risk",
                "no_is_not_true",
                $"A clean no to {Codes.Of(no.Risk)} contradicts a disclosure that carries it."
            );
            faults.When(
                p.CleanNos.Take(i).Any(earlier => earlier.Risk == no.Risk),
                $"cleanNos[{i}].risk",
                "duplicate",
                $"{Codes.Of(no.Risk)} is answered twice."
            );
        }
    }

    private static void PlainFacts(Persona p, FaultList faults)
    {
        for (var i = 0; i < p.PlainFacts.Count; i++)
        {
            faults.When(
                p.PlainFacts[i].Words.Count == 0 || p.PlainFacts[i].Words.Any(string.IsNullOrWhiteSpace),
                $"plainFacts[{i}].words",
                "empty",
                "Name the words in a question that lead to this answer."
            );
        }
    }

    private static void Floor(Persona p, FaultList faults)
    {
        foreach (var (field, text) in PersonaText.All(p))
        {
            foreach (var fault in ContentFloor.Check(text, p.Age))
            {
                faults.Add(field, Codes.Of(fault.Rule), fault.Sentence);
            }
        }
    }
}
