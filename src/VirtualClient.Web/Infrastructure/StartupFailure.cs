using Microsoft.Extensions.Options;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What keeps the program from starting, in one sentence that says what to set.</summary>
internal static class StartupFailure
{
    /// <summary>Null for anything that is a bug and should show where.</summary>
    public static string? SentenceOf(Exception exception) =>
        exception switch
        {
            StartupException startup => startup.Message,
            VirtualClient.Simulation.Models.ModelConfigurationException models => models.Message,
            OptionsValidationException options => string.Join(" ", options.Failures),
            InvalidOperationException unknown when unknown.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal) =>
                "The configuration has a key that this program does not know: " + unknown.Message.Split(':')[^1].Trim(),
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                "The address is in use by another program. Set another one with --urls http://localhost:5081.",
            _ => null,
        };
}
