using System.Text.Json;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>How much risk somebody saw.</summary>
public enum SeenRisk
{
    NoneSeen,
    Low,
    Moderate,
    High,
    NotEnoughAsked,
}

/// <summary>What somebody would do about it.</summary>
public enum WouldDo
{
    Neither,
    Consult,
    Report,
    NotSure,
}

/// <summary>A rating in words; no figure is made of it.</summary>
public enum SelfRating
{
    Rarely,
    AtTimes,
    Mostly,
    Throughout,
}

/// <summary>What was thought before the figures were shown: the five questions, a rating of oneself, and what went well and what next.</summary>
public sealed record OwnView(
    string HowWasThat,
    string Wants,
    string Strengths,
    SeenRisk? Risk,
    string RiskWhy,
    WouldDo? WouldDo,
    string WhomAndWhen,
    string NextStep,
    SelfRating? Listened,
    SelfRating? Structured,
    string WentWell,
    string Next
)
{
    /// <summary>As teachers and assistants of the section read it.</summary>
    /// <param name="asked">The assignment asks for the rating of oneself.</param>
    public OwnView ForStaff(bool asked) =>
        asked ? this with { HowWasThat = "" } : this with { HowWasThat = "", Listened = null, Structured = null, WentWell = "", Next = "" };

    public string ToJson() => JsonSerializer.Serialize(this, SimulationJson.Options);

    public static OwnView Parse(string json) => JsonSerializer.Deserialize<OwnView>(json, SimulationJson.Options)!;
}
