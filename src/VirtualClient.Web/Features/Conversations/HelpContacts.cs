using VirtualClient.Web.Components.Ui.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>The school's help, or the general one, as pages show it.</summary>
internal static class HelpContacts
{
    public static IReadOnlyList<HelpContact> Of(InstallationOptions installation) =>
        [.. installation.Help.Select(help => new HelpContact(help.Name, help.Contact, help.Href))];
}
