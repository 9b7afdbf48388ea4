using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>Two people made for tests of the engine: one with nothing special, one in danger.</summary>
internal static class TestPersonas
{
    public static Persona Plain { get; } =
        new()
        {
            Name = "Dana Reyes",
            Age = 34,
            Setting = "Tenant advice office",
            Summary = "Behind on rent after losing shifts.",
            Referral = new()
            {
                ReferredBy = "A neighbor",
                WhyNow = "A notice on the door",
                WhatIsKnown = "Lives with two children",
                Task = "Get to know her.",
            },
            PresentingConcern = "They put a notice on my door and I have until the end of the month to sort it out.",
            Issues = [Issue.HousingInsecurity, Issue.Unemployment],
            Traits = [Trait.Optimistic, Trait.Confused],
            Style = CommunicationStyle.Casual,
            Disclosures =
            [
                Fact("shifts", 2.5m, Importance.Supporting, "Her shifts were cut to two a week in March."),
                Fact("arrears", 2.5m, Importance.Supporting, "She owes three months and hides the letters in a drawer."),
                Fact("sister", 3.0m, Importance.Core, "Her sister stopped lending money after a quarrel about their mother.") with
                {
                    Requires = ["arrears"],
                },
                Fact("drinking", 3.0m, Importance.Core, "She drinks alone most evenings once the children sleep.") with
                {
                    Discomfort = true,
                },
                Fact("father", 3.5m, Importance.Core, "Their father called and wants the younger child to live with him."),
                Fact("shame", 3.0m, Importance.Supporting, "She told the children the heating is broken."),
                Fact("court", 3.5m, Importance.Background, "An old court case abroad worries her.") with
                {
                    Pace = Pace.NotToday,
                },
            ],
            PlainFacts = [new(["kids", "children"], "Two, a boy and a girl.")],
            OwnQuestions = ["Are you going to tell the landlord?"],
            Cues = ["folds the letter in half", "looks at the door"],
        };

    public static Persona AtRisk { get; } =
        Plain with
        {
            Name = "Marcus Hale",
            Age = 19,
            KindOfInterview = InterviewKind.Crisis,
            Traits = [Trait.Withdrawn, Trait.Honest],
            Disclosures =
            [
                .. Plain.Disclosures.Take(4),
                Risk("wish", RiskItem.WishToBeDead, 1.5m, "Some nights he wishes he would not wake up."),
                Risk("thoughts", RiskItem.SuicidalThoughts, 2.0m, "He has thought of killing himself twice this month.") with
                {
                    Requires = ["wish"],
                },
                Risk("plan", RiskItem.Plan, 2.0m, "He worked out a day when the flat is empty.") with
                {
                    Requires = ["thoughts"],
                },
            ],
            CleanNos = [new() { Risk = RiskItem.Violence, OwnWords = ["No. I wouldn't hurt anybody."] }],
        };

    private static Disclosure Fact(string id, decimal level, Importance importance, string fact) =>
        new()
        {
            Id = id,
            Title = $"Theme {id}",
            Fact = fact,
            OwnWords = [$"In my own words about {id}: that one is hard to say out loud."],
            Topics = [id],
            Level = level,
            Importance = importance,
            Deflection = $"Can we leave {id} for now.",
        };

    private static Disclosure Risk(string id, RiskItem risk, decimal level, string fact) =>
        Fact(id, level, Importance.Core, fact) with
        {
            Risk = risk,
            DirectQuestion = true,
            PartialAnswer = "*looks away* Not like that. I don't know.",
        };
}
