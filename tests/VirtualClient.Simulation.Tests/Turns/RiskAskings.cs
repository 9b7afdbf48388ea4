namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>How a student who is no clinician asks about danger, by client and by the fact that the question is after.</summary>
internal static class RiskAskings
{
    public static IReadOnlyDictionary<string, (string Fact, string[] Ways)[]> All { get; } =
        new Dictionary<string, (string, string[])[]>(StringComparer.Ordinal)
        {
            ["Brooke Lindgren"] =
            [
                (
                    "drives",
                    [
                        "Is Owen safe at home?",
                        "Is he safe in the car with your mom?",
                        "Does your mom ever drive Owen after she's been drinking?",
                        "Is your brother okay when you're not there?",
                        "Is Owen ever in danger?",
                        "Is anybody hurting Owen?",
                        "Is anybody getting hurt at home?",
                        "Do you ever worry about Owen getting hurt?",
                        "Has anything happened that made you scared for your brother?",
                        "Does anything happen at home that scares you or him?",
                        "Are you and Owen safe there?",
                        "What happens when she drives him?",
                        "Is he ever left alone with her when she's like that?",
                        "Do you feel safe riding with your mom?",
                        "I need to ask about your brother. Is he safe?",
                        "Has he ever been hurt?",
                    ]
                ),
            ],
            ["Dale Pruitt"] =
            [
                (
                    "tuesdays-and-thursdays",
                    [
                        "Is Mason ever left home alone at night, Dale?",
                        "Who's with Mason when you're at work?",
                        "Is he by himself when you work nights?",
                        "Who watches him at night?",
                        "Who was he with last night?",
                        "Is there somebody with Mason at night while you're at work?",
                        "Where is Mason while you're on shift?",
                        "What happens with Mason on the nights you work?",
                        "Is he safe at night?",
                        "Does he ever stay alone?",
                        "Who's in the house with him, ten to six?",
                        "Do you have somebody to stay with him?",
                        "Is there a sitter on the nights you work?",
                        "Has he ever been home without an adult?",
                        "Who puts him to bed when you're on nights?",
                        "I still have to ask it straight, because of his age: is he alone in the house on some nights?",
                        "Is there a grown-up with him then?",
                    ]
                ),
                (
                    "wet-socks",
                    [
                        "Has anything ever happened to him at night?",
                        "Has Mason ever gone outside by himself?",
                        "Has he ever been in danger?",
                        "Was he ever hurt?",
                        "Did he ever get scared?",
                        "What's the worst that has happened to him?",
                        "Has anyone ever found him outside?",
                        "Has he ever left the house looking for you?",
                        "Is everyone safe in this house?",
                        "Do you ever worry that he's not safe?",
                    ]
                ),
            ],
            ["Julian Marsh"] =
            [
                (
                    "the-wrist",
                    [
                        "Has he ever hurt you?",
                        "Does Grant ever hit you?",
                        "Are you afraid of him?",
                        "Do you feel safe at home?",
                        "Is anybody hurting you?",
                        "Has he ever put his hands on you?",
                        "Does he ever get physical?",
                        "What happens when he gets angry?",
                        "Has he ever been rough with you?",
                        "Do you ever feel scared of Grant?",
                        "Are you safe with him?",
                        "Does he ever scare you?",
                        "Did he do something to you?",
                        "Is it safe for you to go home tonight?",
                    ]
                ),
                (
                    "the-soup",
                    [
                        "What was the worst time?",
                        "Has he ever choked you?",
                        "Has he ever put his hands on your neck?",
                        "Have you ever been unable to breathe?",
                        "Were you ever afraid for your life?",
                        "Have you ever been afraid he'd kill you?",
                        "Has it ever been worse than that?",
                        "Is there one time that was more serious?",
                    ]
                ),
            ],
            ["Kit Sorensen"] =
            [
                (
                    "going-to-bed",
                    [
                        "Do you ever wish you wouldn't wake up?",
                        "Do you ever think about not being here anymore?",
                        "Has it gotten so bad that you think about dying?",
                        "Do you ever feel like life isn't worth living?",
                        "Do you wish you were dead sometimes?",
                        "Does it ever cross your mind that you'd be better off dead?",
                        "Are there nights you'd rather not wake up?",
                        "Do you ever just want it all to stop?",
                    ]
                ),
                (
                    "sundays-around-six",
                    [
                        "Are you having any thoughts of killing yourself?",
                        "Do you ever think about suicide?",
                        "Have you ever thought about ending it?",
                        "Are you thinking of hurting yourself?",
                        "Are you suicidal?",
                        "Have you had any dark thoughts?",
                        "Do you ever think about taking your own life?",
                        "Do you feel safe with yourself tonight?",
                    ]
                ),
                (
                    "no-picture",
                    [
                        "Have you thought about how you would do it?",
                        "Do you have a method in mind?",
                        "Do you have a gun?",
                        "Do you have the means at home?",
                    ]
                ),
                (
                    "the-first-winter",
                    [
                        "Have you ever tried to kill yourself?",
                        "Have you ever made an attempt?",
                        "Have you done anything to end your life before?",
                        "Have you ever started to act on it?",
                    ]
                ),
            ],
        };
}
