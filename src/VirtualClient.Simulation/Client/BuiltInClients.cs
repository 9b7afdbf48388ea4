using System.Reflection;
using System.Text.Json;

namespace VirtualClient.Simulation.Client;

/// <summary>A client that comes with the product.</summary>
/// <param name="Key">Stable key, from the file's name without its number ("danny-kealoha").</param>
/// <param name="Persona">The client as written; <c>ReviewedBy</c> is empty until a practitioner has reviewed it.</param>
public sealed record BuiltInClient(string Key, Persona Persona);

/// <summary>
/// The clients that come with the product, in teaching order. Each is one file under <c>Client/BuiltIn</c>, named by a two-digit place in
/// the order and its key. Read once, on first use; thread-safe.
/// </summary>
public static class BuiltInClients
{
    private const string Folder = ".Client.BuiltIn.";

    /// <summary>All built-in clients, ordered by the number in their file's name.</summary>
    /// <exception cref="TypeInitializationException">A file is not a persona; its inner exception names the file.</exception>
    public static IReadOnlyList<BuiltInClient> All { get; } = Load(typeof(BuiltInClients).Assembly);

    private static BuiltInClient[] Load(Assembly assembly)
    {
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(resource => resource.Contains(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource => new BuiltInClient(KeyOf(resource), Read(assembly, resource))),
        ];
    }

    private static string KeyOf(string resource)
    {
        var file = Path.GetFileNameWithoutExtension(resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..]);
        if (file.Length < 4 || !char.IsAsciiDigit(file[0]) || !char.IsAsciiDigit(file[1]) || file[2] != '-')
        {
            throw new InvalidDataException($"The built-in client {file} is not named by two digits, a hyphen and a key.");
        }

        return file[3..];
    }

    private static Persona Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        try
        {
            return JsonSerializer.Deserialize<Persona>(stream, SimulationJson.Options)
                ?? throw new InvalidDataException($"{resource} holds no client.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{resource} is not a client: {e.Message}", e);
        }
    }
}
