using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using VirtualClient.Web.Infrastructure.OpenApi;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What every feature stands on: clock, settings, problems, key ring, logs, limits of a request.</summary>
internal static class InfrastructureSetup
{
    /// <summary>Largest body of a request; imports ask for more by themselves.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    public static void AddInfrastructure(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new StoredClock());
        builder.AddSettings<InstallationOptions>(InstallationOptions.Section);
        builder.AddSettings<SignInLimits>(SignInLimits.Section);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.AddServerHeader = false;
        });
        // Replies in the making get time to finish when the server is asked to stop.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        // What cannot be read is told in the same words everywhere, not in development only.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-Antiforgery";
            antiforgery.Cookie.Name = "vc-antiforgery";
        });
        services.AddKeyRing();
        builder.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        services.AddHostedService<Telemetry>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ProblemLog>();
        services.AddSingleton<InstallationState>();
        services.AddHostedService(provider => provider.GetRequiredService<InstallationState>());
        services.AddSingleton<Jobs.JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<Jobs.JobRunner>());
        services.AddSingleton<Jobs.JobDesk>();
        services.AddSingleton<ViewerTime>();
        services.AddSingleton<KeptText>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAccessAnswers>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(
                SignInLimits.Policy,
                context =>
                    RateLimitPartition.GetSlidingWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new SlidingWindowRateLimiterOptions
                        {
                            PermitLimit = context
                                .RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<SignInLimits>>()
                                .Value.TriesPerMinute,
                            Window = TimeSpan.FromMinutes(1),
                            SegmentsPerWindow = 6,
                        }
                    )
            );
            limiter.OnRejected = (context, _) =>
            {
                const string sentence = "Too many tries from this network. Wait a minute, then try again.";
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return new ValueTask(
                    context.HttpContext.IsApi()
                        ? Problems.WriteAsync(context.HttpContext, Problems.Of(429, "too-many-sign-ins", sentence))
                        : context.HttpContext.Response.WriteAsync(sentence, context.HttpContext.RequestAborted)
                );
            };
        });
        services.AddApiDocument();
    }

    /// <summary>Binds a section, refuses keys it does not know, and checks it at start.</summary>
    public static void AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class =>
        builder
            .Services.AddOptions<T>()
            .Bind(builder.Configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}

/// <summary>How often sign-in may be tried from one address; section "SignIn".</summary>
public sealed class SignInLimits
{
    public const string Section = "SignIn";
    public const string Policy = "sign-in";

    /// <value>Tries a minute and address; a lab of 60 behind one address must fit.</value>
    [System.ComponentModel.DataAnnotations.Range(1, 1_000_000)]
    public int TriesPerMinute { get; set; } = 120;
}
