using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Data;

/// <summary>A start does again only what this build has not done to the database.</summary>
public sealed class StartMarkTests
{
    private const int Moved = 99;

    [Theory]
    [InlineData("another build", true)]
    [InlineData(null, false)]
    public async Task Built_in_clients_are_brought_up_to_date_again_only_where_another_build_did_it_last(string? by, bool again)
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using (var first = WebHost.Start(database, []))
        {
            first.KeepDatabase();
            await using var db = first.OpenDatabase();
            await db.Set<ClientProfile>()
                .Where(c => c.TemplateKey != null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.SortOrder, Moved));
            if (by is not null)
            {
                await db.Set<PreparedBy>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Build, by));
            }
        }

        await using var second = WebHost.Start(database, []);
        second.KeepDatabase();
        await using var after = second.OpenDatabase();
        Assert.Equal(!again, await after.Set<ClientProfile>().AnyAsync(c => c.TemplateKey != null && c.SortOrder == Moved));
        Assert.NotEqual(by, (await after.Set<PreparedBy>().SingleAsync()).Build);
    }
}
