using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui.Client;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>How codes and personas are put to people on pages.</summary>
internal static class ClientWords
{
    private static readonly Dictionary<Issue, string> Labels = new()
    {
        [Issue.HousingInsecurity] = "Housing",
        [Issue.SubstanceAbuse] = "Substance use",
        [Issue.MentalHealth] = "Mental health",
        [Issue.DomesticViolence] = "Violence at home or by a partner",
        [Issue.Unemployment] = "Unemployment",
        [Issue.FamilyConflict] = "Family conflict",
        [Issue.GriefLoss] = "Grief and loss",
        [Issue.ChronicIllness] = "Chronic illness",
        [Issue.Disability] = "Disability and access",
        [Issue.ImmigrationStatus] = "Immigration",
        [Issue.FoodInsecurity] = "Food",
        [Issue.ChildcareNeeds] = "Childcare",
        [Issue.ElderCare] = "Care for an elder",
        [Issue.TraumaHistory] = "Past trauma",
        [Issue.FinancialCrisis] = "Money",
    };

    public static string Of(Issue issue) => Labels[issue];

    public static string Of(InterviewKind kind) =>
        kind switch
        {
            InterviewKind.FirstContact => "First contact",
            InterviewKind.Assessment => "Assessment",
            InterviewKind.ChangeTalk => "Change talk",
            InterviewKind.Crisis => "Crisis",
            InterviewKind.InformationAndReferral => "Information and referral",
            InterviewKind.Review => "Review",
            _ => "Ending",
        };

    /// <summary>Codes and labels of all issues, by label.</summary>
    public static IReadOnlyList<(string Code, string Label)> Issues { get; } =
    [.. Labels.Select(pair => (Codes.Of(pair.Key), pair.Value)).OrderBy(pair => pair.Value, StringComparer.Ordinal)];

    public static FaceView Face(Guid profileId, Persona persona) => new(profileId.ToString(), persona.Name, persona.Age, persona.Setting);

    public static ReferralView Referral(Persona persona) =>
        new(persona.Referral.ReferredBy, persona.Referral.WhyNow, persona.Referral.WhatIsKnown, persona.Referral.Task);

    public static ClientCardView Card(StudentClient client, string? note = null) =>
        new()
        {
            Client = new FaceView(client.Id.ToString(), client.Name, client.Age, client.Setting),
            Href = $"/practice/{client.Id}",
            Summary = client.Summary,
            Kind = Of(client.KindOfInterview),
            Issues = [.. client.Issues.Take(3).Select(Of)],
            Difficulty = 1 + (int)client.Difficulty,
            StartHere = client.StartHere,
            Note = client.ActiveConversationId is null ? note : "Under way",
        };
}
