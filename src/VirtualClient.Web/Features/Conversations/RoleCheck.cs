using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// A turn that seems to be about the student and not about the role is not sent: the platform asks, and help comes before going on. What
/// was written is stored nowhere, counted nowhere and told to nobody.
/// </summary>
internal static class RoleCheck
{
    public const string Code = "was-that-you";

    /// <summary>Teachers who test a client are not asked, nor is who said that it was the role-play.</summary>
    public static bool Asks(Conversation conversation, SendMessageInput input) =>
        !conversation.IsTest && !input.RolePlay && !input.Wait && IsAboutStudent(input.Words, conversation.Persona);

    /// <summary>Whether words seem to be about whoever wrote them: real distress, or leaving the role.</summary>
    public static bool IsAboutStudent(string words, Persona persona) =>
        TurnAnalyzer.Analyze(words, new TurnContext { Persona = persona, History = [] }).Has(LabelCode.AboutTheStudent);

    public static DomainException Question(InstallationOptions installation) =>
        new(
            Code,
            "Was that you, or the role-play? Nobody reads this live. What you wrote was not sent and is kept nowhere. If it was you, help is here; if it was the role-play, send it again and say so."
        )
        {
            Details = new Dictionary<string, object?>
            {
                ["help"] = installation
                    .Help.Select(help => new
                    {
                        help.Name,
                        help.Contact,
                        help.Href,
                    })
                    .ToArray(),
            },
        };
}
