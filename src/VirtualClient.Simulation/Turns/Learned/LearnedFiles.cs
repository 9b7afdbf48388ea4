namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>The text files beside this one, embedded in the assembly.</summary>
internal static class LearnedFiles
{
    private const string Folder = "VirtualClient.Simulation.Turns.Learned.";

    /// <summary>The lines of a file that hold something; a line that begins with # is a remark.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream =
            typeof(LearnedFiles).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
