using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class DiskTests
{
    private const long Enough = 1L << 30;

    [Fact]
    public async Task Less_than_a_gigabyte_free_is_a_problem_of_high_severity_that_is_counted_and_not_repeated()
    {
        await using var host = await WebHost.StartAsync();
        var admin = await host.NewPersonAsync(Roles.Admin);
        var heartbeat = host.Services.GetRequiredService<Heartbeat>();
        foreach (long? free in new long?[] { Enough, null })
        {
            heartbeat.Disk = _ => free;
            await heartbeat.BeatAsync(CancellationToken.None);
            Assert.Empty((await admin.GetAsync("/api/v1/admin/problems")).Is(200).Items);
        }

        heartbeat.Disk = _ => Enough - 1;
        await heartbeat.BeatAsync(CancellationToken.None);
        await heartbeat.BeatAsync(CancellationToken.None);
        var problem = Assert.Single((await admin.GetAsync("/api/v1/admin/problems")).Is(200).Items)!;
        Assert.Equal(("disk-low", "high"), (problem["code"]!.GetValue<string>(), problem["severity"]!.GetValue<string>()));
        Assert.Equal("1023 MB free", problem["details"]!.GetValue<string>());
        Assert.True(problem["count"]!.GetValue<int>() >= 2, "it is counted");
    }
}
