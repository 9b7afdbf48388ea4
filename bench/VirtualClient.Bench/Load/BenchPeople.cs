using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Bench.Load;

/// <summary>Puts students, and a budget that never ends, into the bench's own database before the server starts.</summary>
internal static class BenchPeople
{
    public const string Password = "bench-students-only";

    public static string Email(int student) => $"student{student}@bench.test";

    public static async Task AddAsync(string databaseFile, int students, CancellationToken cancellationToken)
    {
        await using var db = new SqliteAppDbContext(
            new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite($"Data Source={databaseFile}").Options
        );
        await AddAsync(db, students, cancellationToken);
    }

    public static async Task AddAsync(AppDbContext db, int students, CancellationToken cancellationToken)
    {
        var role = await db.Roles.FirstAsync(r => r.Name == Roles.Student, cancellationToken);
        // One hash for all: hashing is slow on purpose.
        var hash = new PasswordHasher<AppUser>().HashPassword(new AppUser(), Password);
        for (var i = 0; i < students; i++)
        {
            var email = Email(i);
            var user = new AppUser
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                DisplayName = $"Student {i}",
                PasswordHash = hash,
                SecurityStamp = "bench",
                CreatedAt = TimeProvider.System.GetUtcNow(),
            };
            db.Add(user);
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id });
        }

        // What a load costs at the real prices is not what is measured.
        var budgets = new Budgets();
        db.Add(budgets);
        db.Entry(budgets).Property(b => b.DayNanoUsd).CurrentValue = 1_000_000 * Budgets.Usd;
        await db.SaveChangesAsync(cancellationToken);
    }
}
