using System.Reflection;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;

namespace VirtualClient.Web.Features.Demo;

/// <summary>The demo teacher's own clients, from files as an export writes them: one that students can meet, one that is half written.</summary>
internal sealed class DemoClients(AppDbContext db, TimeProvider clock)
{
    private const string Teacher = "teacher@demo.test";

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var teacher = await db.Users.FirstOrDefaultAsync(u => u.Email == Teacher, cancellationToken);
        if (teacher is null || await db.Set<ClientProfile>().AnyAsync(c => c.OwnerId == teacher.Id, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var (file, published) in new[] { ("teresa-kowalczyk", true), ("noor-haddad", false) })
        {
            var client = ClientProfile.New(teacher.Id, Read(file), now);
            db.Add(client);
            db.Add(ClientVersion.Of(client, VersionKind.Created, null, teacher.Id, now));
            if (published)
            {
                client.Confirm(now);
                client.Publish(now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Simulation.Client.Persona Read(string file)
    {
        var name = $"{typeof(DemoClients).Namespace}.Clients.{file}.json";
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var (persona, places) = ClientFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return persona ?? throw new InvalidDataException($"{name}: {places[0].Field}: {places[0].Sentence}");
    }
}
