using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>
/// Whether a bearer token is still good: its stamp is the account's. Locking, signing out everywhere, other roles and another password change
/// the stamp. A stamp is remembered for a few seconds; the server that changes one forgets it at once, the others after these seconds.
/// </summary>
internal sealed class AccountStamps(IDbContextFactory<AppDbContext> factory, IOptions<IdentityOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(10);

    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Guid, (string? Stamp, DateTimeOffset Until)> known = new();

    /// <summary>The account was changed here: its next request is looked up.</summary>
    public void Forget(Guid userId) => known.TryRemove(userId, out _);

    public async Task<bool> FitsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var id = CurrentUser.Of(principal).Id;
        var stamp = await OfAsync(id, cancellationToken);
        return stamp is not null && stamp == principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }

    private async Task<string?> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(id, out var remembered) && remembered.Until > now)
        {
            return remembered.Stamp;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var stamp = await db
            .Users.TagWith(QueryTags.Remembered)
            .Where(u => u.Id == id)
            .Select(u => u.SecurityStamp)
            .FirstOrDefaultAsync(cancellationToken);
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[id] = (stamp, now + RememberedFor);
        return stamp;
    }
}

internal static class LiveTokens
{
    /// <summary>After authentication: who comes with a token that was taken back is nobody.</summary>
    public static void UseLiveTokens(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    BearerRequest.Is(context)
                    && context.User.Identity?.IsAuthenticated == true
                    && !await context.RequestServices.GetRequiredService<AccountStamps>().FitsAsync(context.User, context.RequestAborted)
                )
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity());
                }

                await next(context);
            }
        );
}
