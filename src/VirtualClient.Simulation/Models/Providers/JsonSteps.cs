using System.Text.Json;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// Steps through an answer straight from UTF-8. Each stands on a property name and leaves the reader at the end of its value; a value of
/// another kind than expected is skipped, because providers add to their answers without asking.
/// </summary>
internal static class JsonSteps
{
    /// <summary>Moves into an object or array; skips the value and says no when it is something else.</summary>
    public static bool Enter(this ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
            return true;
        reader.Skip();
        return false;
    }

    public static bool NextProperty(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static string? Text(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    public static long? Number(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return number;
        reader.Skip();
        return null;
    }

    /// <summary>Every event repeats the same few strings: the known one is kept instead of a new one made.</summary>
    public static string? Same(this ref Utf8JsonReader reader, string? known)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return known is not null && reader.ValueTextEquals(known) ? known : reader.GetString();
        reader.Skip();
        return known;
    }

    /// <summary>Makes sure that the object that was read came whole.</summary>
    /// <exception cref="JsonException">It did not.</exception>
    public static void End(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException("The object is not whole.");
    }

    /// <summary>The code of an error object, or its type, from the property that holds it; null when it is no object.</summary>
    public static string? ErrorCode(this ref Utf8JsonReader reader)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
            return null;
        string? code = null;
        string? type = null;
        while (reader.NextProperty())
            if (reader.ValueTextEquals("code"u8))
                code = reader.Text();
            else if (reader.ValueTextEquals("type"u8))
                type = reader.Text();
            else
                reader.Skip();
        return ProviderErrors.Word(code) ?? ProviderErrors.Word(type);
    }

    /// <summary>The code in the body of an error answer; null when the body is something else.</summary>
    public static string? ErrorCodeOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.NextProperty())
            if (reader.ValueTextEquals("error"u8))
                return reader.ErrorCode();
            else
                reader.Skip();
        return null;
    }
}
