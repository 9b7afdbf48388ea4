using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>A server as it measured itself.</summary>
/// <param name="Here">Whether it is the one that answers.</param>
/// <param name="Status">healthy, or unavailable when it has not been heard of for 20 seconds.</param>
public sealed record ServerView(
    Guid Id,
    string Name,
    string Version,
    bool Here,
    string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    int RepliesLive,
    int RepliesWaiting,
    double? DatabaseMs,
    long? FreeDiskBytes,
    long MemoryBytes,
    IReadOnlyList<ServerRoute> Routes
);

/// <param name="Status">healthy, degraded or unavailable.</param>
/// <param name="ForStudents">What it means for them, in a sentence.</param>
/// <param name="ToSet">What the institution has not set and people miss, in sentences; for admins.</param>
/// <param name="Routes">Of all servers together; whether a route is called is as this server knows it.</param>
public sealed record HealthView(
    string Status,
    string ForStudents,
    IReadOnlyList<RouteReport> Routes,
    DatabaseView Database,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ServerView>? Servers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ToSet,
    DateTimeOffset CheckedAt
);

/// <summary>Health as measured at the moment of asking: the database is asked something, the routes tell how their calls went.</summary>
internal sealed class ReadHealth(
    DatabaseProbe probe,
    ReadRoutes routes,
    ReadServers servers,
    LimitSettings limits,
    IOptions<InstallationOptions> installation,
    TimeProvider clock
)
{
    /// <summary>What a balancer needs: one small question to the database.</summary>
    public async Task<HealthView> BriefAsync(CancellationToken cancellationToken)
    {
        var database = await probe.AskAsync(cancellationToken);
        return Whole(database, await routes.AllAsync(cancellationToken), null);
    }

    /// <summary>With everything an admin wants to know of every server.</summary>
    public async Task<HealthView> WholeAsync(CancellationToken cancellationToken)
    {
        var database = await probe.MeasureAsync(cancellationToken);
        var own = await routes.AllAsync(cancellationToken);
        if (database.Status != "healthy")
        {
            return Whole(database, own, []);
        }

        try
        {
            var all = await servers.AllAsync(cancellationToken);
            var others = all.Where(s => !s.Here && s.Status == "healthy").SelectMany(s => s.Routes).ToList();
            return Whole(database, [.. own.Select(route => Together(route, others.Where(o => o.Name == route.Name)))], all);
        }
        catch (Exception e) when (e.IsTransient())
        {
            return Whole(database with { Status = "unavailable" }, own, []);
        }
    }

    private HealthView Whole(DatabaseView database, IReadOnlyList<RouteReport> all, IReadOnlyList<ServerView>? running)
    {
        var together = ReadRoutes.Together(all);
        var status =
            database.Status != "healthy" ? "unavailable"
            // Replies fail, but what was said can be read, and the built-in voice may stand in.
            : together == "healthy" ? "healthy"
            : "degraded";
        return new HealthView(
            status,
            ForStudents(status, together, all.Count),
            all,
            database,
            running,
            running is null ? null : ToSet(),
            clock.GetUtcNow()
        );
    }

    private List<string> ToSet() =>
        installation.Value.HelpResources.Count > 0
            ? []
            :
            [
                "Students who step out see general help only: 988, the local emergency number, and campus counseling without a number. Set Installation:HelpResources to your school's own.",
            ];

    private string ForStudents(string status, string together, int count) =>
        (status, together) switch
        {
            ("unavailable", _) => "Nothing can be read or said until the database answers. What was acknowledged is kept.",
            ("healthy", _) when count == 0 => "Conversations work. The built-in voice speaks; no model is called.",
            ("healthy", _) => "Conversations work as usual.",
            (_, "unavailable") when limits.Now.BuiltInVoiceWhenModelsFail =>
                "No model answers. The built-in voice speaks instead, and students are told so.",
            (_, "unavailable") => "No model answers. Students can read, take notes and end; a new reply fails and can be tried again.",
            _ => "Conversations go on. Some replies may come later or have to be tried again.",
        };

    /// <summary>What this server and the others saw of one route, added up; the slowest counts, and the newest error.</summary>
    private static RouteReport Together(RouteReport own, IEnumerable<ServerRoute> elsewhere)
    {
        var others = elsewhere.ToList();
        if (others.Count == 0)
        {
            return own;
        }

        var calls = own.Calls + others.Sum(o => o.Calls);
        var failures = (own.Calls * own.FailureShare) + others.Sum(o => o.Calls * o.FailureShare);
        var newest = others.Where(o => o.LastErrorAt is not null).MaxBy(o => o.LastErrorAt);
        var newer = newest is not null && (own.LastErrorAt is null || newest.LastErrorAt > own.LastErrorAt);
        return own with
        {
            Calls = calls,
            FailureShare = calls == 0 ? 0 : Math.Round(failures / calls, 3),
            InFlight = own.InFlight + others.Sum(o => o.InFlight),
            FirstTextMs = others.Select(o => o.FirstTextMs).Append(own.FirstTextMs).Max(),
            FirstTextSlowMs = others.Select(o => o.FirstTextSlowMs).Append(own.FirstTextSlowMs).Max(),
            LastError = newer ? newest!.LastError : own.LastError,
            LastErrorAt = newer ? newest!.LastErrorAt : own.LastErrorAt,
            LastErrorRequestId = newer ? newest!.LastErrorRequestId : own.LastErrorRequestId,
        };
    }
}
