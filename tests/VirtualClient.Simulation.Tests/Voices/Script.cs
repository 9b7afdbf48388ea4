using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>One turn of an invented student: the words, and what an expert would label them.</summary>
internal sealed record ScriptedTurn(string Text, LabelCode[] Codes, Disclosure? About = null);

/// <summary>Three students of twenty turns who touch the same topics in the same order.</summary>
internal static class Script
{
    public static readonly IReadOnlyList<string> Students = ["warm", "cold", "advising"];

    private static readonly string[] Reflections =
    [
        "You've been holding that by yourself for a long time.",
        "It sounds like it wears you down more than people see.",
        "Part of you is tired, and part of you won't let go.",
        "That mattered to you.",
        "You'd like it to be different, and you don't see how yet.",
    ];

    private static readonly string[] Validations =
    [
        "That sounds really hard. Anybody would be worn out.",
        "It makes sense that you'd be careful with people.",
        "I can see why that would keep you up.",
    ];

    private static readonly string[] Blame =
    [
        "Why didn't you deal with that sooner? You let it get this far.",
        "You're not being honest with me.",
        "Other people in your position manage.",
    ];

    private static readonly string[] Advice =
    [
        "You should just sit down and make a plan for {0}.",
        "If I were you I'd stop worrying about {0} and get some exercise.",
        "Calm down. I'm sure {0} will be fine in a few weeks.",
        "You need to call somebody about {0} tomorrow morning.",
    ];

    public static IEnumerable<ScriptedTurn> For(string student, Persona persona) =>
        student switch
        {
            "warm" => Warm(persona),
            "cold" => Cold(persona),
            _ => Advising(persona),
        };

    private static IEnumerable<ScriptedTurn> Warm(Persona persona)
    {
        yield return new("Hello, I'm Sam. I'm a social work student here.", [LabelCode.Introduction]);
        yield return new(
            "Before we talk: this stays between you, me and my supervisor, unless somebody could get hurt.",
            [LabelCode.LimitsOfConfidentiality]
        );
        yield return new("What would you like to talk about today?", [LabelCode.OpenQuestion]);
        yield return new(Validations[0], [LabelCode.Validation]);
        for (var i = 0; i < 14; i++)
        {
            var about = Fact(persona, i / 2);
            yield return (i % 2, about.DirectQuestion) switch
            {
                (0, true) => new(
                    "Have you had thoughts of hurting yourself or anybody else?",
                    [LabelCode.SafetyQuestion, LabelCode.ClosedQuestion],
                    about
                ),
                (0, _) => new($"What has it been like with {Topic(about)} lately?", [LabelCode.OpenQuestion], about),
                _ when i == 7 => new("(waits)", [LabelCode.Silence]),
                _ when i % 4 == 1 => new(Reflections[i / 3 % Reflections.Length], [LabelCode.ComplexReflection], about),
                _ => new(Validations[i / 4 % Validations.Length], [LabelCode.Validation], about),
            };
        }

        yield return new("We have a few minutes left. Is there anything else you want me to know?", [LabelCode.OpenQuestion]);
        yield return new("Let's stop here for today. I'll find out about the forms by Thursday.", [LabelCode.Closing]);
    }

    private static IEnumerable<ScriptedTurn> Cold(Persona persona)
    {
        yield return new("Name and age, please?", [LabelCode.ClosedQuestion]);
        for (var i = 0; i < 18; i++)
        {
            var about = Fact(persona, i / 2);
            yield return (i % 6) switch
            {
                5 => new(Blame[i / 6 % Blame.Length], [LabelCode.Confronting], about),
                3 => new("Okay. Do you work?", [LabelCode.ClosedQuestion]),
                var turn when turn % 2 == 0 => new($"Do you have a problem with {Topic(about)}?", [LabelCode.ClosedQuestion], about),
                _ => new("How long has that been going on?", [LabelCode.ClosedQuestion], about),
            };
        }

        yield return new("That's all I need. Goodbye.", [LabelCode.Closing]);
    }

    private static IEnumerable<ScriptedTurn> Advising(Persona persona)
    {
        yield return new("Hi, I'm Sam. How are you today?", [LabelCode.Introduction, LabelCode.ClosedQuestion]);
        for (var i = 0; i < 18; i++)
        {
            var about = Fact(persona, i / 2);
            yield return (i % 3) switch
            {
                0 => new($"Tell me about {Topic(about)}.", [LabelCode.OpenQuestion], about),
                1 => new(
                    string.Format(Advice[i / 3 % Advice.Length], Topic(about)),
                    [i / 3 % Advice.Length == 2 ? LabelCode.Minimizing : LabelCode.AdviceWithoutPermission],
                    about
                ),
                _ => new("Have you tried writing things down?", [LabelCode.ClosedQuestion, LabelCode.AdviceWithoutPermission]),
            };
        }

        yield return new("Well, I'm sure you'll do great. Bye now.", [LabelCode.Closing]);
    }

    private static Disclosure Fact(Persona persona, int index) => persona.Disclosures[index % persona.Disclosures.Count];

    private static string Topic(Disclosure about) => about.Topics[0].Replace('_', ' ');
}
