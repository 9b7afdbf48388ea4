using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Demo;

/// <summary>Makes what is missing of the demo data; running it again changes nothing.</summary>
internal sealed class DemoSeed(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await AddAccountsAsync(scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>());
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task AddAccountsAsync(UserManager<AppUser> users)
    {
        foreach (var account in DemoAccounts.All)
        {
            if (await users.FindByEmailAsync(account.Email) is not null)
            {
                continue;
            }

            var user = new AppUser
            {
                Id = Guid.CreateVersion7(),
                UserName = account.Email,
                Email = account.Email,
                EmailConfirmed = true,
                DisplayName = account.Name,
                CreatedAt = clock.GetUtcNow(),
            };
            try
            {
                if ((await users.CreateAsync(user, DemoAccounts.Password)).Succeeded)
                {
                    await users.AddToRoleAsync(user, account.Role);
                }
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                // Another server started in the same moment and made it.
            }
        }
    }
}
