using VirtualClient.Simulation.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>What the verbs of a client refuse alike.</summary>
internal static class InvalidClient
{
    /// <summary>422 with the sentences by field.</summary>
    public static DomainException Of(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid", errors.Count == 1 ? errors.Values.First()[0] : "Some fields need another look.", 422)
        {
            Details = new Dictionary<string, object?> { ["errors"] = errors },
        };

    /// <summary>422: students may not meet this person yet; the faults by field.</summary>
    public static DomainException NotReady(IReadOnlyList<PersonaFault> faults) =>
        new(
            "client-not-ready",
            faults.Count == 1 ? faults[0].Sentence : $"{faults.Count} things need attention before students can meet this client.",
            422
        )
        {
            Details = new Dictionary<string, object?> { ["errors"] = PersonaReader.ByField(faults) },
        };

    /// <summary>409 with what is stored now.</summary>
    public static DomainException Stale(ClientProfile stored, CurrentUser user) =>
        new("stale", "This client was changed in the meantime. Compare before you save again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = stored.Version, ["client"] = TeacherClient.Of(stored, user) },
        };
}
