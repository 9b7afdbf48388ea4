using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Assessment;

/// <summary>Transcripts and answers to assess.</summary>
internal static class Interviews
{
    public static readonly RubricDefinition Core = BuiltInRubrics.All.Single(rubric => rubric.Key == "core-interview").Rubric;

    public static TranscriptLine Student(int number, string text, params LabelCode[] codes) =>
        new(number, Speaker.Student, text, [.. codes.Select(code => new TurnLabel(code, text, "test"))]);

    public static TranscriptLine Client(int number, string text) => new(number, Speaker.Client, text, []);

    /// <summary>Eight lines, four of them the student's.</summary>
    public static IReadOnlyList<TranscriptLine> Short { get; } =
    [
        Client(1, "I nearly didn\u2019t come."),
        Student(2, "Hi, I\u2019m Maya, a social work student. You nearly didn\u2019t come, and you came.", LabelCode.Introduction),
        Client(3, "My sister drove. She thinks I\u2019m not coping."),
        Student(4, "She\u2019s worried, and you\u2019re tired of being worried about.", LabelCode.ComplexReflection),
        Client(5, "Yeah. That."),
        Student(6, "What is a usual night like for you?", LabelCode.OpenQuestion),
        Client(7, "Four hours. Then I count what\u2019s due."),
        Student(8, "So the nights are when the bills come.", LabelCode.SimpleReflection),
    ];

    public static AssessmentRequest Request(RubricDefinition? rubric = null, IReadOnlyList<TranscriptLine>? lines = null) =>
        new()
        {
            Rubric = rubric ?? Core,
            Lines = lines ?? Short,
            Persona = BuiltInClients.All[0].Persona,
            StudentNames = ["Maya Okafor"],
        };

    /// <summary>An answer that gives every criterion this level and these quotes.</summary>
    public static JsonObject Answer(string level, params (int Line, string Words)[] quotes) =>
        new()
        {
            ["criteria"] = new JsonObject([
                .. Core.Criteria.Select(c =>
                    KeyValuePair.Create(
                        c.Key,
                        (JsonNode?)
                            new JsonObject
                            {
                                ["evidence"] = new JsonArray([
                                    .. quotes.Select(q => new JsonObject { ["line"] = q.Line, ["words"] = q.Words }),
                                ]),
                                ["reason"] = "Ardwyn stayed with the worry.",
                                ["level"] = level,
                                ["confidence"] = "high",
                            }
                    )
                ),
            ]),
            ["strengths"] = new JsonArray("Stays with what was said."),
            ["areas_to_improve"] = new JsonArray("It might help to say what is kept private."),
        };
}

/// <summary>A model that says what it was given, one answer for each call, and remembers what it was asked.</summary>
internal sealed class ScriptedModel(params string[] answers) : IModelRoutes, IChatClient
{
    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public List<ChatOptions> Options { get; } = [];

    public bool Any => true;

    public bool Answers(string? route) => route != TurnRequest.BuiltInRoute;

    public IChatClient Open(string? route) => this;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        Asked.Add([.. messages]);
        Options.Add(options!);
        yield return new ChatResponseUpdate(ChatRole.Assistant, answers[Math.Min(Asked.Count, answers.Length) - 1]);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
