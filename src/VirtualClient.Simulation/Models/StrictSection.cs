using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VirtualClient.Simulation.Models;

/// <summary>A configuration section whose every mistake becomes one sentence with the full key in it.</summary>
internal sealed class StrictSection(IConfigurationSection section)
{
    public void Allow(params string[] known)
    {
        foreach (var child in section.GetChildren())
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new ModelConfigurationException(
                    $"{child.Path} is not a known setting; {section.Path} knows {string.Join(", ", known)}."
                );
    }

    public StrictSection Child(string key) => new(section.GetSection(key));

    public IEnumerable<StrictSection> Children(string key) => section.GetSection(key).GetChildren().Select(c => new StrictSection(c));

    public string? Text(string key) => section[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public string Required(string key) => Text(key) ?? throw new ModelConfigurationException($"{section.Path}:{key} is missing; set it.");

    public Uri? Address(string key)
    {
        if (Text(key) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong(key, "an address that begins with http:// or https://");
    }

    public decimal Money(string key, decimal? fallback)
    {
        var text = fallback is null ? Required(key) : Text(key);
        if (text is null)
            return fallback!.Value;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000
            ? value
            : throw Wrong(key, "an amount in US dollars per million tokens, such as 0.10");
    }

    public double Number(string key, double fallback, double least, double most)
    {
        if (Text(key) is not { } text)
            return fallback;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
    }

    public TimeSpan Time(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
            return fallback;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(key, $"a time from {least} to {most}, such as {fallback}");
    }

    public ModelConfigurationException Wrong(string key, string wanted) => new($"{section.Path}:{key} has to be {wanted}.");
}
