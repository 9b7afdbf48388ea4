namespace VirtualClient.Simulation.Client;

/// <summary>A text of a persona with the path of its field in JSON names.</summary>
internal readonly record struct FieldText(string Field, string Text);

/// <summary>Every text a persona carries, by field, so that no rule forgets one.</summary>
internal static class PersonaText
{
    /// <summary>What a student may read before or beside the interview.</summary>
    internal static IEnumerable<FieldText> ShownToStudents(Persona p) =>
        [
            new("setting", p.Setting),
            new("summary", p.Summary),
            new("referral.referredBy", p.Referral.ReferredBy),
            new("referral.whyNow", p.Referral.WhyNow),
            new("referral.whatIsKnown", p.Referral.WhatIsKnown),
            new("referral.task", p.Referral.Task),
            new("scene", p.Scene ?? ""),
            new("openingLine", p.OpeningLine ?? ""),
            new("contentNote", p.ContentNote ?? ""),
            .. Each("learningGoals", p.LearningGoals),
        ];

    /// <summary>What the client may say, or be described by in a prompt, at any level of trust.</summary>
    internal static IEnumerable<FieldText> AlwaysSayable(Persona p) =>
        [
            new("presentingConcern", p.PresentingConcern),
            new("wish", p.Wish),
            .. Each("strengths", p.Strengths),
            .. p.TraitReasons.Select((reason, i) => new FieldText($"traitReasons[{i}].reason", reason.Reason)),
            .. p.PlainFacts.Select((fact, i) => new FieldText($"plainFacts[{i}].answer", fact.Answer)),
            .. p.CleanNos.SelectMany((no, i) => Each($"cleanNos[{i}].ownWords", no.OwnWords)),
            .. Each("ownQuestions", p.OwnQuestions),
            .. Each("cues", p.Cues),
            .. Each("principles", p.Principles),
            .. Each("speech.openers", p.Speech.Openers),
            .. Each("speech.fillers", p.Speech.Fillers),
            .. Each("speech.yes", p.Speech.Yes),
            .. Each("speech.no", p.Speech.No),
            .. Each("speech.minimal", p.Speech.Minimal),
            .. Each("speech.heard", p.Speech.Heard),
            .. Each("speech.bristle", p.Speech.Bristle),
        ];

    /// <summary>What a disclosure guards: the fact and the client's ways to say it.</summary>
    internal static IEnumerable<FieldText> Guarded(Disclosure d, int index) =>
        [new($"disclosures[{index}].fact", d.Fact), .. Each($"disclosures[{index}].ownWords", d.OwnWords)];

    /// <summary>What is said or shown of a disclosure while it is closed.</summary>
    internal static IEnumerable<FieldText> Instead(Disclosure d, int index) =>
        [
            new($"disclosures[{index}].deflection", d.Deflection),
            new($"disclosures[{index}].partialAnswer", d.PartialAnswer ?? ""),
            new($"disclosures[{index}].title", d.Title),
        ];

    /// <summary>Every text of the persona.</summary>
    internal static IEnumerable<FieldText> All(Persona p) =>
        [
            new("name", p.Name),
            new("pronouns", p.Pronouns ?? ""),
            new("race", p.Race ?? ""),
            new("story", p.Story),
            .. ShownToStudents(p),
            .. AlwaysSayable(p),
            .. p.Disclosures.SelectMany((d, i) => Guarded(d, i).Concat(Instead(d, i)).Concat(Each($"disclosures[{i}].topics", d.Topics))),
        ];

    private static IEnumerable<FieldText> Each(string field, IReadOnlyList<string> texts) =>
        texts.Select((text, i) => new FieldText($"{field}[{i}]", text));
}
