using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>
/// Counts how often a request goes to the database. Only requests that ask to be counted are, by a header, and only until they have ended: what
/// runs on in the background belongs to no request, and neither does what a server remembers. SQLite gets the statements of one save one by
/// one, in memory; they count as the one message they are elsewhere.
/// </summary>
internal sealed class RoundTrips : DbCommandInterceptor, IStartupFilter
{
    public const string Header = "X-Count-Round-Trips";

    private static readonly AsyncLocal<Request?> Current = new();

    private readonly ConcurrentDictionary<string, List<string>> commands = new();

    /// <summary>Held by all that a request started; its name goes when it ends, without a look at what the server has taken back by then.</summary>
    private sealed class Request(string name)
    {
        public volatile string? Name = name;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, following) =>
                {
                    var request = context.Request.Headers[Header].ToString() is { Length: > 0 } name ? new Request(name) : null;
                    Current.Value = request;
                    try
                    {
                        await following(context);
                    }
                    finally
                    {
                        request?.Name = null;
                    }
                }
            );
            next(app);
        };

    public IReadOnlyList<string> Of(string name) => commands.TryGetValue(name, out var list) ? list : [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command, eventData);
        return ValueTask.FromResult(result);
    }

    private void Count(DbCommand command, CommandEventData eventData)
    {
        if (Current.Value?.Name is not { } name || command.CommandText.StartsWith("-- " + QueryTags.Remembered, StringComparison.Ordinal))
        {
            return;
        }

        var list = commands.GetOrAdd(name, _ => []);
        var save = eventData.CommandSource == CommandSource.SaveChanges ? "save " + eventData.Context!.ContextId.InstanceId : null;
        lock (list)
        {
            if (save is null || list.Count == 0 || list[^1] != save)
            {
                list.Add(save ?? command.CommandText);
            }
        }
    }
}
