namespace VirtualClient.Simulation.Debriefing;

/// <summary>The eight areas in which beginners go astray; a note names one. Source: CARE (feedback areas for novice counselors).</summary>
public enum PracticeArea
{
    Reflections,
    Questions,
    Suggestions,
    Validation,
    SelfDisclosure,
    Empathy,
    Professionalism,
    Structure,
}
