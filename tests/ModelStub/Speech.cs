using System.Text;
using System.Text.Json;

namespace ModelStub;

/// <summary>What the stub says: short speech of somebody in trouble, the same for the same request.</summary>
internal static class Speech
{
    private static readonly string[] Lines =
    [
        "I don't know. It's been a long week, I guess.",
        "We argue about money mostly. Then nobody talks for two days.",
        "My sister says I should have come sooner. Maybe she's right.",
        "I sleep four hours, maybe. Then I lie there and count what's due.",
        "It's fine. I mean, it isn't, but what am I supposed to do about it?",
        "They cut my hours in March and I never told the kids.",
        "Honestly, I nearly didn't come in today.",
        "He was good at first. That's the part nobody believes.",
        "I used to go walking in the evening. I haven't done that since, I don't know, spring.",
        "You'd have to ask my mother, she keeps all the papers.",
        "I had a drink before the appointment. Just one. To calm down.",
        "The school called again and I let it ring.",
        "What do you want me to say? I'm tired.",
        "My son said something last night that I can't get out of my head.",
        "It was better when my dad was around, he'd fix things.",
        "I don't like talking about that part.",
    ];

    public const string RoleBreak =
        "As an AI language model, I'm not able to have feelings, but here are some tips for interviewing a client in this situation.";

    /// <summary>The text of a reply, shorter when the request allows few tokens.</summary>
    public static (string Text, bool Cut) For(ReceivedRequest request, StubSettings settings, Fault? fault)
    {
        if (fault?.Kind == FaultKind.RoleBreak)
            return (RoleBreak, false);
        if (fault?.Kind is FaultKind.Refusal or FaultKind.Empty)
            return ("", false);
        var text =
            settings.Reply?.Invoke(request)
            ?? (request.Schema is { } schema ? SchemaSample.For(schema, schema).ToJsonString() : Lines[Number(request) % Lines.Length]);
        if (fault?.Kind == FaultKind.MaxTokens)
            return (text[..(text.Length * 2 / 3)], true);
        var most = (long)request.MaxTokens * 4;
        return text.Length > most ? (text[..(int)most], true) : (text, false);
    }

    /// <summary>Cuts a reply as providers do: words with their leading space, or exactly as many pieces as asked for.</summary>
    public static IReadOnlyList<string> Pieces(string text, int? count)
    {
        if (text.Length == 0)
            return [];
        var words = new List<string>();
        var from = 0;
        for (var i = 1; i < text.Length; i++)
            if (text[i] == ' ')
            {
                words.Add(text[from..i]);
                from = i;
            }
        words.Add(text[from..]);
        if (count is not { } exact || exact < 1)
            return words;
        var pieces = new List<string>(exact);
        for (var i = 0; i < exact; i++)
            pieces.Add(i < words.Count ? words[i] : " " + words[i % words.Count].TrimStart());
        return pieces;
    }

    private static int Number(ReceivedRequest request)
    {
        // FNV-1a over the newest words and the length of the conversation: stable between runs and machines.
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(request.LastUserText))
            hash = (hash ^ b) * 16777619u;
        if (request.Body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array)
            hash = (hash ^ (uint)messages.GetArrayLength()) * 16777619u;
        return (int)(hash & 0x7fffffff);
    }
}
