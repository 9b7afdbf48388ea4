using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Coaching;

/// <summary>
/// Gives one note for the turn that comes next: a model's where one answers in time and in the form that was asked for, the rules' otherwise.
/// Somebody who asked for help never waits long and never reads of a failure. Thread-safe.
/// </summary>
/// <param name="routes">Null, or without a route: from rules.</param>
public sealed class Coach(IModelRoutes? routes, TimeProvider time)
{
    /// <summary>Somebody is in the middle of a conversation: a note that takes longer comes too late to be one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private const int Tokens = 200;

    /// <summary>The note for the student's next turn; no failure of a model comes out of it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<GivenNote> NoteAsync(CoachRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (routes?.Answers(request.Route) != true)
        {
            return FromRules(request);
        }

        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var names = new StudentNames(request.StudentNames, request.Persona);
            var answer = await AskAsync(routes.Open(request.Route), request, names, either.Token);
            return CoachReader.Read(answer, request.Persona, names) is { } note ? new GivenNote(note, ByModel: true) : FromRules(request);
        }
        catch (Exception e) when (e is ModelException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return FromRules(request);
        }
    }

    private static GivenNote FromRules(CoachRequest request) => new(CoachNote.For(request.Persona, request.History), ByModel: false);

    private static Task<string> AskAsync(
        IChatClient client,
        CoachRequest request,
        StudentNames names,
        CancellationToken cancellationToken
    ) =>
        FormedAnswer.AskAsync(
            client,
            CoachPrompt.Build(request.Persona.Name, request.History, names),
            FormedAnswer.Options("coach", Tokens, CoachPrompt.Schema, CoachPrompt.SchemaName, request.Pseudonym, request.Payer),
            cancellationToken
        );
}
