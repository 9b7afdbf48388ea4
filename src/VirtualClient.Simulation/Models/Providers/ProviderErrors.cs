using System.Globalization;
using System.Text.Json;
using Anthropic.Exceptions;
using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// The one place where a provider's failure becomes ours. Messages hold status and kind, never what the provider wrote: it may quote the prompt.
/// </summary>
internal static class ProviderErrors
{
    public static ModelException Translate(Exception e, CallAttempt attempt) =>
        e switch
        {
            ModelException known => known,
            AnthropicSseException sse => FromEvent(KindOf(sse), attempt, e),
            AnthropicApiException api => FromStatus((int)api.StatusCode, KindOf(api), attempt, e),
            ProviderAnswerException completions => completions.Status is { } status
                ? FromStatus(status, completions.Code, attempt, e)
                : FromEvent(completions.Code, attempt, e),
            AnthropicIOException or HttpRequestException or IOException => Broken("The connection to the provider failed.", attempt, e),
            OperationCanceledException or TimeoutException => new ModelException(FailureKind.Timeout, "The provider took too long.", e)
            {
                Transient = true,
                RequestId = attempt.RequestId,
            },
            // Half an event, half a character, a web page in place of an answer: whatever reading it threw.
            _ => Unreadable(attempt, e),
        };

    public static ModelException Unreadable(CallAttempt attempt, Exception? e = null) =>
        Broken("The provider's answer could not be read.", attempt, e);

    /// <summary>The stream ended without saying that it was finished.</summary>
    public static ModelException EndedEarly(CallAttempt attempt) => Broken("The provider's answer ended early.", attempt, null);

    /// <param name="stalled">Nothing came for too long; else the whole call took too long.</param>
    public static ModelException TooLong(CallAttempt attempt, bool stalled) =>
        new(FailureKind.Timeout, stalled ? "The provider fell silent." : "The provider took too long.")
        {
            Transient = stalled,
            RequestId = attempt.RequestId,
        };

    private static ModelException FromStatus(int status, string? code, CallAttempt attempt, Exception e)
    {
        var (kind, transient) = status switch
        {
            408 => (FailureKind.Timeout, true),
            409 => (FailureKind.Unexpected, true),
            // Without a time to come back, a limit is one of money.
            429 when attempt.RetryAfter is null => (FailureKind.Budget, false),
            429 => (FailureKind.Busy, true),
            >= 400 and < 500 => (FailureKind.NotAvailable, false),
            501 or 505 => (FailureKind.NotAvailable, false),
            >= 500 => (FailureKind.Overloaded, true),
            _ => (FailureKind.Unexpected, false),
        };
        var text = string.Create(CultureInfo.InvariantCulture, $"The provider answered {status}{(code is null ? "" : $" ({code})")}.");
        return new ModelException(kind, text, e)
        {
            StatusCode = status,
            RetryAfter = attempt.RetryAfter,
            RequestId = attempt.RequestId,
            Transient = transient,
        };
    }

    /// <summary>An error told within the stream, after a status that promised success.</summary>
    private static ModelException FromEvent(string? code, CallAttempt attempt, Exception e)
    {
        var (kind, transient) = code switch
        {
            "invalid_request_error" or "authentication_error" or "permission_error" or "not_found_error" or "billing_error" => (
                FailureKind.NotAvailable,
                false
            ),
            "rate_limit_error" or "rate_limit_exceeded" => (FailureKind.Busy, true),
            "timeout_error" => (FailureKind.Timeout, true),
            _ => (FailureKind.Overloaded, true),
        };
        return new ModelException(kind, $"The provider broke off{(code is null ? "" : $" ({code})")}.", e)
        {
            RequestId = attempt.RequestId,
            Transient = transient,
        };
    }

    private static ModelException Broken(string text, CallAttempt attempt, Exception? e) =>
        new(FailureKind.Unexpected, text, e) { RequestId = attempt.RequestId, Transient = true };

    private static string? KindOf(AnthropicServiceException e)
    {
        try
        {
            return Word(e.Type?.Raw());
        }
        catch (Exception unreadable) when (unreadable is JsonException or AnthropicException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Only what looks like an identifier is repeated.</summary>
    internal static string? Word(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? code : null;
}
