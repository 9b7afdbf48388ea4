using System.Text.Json;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Coaching;

/// <summary>Reads an answer and believes nothing in it: an area of the list, few words, a goal about the moment, a wording a student can say.</summary>
internal static partial class CoachReader
{
    private const int LongestGoal = 400;
    private const int LongestWording = 260;
    private const int MostQuestions = 2;

    /// <returns>Null: it cannot be used as it is.</returns>
    public static CoachNote? Read(string answer, Persona persona, StudentNames names)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(FormedAnswer.Bare(answer), new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException)
        {
            return null;
        }

        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object || Codes.Find<PracticeArea>(Text(json, "area")) is not { } area)
            {
                return null;
            }

            var goal = names.Restore(Text(json, "goal"));
            var wording = names.Restore(Unquoted(Text(json, "wording")));
            return IsGoal(goal) && IsWording(wording, persona.Name) && ContentFloor.Check($"{goal} {wording}", persona.Age).Count == 0
                ? new CoachNote(goal, area, wording)
                : null;
        }
    }

    private static bool IsGoal(string text) => IsPlain(text, LongestGoal);

    /// <summary>Said by the student to the client: nobody speaks about the client, introduces the wording, or acts in it.</summary>
    private static bool IsWording(string text, string clientName) =>
        IsPlain(text, LongestWording)
        && text.Count(c => c == '?') <= MostQuestions
        && !text.Contains('*')
        && !Introduces().IsMatch(text)
        && !AboutThem().IsMatch(text)
        && !SpokenOf(text, clientName);

    /// <summary>"Walter seems tired" speaks about Walter; "Walter, you seem tired" and "Thank you, Walter." speak to him.</summary>
    private static bool SpokenOf(string text, string clientName) =>
        NamePart()
            .Matches(clientName)
            .Select(part => part.Value)
            .Where(part => part.Length > 2)
            .Any(part => Regex.IsMatch(text, $@"\b{Regex.Escape(part)}(?:['’]s\b|\s+\p{{Ll}})", RegexOptions.CultureInvariant));

    private static bool IsPlain(string text, int most) =>
        text.Length is > 0 && text.Length <= most && text.Any(char.IsLetter) && !Marks().IsMatch(text) && !OfTheMachine().IsMatch(text);

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static string Unquoted(string text) =>
        text.Length > 2 && Quoted().Match(text) is { Success: true } whole ? whole.Groups[1].Value : text;

    [GeneratedRegex("^[\"“']([^\"“”]+)[\"”']$", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\p{L}\p{M}'’-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();

    /// <summary>Markup, addresses and lines of their own have no place in a note.</summary>
    [GeneratedRegex(@"[<>{}\[\]`#|\\\p{Cc}\p{Cf}\p{Co}]|https?:|www\.", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"\b(?:transcript|(?:system|the|this|your|my) prompt|(?:system|new|previous|prior|your) instructions?|language model|as an ai|an ai|json|schema|rubric|scor(?:e|es|ed|ing)|grad(?:ed|er|ing)|full marks|trust level|simulat(?:ed|ion)|persona)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OfTheMachine();

    [GeneratedRegex(
        @"^(?:you (?:could|might|can|may) (?:say|ask|try|tell)|try(?: saying| asking)?\b|say\b|ask (?:her|him|them|the|about)\b|consider\b|perhaps say|maybe say|for example|(?:student|client|worker|coach)\s*:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Introduces();

    [GeneratedRegex(
        @"\b(?:the (?:client|student|interviewer)|(?:this|your) (?:client|interview(?:er)?))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AboutThem();
}
