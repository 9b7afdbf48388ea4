using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>
/// Counts how often a request goes to the database. Only requests that ask to be counted are, by a header; what runs in the background
/// belongs to no request, and neither does what a server asks once in some seconds. SQLite gets the statements of one save one by one, in memory; they count as the one message they are elsewhere.
/// </summary>
internal sealed class RoundTrips(IHttpContextAccessor http) : DbCommandInterceptor
{
    public const string Header = "X-Count-Round-Trips";

    private readonly ConcurrentDictionary<string, List<string>> commands = new();

    public RoundTrips()
        : this(new HttpContextAccessor()) { }

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

    private string? Name()
    {
        try
        {
            return http.HttpContext?.Request.Headers[Header].ToString();
        }
        catch (ObjectDisposedException)
        {
            // Work in the background still carries the request that started it, and that has just ended.
            return null;
        }
    }

    private void Count(DbCommand command, CommandEventData eventData)
    {
        if (Name() is not { Length: > 0 } name || command.CommandText.StartsWith("-- " + QueryTags.Remembered, StringComparison.Ordinal))
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
