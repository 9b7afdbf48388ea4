using System.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>The client's last replies as lower-case words, to see what was already said.</summary>
internal static class ClientWords
{
    public static string Recent(TurnContext context, int replies) =>
        string.Join(
            " | ",
            context.History.Where(said => said.Speaker == Speaker.Client).TakeLast(replies).Select(said => Plain(said.Text))
        );

    public static bool Contains(string said, string phrase) => said.Contains(Plain(phrase), StringComparison.Ordinal);

    /// <summary>Lower-case words joined by single spaces, punctuation dropped.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '\u2019') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
