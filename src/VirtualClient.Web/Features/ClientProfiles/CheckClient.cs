using VirtualClient.Simulation;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>The check before publishing.</summary>
/// <param name="Open">What has to be mended first, by field; then there are no interviews.</param>
/// <param name="Mark">The worst of the interviews, or red while something is open.</param>
public sealed record ClientCheckView(
    string Name,
    int Version,
    string Status,
    bool Confirmed,
    CheckMark Mark,
    IReadOnlyDictionary<string, string[]> Open,
    IReadOnlyList<InterviewerResult> Interviewers
);

/// <summary>Lets scripted interviewers talk to a teacher's own client, in the built-in voice.</summary>
internal sealed class CheckClient(UpdateClient update)
{
    public async Task<ClientCheckView> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        var faults = PersonaRules.Check(profile.Persona);
        var check = faults.Count == 0 ? ClientCheck.Of(profile.Persona) : null;
        return new ClientCheckView(
            profile.Name,
            profile.Version,
            profile.Status.ToString().ToLowerInvariant(),
            profile.ConfirmedAt is not null,
            check?.Mark ?? CheckMark.Red,
            PersonaReader.ByField(faults),
            check?.Interviewers ?? []
        );
    }
}
