using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>Each rule refuses what breaks it, names the field, and leaves a sound client alone.</summary>
public sealed class PersonaRulesTests
{
    private static readonly Persona s_sound = new()
    {
        Name = "Ana Lund",
        Age = 40,
        Setting = "Office",
        Summary = "A baker with a question about rent.",
        Referral = new ReferralSheet
        {
            ReferredBy = "Nobody.",
            WhyNow = "She called.",
            WhatIsKnown = "She bakes.",
            Task = "Listen.",
        },
        PresentingConcern = "I have a question about a letter.",
        Issues = [Issue.HousingInsecurity],
        Traits = [Trait.Honest, Trait.Anxious],
        TraitReasons = [new(Trait.Honest, "She was raised so."), new(Trait.Anxious, "The letter came twice.")],
        Style = CommunicationStyle.Direct,
        LearningGoals = ["Ask openly."],
        Disclosures =
        [
            Fact("oven"),
            Fact("letter") with
            {
                Fact = "The landlord gave notice on the first of May.",
                Deflection = "Some mail came.",
            },
        ],
    };

    [Fact]
    public void A_sound_client_has_no_fault() => Assert.Empty(PersonaRules.Check(s_sound));

    public static TheoryData<string, string, Func<Persona, Persona>> Broken { get; } =
        new()
        {
            { "name", "empty", p => p with { Name = "  " } },
            { "name", "too_long", p => p with { Name = new string('a', 101) } },
            { "age", "age_range", p => p with { Age = 0 } },
            { "age", "age_range", p => p with { Age = 121 } },
            { "gender", "unknown_value", p => p with { Gender = "male" } },
            { "socioeconomicStatus", "unknown_value", p => p with { SocioeconomicStatus = "Rich" } },
            { "issues", "no_issue", p => p with { Issues = [] } },
            { "issues[1]", "duplicate", p => p with { Issues = [Issue.GriefLoss, Issue.GriefLoss] } },
            { "hiddenIssues[0]", "not_an_issue", p => p with { HiddenIssues = [Issue.GriefLoss] } },
            { "traits", "trait_count", p => p with { Traits = [Trait.Honest], TraitReasons = [new(Trait.Honest, "So.")] } },
            { "traits[1]", "duplicate", p => p with { Traits = [Trait.Honest, Trait.Honest], TraitReasons = [new(Trait.Honest, "So.")] } },
            { "traitReasons", "trait_without_reason", p => p with { TraitReasons = [new(Trait.Honest, "So.")] } },
            { "traitReasons[2].trait", "not_a_trait", p => p with { TraitReasons = [.. p.TraitReasons, new(Trait.Stoic, "So.")] } },
            { "learningGoals", "learning_goals", p => p with { LearningGoals = [] } },
            { "learningGoals[0]", "empty", p => p with { LearningGoals = [null!] } },
            { "summary", "empty", p => p with { Summary = "" } },
            { "referral.task", "empty", p => p with { Referral = p.Referral with { Task = " " } } },
            { "story", "too_long", p => p with { Story = new string('a', 10_001) } },
            { "story", "gives_away", p => p with { Story = "She baked. The landlord gave notice on the first, she says." } },
            { "summary", "gives_away", p => p with { Summary = "Her landlord gave notice on a Friday." } },
            { "openingLine", "gives_away", p => p with { OpeningLine = "I owe the bank for oven and mixer, hello." } },
            { "plainFacts[0].words", "empty", p => p with { PlainFacts = [new([], "Two.")] } },
            {
                "buildsTrust.more",
                "too_many",
                p =>
                    p with
                    {
                        BuildsTrust = new()
                        {
                            More = [TrustBuilder.Humor, TrustBuilder.Silence, TrustBuilder.Patience, TrustBuilder.Formality],
                        },
                    }
            },
            {
                "buildsTrust.less[0]",
                "both_sides",
                p =>
                    p with
                    {
                        BuildsTrust = new() { More = [TrustBuilder.Humor], Less = [TrustBuilder.Humor] },
                    }
            },
            { "disclosures", "no_disclosure", p => p with { Disclosures = [] } },
            { "disclosures[1].id", "duplicate", p => First(p, d => d with { Id = "letter" }) },
            { "disclosures[0].id", "id_form", p => First(p, d => d with { Id = "The oven" }) },
            { "disclosures[0].fact", "too_long", p => First(p, d => d with { Fact = new string('a', 401) }) },
            { "disclosures[0].ownWords", "own_words_count", p => First(p, d => d with { OwnWords = [] }) },
            { "disclosures[0].ownWords", "own_words_count", p => First(p, d => d with { OwnWords = ["a", "b", "c", "d"] }) },
            { "disclosures[0].topics", "no_topic", p => First(p, d => d with { Topics = [] }) },
            { "disclosures[0].topics[0]", "unknown_issue", p => First(p, d => d with { Topics = ["rent_trouble"] }) },
            { "disclosures[0].topics[0]", "empty", p => First(p, d => d with { Topics = [" "] }) },
            { "disclosures[0].level", "level_range", p => First(p, d => d with { Level = 0.5m }) },
            { "disclosures[0].level", "level_range", p => First(p, d => d with { Level = 4.0m }) },
            { "disclosures[0].level", "level_range", p => First(p, d => d with { Level = 2.25m }) },
            { "disclosures[0].deflection", "empty", p => First(p, d => d with { Deflection = "" }) },
            {
                "disclosures[0].deflection",
                "gives_away",
                p => First(p, d => d with { Deflection = "The bank for oven and mixer? Later." })
            },
            {
                "disclosures[1].deflection",
                "gives_away",
                p => Second(p, d => d with { Deflection = "I still owe the bank for oven and all that." })
            },
            { "disclosures[0].title", "gives_away", p => First(p, d => d with { Title = "She owes the bank money" }) },
            { "disclosures[0].requires[0]", "unknown_disclosure", p => First(p, d => d with { Requires = ["roof"] }) },
            { "disclosures[0].requires", "cycle", p => First(p, d => d with { Requires = ["oven"] }) },
            {
                "disclosures[1].requires",
                "cycle",
                p => Second(First(p, d => d with { Requires = ["letter"] }), d => d with { Requires = ["oven"] })
            },
            {
                "disclosures[0].requires[0]",
                "never_reached",
                p => Second(First(p, d => d with { Requires = ["letter"] }), d => d with { Pace = Pace.NotToday })
            },
            { "disclosures[0].level", "risk_level", p => First(p, d => Risk(d) with { Level = 2.5m }) },
            { "disclosures[0].directQuestion", "risk_needs_direct_question", p => First(p, d => Risk(d) with { DirectQuestion = false }) },
            { "disclosures[0].pace", "risk_is_for_today", p => First(p, d => Risk(d) with { Pace = Pace.NotToday }) },
            { "disclosures[0].partialAnswer", "risk_needs_partial_answer", p => First(p, d => Risk(d) with { PartialAnswer = null }) },
            { "disclosures[0].partialAnswer", "clean_denial", p => First(p, d => Risk(d) with { PartialAnswer = "*smiles* No, never." }) },
            { "disclosures[0].requires[0]", "risk_behind_trust", p => First(p, d => Risk(d) with { Requires = ["letter"] }) },
            {
                "cleanNos[0].risk",
                "no_is_not_true",
                p => First(p, Risk) with { CleanNos = [new() { Risk = RiskItem.SuicidalThoughts, OwnWords = ["No."] }] }
            },
            { "cleanNos[0].ownWords", "own_words_count", p => p with { CleanNos = [new() { Risk = RiskItem.Plan, OwnWords = [] }] } },
            { "story", "means_detail", p => p with { Story = "She meant to kill herself with 30 pills." } },
            {
                "disclosures[0].ownWords[0]",
                "means_detail",
                p => First(p, d => d with { OwnWords = ["He hanged himself in March, my brother."] })
            },
            { "wish", "slur", p => p with { Wish = "To be called no " + Rot13("snttbg") + " again." } },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_broken_rule_is_named_with_its_field(string field, string code, Func<Persona, Persona> breakIt)
    {
        var faults = PersonaRules.Check(breakIt(s_sound));

        Assert.Contains(faults, fault => fault.Field == field && fault.Code == code);
        Assert.All(faults, fault => Assert.EndsWith(".", fault.Sentence));
    }

    [Fact]
    public void Common_words_alone_give_nothing_away()
    {
        var p = First(
            s_sound,
            d => d with { OwnWords = ["I don't know what to do about it any more."], Deflection = "I don't know what to say." }
        );

        Assert.Empty(PersonaRules.Check(p));
    }

    [Fact]
    public void A_torn_answer_to_a_risk_question_is_no_denial()
    {
        var p = First(s_sound, d => Risk(d) with { PartialAnswer = "*looks away* No. Not like that. I don't know." });

        Assert.Empty(PersonaRules.Check(p));
    }

    private static Persona First(Persona p, Func<Disclosure, Disclosure> change) =>
        p with
        {
            Disclosures = [change(p.Disclosures[0]), p.Disclosures[1]],
        };

    private static Persona Second(Persona p, Func<Disclosure, Disclosure> change) =>
        p with
        {
            Disclosures = [p.Disclosures[0], change(p.Disclosures[1])],
        };

    private static Disclosure Risk(Disclosure d) =>
        d with
        {
            Risk = RiskItem.SuicidalThoughts,
            DirectQuestion = true,
            Level = 2.0m,
            PartialAnswer = "*looks down* Not like that. I don't know.",
        };

    private static Disclosure Fact(string id) =>
        new()
        {
            Id = id,
            Title = "About the " + id,
            Fact = "She owes the bank for oven and mixer.",
            OwnWords = [$"Well, my {id} is one more worry."],
            Topics = [id],
            Level = 2.5m,
            Deflection = "It bakes.",
        };

    private static string Rot13(string text) => string.Concat(text.Select(c => (char)('a' + ((c - 'a' + 13) % 26))));
}
