namespace VirtualClient.Simulation.Client;

/// <summary>What a person may be dealing with. Stored as snake_case codes.</summary>
public enum Issue
{
    HousingInsecurity,
    SubstanceAbuse,
    MentalHealth,
    DomesticViolence,
    Unemployment,
    FamilyConflict,
    GriefLoss,
    ChronicIllness,
    Disability,
    ImmigrationStatus,
    FoodInsecurity,
    ChildcareNeeds,
    ElderCare,
    TraumaHistory,
    FinancialCrisis,
}

/// <summary>How a person tends to meet a stranger. Changes the speed of trust, never its sign; never shown to students.</summary>
public enum Trait
{
    Defensive,
    Anxious,
    Withdrawn,
    Aggressive,
    Cooperative,
    Suspicious,
    Optimistic,
    Pessimistic,
    Talkative,
    Reserved,
    Emotional,
    Stoic,
    Manipulative,
    Honest,
    Confused,
}

/// <summary>How a person puts things.</summary>
public enum CommunicationStyle
{
    Direct,
    Indirect,
    Formal,
    Casual,
    Verbose,
    Brief,
    Emotional,
    Logical,
    Confrontational,
    Avoidant,
}

/// <summary>How hard the client is to reach: starting trust and the factors on gains and losses.</summary>
public enum Difficulty
{
    Easy,
    Moderate,
    Hard,
}

/// <summary>The kind of meeting this is. It selects which figures have bands, which structure is expected and which losses are off.</summary>
public enum InterviewKind
{
    FirstContact,
    Assessment,
    ChangeTalk,
    Crisis,
    InformationAndReferral,
    Review,
    Ending,
}

/// <summary>A move that counts more (x1.5) or less (x0.5) with this person. Set per person, never derived from race, gender or age.</summary>
public enum TrustBuilder
{
    PracticalHelp,
    PlainDirectness,
    Patience,
    Formality,
    FamilyIncluded,
    NamingFeelings,
    Humor,
    Silence,
    ExplainingProcess,
}

/// <summary>How much a disclosure matters to the case.</summary>
public enum Importance
{
    Background,
    Supporting,
    Core,
}

/// <summary>Whether a fact belongs in this meeting. A fact for another day is not counted as missed, and pressing it loses trust.</summary>
public enum Pace
{
    Today,
    NotToday,
}

/// <summary>What a risk disclosure is about; such a fact opens to a direct question only and never meets a clean denial.</summary>
public enum RiskItem
{
    WishToBeDead,
    SuicidalThoughts,
    Method,
    Intent,
    Plan,
    Behavior,
    Violence,
    ChildAtRisk,
}
