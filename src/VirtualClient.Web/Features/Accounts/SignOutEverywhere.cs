using Microsoft.AspNetCore.Identity;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>Ends every session of an account by changing its security stamp: tokens notice at their next request, browsers within a minute.</summary>
internal sealed class SignOutEverywhere(UserManager<AppUser> users, AppDbContext db, AccountStamps stamps, AuditLog audit)
{
    public async Task HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await users.FindByIdAsync(user.Id.ToString()) ?? throw DomainException.NotFound();
        audit.Add(db, user.Id, "account.signed-out-everywhere", "user", user.Id, user.Id);
        if (!(await users.UpdateSecurityStampAsync(row)).Succeeded)
        {
            throw new DomainException("stale", "Your account was changed at the same moment. Try again.");
        }

        stamps.Forget(user.Id);
        await db.SaveChangesAsync(cancellationToken);
    }
}
