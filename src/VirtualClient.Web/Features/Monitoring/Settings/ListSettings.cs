using System.Globalization;
using System.Reflection;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>A setting as this server uses it.</summary>
/// <param name="Value">As it is in force; secrets are only "set" or "not set".</param>
/// <param name="From">default, or the file or place that it was read from.</param>
public sealed record SettingView(string Key, string Value, string Default, string From);

/// <summary>Every setting of this server, with its default and where it comes from. Secrets are never shown.</summary>
internal sealed class ListSettings(IConfiguration configuration, LimitSettings limits, ModelCatalog models)
{
    private static readonly string[] Secret = ["Password", "Secret", "Headers", "ApiKey"];

    private static readonly (string Section, Type Type)[] Sections =
    [
        (InstallationOptions.Section, typeof(InstallationOptions)),
        (InstallationOptions.Section + ":Smtp", typeof(SmtpOptions)),
        (SignInLimits.Section, typeof(SignInLimits)),
        (LimitOptions.Section, typeof(LimitOptions)),
        ("Models:Limits", typeof(ModelLimits)),
        ("Models:Circuit", typeof(CircuitOptions)),
        (MonitoringOptions.Section, typeof(MonitoringOptions)),
        (TelemetryOptions.Section, typeof(TelemetryOptions)),
    ];

    public IReadOnlyList<SettingView> All() =>
        [.. Sections.SelectMany(section => Of(section.Section, section.Type)).Select(InForce), .. models.Routes.SelectMany(Of)];

    /// <summary>What an admin saved while the program runs wins over what was read at its start.</summary>
    private SettingView InForce(SettingView setting)
    {
        var name = setting.Key.StartsWith(LimitOptions.Section + ":", StringComparison.Ordinal)
            ? setting.Key[(LimitOptions.Section.Length + 1)..]
            : null;
        if (name is null || typeof(LimitOptions).GetProperty(name) is not { } property)
        {
            return setting;
        }

        var now = Text(property.GetValue(limits.Now));
        return Text(property.GetValue(limits.Configured)) == now ? setting : setting with { Value = now, From = "saved by an admin" };
    }

    /// <summary>A model route; its key is only "set" or "not set".</summary>
    private IEnumerable<SettingView> Of(Simulation.Models.RouteOptions route, int place)
    {
        var key = $"Models:Routes:{place}";
        (string Name, string? Value)[] parts =
        [
            ("Name", route.Name),
            ("Provider", route.Provider),
            ("Model", route.Model),
            ("BaseUrl", route.BaseUrl?.ToString()),
            ("ApiKey", string.IsNullOrEmpty(route.ApiKey) ? "not set" : "set"),
        ];
        return parts
            .Where(part => !string.IsNullOrEmpty(part.Value))
            .Select(part => new SettingView($"{key}:{part.Name}", part.Value!, "–", SourceOf($"{key}:{part.Name}")));
    }

    private IEnumerable<SettingView> Of(string section, Type type)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite && IsPlain(p.PropertyType))
        )
        {
            var key = $"{section}:{property.Name}";
            var value = configuration[key];
            var isSecret = Secret.Any(word => property.Name.Contains(word, StringComparison.Ordinal));
            var byDefault = Text(property.GetValue(defaults));
            yield return new SettingView(
                key,
                isSecret ? (string.IsNullOrEmpty(value) ? "not set" : "set") : value ?? byDefault,
                byDefault,
                value is null ? "default" : SourceOf(key)
            );
        }
    }

    /// <summary>The last source that knows the key wins.</summary>
    private string SourceOf(string key)
    {
        if (configuration is not IConfigurationRoot root)
        {
            return "configuration";
        }

        var provider = root.Providers.LastOrDefault(p => p.TryGet(key, out _));
        return provider switch
        {
            Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider file => file.Source.Path ?? "a file",
            Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider => "environment",
            Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider => "command line",
            _ => "configuration",
        };
    }

    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive
            || plain == typeof(string)
            || plain == typeof(decimal)
            || plain == typeof(TimeSpan)
            || plain == typeof(Uri);
    }

    private static string Text(object? value) =>
        value switch
        {
            null or "" => "–",
            bool on => on ? "true" : "false",
            IFormattable some => some.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "–",
        };
}
