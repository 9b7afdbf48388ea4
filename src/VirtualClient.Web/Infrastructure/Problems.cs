using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Every error of the API is a ProblemDetails with a stable code and a type that is a heading in docs/errors.md.</summary>
public static class Problems
{
    public static ProblemDetails Of(int status, string code, string sentence, IReadOnlyDictionary<string, object?>? details = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = TitleOf(status),
            Detail = sentence,
            Type = "docs/errors.md#" + code,
        };
        problem.Extensions["code"] = code;
        foreach (var (name, value) in details ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        return problem;
    }

    public static IResult Result(int status, string code, string sentence, IReadOnlyDictionary<string, object?>? details = null) =>
        TypedResults.Problem(Of(status, code, sentence, details));

    /// <summary>422 with the sentences by field; field names as in the JSON.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        Result(
            StatusCodes.Status422UnprocessableEntity,
            "invalid",
            errors.Count == 1 ? errors.Values.First()[0] : "Some fields need another look.",
            new Dictionary<string, object?> { ["errors"] = errors }
        );

    private static string TitleOf(int status) =>
        status switch
        {
            400 => "The request could not be read",
            401 => "Sign in first",
            403 => "Not for your role",
            404 => "Not there",
            405 => "Not that method",
            409 => "In conflict with what is stored",
            413 => "Too large",
            415 => "Wrong content type",
            422 => "Not valid",
            429 => "Too many requests",
            503 => "Not available for the moment",
            _ => "Something went wrong",
        };

    public static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>What routing refuses without a word (no such address, method or content type) is a problem with a code as well.</summary>
    public static void UseApiProblems(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                var response = context.Response;
                if (context.IsApi() && !response.HasStarted && response.ContentType is null && Silent(context) is { } problem)
                {
                    await WriteAsync(context, problem);
                }
            }
        );

    private static ProblemDetails? Silent(HttpContext context) =>
        context.Response.StatusCode switch
        {
            404 when context.User.Identity?.IsAuthenticated != true => Of(401, "sign-in-needed", "Sign in first."),
            404 => Of(404, "not-found", "There is nothing here for you."),
            413 => Of(413, "too-large", "The request is larger than this address takes."),
            405 => Of(405, "method", "This address does not take that method."),
            415 => Of(415, "content-type", "Send application/json."),
            _ => null,
        };

    public static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status!.Value;
        await context.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json", context.RequestAborted);
    }
}

/// <summary>The one place where exceptions become answers.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            _ when exception.IsTransient() => Problems.Of(
                503,
                "storage-away",
                "Nothing can be stored at this moment. Your text is still in its box; please send it again in a few seconds."
            ),
            DomainException domain => Problems.Of(domain.Status, domain.Code, domain.Message, domain.Details),
            BadHttpRequestException { StatusCode: 413 } => Problems.Of(413, "too-large", "The request is larger than this address takes."),
            BadHttpRequestException { StatusCode: 415 } => Problems.Of(415, "content-type", "Send application/json."),
            BadHttpRequestException { InnerException: JsonException json } => Problems.Of(
                400,
                "malformed",
                "The JSON could not be read" + (json.Path is { Length: > 1 } path ? $" at {path}." : ".")
            ),
            BadHttpRequestException => Problems.Of(400, "malformed", "The request could not be read."),
            DbUpdateConcurrencyException => Problems.Of(409, "stale", "Somebody changed this in the meantime. Load it again."),
            _ => null,
        };
        if (problem is null)
        {
            LogUnexpected(exception, context.Request.Path);
            problem = Problems.Of(500, "unexpected", "Something went wrong on our side. Your text is still in its box.");
        }

        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            LogAway(exception, context.Request.Path);
        }

        if (WaitOf(exception, problem) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (!context.IsApi() && !WantsJson(context))
        {
            context.Response.StatusCode = problem.Status!.Value;
            return false;
        }

        await Problems.WriteAsync(context, problem);
        return true;
    }

    private static TimeSpan? WaitOf(Exception exception, ProblemDetails problem) =>
        exception is DomainException domain ? domain.RetryAfter
        : problem.Status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(5)
        : null;

    private static bool WantsJson(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer at {Path}")]
    private partial void LogAway(Exception exception, PathString path);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure at {Path}")]
    private partial void LogUnexpected(Exception exception, PathString path);
}
