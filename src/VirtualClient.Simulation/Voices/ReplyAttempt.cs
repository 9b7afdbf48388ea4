using System.Runtime.CompilerServices;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Voices;

/// <summary>One try of one voice at a reply: what it said goes through the lint clause by clause. Use once; read the outcome after the stream.</summary>
internal sealed class ReplyAttempt(IVoice voice, VoiceRequest request)
{
    private readonly ClauseGate gate = new(new ReplyLint(request), leaveOut: request.Correction is not null);
    private readonly List<ModelCall> calls = [];

    /// <summary>Calls made, in order.</summary>
    public IReadOnlyList<ModelCall> Calls => calls;

    /// <summary>The voice failed, or null.</summary>
    public ModelException? Error { get; private set; }

    /// <summary>Why the reply ended early or is none, or null.</summary>
    public LintFault? Fault { get; private set; }

    public bool CutAtLimit { get; private set; }

    public string Shown => gate.Shown;

    /// <summary>What stands as the reply: all that was shown, or up to its last whole sentence if it ended early.</summary>
    public string Whole => Fault is not null || CutAtLimit ? gate.Cut() : gate.Shown.TrimEnd();

    public IEnumerable<LintRule> Rules => Fault is null ? gate.LeftOut : gate.LeftOut.Append(Fault.Rule);

    public async IAsyncEnumerable<string> SpeakAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = voice.SpeakAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates) is { } update)
        {
            var clause = Take(update);
            if (clause.Length > 0)
            {
                yield return clause;
            }
        }

        // A reply that failed half way keeps what was shown; the unfinished rest is not the client's.
        var rest = Error is null && Fault is null ? gate.End() : "";
        Fault ??= gate.Fault;
        if (Error is null && Fault is null && gate.Shown.Trim().Length == 0)
        {
            Fault = new LintFault(LintRule.Empty, "It was empty. Say something, however short.");
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private string Take(VoiceUpdate update)
    {
        switch (update)
        {
            case VoiceUpdate.Piece piece when Fault is null:
                var clause = gate.Push(piece.Text);
                // After a fault the rest is read for the account of the call only.
                Fault = gate.Fault;
                return clause;
            case VoiceUpdate.Attempted attempt:
                calls.Add(attempt.Call);
                return "";
            case VoiceUpdate.Ended ended:
                CutAtLimit = ended.CutAtLimit;
                Fault ??= ended.Refused ? new LintFault(LintRule.Refusal, "It was stopped for its content. Answer as this person.") : null;
                if (ended.Call is not null)
                {
                    calls.Add(Fault?.Rule == LintRule.Refusal ? ended.Call with { Outcome = "refused" } : ended.Call);
                }

                return "";
            default:
                return "";
        }
    }

    private async ValueTask<VoiceUpdate?> NextAsync(IAsyncEnumerator<VoiceUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (ModelException e)
        {
            Error = e;
            calls.AddRange(e.Calls);
            return null;
        }
    }
}
