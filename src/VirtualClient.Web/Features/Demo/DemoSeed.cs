using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Sections;

namespace VirtualClient.Web.Features.Demo;

/// <summary>Makes what is missing of the demo data; running it again changes nothing.</summary>
internal sealed class DemoSeed(IServiceScopeFactory scopes, StartLock alone, TimeProvider clock)
{
    private const string ClassName = "Direct Practice, Section B";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var held = await alone.HoldAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await AddAccountsAsync(scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>());
        await AddClassAsync(db, cancellationToken);
        await new DemoClients(db, clock).AddAsync(cancellationToken);
        var conversations = new DemoConversations(db, clock);
        await conversations.AddAsync(cancellationToken);
        await new DemoTests(db, conversations, clock).AddAsync(cancellationToken);
        await new DemoAssignment(db, conversations, clock).AddAsync(ClassName, cancellationToken);
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
            if ((await users.CreateAsync(user, DemoAccounts.Password)).Succeeded)
            {
                await users.AddToRoleAsync(user, account.Role);
            }
        }
    }

    private async Task AddClassAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Set<CourseSection>().AnyAsync(s => s.Name == ClassName, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var section = new CourseSection
        {
            Name = ClassName,
            CourseCode = "SWK 5120",
            Term = "Fall 2026",
            CreatedAt = now,
        };
        db.Add(section);
        foreach (var account in DemoAccounts.All.Where(a => a.Role != Roles.Admin))
        {
            var person = await db.Users.FirstOrDefaultAsync(u => u.Email == account.Email, cancellationToken);
            if (person is not null)
            {
                db.Add(
                    new Enrollment
                    {
                        SectionId = section.Id,
                        UserId = person.Id,
                        Role = account.Role == Roles.Teacher ? SectionRole.Teacher : SectionRole.Student,
                        EnrolledAt = now,
                    }
                );
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
