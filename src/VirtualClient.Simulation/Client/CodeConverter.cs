using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualClient.Simulation.Client;

/// <summary>Writes every enum as its snake_case code and refuses an unknown code with a sentence that lists the known ones.</summary>
internal sealed class CodeConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(For<>).MakeGenericType(typeToConvert))!;

    private sealed class For<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> s_values = Enum.GetValues<T>().ToDictionary(Codes.Of);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? Value(reader.GetString()!)
                : throw new JsonException($"A code is a text. Known: {string.Join(", ", s_values.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Codes.Of(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Value(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Codes.Of(value));

        private static T Value(string code) =>
            s_values.TryGetValue(code, out var value)
                ? value
                : throw new JsonException($"\"{code}\" is not known. Known: {string.Join(", ", s_values.Keys)}.");
    }
}
