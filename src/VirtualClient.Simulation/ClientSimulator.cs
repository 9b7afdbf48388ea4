using System.Runtime.CompilerServices;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation;

/// <summary>
/// One turn of a conversation: reads what the student did, moves the client's state, decides the reply, has it put into words and lets it
/// through as it passes the lint. Holds nothing between turns. Thread-safe.
/// </summary>
public sealed class ClientSimulator
{
    /// <summary>The flag of a reply that the built-in voice made because every route had failed.</summary>
    public const string BuiltInVoiceFlag = "built_in_voice";

    /// <summary>The flag of a reply that a model stopped at its token limit.</summary>
    public const string TokenLimitFlag = "token_limit";

    private readonly IVoice builtIn;
    private readonly IVoice? model;
    private readonly IModelRoutes? routes;

    internal ClientSimulator(IVoice builtIn, IVoice? model, IModelRoutes? routes) =>
        (this.builtIn, this.model, this.routes) = (builtIn, model, routes);

    /// <summary>Meets a turn. The first update is the plan; the last is the reply's completion, its failure, or the end of the meeting.</summary>
    /// <remarks>Failures of models are updates, not exceptions. A <see cref="ReplyUpdate.Failed"/> after text leaves that text interrupted.</remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async IAsyncEnumerable<ReplyUpdate> RespondAsync(
        TurnRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var decided = Decide(request);
        yield return decided;
        if (decided.Step.EndsForBreach)
        {
            yield return new ReplyUpdate.EndedForBreach();
            yield break;
        }

        var calls = new List<ModelCall>();
        var flags = new List<string>();
        var voice = VoiceFor(request);
        string? correction = null;
        while (true)
        {
            var attempt = new ReplyAttempt(voice, new VoiceRequest(request, decided.Signals, decided.Plan, correction));
            await foreach (var clause in attempt.SpeakAsync(cancellationToken))
            {
                yield return new ReplyUpdate.Text(clause);
            }

            calls.AddRange(attempt.Calls);
            flags.AddRange(attempt.Rules.Select(Codes.Of).Where(f => !flags.Contains(f)).ToList());
            if (attempt.Error is null && (attempt.Fault is null || attempt.Shown.Length > 0))
            {
                yield return Complete(attempt, flags, calls);
                yield break;
            }

            if (attempt.Error is null && correction is null)
            {
                correction = attempt.Fault!.Reason;
            }
            else if (MayStandIn(request, attempt) && voice != builtIn)
            {
                voice = builtIn;
                correction = null;
                flags.Add(BuiltInVoiceFlag);
            }
            else
            {
                yield return Fail(attempt, calls);
                yield break;
            }
        }
    }

    /// <summary>The built-in voice answers for models that cannot be reached; not for one that declined, and not past a budget.</summary>
    private static bool MayStandIn(TurnRequest request, ReplyAttempt attempt) =>
        request.BuiltInVoiceIfRoutesFail && attempt.Shown.Length == 0 && attempt.Error is { Kind: not FailureKind.Budget };

    private static ReplyUpdate.Planned Decide(TurnRequest request)
    {
        var opened = request.State.Opened;
        var context = new TurnContext
        {
            Persona = request.Persona,
            History = request.History,
            Text = request.Text,
            Opened = opened.Keys.ToHashSet(StringComparer.Ordinal),
            JustOpened = opened.Where(o => o.Value == request.State.Turn).Select(o => o.Key).ToHashSet(StringComparer.Ordinal),
        };
        var signals = TurnAnalyzer.Analyze(request.Text, context);
        var step = StateEngine.Next(request.Persona, request.State, signals);
        return new ReplyUpdate.Planned(signals, step, ReplyPlanner.Plan(request.Persona, step, signals, context));
    }

    private IVoice VoiceFor(TurnRequest request) =>
        model is not null && routes is not null && request.Route != TurnRequest.BuiltInRoute && routes.Answers(request.Route)
            ? model
            : builtIn;

    private static ReplyUpdate.Completed Complete(ReplyAttempt attempt, List<string> flags, List<ModelCall> calls)
    {
        if (attempt.CutAtLimit)
        {
            flags.Add(TokenLimitFlag);
        }

        return new ReplyUpdate.Completed(attempt.Whole, attempt.Fault is not null || attempt.CutAtLimit, flags, calls);
    }

    private static ReplyUpdate.Failed Fail(ReplyAttempt attempt, List<ModelCall> calls)
    {
        var kind = attempt.Error?.Kind ?? attempt.Fault!.Kind;
        var detail = attempt.Error is null ? Codes.Of(attempt.Fault!.Rule) : Codes.Of(kind);
        // What only the installation can mend is not offered again; everything else may go well the next time.
        return new ReplyUpdate.Failed(kind, kind is not (FailureKind.NotAvailable or FailureKind.Budget), detail, calls);
    }
}
