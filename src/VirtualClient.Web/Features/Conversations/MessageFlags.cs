using VirtualClient.Simulation;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What the simulation noted of a reply, as it is stored in <see cref="Message.Flags"/>.</summary>
internal static class MessageFlags
{
    /// <summary>Whole words only, as many as fit; the built-in voice first, because the transcript tells of it.</summary>
    public static string? Join(IReadOnlyList<string> flags)
    {
        var joined = "";
        foreach (var flag in flags.OrderByDescending(f => f == ClientSimulator.BuiltInVoiceFlag))
        {
            var next = joined.Length == 0 ? flag : joined + "," + flag;
            if (next.Length > Message.FlagsMax)
            {
                break;
            }

            joined = next;
        }

        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The built-in voice answered because no model could be reached.</summary>
    public static bool IsStandIn(string? flags) => flags?.Split(',').Contains(ClientSimulator.BuiltInVoiceFlag) == true;
}
