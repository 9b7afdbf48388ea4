using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// Every number of the state machine, in one place. Amounts of trust are in points on the 1.0 to 4.0 scale. Where no source is named the
/// number is ours; docs/simulation-model.md says how each was set and what it was measured against.
/// </summary>
internal static class StateConstants
{
    // Trust is stored in whole steps, so that equal inputs give equal states on every machine.
    public const decimal Step = 0.05m;
    public const int LowestTrustSteps = 20;
    public const int HighestTrustSteps = 80;
    public const decimal HighestTrust = 4.0m;

    // Listening moves. Order of size follows what separates good from poor coded sessions: reflection rate 0.88, share of open questions
    // 0.50 as area under the curve. Source: AnnoMI (Wu et al., 2022), our measurement.
    public const decimal Reflection = 0.20m;
    public const decimal ComplexReflectionMore = 0.05m;
    public const decimal Validation = 0.20m;
    public const decimal Summary = 0.15m;
    public const decimal Affirmation = 0.15m;
    public const decimal Autonomy = 0.15m;
    public const decimal OpenQuestion = 0.10m;
    public const decimal Permission = 0.10m;
    public const decimal Silence = 0.10m;

    // Other moves.
    public const decimal QuestionAnswered = 0.15m;
    public const decimal WantedHelp = 0.15m;
    public const decimal PromiseFollowedUp = 0.10m;
    public const decimal OpeningDuty = 0.05m;
    public const decimal Repair = 0.25m;
    public const decimal SafetyQuestion = 0.10m;
    public const decimal ReportExplained = 0.10m;

    // Losses. Low rate of advice and information separates sessions best (0.91), so unasked advice weighs as much as reassurance given
    // before hearing. Source: AnnoMI, our measurement; confronting as MITI 4.2.1's gravest code.
    public const decimal Advice = 0.25m;
    public const decimal AdviceAgain = 0.35m;
    public const int AdviceAgainWithin = 3;
    public const decimal Confronting = 0.50m;
    public const decimal Minimizing = 0.25m;
    public const decimal FactIgnored = 0.25m;
    public const decimal FeelingLeft = 0.20m;
    public const decimal QuestionIgnored = 0.15m;
    public const decimal ThirdClosedQuestion = 0.15m;
    public const int ClosedQuestionsTolerated = 2;
    public const decimal Pressing = 0.15m;
    public const int PressingWithin = 3;
    public const decimal LeadingOrDouble = 0.10m;
    public const decimal LongSelfDisclosure = 0.10m;
    public const decimal SecrecyPromised = 0.10m;
    public const decimal Jargon = 0.05m;
    public const decimal BoundaryBreach = 1.00m;

    // Naming a duty to report costs a little even when it is done well; never more than this after factors, and never a rupture.
    public const decimal ReportNamed = 0.10m;
    public const decimal DutyCostLimit = 0.15m;

    // One turn.
    public const decimal SecondMoveShare = 0.5m;
    public const decimal LostThreadShare = 0.5m;
    public const int LostThreadMoves = 3;
    public const int LostThreadWords = 45;
    public const int RepeatWindow = 6;
    public const int AffirmationsThatEarn = 2;
    public const int EncouragersTolerated = 2;
    public const decimal GainLimitBefore = 0.35m;
    public const decimal LossLimit = 0.50m;
    public const decimal GainLimitAfter = 0.50m;
    public const decimal BreachLossLimit = 1.00m;
    public const decimal NearTopSpan = 2.0m;

    // Persona factors: speed, never sign.
    public static decimal StartTrust(Difficulty difficulty) => ByDifficulty(difficulty, 2.5m, 2.0m, 1.5m);

    public static decimal Gain(Difficulty difficulty) => ByDifficulty(difficulty, 1.15m, 1.0m, 0.6m);

    public static decimal Loss(Difficulty difficulty) => ByDifficulty(difficulty, 0.7m, 1.0m, 1.4m);

    public const decimal HonestStart = 0.25m;
    public const decimal SuspiciousGain = 0.8m;
    public const decimal CooperativeGain = 1.2m;
    public const decimal DefensiveLoss = 1.2m;
    public const decimal AggressiveLoss = 1.3m;
    public const decimal AnxiousNextLoss = 1.5m;
    public const decimal ReservedCoreLater = 0.5m;
    public const decimal HighestLevel = 3.5m;
    public const decimal BuildsMore = 1.5m;
    public const decimal BuildsLess = 0.5m;

    // Ruptures.
    public const decimal RuptureAt = 0.50m;
    public const decimal RuptureGain = 0.5m;
    public const int LeavesAfterTurns = 3;
    public const int BreachesThatEnd = 2;

    // Facts.
    public const int TouchLasts = 2;
    public const decimal VolunteerAbove = 0.5m;
    public const int VolunteerPercent = 35;

    // Distress in tenths of a point, engagement in hundredths.
    public const int StartDistress = 40;
    public const int StartDistressCrisis = 60;
    public const int StartDistressTrait = 10;
    public const int RiskIsNear = 60;
    public const int ValidationCalms = 5;
    public const int PacingCalms = 2;
    public const int ConfrontingUpsets = 15;
    public const int BreachUpsets = 20;
    public const int PressingUpsets = 8;
    public const int LossUpsets = 4;
    public const int AccusingSafetyQuestionUpsets = 8;
    public const int CoreFactUpsets = 8;
    public const int EngagementSlowness = 6;
    public const int OffTopicDisengages = 10;
    public const int EncouragersDisengage = 8;

    public static int StartEngagement(Difficulty difficulty) => (int)ByDifficulty(difficulty, 60m, 50m, 40m);

    // Stances.
    public const int DeepTurnsBeforePullingBack = 2;
    public const int FootholdByTurn = 3;
    public const int FootholdPercent = 45;
    public const decimal LowBandBelow = 2.0m;
    public const decimal HighBandAbove = 3.0m;

    private static decimal ByDifficulty(Difficulty difficulty, decimal easy, decimal moderate, decimal hard) =>
        difficulty switch
        {
            Difficulty.Easy => easy,
            Difficulty.Hard => hard,
            _ => moderate,
        };
}
