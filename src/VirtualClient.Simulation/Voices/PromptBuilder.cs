using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Builds what a model is sent, from what the client is willing to say now. Facts that are closed, their own words and any five words in a
/// row of either are in no prompt, in no state; for a closed topic that was touched only its deflection is there. Deterministic, no times,
/// no names of the student. Thread-safe.
/// </summary>
public static class PromptBuilder
{
    /// <summary>
    /// Characters of history that go in word for word, some 7,000 tokens: about ninety exchanges. With caching a long history is cheaper
    /// than a summary, so the summary begins late.
    /// </summary>
    public const int HistoryCharacters = 28_000;

    private const int MostOfOneUtterance = 4_000;

    private static readonly PromptFile Parts = PromptFile.Load("parts");

    /// <summary>The part that stays the same, byte for byte, through a conversation: role, rules, the person, principles.</summary>
    public static string StablePart(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return Voices.StablePart.Of(persona);
    }

    /// <summary>The same with a teacher's edit in the place of everything but the principles, as a test with that edit sends it.</summary>
    public static string StablePart(Persona persona, string edited)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(edited);
        return Voices.StablePart.Of(persona, edited);
    }

    /// <summary>The direction for one reply, at most about 200 tokens, the same for every model.</summary>
    public static string PlanText(ReplyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return PlanWriter.Write(plan, null, null);
    }

    internal static Prompt Build(VoiceRequest request, int historyCharacters = HistoryCharacters)
    {
        var (turn, plan) = (request.Turn, request.Plan);
        var persona = turn.Persona;
        var names = new StudentNames(turn.StudentNames, persona);
        var open = plan.Opening.Concat(plan.Known).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var kept = KeptBack.Closed(persona, open);
        var stable = turn.PromptOverride is { Length: > 0 } edited ? Voices.StablePart.Of(persona, edited) : Voices.StablePart.Of(persona);
        var window = HistoryWindow.Of(turn.History, historyCharacters, plan.Known);

        var messages = new List<ChatMessage> { new(ChatRole.System, [Cached(stable, ModelKeys.OneHour)]) };
        // The first message is the worker's, because some providers want it so; it also says what fell out of the window.
        var earlier = window.Earlier.Length == 0 ? Parts.Fill("beginning") : Parts.Fill("earlier", "summary", Said(window.Earlier));
        var said = window.Recent.Select(u => (Role: u.Speaker == Speaker.Client ? ChatRole.Assistant : ChatRole.User, Text: Said(u.Text)));
        var history = said.Prepend((Role: ChatRole.User, Text: earlier)).Where(m => m.Text.Length > 0).ToList();
        for (var i = 0; i < history.Count; i++)
        {
            var last = i == history.Count - 1;
            messages.Add(
                new ChatMessage(history[i].Role, [last ? Cached(history[i].Text, ModelKeys.FiveMinutes) : new TextContent(history[i].Text)])
            );
        }

        // The direction's own texts are fenced one by one; the student's names can be in it as echoes.
        var direction = names.Hide(PlanWriter.Write(plan, kept, request.Correction));
        messages.Add(new ChatMessage(ChatRole.User, $"{Said(turn.Text)}\n\n<direction>\n{direction}\n</direction>"));
        return new Prompt(messages, names);

        string Said(string text) => names.Hide(Fence.Clean(text, MostOfOneUtterance));
    }

    private static TextContent Cached(string text, string kept) =>
        new(text) { AdditionalProperties = new AdditionalPropertiesDictionary { [ModelKeys.Cache] = kept } };
}
