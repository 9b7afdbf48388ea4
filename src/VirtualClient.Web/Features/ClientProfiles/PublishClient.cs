using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

public sealed class PublishClientInput
{
    public const string Sentence = "This is not a real person’s story or record.";

    /// <summary>"This is not a real person's story or record." Asked once for each client.</summary>
    public bool NotARealPerson { get; set; }
}

/// <summary>Lets students meet a client: it keeps all rules, and its teacher has said that it is nobody's real story.</summary>
internal sealed class PublishClient(UpdateClient update, AuditLog audit, AppDbContext db, TimeProvider clock)
{
    public async Task<TeacherClient> HandleAsync(CurrentUser user, Guid id, PublishClientInput input, CancellationToken cancellationToken)
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        if (PersonaRules.Check(profile.Persona) is { Count: > 0 } faults)
        {
            throw InvalidClient.NotReady(faults);
        }

        var now = clock.GetUtcNow();
        if (profile.ConfirmedAt is null && !input.NotARealPerson)
        {
            throw InvalidClient.Of(
                new Dictionary<string, string[]>
                {
                    ["notARealPerson"] = ["Confirm once that this is not a real person’s story or record: send \"notARealPerson\": true."],
                }
            );
        }

        if (profile.ConfirmedAt is null)
        {
            profile.Confirm(now);
            audit.Add(db, user.Id, "client.confirmed-invented", "client", id);
        }

        if (profile.Status != ProfileStatus.Published)
        {
            audit.Add(db, user.Id, "client.published", "client", id);
        }

        profile.Publish(now);
        await update.SaveAsync(user, id, cancellationToken);
        return TeacherClient.Of(profile, user);
    }
}
