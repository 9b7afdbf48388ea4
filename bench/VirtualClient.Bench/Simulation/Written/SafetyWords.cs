using VirtualClient.Simulation.Client;

namespace VirtualClient.Bench.Simulation.Written;

/// <summary>Direct, calm safety questions, one for each item.</summary>
internal static class SafetyWords
{
    public static string Ask(RiskItem item) =>
        item switch
        {
            RiskItem.WishToBeDead => "Have you wished you were dead, or that you could go to sleep and not wake up?",
            RiskItem.SuicidalThoughts => "Have you had thoughts of killing yourself?",
            RiskItem.Method => "Have you thought about how you would do it?",
            RiskItem.Intent => "Have you had some intention of acting on these thoughts of killing yourself?",
            RiskItem.Plan => "Have you started to work out a plan for how to kill yourself?",
            RiskItem.Behavior => "Have you ever done anything, or started to do anything, to end your life?",
            RiskItem.Violence => "Is anybody hurting you, or are you afraid that somebody will get hurt at home?",
            _ => "Is your child safe at home, or has a child been hurt or left alone?",
        };
}
