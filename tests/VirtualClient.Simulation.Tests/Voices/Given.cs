using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>A client and turns for tests of prompts and lint.</summary>
internal static class Given
{
    public static Disclosure Job { get; } =
        new()
        {
            Id = "job",
            Title = "Work",
            Fact = "Nora was let go from the bakery in March and has told nobody at home.",
            OwnWords = ["They let me go at the bakery back in March."],
            Topics = ["work"],
            Level = 2.5m,
            Deflection = "Work is work. What about the form?",
        };

    public static Disclosure Son { get; } =
        new()
        {
            Id = "son",
            Title = "Her son",
            Fact = "Her son Eli has missed three weeks of school because he minds the baby.",
            OwnWords = ["Eli stays home to mind his little sister when I have to go out."],
            Topics = ["school"],
            Level = 3.0m,
            Importance = Importance.Core,
            Deflection = "He's a good kid, Eli. Leave him out of it.",
        };

    public static Disclosure Wish { get; } =
        new()
        {
            Id = "wish",
            Title = "Nights",
            Fact = "Some nights Nora wishes she would simply not wake up the next morning.",
            OwnWords = ["Some nights I hope the morning just doesn't come."],
            Topics = ["nights"],
            Level = 2.0m,
            Risk = RiskItem.WishToBeDead,
            DirectQuestion = true,
            Deflection = "I sleep badly, that's all.",
            PartialAnswer = "*looks away* Not like that. I don't know.",
        };

    public static Persona Nora { get; } =
        new()
        {
            Name = "Nora Whitlock",
            Age = 37,
            Pronouns = "she/her",
            Setting = "Neighborhood resource center",
            Scene = "Late morning. She keeps her coat on.",
            Summary = "Asks for help with a utility bill.",
            Referral = new()
            {
                ReferredBy = "The front desk",
                WhyNow = "A shut-off notice came on Friday.",
                WhatIsKnown = "Two children.",
                Task = "Get to know her.",
            },
            PresentingConcern = "The power company sent a notice and I can't pay all of it.",
            Story =
                "Nora grew up two streets from the center. She likes crossword puzzles. Since March she has had no job at the bakery and told nobody. "
                + "Eli minds the baby while the school wonders. Her mother lives in Tulsa.",
            Strengths = ["keeps every receipt", "makes people laugh"],
            Wish = "She wants the lights to stay on.",
            Issues = [Issue.FinancialCrisis],
            HiddenIssues = [Issue.MentalHealth],
            Traits = [Trait.Suspicious, Trait.Stoic],
            TraitReasons = [new(Trait.Suspicious, "An agency once lost her papers and blamed her")],
            Style = CommunicationStyle.Casual,
            Disclosures = [Job, Son, Wish],
            PlainFacts = [new(["kids"], "Two. A boy and a girl.")],
            OwnQuestions = ["Who reads what you write down?"],
            Cues = ["turns her keys over"],
            Speech = new() { Openers = ["Look,"], Minimal = ["I guess."] },
            Principles = ["She never says sorry for asking."],
        };

    public static ReplyPlan Plan { get; } =
        new()
        {
            Stance = Stance.AnswersBriefly,
            Length = LengthBand.Medium,
            Affect = Affect.Wary,
            Why = "a test",
            VoiceSeed = 1,
        };

    public static TurnRequest Turn(string text = "What has this week been like?", params Utterance[] history) =>
        new()
        {
            Persona = Nora,
            State = StateEngine.Start(Nora, 7),
            History = history,
            Text = text,
        };

    public static VoiceRequest Request(ReplyPlan? plan = null, TurnRequest? turn = null, params LabelCode[] labels) =>
        new(turn ?? Turn(), new TurnSignals { Labels = [.. labels.Select(l => new TurnLabel(l, "", "test"))] }, plan ?? Plan, null);

    public static Utterance Client(string text) => new(Speaker.Client, text);

    public static Utterance Student(string text) => new(Speaker.Student, text);
}
