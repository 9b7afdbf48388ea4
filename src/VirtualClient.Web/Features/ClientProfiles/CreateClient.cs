using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Makes a teacher's client from whatever fields are named; what is left open is filled with starters, to be edited.</summary>
internal sealed class CreateClient(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    private static readonly string[] Needed = ["name", "age", "traits"];
    private static readonly string[] Basic = ["name", "age", "issues", "traits", "style", "difficulty"];

    public async Task<TeacherClient> HandleAsync(CurrentUser user, ClientBody body, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(body.Errors);
        foreach (var field in Needed.Where(field => !body.Fields.ContainsKey(field)))
        {
            errors[field] = [field == "traits" ? "Choose two to five traits." : "Fill this in."];
        }

        if (errors.Count > 0)
        {
            throw InvalidClient.Of(errors);
        }

        var read = Read(body.Fields);
        if (read.Persona is null || read.Errors.Count > 0)
        {
            throw InvalidClient.Of(read.Errors);
        }

        return await AddAsync(user, read.Persona, VersionKind.Created, body.Shared == true, cancellationToken);
    }

    /// <summary>Stores a new client with its first version.</summary>
    public async Task<TeacherClient> AddAsync(
        CurrentUser user,
        Persona persona,
        VersionKind kind,
        bool shared,
        CancellationToken cancellationToken
    )
    {
        var profile = Add(user, persona, kind, shared);
        await gate.SaveAsync(db, cancellationToken);
        return TeacherClient.Of(profile, user);
    }

    /// <summary>The same for a unit of work that the caller saves.</summary>
    public ClientProfile Add(CurrentUser user, Persona persona, VersionKind kind, bool shared)
    {
        var now = clock.GetUtcNow();
        var profile = kind == VersionKind.Created ? ClientProfile.New(user.Id, persona, now) : ClientProfile.CopyFor(user.Id, persona, now);
        profile.Share(shared, now);
        db.AddRange(profile, ClientVersion.Of(profile, kind, null, user.Id, now));
        return profile;
    }

    /// <summary>The basic fields make a person who can be talked to; the other fields that were named take their places in it.</summary>
    private static ReadPersona Read(JsonObject fields)
    {
        var basic = JsonSerializer
            .SerializeToNode(
                StarterPersona.From("New client", 30, [], [Trait.Reserved, Trait.Honest], CommunicationStyle.Casual),
                SimulationJson.Options
            )!
            .AsObject();
        foreach (var name in Basic.Where(fields.ContainsKey))
        {
            basic[name] = fields[name]?.DeepClone();
        }

        var first = PersonaReader.Read(basic);
        if (first.Persona is not { } p || first.Errors.Count > 0)
        {
            return first;
        }

        return PersonaReader.Change(StarterPersona.From(p.Name, p.Age, p.Issues, p.Traits, p.Style, p.Difficulty), fields);
    }
}
