using System.Runtime.CompilerServices;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// The voice that needs no model, no key and no network: it puts the plan into words from the client's own words and the phrase files.
/// The same request gives the same words. Thread-safe.
/// </summary>
internal sealed class BuiltInVoice(BuiltInVoiceOptions options, TimeProvider time) : IVoice
{
    private const int WordsAtFullDuration = 40;

    /// <summary>Words to a piece: small enough to look like talking, large enough not to flood the stream.</summary>
    private const int WordsPerPiece = 3;

    public async IAsyncEnumerable<VoiceUpdate> SpeakAsync(
        VoiceRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pieces = Split(PrincipledReply.Compose(request));
        var pause = Duration(pieces.Count * WordsPerPiece) / pieces.Count;
        foreach (var piece in pieces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            yield return new VoiceUpdate.Piece(piece);
        }

        yield return new VoiceUpdate.Ended(Call: null, CutAtLimit: false);
    }

    private TimeSpan Duration(int words) =>
        options.MinDuration + (options.MaxDuration - options.MinDuration) * Math.Min(1d, words / (double)WordsAtFullDuration);

    private static List<string> Split(string reply)
    {
        var pieces = new List<string>();
        var start = 0;
        var words = 0;
        for (var i = 1; i < reply.Length; i++)
        {
            if (reply[i - 1] == ' ' && ++words % WordsPerPiece == 0)
            {
                pieces.Add(reply[start..i]);
                start = i;
            }
        }

        pieces.Add(reply[start..]);
        return pieces;
    }
}
